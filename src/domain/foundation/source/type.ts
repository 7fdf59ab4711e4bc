import { Field, ID, Int, ObjectType } from "type-graphql";
import { ActEnum } from "../../../api/act/act-enum.ts";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { InstantScalar } from "../../../api/value/scalars.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { sourceKinds } from "./table.ts";

export const SourceKindEnum = enumOf("SourceKind", "What sort of source it is.", sourceKinds, {
  REPORT: "A report.",
  WEB_PAGE: "A page on the web.",
  PLEDGE: "The text of a pledge.",
  REGISTER: "A register of codes or organisations, or a public copy of one.",
  STATEMENT: "What a body told the programme.",
});

@ObjectType("Source", { implements: [RecordInterface], description: "A document or register that facts were read from." })
export class SourceType extends RecordInterface {
  @Field(() => String, { description: "Its title; our short description where it has none." })
  declare readonly title: string;

  @Field(() => SourceKindEnum, { description: "What sort of source it is." })
  declare readonly kind: string;

  @Field(() => String, { nullable: true, description: "Who published it, in its own words. Null where that is not known." })
  declare readonly publisher: string | null;

  @Field(() => String, { nullable: true, description: "Where it can be read. Null where that is not known." })
  declare readonly address: string | null;

  @Field(() => PartialDateType, { description: "When it says that it was published. NOT_STATED where it has no date of its own." })
  declare readonly published: PartialDateType;

  @Field(() => PartialDateType, { description: "The period that it reports on." })
  declare readonly period: PartialDateType;

  @Field(() => PartialDateType, { description: "When the programme could know what it says." })
  declare readonly becameKnown: PartialDateType;

  @Field(() => String, { nullable: true, description: "SHA-256 of the text that was read, in hexadecimal." })
  declare readonly sha256: string | null;
}

@ObjectType("Provenance", { description: "Where a record, or a field of it, comes from: who recorded it, when, in which act, and from which words of which source." })
export class ProvenanceType {
  @Field(() => Int, { description: "Number of the entry in the ledger." })
  declare readonly entry: number;

  @Field(() => InstantScalar, { description: "When it counts from: for the founding history, the day on which the source became known." })
  declare readonly at: string;

  @Field(() => InstantScalar, { description: "When it was written down." })
  declare readonly recordedAt: string;

  @Field(() => ActEnum, { description: "What was done." })
  declare readonly act: string;

  @Field(() => String, { description: "Who did it: an account, or a part of the software such as founding-import." })
  declare readonly actor: string;

  @Field(() => String, { nullable: true, description: "Why, where the actor said so." })
  declare readonly reason: string | null;

  @Field(() => [String], { description: "The fields that this act set, by name." })
  declare readonly changedFields: readonly string[];

  @Field(() => [String], { description: "The fields that the quote supports; none means the record as a whole." })
  declare readonly supports: readonly string[];

  @Field(() => Int, { nullable: true, description: "Line of the source's text, from 1. Null where there is none." })
  declare readonly line: number | null;

  @Field(() => ID, { description: "Id of the record." })
  declare readonly recordId: string;
}
