import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { QuantityType, QuantityUnitEnum } from "../../../api/value/quantity.ts";
import { measureProgresses } from "./rules.ts";
import { measureKinds } from "./table.ts";

export const MeasureKindEnum = enumOf("MeasureKind", "What sort of thing is counted.", measureKinds, {
  TRAINING_REACH: "Whom training reached.",
  RECRUITMENT: "Who was recruited.",
  MEMBERSHIP: "Who belongs to something.",
  ACTIVITY: "What was done.",
  BENEFIT: "What came of it for people.",
});

export const MeasureProgressStatusEnum = enumOf("MeasureProgressStatus", "How a count stands against its target. Computed from numbers in one unit; where that cannot be done it says why.", measureProgresses, {
  REACHED: "The count surely reaches the target.",
  NOT_REACHED: "The count surely does not reach it.",
  UNCERTAIN: "The numbers are not exact enough to say.",
  NOT_COMPARABLE: "Count and target are in different units, or one is a part of a whole or has no number.",
  TARGET_NOT_KNOWN: "No target is known: the target's own status says why.",
  ACTUAL_NOT_KNOWN: "Nothing was counted by then, or the count is not known: its own status says why.",
  COUNTED_BY_PERIOD: "It was counted over periods only. They may overlap, so they are not added up to be compared.",
});

@ObjectType("Measure", { implements: [RecordInterface], description: "Something that is counted, in one unit. What is counted in another unit is another measure, and the two are never added." })
export class MeasureType extends RecordInterface {
  @Field(() => String, { description: "What is counted, in our short words." })
  declare readonly title: string;

  @Field(() => MeasureKindEnum, { description: "What sort of thing that is." })
  declare readonly kind: string;

  @Field(() => QuantityUnitEnum, { description: "In what it is counted." })
  declare readonly unit: string;

  @Field(() => QuantityType, { description: "Where it began, or why that is not known." })
  declare readonly baseline: QuantityType;

  @Field(() => PartialDateType, { description: "When it stood there." })
  declare readonly baselineAsAt: PartialDateType;

  @Field(() => QuantityType, { description: "What is aimed at, or why that is not known." })
  declare readonly target: QuantityType;

  @Field(() => PartialDateType, { description: "By when." })
  declare readonly targetDue: PartialDateType;
}

@ObjectType("MeasureActual", { implements: [RecordInterface], description: "What was counted: over a period, as it stood on a day, or both." })
export class MeasureActualType extends RecordInterface {
  @Field(() => QuantityType, { description: "The count, or why it is not known." })
  declare readonly value: QuantityType;

  @Field(() => PartialDateType, { description: "The period over which it was counted. NOT_APPLICABLE where it is a count as at a day only." })
  declare readonly period: PartialDateType;

  @Field(() => PartialDateType, { description: "The day as at which it stood. NOT_APPLICABLE where it is a count over a period only." })
  declare readonly asAt: PartialDateType;

  @Field(() => String, { nullable: true, description: "What has to be known to read it. Null where there is nothing." })
  declare readonly note: string | null;
}

@ObjectType("MeasureProgress", { description: "How a measure stands against its target on a day." })
export class MeasureProgressType {
  @Field(() => MeasureProgressStatusEnum, { description: "How it stands." })
  declare readonly status: string;

  @Field(() => MeasureActualType, { nullable: true, description: "The count that this follows from. Null where there is none." })
  declare readonly actual: MeasureActualType | null;
}
