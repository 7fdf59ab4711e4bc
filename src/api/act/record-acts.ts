import {
  GraphQLBoolean, GraphQLID, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString, isInputObjectType, isObjectType,
  type GraphQLFieldConfig, type GraphQLFieldConfigArgumentMap,
} from "graphql";
import { refusal, type Problem } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { FieldValues } from "../../ledger/record.ts";
import type { Context } from "../context.ts";
import type { AnyRecord, RecordRow } from "../record.ts";
import type { Permissions } from "../role.ts";
import type { ActArgs } from "./act-args.ts";
import { kebab } from "../../kernel/kebab.ts";
import { isId, prefixOf } from "../../kernel/identity.ts";
import type { ProblemCode } from "./problem-codes.ts";
import type { ActDraft, Path } from "./act-draft.ts";
import { acting } from "./acting.ts";
import { valuesOf } from "./columns.ts";
import type { Payload } from "./payload.ts";
import { recordInput } from "./record-inputs.ts";

/** A record to be made, in a list whose items may point at one another. */
interface RecordItem {
  readonly as?: string | null;
  /** One field, by the kind. */
  readonly record: Readonly<Record<string, object>>;
}

const VERBS = ["record", "amend", "remove", "restore"] as const;

type Verb = (typeof VERBS)[number];

/** The name of an act on a kind for which nobody has a verb of their own. */
export function actOn(kind: RecordKind, verb: Verb): string {
  return `${kebab(kind.type)}:${verb}`;
}

/** Whether a kind is for these acts: all four stand in the table. Where people have verbs of their own, rules stand behind them that these know nothing of. */
function isKept(permissions: Permissions, kind: RecordKind): boolean {
  return VERBS.every((verb) => permissions[actOn(kind, verb)] !== undefined);
}

/**
 * The schema with the four acts that are the same for every kind of record: record, amend, remove, restore. Which kinds
 * they are for, the table of permissions says. What can be sent of a record is read off its type in the schema.
 */
export function withRecordActs(schema: GraphQLSchema, kinds: readonly RecordKind[], permissions: Permissions, record: AnyRecord): GraphQLSchema {
  const kept: ReadonlyMap<string, RecordKind> = new Map(kinds.filter((kind) => isKept(permissions, kind)).map((kind) => [fieldFor(kind), kind]));
  const oneOf = (name: string, description: string, of: ReadonlyMap<string, RecordKind>, use: "RECORD" | "AMEND"): GraphQLInputObjectType =>
    new GraphQLInputObjectType({ name, description, isOneOf: true, fields: Object.fromEntries([...of].map(([field, kind]) => [field, { type: recordInput(schema, kind, use), description: `A ${kind.type}.` }])) });
  const anyRecord = oneOf("AnyRecordInput", "A record of one kind.", kept, "RECORD");
  const item = new GraphQLInputObjectType({
    name: "RecordInput",
    description: "A record to be made, and what others in the same list call it.",
    fields: {
      as: { type: GraphQLString, description: "A name for it: others in the list point at it by @ and this name." },
      record: { type: new GraphQLNonNull(anyRecord), description: "The record." },
    },
  });
  const changes = oneOf("AnyRecordChanges", "What is to be changed of a record of one kind.", kept, "AMEND");
  const old = schema.getMutationType()?.toConfig();
  const payload = schema.getType("RecordPayload");
  if (old === undefined || !isObjectType(payload)) throw new Error("Acts on records stand beside others, and answer with a RecordPayload.");
  const field = <Sent>(description: string, args: GraphQLFieldConfigArgumentMap, act: (sent: Sent, args: ActArgs, context: Context) => Promise<Payload<RecordRow>>): GraphQLFieldConfig<unknown, Context, Sent & ActArgs> => ({
    type: new GraphQLNonNull(payload), description, args: { ...args, ...commonArgs(schema) }, resolve: async (_, sent, context) => act(sent, sent, context),
  });
  const existing = { id: { type: new GraphQLNonNull(GraphQLID), description: "The record." }, expectedVersion: { type: new GraphQLNonNull(GraphQLInt), description: "Its version as you read it." } };
  const mutation = new GraphQLObjectType<unknown, Context>({
    ...old,
    fields: {
      ...old.fields,
      record: field("Records one record, or several that belong together, as one act: all of them or none. Answers with the first.", {
        records: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(item))), description: "The records, those that are pointed at first." },
      }, recordAll),
      amend: field("Changes fields of a record. What others have changed since in other fields stays; the same field changed by both is refused, with who and when.", {
        ...existing, changes: { type: new GraphQLNonNull(changes), description: "The fields to change, under the record's kind." },
      }, amend),
      remove: field("Removes a record, and answers without one. What it said stays in its history, and it can be restored. One that others point at stays, and they are listed.", existing, remove),
      restore: field("Brings back a record that was removed, as it was.", { id: existing.id }, restore),
    },
  });
  const { types, ...config } = schema.toConfig();
  return new GraphQLSchema({ ...config, mutation, types: types.filter(({ name }) => name !== mutation.name), assumeValid: true });

  async function recordAll({ records }: { readonly records: readonly RecordItem[] }, args: ActArgs, context: Context): Promise<Payload<RecordRow>> {
    const [first] = records.flatMap((each) => Object.keys(each.record)).flatMap((name) => kept.get(name) ?? []);
    if (first === undefined) return refused("MISSING_FIELD", "There is nothing to record. Send at least one record.", "records");
    return acting(context, { name: actOn(first, "record"), args, sent: records, kind: first, load: record }, (draft) => {
      const names = new Map<string, string>();
      const ids = draft.each(records, ["records"], ({ as, record: sent }, path) => {
        const [[name, values] = ["", {}]] = Object.entries(sent);
        const id = make(draft, kept.get(name) ?? first, named(values, names), [...path, "record", name]);
        if (typeof as === "string") names.set(as, id);
        return id;
      });
      return ids[0] ?? "";
    });
  }

  async function amend({ id, expectedVersion, changes: sent }: { readonly id: string; readonly expectedVersion: number; readonly changes: Readonly<Record<string, object>> }, args: ActArgs, context: Context): Promise<Payload<RecordRow>> {
    return on(id, "amend", { id, expectedVersion, sent }, args, context, (draft, kind, act) => {
      const [[name, values] = ["", {}]] = Object.entries(sent);
      const { row } = draft.findRecord(id, ["id"]);
      if (kept.get(name) !== kind) throw refusal("INVALID_CHOICE", `This record is a ${kind.type}: what is to be changed stands under ${fieldFor(kind)}.`, ["changes", name]);
      draft.demand(kind, row, act);
      const path = ["changes", name];
      const edits = draft.merge(kind, id, expectedVersion, valuesOf(kind, values), path);
      // Nobody moves a record to where they hold nothing: each whole that it comes to is asked, and it belongs where they do.
      draft.home(kind, edits, act, path);
      const home = draft.homeOf(kind, { ...row, ...edits });
      if (home === null && edits["systemId"] !== undefined) draft.demand(kind, { systemId: edits["systemId"] }, act);
      draft.change(kind, id, { fields: home === null ? edits : { ...edits, systemId: home.systemId }, problems: [...elsewhere(edits, home), ...draft.systemUnseen(edits)] }, path);
    });
  }

  async function remove({ id, expectedVersion }: { readonly id: string; readonly expectedVersion: number }, args: ActArgs, context: Context): Promise<Payload<RecordRow>> {
    return on(id, "remove", { id, expectedVersion }, args, context, (draft, kind, act) => {
      draft.demand(kind, draft.findRecord(id, ["id"]).row, act);
      draft.isAt(kind, id, expectedVersion);
      draft.remove(kind, id);
    });
  }

  async function restore({ id }: { readonly id: string }, args: ActArgs, context: Context): Promise<Payload<RecordRow>> {
    return on(id, "restore", { id }, args, context, (draft, kind, act) => { draft.restore(kind, id, act); });
  }

  /** An act on one record of whatever kind, under the name that it has for this one. */
  async function on(id: string, verb: Verb, sent: unknown, args: ActArgs, context: Context, decide: (draft: ActDraft, kind: RecordKind, act: string) => void): Promise<Payload<RecordRow>> {
    const kind = isId(id) ? kinds.find(({ prefix }) => prefix === prefixOf(id)) : undefined;
    const act = kind === undefined ? "" : actOn(kind, verb);
    if (kind === undefined || !isKept(permissions, kind)) return kind === undefined ? refused("NOT_FOUND", `There is no record with the id ${id}.`, "id") : refused("INVALID_CHOICE", `People have verbs of their own for what they do with a ${kind.type}: viewerCan on it lists them.`, "id");
    return acting(context, { name: act, args, sent, kind, load: record }, (draft) => {
      decide(draft, kind, act);
      return id;
    });
  }
}

/** What it is part of decides where it belongs and, unless it says otherwise, whom it is for; each whole that it names is asked. */
function make(draft: ActDraft, kind: RecordKind, values: object, path: Path): string {
  const act = actOn(kind, "record");
  const sent = valuesOf(kind, values);
  const home = draft.home(kind, sent, act, path);
  const fields: FieldValues = home === null ? { audience: "PUBLIC", systemId: null, ...sent } : { audience: home.audience, ...sent, systemId: home.systemId };
  if (home === null) draft.demand(kind, fields, act);
  return draft.create(kind, { fields, problems: [...elsewhere(sent, home), ...draft.systemUnseen(sent)] }, path);
}

/** That a record is said to belong to another system than what it is part of. */
function elsewhere({ systemId }: FieldValues, home: RecordRow | null): Problem[] {
  if (systemId === undefined || home === null || systemId === home.systemId) return [];
  return [{ code: "RULE", message: "A record belongs to the system of what it is part of. Leave the system out.", path: ["system"] }];
}

function refused(code: ProblemCode, message: string, argument: string): Payload<RecordRow> {
  return { problems: [{ code, message, path: [argument] }], entry: null, isRepeat: false, record: null };
}

/** The field under which a record of a kind is sent. */
function fieldFor({ type }: RecordKind): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}

/** References that name a record of the same list, as its id. */
function named(values: object, names: ReadonlyMap<string, string>): object {
  return Object.fromEntries(Object.entries(values).map(([field, value]: [string, unknown]) => [field, typeof value === "string" && value.startsWith("@") ? (names.get(value.slice(1)) ?? value) : value]));
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
