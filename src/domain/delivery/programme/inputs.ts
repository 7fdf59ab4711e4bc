import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { ProgrammeStatusEnum } from "./type.ts";

@InputType("ProgrammeFilter", { description: "Which programmes." })
export class ProgrammeFilter {
  @Field(() => ID, { nullable: true, description: "At this place or at one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Hosted by this organisation." })
  declare readonly host?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => [ProgrammeStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Governed, in any capacity, by this HIT." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "Governed, in any capacity, by this group." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "A part of this programme, directly." })
  declare readonly parent?: string | null;

  @Field(() => String, { nullable: true, description: "These words stand in the name." })
  declare readonly nameContains?: string | null;
}

export const ProgrammeOrderEnum = enumOf("ProgrammeOrder", "What a list of programmes is sorted by.", ["NAME"] as const, { NAME: "The name." });
