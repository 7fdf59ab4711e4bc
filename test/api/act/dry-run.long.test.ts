import { getNamedType, getNullableType, isEnumType, isInterfaceType, isListType, isNonNullType, isObjectType, isScalarType, isUnionType, type GraphQLField, type GraphQLObjectType, type GraphQLOutputType } from "graphql";
import { describe, expect, it } from "vitest";
import { londonDay } from "../../../src/kernel/day.ts";
import { wasUsed } from "../../../src/ledger/reading.ts";
import { officeOfEverything, openWorld } from "../../support/domain-world.ts";
import { sampleActs } from "../../support/sample-acts.ts";
import { documentOf, type Mutation } from "../../support/sample-mutation.ts";
import { schema } from "../../support/schema.ts";

/** A trial says what the act itself will say: each mutation is tried and then done, and both answer the same. */

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

/** What nobody can know before it is done: the number of the entry, the place in the feed, a secret, and when exactly it will have been done. */
const UNKNOWN: ReadonlySet<string> = new Set(["entry", "cursor", "secret", "secretPath", "prefix", "fingerprint", "formerEndsAt"]);

/** Who may do what, what there was before, and where it is written, are asked for by themselves. */
const APART: ReadonlySet<string> = new Set(["viewerCan", "history", "provenance", "problems", "changesSince"]);

/** Everything that a type says of itself, and the ids of the records beside it. */
function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isScalarType(named) || isEnumType(named)) return "";
  if (isUnionType(named)) return " { __typename }";
  if (isInterfaceType(named)) return named.name === "Record" ? " { __typename id version audience isExample }" : " { __typename }";
  if (!isObjectType(named)) return "";
  if (depth > 1 && isRecord(named)) return " { id version }";
  const fields = Object.values(named.getFields()).filter((field) => isTold(field, depth)).map((field) => `${field.name}${selection(field.type, depth + 1)}`);
  return ` { __typename ${fields.join(" ")} }`;
}

function isTold({ name, type, args }: GraphQLField<unknown, unknown>, depth: number): boolean {
  const named = getNamedType(type);
  const isPage = named.name.endsWith("Connection");
  return !UNKNOWN.has(name) && !APART.has(name) && !isPage && args.every((arg) => !isNonNullType(arg.type)) && (depth < 4 || isScalarType(named) || isEnumType(named)) && (depth < 2 || !isListOfRecords(type));
}

function isListOfRecords(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isListType(getNullableType(type)) && isObjectType(named) && isRecord(named);
}

function isRecord(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === "Record");
}

/** An answer in which every record that was not there before is called by its place. */
function withoutNewIds(answer: unknown, known: (id: string) => boolean): unknown {
  const places = new Map<string, string>();
  const text = JSON.stringify(answer).replaceAll(/"[a-z]{2,3}_[0-9a-z]{16}"/g, (quoted) => {
    if (known(quoted.slice(1, -1))) return quoted;
    places.set(quoted, places.get(quoted) ?? `"new ${places.size + 1}"`);
    return places.get(quoted) ?? "";
  });
  return JSON.parse(text);
}

describe("a mutation that is tried", () => {
  it("answers what it answers when it is done, and writes nothing", async () => {
    const today = londonDay(new Date());
    const world = await openWorld(today);
    const system = await world.given.place({ level: "SYSTEM" });
    const office = { ...officeOfEverything, memberOf: [system], draftsOf: [system] };
    const samples = await sampleActs(world, system);
    expect(Object.keys(samples).toSorted()).toEqual(mutations.map(({ name }) => name).toSorted());
    for (const mutation of mutations) {
      const sent = (await samples[mutation.name]?.()) ?? {};
      const does = async (dryRun: boolean): Promise<unknown> => {
        const { data, errors } = await world.answer(office, documentOf(mutation, answerOf(mutation), `dryRun: ${dryRun} reason: "Tried"`, sent), sent);
        return errors?.[0] === undefined ? data?.[mutation.name] : { error: errors.map(({ message }) => message) };
      };
      const lease = world.ledger.lease();
      const known = (id: string): boolean => wasUsed(lease.ledger, id);
      const tried = withoutNewIds(await does(true), known);
      expect([mutation.name, world.ledger.head()]).toEqual([mutation.name, lease.number]);
      const done = withoutNewIds(await does(false), known);
      lease.release();
      expect([mutation.name, done]).toEqual([mutation.name, expect.objectContaining({ problems: [] })]);
      expect([mutation.name, tried]).toEqual([mutation.name, done]);
    }
    // The graph holds what the entries say, and nothing that was only tried.
    expect(world.ledger.verify()).toMatchObject({ sound: true, entries: world.ledger.head() });
  });
});

function answerOf(mutation: Mutation): string {
  return `problems { code message path } ${selection(mutation.type, 0).trim().slice(1, -1)}`;
}
