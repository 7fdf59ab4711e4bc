import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { QuantityUnitEnum } from "../../../api/value/quantity.ts";
import { ValueStatusEnum } from "../../../api/value/value-status.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { MeasureKindEnum } from "./type.ts";

@InputType("MeasureFilter", { description: "Which measures." })
export class MeasureFilter {
  @Field(() => ID, { nullable: true, description: "Counted at this place or at one in it, or of a programme, HIT, group or training there." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this workstream." })
  declare readonly workstream?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this HIT." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this group." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this training programme." })
  declare readonly trainingProgramme?: string | null;

  @Field(() => [MeasureKindEnum], { nullable: true, description: "Of one of these sorts." })
  declare readonly kind?: string[] | null;

  @Field(() => [QuantityUnitEnum], { nullable: true, description: "Counted in one of these." })
  declare readonly unit?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: "True: with a target that is known. False: without one." })
  declare readonly hasTarget?: boolean | null;

  @Field(() => DateWindow, { nullable: true, description: "With a target for this span of days." })
  declare readonly targetDue?: DateWindow | null;

  @Field(() => String, { nullable: true, description: "These words stand in the title." })
  declare readonly titleContains?: string | null;
}

export const MeasureOrderEnum = enumOf("MeasureOrder", "What a list of measures is sorted by.", ["TITLE", "KIND", "TARGET_DUE"] as const, {
  TITLE: "The title.",
  KIND: "What sort of thing is counted, in the order in which the schema lists that.",
  TARGET_DUE: "The earliest day by which the target can be meant; those without one last.",
});

@InputType("MeasureActualFilter", { description: "Which counts." })
export class MeasureActualFilter {
  @Field(() => DateWindow, { nullable: true, description: "Standing so in this span of days." })
  declare readonly asAt?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "Over a time in this span of days. CERTAIN: the whole period lies in it." })
  declare readonly period?: DateWindow | null;

  @Field(() => [ValueStatusEnum], { nullable: true, description: "Whose count is recorded as known, or as not known for one of these reasons. One that is WITHHELD from the viewer is recorded as known." })
  declare readonly valueStatus?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

export const MeasureActualOrderEnum = enumOf("MeasureActualOrder", "What a list of counts is sorted by. Not by the number: it may be one that the viewer is not shown.", ["LATEST", "EARLIEST"] as const, {
  LATEST: "The last day as at which it can have stood, else of its period, the latest first; those without one last.",
  EARLIEST: "The same, the earliest first; those without one first.",
});
