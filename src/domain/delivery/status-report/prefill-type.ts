import { Field, ObjectType } from "type-graphql";
import { DayScalar } from "../../../api/value/scalars.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";

@ObjectType("StatusReportPrefill", {
  description: "What the next report can begin with: the period that is due, and what the last published one said, for “same as last month”. Nothing of it is written or judged until somebody sends it.",
})
export class StatusReportPrefillType {
  @Field(() => PartialDateType, { description: "The period that the next report covers. NOT_APPLICABLE where none is due, UNKNOWN where nobody knows since when." })
  declare readonly period: PartialDateType;

  @Field(() => DayScalar, { nullable: true, description: "The last day on which it is in time. Null where that cannot be said, or none is due." })
  declare readonly dueOn: string | null;

  @Field(() => String, { nullable: true, description: "The account of the last published report. Null where it has none, or there is none." })
  declare readonly narrative: string | null;
}
