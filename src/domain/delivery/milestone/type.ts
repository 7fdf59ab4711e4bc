import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { milestoneTimings } from "./rules.ts";
import { milestoneStatuses, milestoneTypes, partRules } from "./table.ts";

export const MilestoneTypeEnum = enumOf("MilestoneType", "What is reached with a milestone.", milestoneTypes, {
  DECISION: "A body decides or is asked to.",
  LAUNCH: "Something begins in public.",
  APPOINTMENT: "A post is filled.",
  PROCUREMENT: "Something is bought or commissioned.",
  EVENT: "An event takes place.",
  PUBLICATION: "Something is published.",
  EVALUATION: "Something is evaluated.",
  DELIVERABLE: "Something else is delivered.",
});

export const MilestoneStatusEnum = enumOf("MilestoneStatus", "What was reported of a milestone. Whether it is late is its timing, not its status.", milestoneStatuses, {
  SCHEDULED: "Planned; nothing has been reported.",
  MET: "Reported as met, with an actual date.",
  PARTIALLY_MET: "Reported as met in part.",
  NOT_MET: "Reported as not met.",
  CANCELLED: "Reported as cancelled.",
  NOT_REPORTED: "Somebody asked how it stands and had no answer: SCHEDULED, where nobody has asked. Of most other records NOT_REPORTED says only that no source tells.",
});

export const MilestoneTimingEnum = enumOf("MilestoneTiming", "Where a milestone stands on a day. Computed from its dates, its status and the day; never a judgement.", milestoneTimings, {
  UNDATED: "It has no date.",
  UPCOMING: "The day is before its window.",
  IN_WINDOW: "The day is one of those on which it can be due.",
  PAST_DUE_NOT_REPORTED: "The day is after its window and nobody has said how it stands: not known to be late. It says nothing of the status, which is SCHEDULED as a rule, and NOT_REPORTED only if somebody asked.",
  OVERDUE: "The day is after its window and somebody has said that it is not done.",
  MET_ON_TIME: "Met, surely no later than first planned.",
  MET_LATE: "Met, surely later than first planned.",
  MET_TIMING_UNCERTAIN: "Met; the dates are not exact enough to say whether in time.",
  CANCELLED: "Cancelled.",
});

export const PartRuleEnum = enumOf("PartRule", "When a milestone of several parts is met.", partRules, {
  ALL: "When all of its parts are.",
  ANY: "When any one of them is.",
});

@ObjectType("Slip", { description: "How many days a date has moved: from the least to the most that the dates allow. Below zero is earlier." })
export class SlipType {
  @Field(() => Int, { description: "At least so many days." })
  declare readonly least: number;

  @Field(() => Int, { description: "At most so many days." })
  declare readonly most: number;
}

@ObjectType("Milestone", { implements: [RecordInterface], description: "Something that a programme wants to have reached by a date." })
export class MilestoneType extends RecordInterface {
  @Field(() => String, { description: "What is to be reached." })
  declare readonly title: string;

  @Field(() => MilestoneTypeEnum, { description: "What sort of thing is reached." })
  declare readonly type: string;

  @Field(() => MilestoneStatusEnum, { description: "What was reported of it." })
  declare readonly status: string;

  @Field(() => PartialDateType, { description: "The first date that was committed to. It stays when the baseline is set anew." })
  declare readonly firstBaseline: PartialDateType;

  @Field(() => PartialDateType, { description: "The date that it is measured against now." })
  declare readonly baseline: PartialDateType;

  @Field(() => PartialDateType, { description: "When it is expected now." })
  declare readonly forecast: PartialDateType;

  @Field(() => PartialDateType, { description: "When it was reached. There is one exactly when the status is MET or PARTIALLY_MET." })
  declare readonly actual: PartialDateType;

  @Field(() => DayScalar, { nullable: true, description: "The last day on which somebody said that it is not done. Null where nobody has." })
  declare readonly saidNotDoneOn: string | null;

  @Field(() => [String], { description: "Its parts, where there are several." })
  declare readonly parts: readonly string[];

  @Field(() => PartRuleEnum, { nullable: true, description: "Whether it takes all of its parts or any one. Null where it has none." })
  declare readonly metBy: string | null;
}
