import { GraphQLError, GraphQLScalarType } from "graphql";
import { Field, ID, Int, ObjectType } from "type-graphql";
import type { RecordKind } from "../../ledger/concept.ts";
import { ActEnum } from "../act/act-enum.ts";
import { enumOf } from "../value/enum.ts";
import { OperationEnum } from "../history/type.ts";
import { InstantScalar } from "../value/scalars.ts";
import { typeWord } from "../value/type-word.ts";
import type { RecordValues } from "./record-values.ts";

export const RecordValuesScalar = new GraphQLScalarType<RecordValues, RecordValues>({
  name: "RecordValues",
  description:
    "A whole record as JSON, for a copy to keep: by its name in the schema, each of its fields that holds a value or points at one record, as an object. An enum is its word, a financial year its label, a date, an amount or a count an object with the fields of PartialDate (without financialYears), Money or Quantity, and gaps a list of objects with field and status. A reference is the id of the record that it points at; null where there is none, and where this viewer may not see that record: then its field is named in withheld, a list beside the others. What is null says only that nothing is there: gaps and the statuses say why, and what they do not name is UNKNOWN.",
  serialize: (value) => asValues(value),
  parseValue: () => { throw new GraphQLError("Records are told in this form and never taken in it."); },
});

/** What the feed made is handed out as it is. */
function asValues(value: unknown): RecordValues {
  // oxlint-disable-next-line no-unsafe-type-assertion -- only the feed resolves fields of this scalar
  return value as RecordValues;
}

/** The enum of the types of record that are ever told of: one for the same kinds, however many schemas are made of them. */
export function recordTypeEnum(kinds: readonly RecordKind[]): Readonly<Record<string, string>> {
  const meanings = Object.fromEntries(kinds.map((kind) => [typeWord(kind), `${kind.type} records.`]));
  const words = Object.keys(meanings);
  const made = recordTypes.get(words.join()) ?? enumOf("RecordType", "A type of record that changes are told of.", words, meanings);
  recordTypes.set(words.join(), made);
  return made;
}

const recordTypes = new Map<string, Readonly<Record<string, string>>>();

@ObjectType("Change", { description: "What becomes of one record of a copy, for somebody who may see what this viewer may see today." })
export class ChangeType {
  @Field(() => String, { description: "Where this change stands in the feed: hand it to after to go on behind it." })
  declare readonly cursor: string;

  @Field(() => Int, { description: "The number of the entry that it comes of. Changes come in the order of these numbers, and several may come of one." })
  declare readonly seq: number;

  @Field(() => InstantScalar, { description: "When the entry's act counts from." })
  declare readonly at: string;

  @Field(() => ActEnum, { nullable: true, description: "What was done. Null where that is not told: it hid or opened this record, or one that this record points at, for this viewer." })
  declare readonly act: string | null;

  @Field(() => String, { nullable: true, description: "Who did it: the id of an account or key, or the name of a part of the software. Null where act is." })
  declare readonly actor: string | null;

  @Field(() => String, { nullable: true, description: "Why, in the words of who did it. Null too where act is." })
  declare readonly reason: string | null;

  @Field(() => ID, { description: "The record's id." })
  declare readonly id: string;

  @Field(() => OperationEnum, { description: "What to do with the copy of it: CREATE what was not there or could not be seen, CHANGE what was, REMOVE what is not there any more or may not be seen any more." })
  declare readonly op: string;

  @Field(() => [String], { description: "The names of the fields that differ between before and after. Empty where nothing but the version does." })
  declare readonly changedFields: readonly string[];

  @Field(() => RecordValuesScalar, { nullable: true, description: "The whole record as it was. Null where it was not there, or not for this viewer, and where it was erased: then nobody can read any more whether it was." })
  declare readonly before: RecordValues | null;

  @Field(() => RecordValuesScalar, { nullable: true, description: "The whole record as it is from then on, in the place of what the copy holds of it. Null where it is to be removed." })
  declare readonly after: RecordValues | null;
}

@ObjectType("ChangesPage", { description: "What happened after a cursor, in order." })
export class ChangesPageType {
  @Field(() => String, { description: "Where this page ends: hand it to after for what comes behind it, now or later." })
  declare readonly cursor: string;

  @Field(() => Boolean, { description: "Whether there is more already. A page may be short, or empty, and still have a next one: so much is looked at for one page, and of that so much may be told." })
  declare readonly hasNextPage: boolean;

  @Field(() => [ChangeType], { description: "The changes." })
  declare readonly nodes: readonly object[];
}
