import {
  getNamedType, getNullableType, isInputObjectType, isListType, isNonNullType, isObjectType, isScalarType,
  type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLObjectType,
} from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "../../support/schema.ts";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { concepts } from "../../../src/schema.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";
import { twoOfEach, type Pair } from "../../support/two-of-each.ts";

/**
 * Nobody learns by asking: whatever takes the id of a record answers, where the viewer may not see that record, as it answers
 * for an id that no record has. Every argument and every field of every filter is asked, of a graph with two records of each kind.
 */

const kinds = concepts.flatMap((concept) => concept.kinds);
const query = schema.getQueryType();

/** What only acts take: another test asks them. */
const ofActs = inputsWithin(Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ args }) => args));

/** What only streams take: it chooses among changes that have passed the gate, and the tests of streams ask it. */
const ofStreams = inputsWithin(Object.values(schema.getSubscriptionType()?.getFields() ?? {}).flatMap(({ args }) => args));

/** The inputs that these take, and those inside them. */
function inputsWithin(takers: readonly (GraphQLArgument | GraphQLInputField)[], found = new Set<unknown>()): ReadonlySet<unknown> {
  for (const type of takers.map((taker) => getNamedType(taker.type)).filter(isInputObjectType)) {
    if (!found.has(type)) inputsWithin(Object.values(type.getFields()), found.add(type));
  }
  return found;
}

/** Somewhere to hand an id to: a field of the query or of a record, and the names from its argument down to the id. */
interface Door {
  readonly name: string;
  readonly owner: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly path: readonly (GraphQLArgument | GraphQLInputField)[];
  /** The argument or the field of an input that takes the id: the same in every list of a type. */
  readonly takes: string;
}

/** The ways down to an id from an argument, none through the same filter twice. */
function pathsFrom(taker: GraphQLArgument | GraphQLInputField, where: string, through: readonly string[] = []): Pick<Door, "path" | "takes">[] {
  const type = getNamedType(taker.type);
  if (isScalarType(type) && type.name === "ID") return [{ path: [taker], takes: `${where}.${taker.name}` }];
  if (!isInputObjectType(type) || through.includes(type.name)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    pathsFrom(field, type.name, [...through, type.name]).map(({ path, takes }) => ({ path: [taker, ...path], takes })),
  );
}

function doorsOf(owner: GraphQLObjectType): Door[] {
  return Object.values(owner.getFields()).flatMap((field) =>
    field.args.flatMap((arg) => pathsFrom(arg, `${owner.name}.${field.name}`).map(({ path, takes }) => ({
      name: `${owner.name}.${field.name}(${path.map(({ name }) => name).join(".")})`, owner, field, path, takes,
    }))),
  );
}

/** Every door; of the lists of one type, which have one filter, the query's or else the first one's. */
function doors(): Door[] {
  const owners = [query, ...kinds.map(({ type }) => schema.getType(type))].filter(isObjectType);
  const known = new Set<string>();
  return owners.flatMap(doorsOf).filter(({ field, path }) => {
    const list = getNamedType(field.type).name;
    if (!list.endsWith("Connection")) return true;
    const same = `${list} ${path.map(({ name }) => name).join(".")}`;
    return !known.has(same) && known.add(same).has(same);
  });
}

/** Of a list, how many; of a record, which; of anything else, what it says without being asked more. */
function selectionOf(type: GraphQLObjectType, depth = 2): string {
  const fields = type.getFields();
  const sign = ["totalCount", "id"].find((name) => fields[name] !== undefined);
  if (sign !== undefined) return sign;
  const parts = Object.values(fields).flatMap((field) => {
    const target = getNamedType(field.type);
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    if (isObjectType(target)) return depth === 0 ? [] : [`${field.name} { ${selectionOf(target, depth - 1)} }`];
    return isScalarType(target) ? [field.name] : [];
  });
  return ["__typename", ...parts].join(" ");
}

function written({ field, path }: Door, id: string): string {
  const [argument, ...inside] = path;
  const value = inside.reduceRight((rest, { name, type }) => inList(type, `{ ${name}: ${rest} }`), JSON.stringify(id));
  const type = getNamedType(field.type);
  return `${field.name}(${argument?.name ?? ""}: ${argument === undefined ? "" : inList(argument.type, value)}) { ${isObjectType(type) ? selectionOf(type) : "__typename ... on Node { id }"} }`;
}

function inList(type: GraphQLArgument["type"], value: string): string {
  return isListType(getNullableType(type)) ? `[${value}]` : value;
}

/** What comes of handing each of these ids in, as text, with the id itself left out of it. */
async function answers(world: World, viewer: Viewer, door: Door, ids: readonly string[], pairs: readonly Pair[]): Promise<string[]> {
  const own = pairs.find(({ kind }) => kind.type === door.owner.name);
  const asked = ids.map((id, index) => `a${index}: ${written(door, id)}`).join(" ");
  const owners = own === undefined ? [] : [own.first, own.second];
  const source = own === undefined ? `{ ${asked} }` : `{ nodes(ids: ${JSON.stringify(owners)}) { ... on ${door.owner.name} { ${asked} } } }`;
  const { data, errors } = await world.answer(viewer, source);
  // One refusal takes all the answers with it: then each is asked by itself.
  if ((data ?? null) === null && ids.length > 1) return (await Promise.all(ids.map(async (id) => answers(world, viewer, door, [id], pairs)))).flat();
  const nodes: unknown = own === undefined ? [data] : data?.["nodes"];
  const found = (Array.isArray(nodes) ? nodes : []).map((node: object | null) => new Map<string, unknown>(Object.entries(node ?? {})));
  return ids.map((id, index) => {
    const refused = (errors ?? []).filter(({ path }) => path?.includes(`a${index}`)).map(({ message }) => message);
    return JSON.stringify([found.map((node) => node.get(`a${index}`)), refused]).replaceAll(id, "the id");
  });
}

/** An id of the same kind that no record has. */
function unused(id: string): string {
  return id.replace(/_.*/, "_0000000000000000");
}

/** Which of these ids find something that an id of no record does not. */
async function finds(world: World, viewer: Viewer, door: Door, ids: readonly string[], pairs: readonly Pair[]): Promise<string[]> {
  const found = await answers(world, viewer, door, [...ids, ...ids.map(unused)], pairs);
  return ids.filter((_, index) => found[index] !== found[ids.length + index]);
}

/** Records of the kind that the door is called after, or places, by whatever word; where none of these finds anything, any. */
async function findsThrough(world: World, viewer: Viewer, door: Door, pairs: readonly Pair[]): Promise<string[]> {
  const word = door.path.at(-1)?.name.toLowerCase() ?? "";
  const likely = pairs.filter(({ kind }) => kind.type === "Place" || word.endsWith(kind.type.toLowerCase()));
  for (const some of [likely, pairs]) {
    // The first of a pair is what the second points at, where its kind points at itself.
    for (const which of ["second", "first"] as const) {
      const found = await finds(world, viewer, door, some.map((pair) => pair[which]), pairs);
      if (found.length > 0) return found;
    }
  }
  return [];
}

describe("an id", () => {
  it("of a record that the viewer may not see finds what an id of no record finds, wherever it is handed in", async () => {
    const world = await openWorld();
    const pairs = await twoOfEach(world, schema, kinds);
    // Who has access is found by those who look after it.
    const member = holding("STEWARD", null, ...pairs.filter(({ kind }) => kind.type === "Place").flatMap(({ first, second }) => [first, second]));
    const all = doors();
    const through = new Map<string, Door[]>();
    const blind: string[] = [];
    for (const door of all) {
      const found = await findsThrough(world, member, door, pairs);
      if (found.length === 0) blind.push(door.name);
      for (const id of found) through.set(id, [...(through.get(id) ?? []), door]);
    }
    expect(blind).toEqual([]);

    const told: string[] = [];
    for (const [id, ways] of through) {
      const kind = pairs.find(({ first, second }) => first === id || second === id)?.kind;
      if (kind === undefined) throw new Error(`${id} was not made here.`);
      await world.act((draft) => { draft.change(kind, id, { audience: "MEMBERS" }); });
      for (const door of ways) {
        if ((await finds(world, nobody, door, [id], pairs)).length > 0) told.push(`${door.name} tells of a hidden ${kind.type}`);
      }
      await world.act((draft) => { draft.change(kind, id, { audience: "PUBLIC" }); });
    }
    expect(told).toEqual([]);

    const takers = Object.values(schema.getTypeMap()).filter(isInputObjectType).filter((type) => !ofActs.has(type) && !ofStreams.has(type)).flatMap((type) =>
      Object.values(type.getFields()).filter((field) => getNamedType(field.type).name === "ID").map((field) => `${type.name}.${field.name}`));
    const asked = new Set(all.map(({ takes }) => takes));
    expect(takers.filter((taker) => !asked.has(taker))).toEqual([]);
  }, 300_000);
});
