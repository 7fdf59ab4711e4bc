import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { IdentifierSchemeEnum, OrganisationKindEnum, OrganisationStatusEnum, SectorEnum } from "./type.ts";

/** Which way succession is followed from an organisation. */
const followed = ["PREDECESSORS", "SUCCESSORS", "BOTH"] as const;

const FollowedSuccessionEnum = enumOf("FollowedSuccession", "Whose facts count as those of an organisation too. Facts themselves stay with the body that existed then, and say so. Whatever merged, was split or renamed is followed for as long as one record took the place of another, by way of what the viewer may see.", followed, {
  PREDECESSORS: "Those of the bodies whose place it took, and of those before them.",
  SUCCESSORS: "Those of the bodies that took its place, and of those after them.",
  BOTH: "Those of either; not of what else became of those before it, nor of what else went into those after it.",
});

export type Followed = (typeof followed)[number];

/** What a filter that names organisations says of succession. */
export interface Following {
  readonly succession?: Followed | null | undefined;
}

/** The field of a filter by which succession is followed. */
export const FollowsSuccession = (): PropertyDecorator & MethodDecorator =>
  Field(() => FollowedSuccessionEnum, { nullable: true, description: "Asks of the organisations that are named here, or the one whose list this is, for what is recorded of those before or after them too. Unless given, for their own only." });

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

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => Boolean, { nullable: true, description: "True: units of another organisation only. False: bodies of their own only." })
  declare readonly isUnit?: boolean | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

export const OrganisationOrderEnum = enumOf("OrganisationOrder", "What a list of organisations is sorted by.", ["NAME"] as const, { NAME: "The name." });
