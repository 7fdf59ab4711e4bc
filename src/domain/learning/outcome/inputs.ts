import { Field, ID, InputType, Int } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { SectorEnum } from "../../partners/organisation/type.ts";
import { ContributionBasisEnum } from "./type.ts";

@InputType("OutcomeContributionFilter", { description: "Which contributions: all of this holds of one and the same contribution." })
export class OutcomeContributionFilter {
  @Field(() => ID, { nullable: true, description: "Of this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "Of a programme at this place or at one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => [ContributionBasisEnum], { nullable: true, description: "Resting on one of these." })
  declare readonly basis?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Evidenced by this output." })
  declare readonly evidence?: string | null;
}

@InputType("OutcomeFilter", { description: "Which outcomes." })
export class OutcomeFilter {
  @Field(() => String, { nullable: true, description: "Of a plan called exactly this; capital letters do not matter." })
  declare readonly plan?: string | null;

  @Field(() => ID, { nullable: true, description: "Of a plan of this organisation." })
  declare readonly planOwner?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => [SectorEnum], { nullable: true, description: "Of a plan of an organisation in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Of a plan for this place or for one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => [Int], { nullable: true, description: "With one of these numbers in its plan." })
  declare readonly number?: number[] | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title." })
  declare readonly titleContains?: string | null;

  @Field(() => OutcomeContributionFilter, { nullable: true, description: "To which there is a contribution like this; {} for any." })
  declare readonly withContribution?: OutcomeContributionFilter | null;

  @Field(() => OutcomeContributionFilter, { nullable: true, description: "To which there is no contribution like this that the viewer may see; {} for none at all." })
  declare readonly withoutContribution?: OutcomeContributionFilter | null;
}

export const OutcomeOrderEnum = enumOf("OutcomeOrder", "What a list of outcomes is sorted by.", ["PLAN", "TITLE"] as const, {
  PLAN: "The plan's name, then the number in it; those without a number last.",
  TITLE: "The title.",
});

export const OutcomeContributionOrderEnum = enumOf("OutcomeContributionOrder", "What a list of contributions is sorted by.", ["BASIS"] as const, {
  BASIS: "What is claimed first, then what is evidenced.",
});

export const PlanOrderEnum = enumOf("PlanOrder", "What a list of plans is sorted by.", ["NAME"] as const, {
  NAME: "The name.",
});
