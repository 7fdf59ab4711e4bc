import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { ActEnum } from "../act/act-enum.ts";
import { connectionOf, PageArgs } from "../list/connection.ts";
import { enumOf } from "../value/enum.ts";
import { InstantScalar } from "../value/scalars.ts";

export const OperationEnum = enumOf("Operation", "What an act did to a record.", ["CREATE", "CHANGE", "REMOVE"] as const, {
  CREATE: "It was recorded, or restored after it had been removed.",
  CHANGE: "Some of its fields were changed.",
  REMOVE: "It was removed. What it said stays in its history.",
});

@ObjectType("FieldChange", { description: "A field before and after an act." })
export class FieldChangeType {
  @Field(() => String, { description: "The field's name." })
  declare readonly field: string;
}

@ObjectType("HistoryEntry", { description: "What one act did to a record." })
export class HistoryEntryType {
  @Field(() => Int, { description: "The number of the act's entry in the ledger." })
  declare readonly entry: number;

  @Field(() => InstantScalar, { description: "When the act counts from." })
  declare readonly at: string;

  @Field(() => InstantScalar, { description: "When it was recorded." })
  declare readonly recordedAt: string;

  @Field(() => ActEnum, { description: "What was done." })
  declare readonly act: string;

  @Field(() => String, { description: "Who did it: the id of an account or key, or the name of a part of the software." })
  declare readonly actor: string;

  @Field(() => String, { nullable: true, description: "Why, in the words of who did it." })
  declare readonly reason: string | null;

  @Field(() => OperationEnum, { description: "What it did to this record." })
  declare readonly operation: string;

  @Field(() => Int, { description: "The record's version from then on." })
  declare readonly version: number;

  @Field(() => [FieldChangeType], { description: "The fields that it changed." })
  declare readonly changes: readonly object[];
}

/** Which page of a history, and of which acts. */
@ArgsType()
export class HistoryArgs extends PageArgs {
  @Field(() => [ActEnum], { nullable: true, description: "Only these acts; all unless given." })
  declare readonly acts?: readonly string[] | null;
}

export const HistoryConnection = connectionOf("HistoryEntry", () => HistoryEntryType);
