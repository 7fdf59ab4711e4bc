import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../api/list/connection.ts";
import { MeasureActualType, MeasureProgressStatusEnum, MeasureProgressType, MeasureType } from "../resources/measure/type.ts";
import { figureType } from "./figure-type.ts";

@ObjectType("MeasureStanding", { description: "A measure as it stands on the day of the overview, against its target." })
class MeasureStandingType {
  @Field(() => MeasureType, { description: "The measure, with its baseline, its target and its unit." })
  declare readonly measure: MeasureType;

  @Field(() => MeasureActualType, { nullable: true, description: "The latest count that can have been made by the day. Null where there is none." })
  declare readonly latestActual: MeasureActualType | null;

  @Field(() => MeasureProgressType, { description: "How it stands against the target." })
  declare readonly progress: MeasureProgressType;
}

export const MeasureStandingFigure = figureType("MeasureStanding", connectionOf("MeasureStanding", () => MeasureStandingType), "So many measures, and which.");

@ObjectType("MeasureProgressFigure", { description: "How many measures stand so against their targets, and which." })
export class MeasureProgressFigureType extends MeasureStandingFigure.FigureType {
  @Field(() => MeasureProgressStatusEnum, { description: "How they stand." })
  declare readonly status: string;
}

@ObjectType("MeasuresOverview", { description: "Measures against their targets. The figures count measures: what different measures count is never added, in one unit or in several." })
export class MeasuresOverviewType {
  @Field(() => MeasureStandingFigure.FigureType, { description: "All of them." })
  declare readonly all: object;

  @Field(() => [MeasureProgressFigureType], { description: "One figure for each way of standing, also where it is zero. Each measure is in exactly one." })
  declare readonly byProgress: readonly MeasureProgressFigureType[];
}
