import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, type GraphQLField, type GraphQLInputObjectType, type GraphQLInputType } from "graphql";
import { z } from "zod";
import type { Viewer } from "../../src/api/access/viewer.ts";
import { concepts } from "../../src/schema.ts";
import type { World } from "./domain-world.ts";
import type { Pair } from "./two-of-each.ts";

/** A mutation of the schema, and what can be sent with it. */
export type Mutation = GraphQLField<unknown, unknown>;

export type Sent = Readonly<Record<string, unknown>>;

const kinds = concepts.flatMap((concept) => concept.kinds);

const SAMPLES: Readonly<Record<string, unknown>> = { String: "Some words", Int: 1, Float: 1, Boolean: false, Day: "2024-07-05", Instant: "2024-07-05T11:00:00.000Z", Moment: 1 };

/** Finds ids to send: of the kind that a place in what is sent is called after, and where that is refused, of the next. */
export class Ids {
  private readonly tried = new Map<string, number>();
  private readonly pairs: readonly Pair[];
  private readonly answers: string;

  constructor(pairs: readonly Pair[], mutation: Mutation) {
    this.pairs = pairs;
    const payload = getNamedType(mutation.type);
    const record = isObjectType(payload) ? Object.values(payload.getFields()).find(({ type }) => kinds.some((kind) => kind.type === getNamedType(type).name)) : undefined;
    this.answers = record === undefined ? "" : getNamedType(record.type).name;
  }

  at(path: readonly string[]): string {
    const name = path.findLast((part) => !/^\d+$/.test(part)) ?? "";
    const called = (name === "id" ? this.answers : name).toLowerCase();
    const isLikely = ({ kind: { type } }: Pair): boolean => type.toLowerCase() === called || called.endsWith(type.toLowerCase());
    const inOrder = [...this.pairs.filter(isLikely), ...this.pairs.filter((pair) => !isLikely(pair))];
    return inOrder[this.tried.get(path.join(".")) ?? 0]?.first ?? "";
  }

  /** False when there is no other left. */
  another(path: readonly string[]): boolean {
    const next = (this.tried.get(path.join(".")) ?? 0) + 1;
    this.tried.set(path.join("."), next);
    return next < this.pairs.length;
  }
}

/** The arguments that a mutation cannot be without. */
export function neededBy({ args }: Mutation): Mutation["args"] {
  return args.filter(({ type }) => isNonNullType(type)).filter(({ name }) => name !== "dryRun");
}

/** The mutation as a document, with a selection of what is wanted of its answer; with the arguments that it cannot be without, and those that are sent. */
export function documentOf(mutation: Mutation, selection: string, more = "", sent: Sent = {}): string {
  const args = mutation.args.filter((arg) => neededBy(mutation).includes(arg) || Object.hasOwn(sent, arg.name));
  return `mutation (${args.map(({ name, type }) => `$${name}: ${String(type)}`).join(" ")}) { ${mutation.name}(${args.map(({ name }) => `${name}: $${name}`).join(" ")} ${more}) { ${selection} } }`;
}

/** Something of everything that a mutation can be sent. */
export function sampleFor(mutation: Mutation, ids: Ids): Sent {
  return Object.fromEntries(neededBy(mutation).map(({ name, type }) => [name, sampleOf(type, [name], ids)]));
}

/** What an input cannot be without, of which no record is made: words without a letter, and no id that there is. */
export function barestInput(type: GraphQLInputObjectType): Sent {
  return Object.fromEntries(Object.values(type.getFields()).filter((field) => isNonNullType(field.type)).map((field) => [field.name, barest(field.type)]));
}

function barest(type: GraphQLInputType): unknown {
  if (isListType(getNullableType(type))) return [barest(getNamedType(type))];
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) return barestInput(named);
  return named.name === "String" ? " " : named.name === "ID" ? "" : named.name === "Int" ? 99 : SAMPLES[named.name];
}

/** Something that is taken where something of a type is. */
export function sampleOf(type: GraphQLInputType, path: readonly string[], ids: Ids): unknown {
  if (isListType(getNullableType(type))) return [sampleOf(getNamedType(type), [...path, "0"], ids)];
  const named = getNamedType(type);
  if (named.name === "ID") return ids.at(path);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (!isInputObjectType(named)) return SAMPLES[named.name] ?? "Some words";
  const fields = Object.values(named.getFields()).filter(({ type: inner }) => isNonNullType(inner) || path.length < 6);
  // A report is about one thing.
  const isAlternative = ({ name }: { readonly name: string }): boolean => named.name === "DraftStatusReportInput" && ["workstream", "healthIntegrationTeam"].includes(name);
  const sent = named.isOneOf ? fields.slice(0, 1) : fields.filter((field) => !isAlternative(field));
  return Object.fromEntries(sent.map((field) => [field.name, sampleOf(field.type, [...path, field.name], ids)]));
}

const payload = z.object({ problems: z.array(z.object({ code: z.string(), message: z.string(), path: z.array(z.string()) })) });
const fault = z.object({ code: z.string(), act: z.string().optional() });

/** What a mutation answered somebody: a fault's code and act, or the problems; and what had been sent. */
export interface Tried {
  readonly sent: Sent;
  readonly code: string;
  readonly act?: string | undefined;
  readonly problems: readonly z.output<typeof payload>["problems"][number][];
}

/** Does a mutation as it is sent. */
export async function sending(world: World, viewer: Viewer, mutation: Mutation, sent: Sent, more = ""): Promise<Tried> {
  const { data, errors } = await world.answer(viewer, documentOf(mutation, "problems { code message path }", more, sent), sent);
  if (errors !== undefined) return { sent, problems: [], ...fault.parse({ code: errors[0]?.message, ...errors[0]?.extensions }) };
  const { problems } = payload.parse(data?.[mutation.name]);
  return { sent, code: `answers ${problems.map(({ code, path }) => `${code} ${path.join(".")}`).join()}`, problems };
}

/** Tries a mutation with one id after another until what it is sent is there. */
export async function trying(world: World, viewer: Viewer, mutation: Mutation, pairs: readonly Pair[], more = ""): Promise<Tried> {
  const ids = new Ids(pairs, mutation);
  for (;;) {
    const tried = await sending(world, viewer, mutation, sampleFor(mutation, ids), more);
    const missing = tried.problems.find(({ code }) => code === "NOT_FOUND" || code === "INVALID_ID");
    if (missing === undefined || !ids.another(missing.path)) return tried;
  }
}
