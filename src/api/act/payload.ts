import { Ctx, Field, FieldResolver, Int, InterfaceType, ObjectType, Resolver, Root, type ClassType } from "type-graphql";
import type { Conflict, Problem } from "../../kernel/problem.ts";
import { oneOfType } from "../../kernel/type-words.ts";
import type { Context } from "../context.ts";
import { enumOf } from "../value/enum.ts";
import { RecordInterface, type AnyRecord, type RecordRow } from "../record.ts";
import { InstantScalar } from "../value/scalars.ts";
import { problemCodes } from "./problem-codes.ts";
import type { Soon } from "../soon.ts";

const ProblemCodeEnum = enumOf("ProblemCode", "What stands in the way of an act, for a program to branch on.", Object.keys(problemCodes), problemCodes);

@ObjectType("Conflict", { description: "What somebody else changed since the version that was sent along." })
export class ConflictType {
  @Field(() => [String], { description: "The fields that both have changed." })
  declare readonly fields: readonly string[];

  @Field(() => String, { description: "The account or key that changed the record last." })
  declare readonly actor: string;

  @Field(() => InstantScalar, { description: "When that was." })
  declare readonly at: string;
}

@ObjectType("Problem", { description: "One thing that stands in the way of an act, in words for the person who wanted it. All of them are said at once, and nothing was changed." })
export class ProblemType {
  @Field(() => ProblemCodeEnum, { description: "Stable: what a program branches on." })
  declare readonly code: string;

  @Field(() => String, { description: "What happened and what to do next." })
  declare readonly message: string;
}

@InterfaceType("Payload", { description: "What came of an act. Either it is done and there are no problems, or there are some and nothing was changed." })
export abstract class PayloadInterface {
  @Field(() => [ProblemType], { description: "All that stands in the way; empty when it is done." })
  declare readonly problems: readonly Problem[];

  @Field(() => Int, { nullable: true, description: "The number of the entry that holds this act. Null where nothing was written." })
  declare readonly entry: number | null;

  @Field(() => Boolean, { description: "Whether this act was done before under the same Idempotency-Key: the answer is the one of then." })
  declare readonly isRepeat: boolean;
}

/** What a payload is made of, its record included. */
export interface Payload<Row> extends PayloadInterface {
  readonly record: Row | null;
  /** The ids of all records that it changed, or would change. */
  readonly changed: readonly string[];
}

/** The payload of acts whose result is one record, which stands in a field of that name. */
export function payloadOf<Type extends object>(name: string, field: string, type: () => ClassType<Type> | object): ClassType<PayloadInterface> {
  @ObjectType(`${name}Payload`, { implements: PayloadInterface, description: `What came of an act on ${oneOfType(name)}.` })
  class RecordPayload extends PayloadInterface {
    @Field(type, { name: field, nullable: true, description: "The record as it stands now; under dryRun, as it would stand. Null where there are problems." })
    declare readonly record: unknown;
  }
  return RecordPayload;
}

/** The payload of acts that are the same for every kind of record. */
export const RecordPayload = payloadOf("Record", "record", () => RecordInterface);

/** The class that resolves which records an act changed. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
export function changedResolver(record: AnyRecord): Function {
  @Resolver(() => PayloadInterface)
  class ChangedResolver {
    @FieldResolver(() => [RecordInterface], { description: "The records that it made or changed, each once, as far as this viewer may see them: with their versions, for what is done next. What it removed is not among them. Under dryRun as they would stand; of a repeat, as they stood then." })
    async changed(@Ctx() context: Context, @Root() { changed }: Pick<Payload<unknown>, "changed">): Promise<RecordRow[]> {
      const rows = await Promise.all(changed.map(async (id) => record(context, id)));
      return rows.filter((row) => row !== null);
    }
  }
  return ChangedResolver;
}

/** The class that resolves what a problem is about. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
export function problemResolver(record: AnyRecord): Function {
  @Resolver(() => ConflictType)
  class ConflictResolver {
    @FieldResolver(() => RecordInterface, { nullable: true, description: "The record as it stands." })
    record(@Ctx() context: Context, @Root() { recordId }: Conflict): Soon<RecordRow | null> {
      return record(context, recordId);
    }
  }

  @Resolver(() => ProblemType)
  class ProblemResolver extends ConflictResolver {
    @FieldResolver(() => [String], { description: "Where in what was sent: argument, field names and list positions." })
    path(@Root() { path }: Problem): string[] {
      return (path ?? []).map(String);
    }

    @FieldResolver(() => [RecordInterface], { description: "The records that it is about, as far as this viewer may see them: what blocks, what still points here." })
    async records(@Ctx() context: Context, @Root() { records }: Problem): Promise<RecordRow[]> {
      const rows = await Promise.all((records ?? []).map(async (id) => record(context, id)));
      return rows.filter((row) => row !== null);
    }

    @FieldResolver(() => ConflictType, { nullable: true, description: "What somebody else changed, under STALE." })
    conflict(@Root() { conflict }: Problem): Conflict | null {
      return conflict ?? null;
    }
  }
  return ProblemResolver;
}
