import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { WorkstreamThemeEnum } from "../workstream/type.ts";
import { RiskKindEnum, RiskLevelEnum, RiskResponseEnum, RiskStatusEnum } from "./type.ts";

@InputType("RiskFilter", { description: "Which risks and issues." })
export class RiskFilter {
  @Field(() => ID, { nullable: true, description: "Of a programme at this place or at one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "About this workstream." })
  declare readonly workstream?: string | null;

  @Field(() => [WorkstreamThemeEnum], { nullable: true, description: "About a workstream on one of these themes." })
  declare readonly theme?: string[] | null;

  @Field(() => ID, { nullable: true, description: "About this milestone." })
  declare readonly milestone?: string | null;

  @Field(() => ID, { nullable: true, description: "Owned by this organisation." })
  declare readonly ownerOrganisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => ID, { nullable: true, description: "Owned by this HIT." })
  declare readonly ownerHealthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "Owned by this group." })
  declare readonly ownerGroup?: string | null;

  @Field(() => [RiskKindEnum], { nullable: true, description: "Risks, issues, or both." })
  declare readonly kind?: string[] | null;

  @Field(() => [RiskStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => [RiskLevelEnum], { nullable: true, description: "Judged as likely as one of these." })
  declare readonly likelihood?: string[] | null;

  @Field(() => [RiskLevelEnum], { nullable: true, description: "Judged to matter as much as one of these." })
  declare readonly impact?: string[] | null;

  @Field(() => [RiskResponseEnum], { nullable: true, description: "With one of these responses." })
  declare readonly response?: string[] | null;

  @Field(() => DateWindow, { nullable: true, description: "Raised in this span of days." })
  declare readonly raised?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "To be looked at in this span of days: to: today finds what is due or past." })
  declare readonly reviewDue?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "Closed in this span of days." })
  declare readonly closed?: DateWindow | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title, the cause, the effect or the plan." })
  declare readonly contains?: string | null;
}

export const RiskOrderEnum = enumOf("RiskOrder", "What a list of risks is sorted by.", ["IMPACT", "LIKELIHOOD", "REVIEW_DUE", "TITLE"] as const, {
  IMPACT: "How much it matters, the most first; those that nobody has judged last.",
  LIKELIHOOD: "How likely it is, the most first; those that nobody has judged last.",
  REVIEW_DUE: "The earliest day on which it is to be looked at; those without one last.",
  TITLE: "The title.",
});
