import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { criterionStatuses } from "./table.ts";

export const CriterionStatusEnum = enumOf("CriterionStatus", "How far a criterion is.", criterionStatuses, {
  OUTSTANDING: "Nothing has been supplied, or what was supplied was rejected.",
  SUPPLIED: "Evidence was supplied; nobody has decided on it.",
  ACCEPTED: "The evidence was accepted.",
  WAIVED: "The work may go on without it.",
});

@ObjectType("Criterion", { implements: [RecordInterface], description: "Something that has to be shown before a workstream counts as ready." })
export class CriterionType extends RecordInterface {
  @Field(() => String, { description: "What has to be shown." })
  declare readonly statement: string;

  @Field(() => CriterionStatusEnum, { description: "How far it is." })
  declare readonly status: string;

  @Field(() => String, { nullable: true, description: "The evidence, in short words. Null while there is none." })
  declare readonly evidence: string | null;

  @Field(() => String, { nullable: true, description: "Where the evidence can be read." })
  declare readonly evidenceAddress: string | null;

  @Field(() => PartialDateType, { description: "When it was decided on last: accepted, rejected, waived, or required again. Not known while nobody has, or since new evidence was supplied." })
  declare readonly decided: PartialDateType;
}
