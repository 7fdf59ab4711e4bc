import { Field, ID, InputType, Int } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { BasisEnum } from "../../partners/organisation/type.ts";
import { SignatoryKindEnum, WordingDifferenceEnum } from "./type.ts";

@InputType("PledgeFilter", { description: "Which pledges." })
export class PledgeFilter {
  @Field(() => ID, { nullable: true, description: "For this place or one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this programme." })
  declare readonly programme?: string | null;

  @Field(() => [SignatoryKindEnum], { nullable: true, description: "That a body of one of these kinds may sign, by one of its versions." })
  declare readonly eligible?: string[] | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title." })
  declare readonly titleContains?: string | null;
}

export const PledgeOrderEnum = enumOf("PledgeOrder", "What a list of pledges is sorted by.", ["TITLE"] as const, { TITLE: "The title." });

@InputType("PledgeCommitmentFilter", { description: "Which commitments of pledges." })
export class PledgeCommitmentFilter {
  @Field(() => ID, { nullable: true, description: "Of this pledge, in any of its versions." })
  declare readonly pledge?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this version." })
  declare readonly pledgeVersion?: string | null;

  @Field(() => [Int], { nullable: true, description: "With one of these numbers." })
  declare readonly number?: number[] | null;

  @Field(() => [BasisEnum], { nullable: true, description: "Whose number rests on one of these." })
  declare readonly numberBasis?: string[] | null;

  @Field(() => String, { nullable: true, description: "These words stand in the wording or in one of the topics." })
  declare readonly contains?: string | null;

  @Field(() => ID, { nullable: true, description: "That ask to adopt this output." })
  declare readonly output?: string | null;

  @Field(() => [WordingDifferenceEnum], { nullable: true, description: "That differ in one of these ways from the same one in another version." })
  declare readonly difference?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

export const PledgeCommitmentOrderEnum = enumOf("PledgeCommitmentOrder", "What a list of commitments of pledges is sorted by.", ["NUMBER", "WORDING"] as const, {
  NUMBER: "The number, so that what several versions say under one number stands together.",
  WORDING: "The wording.",
});
