import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/enum.ts";
import { IdentifierSchemeEnum, OrganisationKindEnum, OrganisationStatusEnum, SectorEnum } from "./type.ts";

@InputType("IdentifierInput", { description: "An identifier of the field: scheme and value apart, as { scheme: GB_NHS, value: \"RVJ\" }." })
export class IdentifierInput {
  @Field(() => IdentifierSchemeEnum, { description: "The list." })
  declare readonly scheme: string;

  @Field(() => String, { description: "The identifier in that list." })
  declare readonly value: string;
}

@InputType("OrganisationFilter", { description: "Which organisations." })
export class OrganisationFilter {
  @Field(() => String, { nullable: true, description: "Called exactly this, now or ever, by any of its names; capital letters do not matter." })
  declare readonly name?: string | null;

  @Field(() => String, { nullable: true, description: "These words stand in one of its names." })
  declare readonly nameContains?: string | null;

  @Field(() => IdentifierInput, { nullable: true, description: "With this identifier." })
  declare readonly identifier?: IdentifierInput | null;

  @Field(() => [OrganisationKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare readonly kind?: string[] | null;

  @Field(() => [SectorEnum], { nullable: true, description: "In one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => [OrganisationStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => ID, { nullable: true, description: "At this place or at one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "A unit of this organisation, directly." })
  declare readonly parent?: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: units of another organisation only. False: bodies of their own only." })
  declare readonly isUnit?: boolean | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

export const OrganisationOrderEnum = enumOf("OrganisationOrder", "What a list of organisations is sorted by.", ["NAME"] as const, { NAME: "The name." });
