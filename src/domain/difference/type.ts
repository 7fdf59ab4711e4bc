import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../api/list/connection.ts";
import { RecordInterface } from "../../api/record.ts";
import { DayScalar, InstantScalar } from "../../api/value/scalars.ts";
import { MoneyType } from "../../api/value/money.ts";
import { PartialDateType } from "../../api/value/partial-date.ts";
import { QuantityType } from "../../api/value/quantity.ts";
import { SlipType } from "../delivery/milestone/type.ts";
import { ChangeGroupEnum } from "./groups.ts";

@ObjectType("DifferenceMoment", { description: "One of the two moments that are compared." })
export class DifferenceMomentType {
  @Field(() => Int, { description: "The number of the last entry by then: ask with it again, and get the same answer. 0 is before anything was recorded." })
  declare readonly entry: number;

  @Field(() => InstantScalar, { nullable: true, description: "When that entry counts from. Null before the first one." })
  declare readonly at: string | null;
}

@ObjectType("ChangedValue", { description: "What a field says, as what it is: beside its words, exactly one of the others is there." })
export class ChangedValueType {
  @Field(() => String, { description: "In plain words, as a board says it; of a record, what it is called." })
  declare readonly plain: string;

  @Field(() => RecordInterface, { nullable: true, description: "A record that it points at, as it stood then." })
  declare readonly record: object | null;

  @Field(() => PartialDateType, { nullable: true, description: "A date; its status says why, where none is known." })
  declare readonly date: PartialDateType | null;

  @Field(() => MoneyType, { nullable: true, description: "An amount; its status says why, where none is known." })
  declare readonly money: MoneyType | null;

  @Field(() => QuantityType, { nullable: true, description: "A count; its status says why, where none is known." })
  declare readonly quantity: QuantityType | null;

  @Field(() => String, { nullable: true, description: "A word of an enum, as IN_PROGRESS." })
  declare readonly choice: string | null;

  @Field(() => DayScalar, { nullable: true, description: "A day." })
  declare readonly day: string | null;

  @Field(() => Float, { nullable: true, description: "A number." })
  declare readonly number: number | null;

  @Field(() => Boolean, { nullable: true, description: "Yes or no." })
  declare readonly yes: boolean | null;

  @Field(() => String, { nullable: true, description: "Words." })
  declare readonly text: string | null;

  @Field(() => [String], { nullable: true, description: "Several words." })
  declare readonly texts: readonly string[] | null;
}

@ObjectType("FieldDifference", { description: "A field before and after." })
export class FieldDifferenceType {
  @Field(() => String, { description: "The field's name in the schema." })
  declare readonly field: string;

  @Field(() => String, { description: "What a board calls it." })
  declare readonly words: string;

  @Field(() => ChangedValueType, { nullable: true, description: "What stood there at the first moment. Null where nothing did, or nothing that this viewer may see." })
  declare readonly before: object | null;

  @Field(() => ChangedValueType, { nullable: true, description: "What stands there at the second, in the same way." })
  declare readonly after: object | null;
}

@ObjectType("WorkedOutDifference", { description: "Something that follows from a record and a day, as a milestone's timing, before and after." })
export class WorkedOutDifferenceType {
  @Field(() => String, { description: "The field's name in the schema." })
  declare readonly field: string;

  @Field(() => String, { nullable: true, description: "On the day of the first moment." })
  declare readonly before: string | null;

  @Field(() => String, { nullable: true, description: "On the day of the second." })
  declare readonly after: string | null;
}

@ObjectType("DifferencePart", { description: "A record that is new or gone together with what it is a part of." })
class DifferencePartType {
  @Field(() => RecordInterface, { description: "The record: as it stood at the second moment, or at the first if it is gone." })
  declare readonly record: object;

  @Field(() => String, { description: "What it is called." })
  declare readonly title: string;
}

export const DifferencePartConnection = connectionOf("DifferencePart", () => DifferencePartType);

@ObjectType("DifferenceItem", { description: "One thing that a board reads: a record, and what became of it between the two moments, however many acts that took." })
export class DifferenceItemType {
  @Field(() => ID, { description: "Tells it apart from the others of this difference." })
  declare readonly id: string;

  @Field(() => ChangeGroupEnum, { description: "The group in which it stands." })
  declare readonly group: string;

  @Field(() => String, { description: "What its record is called, or what it is about." })
  declare readonly title: string;

  @Field(() => SlipType, { nullable: true, description: "How far a date has moved: of a milestone that slipped or recovered, its due date between the two moments; of one that was met, from the date first committed to. Null where that is not what this is about, or a date is not known." })
  declare readonly slip: SlipType | null;

  @Field(() => [WorkedOutDifferenceType], { description: "What follows from the record and the days of the two moments, where that is what this is about." })
  declare readonly works: readonly WorkedOutDifferenceType[];
}

export const DifferenceItemConnection = connectionOf("DifferenceItem", () => DifferenceItemType);

@ObjectType("DifferenceGroup", { description: "What stands in one group of changes." })
export class DifferenceGroupType {
  @Field(() => ChangeGroupEnum, { description: "Which." })
  declare readonly group: string;

  @Field(() => String, { description: "What a board reads above it." })
  declare readonly title: string;

  @Field(() => Int, { description: "How many items: always the totalCount of items." })
  declare readonly count: number;
}

@ObjectType("Difference", {
  description: "What a board reads between two moments: each record that is not what it was, the several acts in between drawn together into the one difference that is left, with their number. A record that says again what it said is not listed. It is told as this viewer may see both moments, by the rights that they have today: what they may not see at the second is not there at all, and what they may not see at the first is new to them. Values that were erased since are erased on both sides.",
})
export class DifferenceType {
  @Field(() => DifferenceMomentType, { description: "The first moment." })
  declare readonly from: DifferenceMomentType;

  @Field(() => DifferenceMomentType, { description: "The second." })
  declare readonly to: DifferenceMomentType;

  @Field(() => Int, { description: "How many items there are in all groups together." })
  declare readonly count: number;

  @Field(() => [DifferenceGroupType], { description: "The groups in which there is something, in the order in which a board reads." })
  declare readonly groups: readonly DifferenceGroupType[];
}
