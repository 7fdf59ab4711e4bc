import { getNamedType, isInputObjectType, isObjectType, type GraphQLInputObjectType, type GraphQLObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { concepts } from "../../../src/schema.ts";
import { memberOf, openWorld, worldOver, type World } from "../../support/domain-world.ts";
import { learningOf } from "../../support/given-learning.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { schema } from "../../support/schema.ts";
import { twoOfEach } from "../../support/two-of-each.ts";

const PRACTICES = "query ($organisation: ID, $succession: FollowedSuccession) { practices(filter: { organisation: $organisation, succession: $succession }, orderBy: TITLE) { totalCount nodes { title organisation { name } } } }";

interface Answer {
  readonly practices: { readonly totalCount: number; readonly nodes: readonly { readonly title: string; readonly organisation: { readonly name: string } | null }[] };
}

/** Two councils became one, which was split again: each body has a practice that is called after it. */
async function councils(world: World) {
  const system = await world.given.place({ level: "SYSTEM" });
  const body = async (name: string, more: object = {}): Promise<string> => {
    const id = await world.given.organisation({ name, systemId: system, ...more });
    await learningOf(world).practice({ title: name, organisationId: id });
    return id;
  };
  const [east, west, whole, north, south] = [await body("East"), await body("West"), await body("Whole"), await body("North"), await body("South")];
  const follow = async (predecessorId: string, successorId: string, more: object = {}): Promise<string> => world.given.succession({ predecessorId, successorId, systemId: system, ...more });
  for (const [before, after] of [[east, whole], [west, whole], [whole, north], [whole, south]] as const) await follow(before, after);
  return { world, system, body, follow, east, west, whole, north, south };
}

const list = (...titles: string[]): unknown => ({ practices: { totalCount: titles.length, nodes: titles.map((title) => ({ title })) } });

async function practicesOf(world: World, organisation: string, succession: string | null, viewer: Viewer = nobody): Promise<string> {
  const { practices } = await world.ask<Answer>(viewer, PRACTICES, { organisation, succession });
  expect(practices.totalCount).toBe(practices.nodes.length);
  // Each fact stays with the body that existed then.
  expect(practices.nodes.map(({ organisation: of }) => of?.name)).toEqual(practices.nodes.map(({ title }) => title));
  return practices.nodes.map(({ title }) => title).join(" ");
}

describe("succession", () => {
  let made: Awaited<ReturnType<typeof councils>>;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const { ledger, end } = await ownLedger("NOTHING");
    close = end;
    made = await councils(worldOver(ledger));
  });
  afterAll(async () => close());

  it.each([
    ["whole", null, "Whole"],
    ["whole", "PREDECESSORS", "East West Whole"],
    ["whole", "SUCCESSORS", "North South Whole"],
    ["whole", "BOTH", "East North South West Whole"],
    ["east", null, "East"],
    ["east", "PREDECESSORS", "East"],
    ["east", "SUCCESSORS", "East North South Whole"],
    // West went into the same body: what was its, was never East's.
    ["east", "BOTH", "East North South Whole"],
    ["north", "PREDECESSORS", "East North West Whole"],
    ["north", "SUCCESSORS", "North"],
    ["north", "BOTH", "East North West Whole"],
  ] as const)("of %s, followed to %s, finds what is recorded of %s", async (name, way, found) => {
    expect(await practicesOf(made.world, made[name], way)).toBe(found);
  });

  it("is followed in the lists of an organisation as in the filters, in as many statements for many as for one", async () => {
    const { world, east, west, whole, north } = made;
    const query = "query ($ids: [ID!]!, $succession: FollowedSuccession) { nodes(ids: $ids) { ... on Organisation { practices(filter: { succession: $succession }, orderBy: TITLE) { totalCount nodes { title } } } } }";
    const counts: number[] = [];
    const listed = async (ids: readonly string[], succession: string | null): Promise<unknown> => {
      const { data, errors, statements } = await world.answer(nobody, query, { ids, succession });
      expect(errors).toBeUndefined();
      counts.push(statements);
      return data?.["nodes"];
    };
    expect(await listed([whole], "PREDECESSORS")).toEqual([list("East", "West", "Whole")]);
    expect(await listed([whole, east, north, west], "PREDECESSORS")).toEqual([list("East", "West", "Whole"), list("East"), list("East", "North", "West", "Whole"), list("West")]);
    expect(new Set(counts).size).toBe(1);
    expect(await listed([whole], null)).toEqual([list("Whole")]);
  });

  it("tells of no body and no succession that the viewer may not see, nor of what lies behind it", async () => {
    const { world, system, body, follow, whole } = await councils(await openWorld());
    const hidden = { audience: "MEMBERS", systemId: system };
    const refuge = await body("Refuge", hidden);
    await follow(refuge, whole);
    await follow(await body("Ancient"), refuge);
    await follow(await body("Secretly"), whole, hidden);
    const found = async (viewer: Viewer): Promise<unknown> => world.ask(viewer, "query ($organisation: ID) { practices(filter: { organisation: $organisation, succession: PREDECESSORS }, orderBy: TITLE) { totalCount nodes { title } } }", { organisation: whole });
    expect(await found(nobody)).toEqual(list("East", "West", "Whole"));
    expect(await found(memberOf(system))).toEqual(list("Ancient", "East", "Refuge", "Secretly", "West", "Whole"));
    expect(await practicesOf(world, refuge, "BOTH")).toBe("");
  });

  it("is followed as it was recorded at the moment that is read", async () => {
    const { world, follow, body, east, whole } = await councils(await openWorld());
    const before = world.ledger.head();
    await follow(await body("Ancient"), east);
    const asked = async (at: string): Promise<unknown> => (await world.ask<Answer>(nobody, PRACTICES.replace("FollowedSuccession)", `FollowedSuccession) ${at}`), { organisation: whole, succession: "PREDECESSORS" })).practices.nodes.map(({ title }) => title);
    expect(await asked("")).toEqual(["Ancient", "East", "West", "Whole"]);
    expect(await asked(`@asAt(at: "${before}")`)).toEqual(["East", "West", "Whole"]);
  });

  it("is followed by a difference too", async () => {
    const { world, east, whole } = await councils(await openWorld());
    const from = world.ledger.head();
    await learningOf(world).practice({ title: "Huts", organisationId: east });
    const query = "query ($from: Moment!, $filter: DifferenceFilter) { changesBetween(from: $from, filter: $filter) { count } }";
    const moved = async (succession: string | null): Promise<unknown> => world.ask(nobody, query, { from: String(from), filter: { organisation: whole, succession } });
    expect(await moved(null)).toEqual({ changesBetween: { count: 0 } });
    expect(await moved("SUCCESSORS")).toEqual({ changesBetween: { count: 0 } });
    expect(await moved("PREDECESSORS")).toEqual({ changesBetween: { count: 1 } });
  });

  it("leads from Somerset Council to what the documents say of the county council before it", async () => {
    const { ledger, end } = await ownLedger("THE_DOCUMENTS");
    try {
      const query = `query ($succession: FollowedSuccession) {
        organisation(identifier: { scheme: GSS, value: "E06000066" }) { name memberships(filter: { succession: $succession }) { nodes { organisation { name } group { name } } } }
      }`;
      const asked = async (succession: string | null): Promise<unknown> => worldOver(ledger).ask(nobody, query, { succession });
      expect(await asked(null)).toMatchObject({ organisation: { memberships: { nodes: [] } } });
      expect(await asked("PREDECESSORS")).toMatchObject({ organisation: { name: "Somerset Council", memberships: { nodes: [{ organisation: { name: "Somerset County Council" } }] } } });
    } finally {
      await end();
    }
  });
});

/** A list, and where in its filter an organisation is named: the names from the filter's own field down to it. */
interface Door {
  readonly list: string;
  readonly path: readonly string[];
}

function doorsOf(type: GraphQLInputObjectType, list: string, above: readonly string[] = [], through: readonly string[] = []): Door[] {
  return Object.values(type.getFields()).flatMap(({ name, type: of }): Door[] => {
    const inside = getNamedType(of);
    if (inside.name === "ID") return [{ list, path: [...above, name] }];
    return isInputObjectType(inside) && !through.includes(inside.name) ? doorsOf(inside, list, [...above, name], [...through, inside.name]) : [];
  });
}

function listsOf(type: GraphQLObjectType): { readonly list: string; readonly filter: GraphQLInputObjectType }[] {
  return Object.values(type.getFields()).flatMap(({ name, type: of, args }) => {
    const filter = args.find((arg) => arg.name === "filter")?.type;
    return getNamedType(of).name.endsWith("Connection") && isInputObjectType(filter) ? [{ list: name, filter }] : [];
  });
}

/** The list through this door: what is found for an organisation. */
function asked({ list, path }: Door, id: string, ...more: string[]): string {
  const named = [`${path.at(-1) ?? ""}: "${id}"`, ...more].join(", ");
  return `${list}(filter: { ${path.slice(0, -1).reduceRight((rest, name) => `${name}: { ${rest} }`, named)} }) { totalCount }`;
}

/** A list of an organisation's own. */
function own(list: string, id: string, filter = ""): string {
  return `organisation(id: "${id}") { ${list}${filter} { totalCount } }`;
}

describe("every list", () => {
  it("that is asked for the records of an organisation, by a filter or as its own, follows its succession", async () => {
    const world = await openWorld();
    const kinds = concepts.flatMap((concept) => concept.kinds);
    const pairs = await twoOfEach(world, schema, kinds);
    const { first, second } = pairs.find(({ kind }) => kind.type === "Organisation") ?? { first: "", second: "" };
    const heir = await world.given.organisation({ name: "Heir" });
    for (const predecessorId of [first, second]) await world.given.succession({ predecessorId, successorId: heir });
    const count = async (source: string): Promise<number> => {
      const { data } = await world.answer(nobody, `{ ${source} }`);
      return Number(/"totalCount":(\d+)/.exec(JSON.stringify(data ?? {}))?.[1] ?? Number.NaN);
    };

    const query = schema.getQueryType();
    const found: string[] = [];
    for (const door of (query ? listsOf(query) : []).flatMap(({ list, filter }) => doorsOf(filter, list))) {
      const [one, other, none] = [await count(asked(door, first)), await count(asked(door, second)), await count(asked(door, "or_0000000000000000"))];
      if (one === none && other === none) continue;
      found.push([door.list, ...door.path].join("."));
      expect([...found.slice(-1), await count(asked(door, heir))]).toEqual([...found.slice(-1), none]);
      expect([...found.slice(-1), await count(asked(door, heir, "succession: PREDECESSORS")) >= Math.max(one, other)]).toEqual([...found.slice(-1), true]);
    }
    expect(found.length).toBeGreaterThan(35);

    const type = schema.getType("Organisation");
    const lent = (isObjectType(type) ? listsOf(type) : []).map(({ list }) => list);
    const deaf: string[] = [];
    for (const list of lent) {
      const [one, other] = [await count(own(list, first)), await count(own(list, second))];
      expect([list, one + other > 0]).toEqual([list, true]);
      if ((await count(own(list, heir))) !== 0 || (await count(own(list, heir, "(filter: { succession: PREDECESSORS })"))) < Math.max(one, other)) deaf.push(list);
    }
    expect(deaf).toEqual([]);
    expect(lent.length).toBeGreaterThan(25);
  }, 60_000);
});
