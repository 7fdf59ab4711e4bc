import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { DatePrecisionEnum } from "../../../api/value/partial-date.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { SectorEnum } from "../../partners/organisation/type.ts";
import { WorkstreamThemeEnum } from "../workstream/type.ts";
import { MilestoneStatusEnum, MilestoneTimingEnum, MilestoneTypeEnum } from "./type.ts";

@InputType("MilestoneFilter", { description: "Which milestones." })
export class MilestoneFilter {
  @Field(() => ID, { nullable: true, description: "Of a programme at this place or at one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this workstream." })
  declare readonly workstream?: string | null;

  @Field(() => [WorkstreamThemeEnum], { nullable: true, description: "Of a workstream about one of these themes." })
  declare readonly theme?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Owned by this organisation, or of a programme that it hosts." })
  declare readonly organisation?: string | null;

  @Field(() => ID, { nullable: true, description: "Owned by this organisation." })
  declare readonly ownerOrganisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => ID, { nullable: true, description: "Owned by this HIT." })
  declare readonly ownerHealthIntegrationTeam?: string | null;

  @Field(() => [SectorEnum], { nullable: true, description: "Owned by an organisation of one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => [MilestoneTypeEnum], { nullable: true, description: "Of one of these sorts." })
  declare readonly type?: string[] | null;

  @Field(() => [MilestoneStatusEnum], { nullable: true, description: "Reported as one of these." })
  declare readonly status?: string[] | null;

  @Field(() => [MilestoneTimingEnum], { nullable: true, description: "Standing so on the day of `on`." })
  declare readonly timing?: string[] | null;

  @Field(() => DayScalar, { nullable: true, description: "The day for `timing`, today in London unless given: hand the same day to Milestone.timing when you show it." })
  declare readonly on?: string | null;

  @Field(() => DateWindow, { nullable: true, description: "Due in this window: by the forecast, else the baseline. Edges say how sure each hit is." })
  declare readonly due?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "Reached in this window." })
  declare readonly actual?: DateWindow | null;

  @Field(() => [DatePrecisionEnum], { nullable: true, description: "Whose due date is this exact: RANGE finds those with a range instead of a month." })
  declare readonly duePrecision?: string[] | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title." })
  declare readonly titleContains?: string | null;
}

export const MilestoneOrderEnum = enumOf("MilestoneOrder", "What a list of milestones is sorted by.", ["DUE", "TITLE"] as const, {
  DUE: "The first day on which it can be due, those without a date last.",
  TITLE: "The title.",
});
