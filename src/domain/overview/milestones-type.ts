import { Field, Int, ObjectType } from "type-graphql";
import { DayScalar } from "../../api/value/scalars.ts";
import { CertaintyEnum } from "../../api/value/value-status.ts";
import { MilestoneConnection } from "../delivery/milestone/connections.ts";
import { MilestoneTimingEnum } from "../delivery/milestone/type.ts";
import { figureType } from "./figure-type.ts";

export const MilestoneFigure = figureType("Milestone", MilestoneConnection, "So many milestones, and which.");

@ObjectType("MilestoneTimingFigure", { description: "How many milestones stand so on the day, and which." })
export class MilestoneTimingFigureType extends MilestoneFigure.FigureType {
  @Field(() => MilestoneTimingEnum, { description: "How they stand." })
  declare readonly timing: string;
}

@ObjectType("UpcomingMilestonesFigure", {
  description: "How many milestones fall due from the day of the overview to another, and which: those that are neither met nor cancelled, nor past their window.",
})
export class UpcomingMilestonesFigureType extends MilestoneFigure.FigureType {
  @Field(() => Int, { description: "Within so many days: 30, 60 or 90. What falls due within 30 also does within 60, where it may have become certain, so figures of different days are never added." })
  declare readonly withinDays: number;

  @Field(() => DayScalar, { description: "The last of these days." })
  declare readonly until: string;

  @Field(() => CertaintyEnum, { description: "CERTAIN: every day that the due date can mean lies in this time. POSSIBLE: some do, and these milestones are in no CERTAIN figure of the same days." })
  declare readonly certainty: string;
}

@ObjectType("MilestonesOverview", { description: "How milestones stand on the day, computed from dates, status and the day. Nobody's judgement: for those see confidence." })
export class MilestonesOverviewType {
  @Field(() => [MilestoneTimingFigureType], { description: "One figure for each timing, also where it is zero. Each milestone is in exactly one." })
  declare readonly byTiming: readonly MilestoneTimingFigureType[];

  @Field(() => [UpcomingMilestonesFigureType], { description: "What falls due within 30, 60 and 90 days: two figures for each, certain and possible apart." })
  declare readonly upcoming: readonly UpcomingMilestonesFigureType[];
}
