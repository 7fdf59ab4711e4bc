import {
  GraphQLBoolean, GraphQLID, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString, isInputObjectType, isObjectType,
  type GraphQLFieldConfig, type GraphQLFieldConfigArgumentMap, type GraphQLNamedType,
} from "graphql";
import { isId, prefixOf } from "../../kernel/identity.ts";
import type { Problem } from "../../kernel/problem.ts";
import { oneOfType, sentenceWith } from "../../kernel/type-words.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Context } from "../context.ts";
import type { Permissions } from "../access/permission.ts";
import type { AnyRecord, RecordRow } from "../record.ts";
import type { ActArgs } from "./act-args.ts";
import type { ActDraft } from "./act-draft.ts";
import { acting, signedIn } from "./acting.ts";
import { actOn, fieldFor, isKept, isShared, type KeptKinds, type RecordVerb } from "./kept.ts";
import { notFound } from "./not-found.ts";
import type { Payload } from "./payload.ts";
import { amend, recordAll, remove, type RecordAmended, type RecordItem } from "./record-acts.ts";
import { recordInput } from "./record-inputs.ts";

/**
 * The schema with the four acts that are the same for every kind of record: record, amend, remove, restore. Which kinds
 * they are for, the table of permissions says. What can be sent of a record is read off its type in the schema. Beside them,
 * types to which no field leads.
 */
export function withRecordActs(schema: GraphQLSchema, kinds: readonly RecordKind[], permissions: Permissions, load: AnyRecord, besides: readonly GraphQLNamedType[] = []): GraphQLSchema {
  const kept = kindsOf("record");
  // Some are recorded by verbs of their own, and no rule stands behind what is set right in them.
  const amended = kindsOf("amend");
  const old = schema.getMutationType()?.toConfig();
  const payload = schema.getType("RecordPayload");
  if (old === undefined || !isObjectType(payload)) throw new Error("Acts on records stand beside others, and answer with a RecordPayload.");
  const field = <Sent>(description: string, args: GraphQLFieldConfigArgumentMap, act: (sent: Sent, args: ActArgs, context: Context) => Promise<Payload<RecordRow>>): GraphQLFieldConfig<unknown, Context, Sent & ActArgs> => ({
    type: new GraphQLNonNull(payload), description, args: { ...args, ...commonArgs(schema) }, 
    resolve: async (_, sent, context) => {
      // Whoever did not is told that first, whatever they sent.
      signedIn(context);
      return act(sent, sent, context);
    },
  });
  const existing = { id: { type: new GraphQLNonNull(GraphQLID), description: "The id of the record that this is done to." }, expectedVersion: { type: new GraphQLNonNull(GraphQLInt), description: "Its version as you read it." } };
  const mutation = new GraphQLObjectType<unknown, Context>({
    ...old,
    fields: {
      ...old.fields,
      record: field<{ readonly records: readonly RecordItem[] }>("Records one record, or several that belong together, as one act: all of them or none. Answers with the first.", {
        records: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(itemInput(schema, kept)))), description: "The records, those that are pointed at first." },
      }, async ({ records }, args, context) => {
        const [first] = records.flatMap((each) => Object.keys(each.record)).flatMap((name) => kept.get(name) ?? []);
        if (first === undefined) return refused({ code: "MISSING_FIELD", message: "There is nothing to record. Send at least one record.", path: ["records"] });
        return acting(context, { name: actOn(first, "record"), args, sent: records, kind: first, load }, (draft) => recordAll(draft, kept, records, ["records"]));
      }),
      amend: field<RecordAmended>("Changes fields of a record. What others have changed since in other fields stays; the same field changed by both is refused, with who and when.", {
        ...existing, changes: { type: new GraphQLNonNull(changesInput(schema, amended)), description: "The fields to change, under the record's kind." },
      }, async (sent, args, context) => {
        const { id, expectedVersion, changes } = sent;
        return on(id, "amend", { id, expectedVersion, sent: changes }, args, context, (draft, kind) => { amend(draft, amended, kind, sent); });
      }),
      remove: field<{ readonly id: string; readonly expectedVersion: number }>("Removes a record that was made in error, with what is no more than a part of it, and answers without one. What it said stays in its history, and it can be restored. One that others point at stays, and they are listed. Of what people have verbs of their own for it takes a reason.", existing, async ({ id, expectedVersion }, args, context) =>
        on(id, "remove", { id, expectedVersion }, args, context, (draft, kind) => { remove(draft, kind, { id, expectedVersion }, !isKept(permissions, kind)); })),
      restore: field<{ readonly id: string }>("Brings back a record that was removed, as it was, with the parts that went with it. What holds of it beside other records has to hold today.", { id: existing.id }, async ({ id }, args, context) =>
        on(id, "restore", { id }, args, context, (draft, kind) => { draft.restore(kind, id, actOn(kind, "restore")); })),
    },
  });
  const { types, ...config } = schema.toConfig();
  return new GraphQLSchema({ ...config, mutation, types: [...types.filter(({ name }) => name !== mutation.name), ...besides], assumeValid: true });

  /** The kinds to which this is done by the act that is the same for every kind. */
  function kindsOf(verb: RecordVerb): KeptKinds {
    return new Map(kinds.filter((kind) => isShared(permissions, kind, verb)).map((kind) => [fieldFor(kind), kind]));
  }

  /** An act on one record of whatever kind, under the name that it has for this one. */
  async function on(id: string, verb: RecordVerb, sent: unknown, args: ActArgs, context: Context, decide: (draft: ActDraft, kind: RecordKind) => void): Promise<Payload<RecordRow>> {
    const kind = isId(id) ? kinds.find(({ prefix }) => prefix === prefixOf(id)) : undefined;
    if (kind === undefined) return refused(notFound(null, id, ["id"]));
    if (!isShared(permissions, kind, verb)) return refused({ code: "INVALID_CHOICE", message: `People have verbs of their own for what they do with ${oneOfType(kind.type)}: viewerCan on it lists them.`, path: ["id"] });
    return acting(context, { name: actOn(kind, verb), args, sent, kind, load }, (draft) => {
      decide(draft, kind);
      return id;
    });
  }
}

function itemInput(schema: GraphQLSchema, kept: KeptKinds): GraphQLInputObjectType {
  return new GraphQLInputObjectType({
    name: "RecordInput",
    description: "A record to be made, and what others in the same list call it.",
    fields: {
      as: { type: GraphQLString, description: "A name for it: others in the list point at it by @ and this name." },
      record: { type: new GraphQLNonNull(ofOneKind(schema, kept, "RECORD")), description: "What it says, under the name of its kind." },
    },
  });
}

function changesInput(schema: GraphQLSchema, kept: KeptKinds): GraphQLInputObjectType {
  return ofOneKind(schema, kept, "AMEND");
}

function ofOneKind(schema: GraphQLSchema, kept: KeptKinds, use: "RECORD" | "AMEND"): GraphQLInputObjectType {
  return new GraphQLInputObjectType({
    ...(use === "RECORD" ? { name: "AnyRecordInput", description: "A record of one kind." } : { name: "AnyRecordChanges", description: "What is to be changed of a record of one kind." }),
    isOneOf: true,
    fields: Object.fromEntries([...kept].map(([field, kind]) => [field, { type: recordInput(schema, kind, use), description: use === "RECORD" ? `${sentenceWith(kind.type)}: ${meaningOf(schema, kind)}` : `Fields of ${oneOfType(kind.type)}.` }])),
  });
}

/** What the schema says that a record of a kind is, within a sentence. */
function meaningOf(schema: GraphQLSchema, { type }: RecordKind): string {
  const meaning = schema.getType(type)?.description ?? "";
  return meaning.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
}

function refused(problem: Problem): Payload<RecordRow> {
  return { problems: [problem], entry: null, isRepeat: false, record: null, changed: [] };
}

function commonArgs(schema: GraphQLSchema): GraphQLFieldConfigArgumentMap {
  const citation = schema.getType("CitationInput");
  if (!isInputObjectType(citation)) throw new Error("Acts take citations.");
  return {
    dryRun: { type: new GraphQLNonNull(GraphQLBoolean), defaultValue: false, description: "Try it: the same answer, and nothing is written." },
    reason: { type: GraphQLString, description: "Why this is done, in words that stay in the history. Some acts have to have one." },
    citations: { type: new GraphQLList(new GraphQLNonNull(citation)), description: "Where what is recorded is written." },
  };
}
