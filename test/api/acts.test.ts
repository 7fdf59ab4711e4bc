import {
  getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, type GraphQLField, type GraphQLInputType,
} from "graphql";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { acting } from "../../src/api/act/acting.ts";
import { openContext, type Context } from "../../src/api/context.ts";
import { schema } from "../support/schema.ts";
import type { Role } from "../../src/api/role.ts";
import { Standpoint } from "../../src/api/standpoint.ts";
import { nobody } from "../../src/api/viewer.ts";
import { placeById } from "../../src/domain/foundation/place/loaders.ts";
import { placeKind } from "../../src/domain/foundation/place/table.ts";
import { permissions } from "../../src/domain/partners/access/permissions.ts";
import { personKind } from "../../src/domain/partners/person/table.ts";
import { readDay } from "../../src/kernel/day.ts";
import { concepts } from "../../src/schema.ts";
import { holding, memberOf, openWorld, type World } from "../support/domain-world.ts";
import { twoOfEach, type Pair } from "../support/two-of-each.ts";

/** Every mutation asks, and asks for what stands in the table of permissions: each is tried by nobody, and by a member without any role. */

const kinds = concepts.flatMap((concept) => concept.kinds);
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

type Mutation = GraphQLField<unknown, unknown>;

const SAMPLES: Readonly<Record<string, unknown>> = { String: "Some words", Int: 1, Float: 1, Boolean: false, Day: "2024-07-05", Instant: "2024-07-05T11:00:00.000Z" };

/** Finds ids to send: of the kind that a place in what is sent is called after, and where that is refused, of the next. */
class Ids {
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

function sampleOf(type: GraphQLInputType, path: readonly string[], ids: Ids): unknown {
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

const payload = z.object({ problems: z.array(z.object({ code: z.string(), path: z.array(z.string()) })) });

const fault = z.object({ code: z.string(), act: z.string().optional() });

type Tried = z.output<typeof fault>;

/** What a mutation answers a member without roles, when what it is sent is there. */
async function tried(world: World, mutation: Mutation, pairs: readonly Pair[]): Promise<Tried> {
  const ids = new Ids(pairs, mutation);
  const args = mutation.args.filter(({ type }) => isNonNullType(type)).filter(({ name }) => name !== "dryRun");
  const source = `mutation (${args.map(({ name, type }) => `$${name}: ${String(type)}`).join(" ")}) { ${mutation.name}(${args.map(({ name }) => `${name}: $${name}`).join(" ")} reason: "Tried") { problems { code path } } }`;
  for (;;) {
    const variables = Object.fromEntries(args.map(({ name, type }) => [name, sampleOf(type, [name], ids)]));
    const { data, errors } = await world.answer(memberOf(), source, variables);
    if (errors !== undefined) return fault.parse({ code: errors[0]?.message, ...errors[0]?.extensions });
    const { problems } = payload.parse(data?.[mutation.name]);
    const missing = problems.find(({ code }) => code === "NOT_FOUND" || code === "INVALID_ID");
    if (missing === undefined || !ids.another(missing.path)) return { code: `answers ${problems.map(({ code, path }) => `${code} ${path.join(".")}`).join()}` };
  }
}

describe("every mutation", () => {
  it("is for those who signed in", async () => {
    const world = await openWorld();
    const answers = await Promise.all(mutations.map(async (mutation) => {
      const ids = new Ids([{ kind: placeKind, first: "pl_0000000000000000", second: "" }], mutation);
      const args = mutation.args.filter(({ type }) => isNonNullType(type)).filter(({ name }) => name !== "dryRun");
      const source = `mutation (${args.map(({ name, type }) => `$${name}: ${String(type)}`).join(" ")}) { ${mutation.name}(${args.map(({ name }) => `${name}: $${name}`).join(" ")}) { entry } }`;
      const { errors } = await world.answer(nobody, source, Object.fromEntries(args.map(({ name, type }) => [name, sampleOf(type, [name], ids)])));
      return [mutation.name, errors?.[0]?.extensions["code"] ?? errors?.[0]?.message];
    }));
    expect(answers.length).toBeGreaterThan(4);
    expect(answers).toEqual(mutations.map(({ name }) => [name, "UNAUTHENTICATED"]));
  });

  it("asks for an act that stands in the table, and writes nothing for somebody without a role", async () => {
    const world = await openWorld();
    const pairs = await twoOfEach(world, schema, kinds);
    const head = world.ledger.head();
    const answers: [string, string][] = [];
    for (const mutation of mutations) {
      const { code, act } = await tried(world, mutation, pairs);
      answers.push([mutation.name, code === "FORBIDDEN" && permissions[act ?? ""] === undefined ? `asks for ${act}` : code]);
    }
    expect(answers).toEqual(mutations.map(({ name }) => [name, "FORBIDDEN"]));
    expect(world.ledger.head()).toBe(head);
  }, 120_000);
});

function contextOf({ ledger }: World, role: Role = "STEWARD"): Context {
  const standpoint = new Standpoint(ledger.lease());
  return openContext({ moment: standpoint, viewer: holding(role, null), smallNumber: 5, today: readDay("2024-07-05"), deadline: Number.POSITIVE_INFINITY, desk: { ledger, standpoint, permissions, key: null } });
}

describe("a mutation", () => {
  const made = { args: { dryRun: false }, sent: {}, kind: placeKind, load: placeById };
  const place = { fields: { audience: "PUBLIC", name: "Devon", level: "SYSTEM" }, problems: [] };

  it.each([
    ["that writes without having asked", "milestone:plan", /writes a Place for which it has not asked/],
    ["whose act stands in no table", "place:make-up", /place:make-up stands in no table of permissions/],
  ])("%s fails loudly, even for a steward", async (_, name, complaint) => {
    const world = await openWorld();
    const head = world.ledger.head();
    await expect(acting(contextOf(world), { name, ...made }, (draft) => draft.create(placeKind, place))).rejects.toThrow(complaint);
    expect(world.ledger.head()).toBe(head);
  });

  it("that asks for one record and writes another fails as loudly", async () => {
    const world = await openWorld();
    const [asked, other] = [await world.given.programme(), await world.given.place()];
    await expect(acting(contextOf(world, "OFFICE"), { name: "milestone:plan", ...made }, (draft) => {
      const { kind, row } = draft.findRecord(asked);
      draft.demand(kind, row);
      draft.change(placeKind, other, { fields: { name: "Elsewhere" }, problems: [] });
      return other;
    })).rejects.toThrow(/has not asked/);
  });

  it("that erases somebody without having asked fails as loudly", async () => {
    const world = await openWorld();
    const person = await world.given.person();
    await expect(acting(contextOf(world), { name: "person:erase", ...made }, (draft) => {
      draft.erase(personKind, person, []);
      return person;
    })).rejects.toThrow(/writes a Person for which it has not asked/);
  });
});
