import * as fc from "fast-check";
import type { GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { readCursor, writeCursor } from "../../../src/api/list/cursor.ts";
import { Fault } from "../../../src/api/fault/fault.ts";
import { programmeKind } from "../../../src/domain/delivery/programme/table.ts";
import { workstreamKind, workstreamThemes } from "../../../src/domain/delivery/workstream/table.ts";
import { organisationKind } from "../../../src/domain/partners/organisation/table.ts";
import { fundingAwardKind } from "../../../src/domain/resources/funding/table.ts";
import type { RecordKind } from "../../../src/ledger/concept.ts";
import { openWorld, type World } from "../../support/domain-world.ts";

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null };
  readonly totalCount: number;
}

interface List {
  readonly what: string;
  /** What the list is of, and what makes its records its own. */
  readonly kind: RecordKind;
  readonly parent: RecordKind;
  readonly values: (parent: string, key: string) => Readonly<Record<string, unknown>>;
  /** The keys by which its records are sorted, in order; many share one. */
  readonly keys: readonly string[];
  /** Keys that are the same to the order, in one form. */
  readonly same?: (key: string) => string;
  readonly descendingIds?: boolean;
  readonly query: string;
}

/** Milliseconds in which a property that fails finds its smallest case. */
const TIME_TO_SHRINK = 60_000;

const PAGE = "nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount";
const ASKED = "$parent: ID!, $first: Int, $after: String, $last: Int, $before: String";
const PASSED = "first: $first, after: $after, last: $last, before: $before";

const organisationValues: List["values"] = (parentId, name) => ({ name, status: "ACTIVE", parentId });
const names = ["a", "A", "b", "Zoë", "zoë", "é"];

const lists: readonly List[] = [
  {
    what: "by name, whatever its capitals", kind: organisationKind, parent: organisationKind, values: organisationValues, keys: names, same: (name) => name.toLowerCase(),
    query: `query (${ASKED}) { list: organisations(filter: { parent: $parent }, ${PASSED}) { ${PAGE} } }`,
  },
  {
    what: "by name, within a parent", kind: organisationKind, parent: organisationKind, values: organisationValues, keys: names, same: (name) => name.toLowerCase(),
    query: `query (${ASKED}) { list: organisation(id: $parent) { list: units(${PASSED}) { ${PAGE} } } }`,
  },
  {
    what: "by a number", kind: workstreamKind, parent: programmeKind, values: (programmeId, theme) => ({ name: "Training", theme, status: "NOT_REPORTED", programmeId }), keys: workstreamThemes,
    query: `query (${ASKED}) { list: workstreams(filter: { programme: $parent }, orderBy: THEME, ${PASSED}) { ${PAGE} } }`,
  },
  {
    what: "the largest first, those without a number last", kind: fundingAwardKind, parent: programmeKind, descendingIds: true,
    values: (programmeId, amount) => ({ title: "Award", status: "AWARDED", amount, programmeId }), keys: ["£9,000,000,000", "£10", "£9.99", "£0", "not stated"],
    query: `query (${ASKED}) { list: fundingAwards(filter: { programme: $parent }, orderBy: AMOUNT, ${PASSED}) { ${PAGE} } }`,
  },
];

const parentValues = { name: "Parent", status: "ACTIVE" };

async function read(world: World, query: string, variables: object): Promise<Page> {
  const { list } = await world.ask<{ list: Page | { list: Page } }>(nobody, query, { ...variables });
  return "list" in list ? list.list : list;
}

/** Reads a list to its end, or from its end to its beginning, page by page; something may happen between pages. */
async function walk(world: World, list: List, asked: { parent: string; size: number; backward: boolean }, between: () => Promise<void> = async () => {}): Promise<string[]> {
  const { parent, size, backward } = asked;
  const ids: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Page = await read(world, list.query, { parent, ...(backward ? { last: size, before: cursor } : { first: size, after: cursor }) });
    const here = page.nodes.map(({ id }) => id);
    expect(page.edges.map(({ node }) => node.id)).toEqual(here);
    expect([page.pageInfo.startCursor, page.pageInfo.endCursor]).toEqual([page.edges[0]?.cursor ?? null, page.edges.at(-1)?.cursor ?? null]);
    expect(backward ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage).toBe(cursor !== null);
    if (backward) ids.unshift(...here);
    else ids.push(...here);
    const more = backward ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage;
    if (!more) return ids;
    expect(here).toHaveLength(size);
    cursor = backward ? page.pageInfo.startCursor : page.pageInfo.endCursor;
    await between();
  }
}

describe("a list that is read page by page", () => {
  it.each(lists)("$what gives every record once and in order, forward and backward, in pages of any size", async (list) => {
    const world = await openWorld();
    const anyKeys = fc.array(fc.constantFrom(...list.keys), { maxLength: 14, size: "max" });
    const property = fc.asyncProperty(anyKeys, fc.integer({ min: 1, max: 6 }), fc.boolean(), async (keys, size, backward) => {
      const { parent, ids } = await made(world, list, keys);
      expect(await walk(world, list, { parent, size, backward })).toEqual(ids);
      expect((await read(world, list.query, { parent, first: 1 })).totalCount).toBe(ids.length);
    });
    await fc.assert(property, { numRuns: 8 });
  }, TIME_TO_SHRINK);

  it.each(lists)("$what repeats and loses none of the others when records are added between pages", async (list) => {
    const world = await openWorld();
    const [key, keys] = [fc.constantFrom(...list.keys), fc.array(fc.constantFrom(...list.keys), { minLength: 2, maxLength: 10, size: "max" })];
    const property = fc.asyncProperty(keys, key, fc.integer({ min: 1, max: 4 }), fc.boolean(), async (keys, added, size, backward) => {
      const { parent, ids } = await made(world, list, keys);
      // As many as there are pages at most: else a walk towards new records would never end.
      let more = keys.length;
      const read = await walk(world, list, { parent, size, backward }, async () => {
        if (more-- > 0) await world.act((draft) => draft.create(list.kind, { audience: "PUBLIC", ...list.values(parent, added) }));
      });
      expect(read.filter((id) => ids.includes(id))).toEqual(ids);
      expect(new Set(read).size).toBe(read.length);
    });
    await fc.assert(property, { numRuns: 4 });
  }, TIME_TO_SHRINK);
});

/** A parent of its own with records of these keys, and their ids in the order in which they are to be read. */
async function made(world: World, { kind, parent: parentKind, values, keys: inOrder, same = (key) => key, descendingIds = false }: List, keys: readonly string[]): Promise<{ parent: string; ids: string[] }> {
  return world.act((draft) => {
    const parent = draft.create(parentKind, { audience: "PUBLIC", ...parentValues });
    const places = inOrder.map(same);
    const records = keys.map((key) => ({ id: draft.create(kind, { audience: "PUBLIC", ...values(parent, key) }), place: places.indexOf(same(key)) }));
    const sorted = records.toSorted((a, b) => a.place - b.place || (a.id < b.id !== descendingIds ? -1 : 1));
    return { parent, ids: sorted.map(({ id }) => id) };
  });
}

describe("a page", () => {
  it("has 50 records unless asked otherwise, and 100 at most", async () => {
    const world = await openWorld();
    await world.act((draft) => {
      for (let made = 0; made < 101; made += 1) draft.create(programmeKind, { audience: "PUBLIC", name: `Programme ${made}`, status: "ACTIVE" });
    });
    const sizes = await world.ask(nobody, "{ usual: programmes { nodes { id } } most: programmes(first: 100) { totalCount nodes { id } } end: programmes(last: 100) { nodes { id } } }");
    expect(sizes).toMatchObject({ usual: { nodes: { length: 50 } }, most: { totalCount: 101, nodes: { length: 100 } }, end: { nodes: { length: 100 } } });
  });

  it("of an empty list has no cursors, and nothing before or after it", async () => {
    const world = await openWorld();
    const empty = { nodes: [], edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null }, totalCount: 0 };
    expect(await world.ask(nobody, `{ forward: programmes { ${PAGE} } backward: programmes(last: 3) { ${PAGE} } }`)).toEqual({ forward: empty, backward: empty });
  });

  it("beyond the last record is empty", async () => {
    const world = await openWorld();
    await world.given.programme();
    const { programmes } = await world.ask<{ programmes: Page }>(nobody, `{ programmes { ${PAGE} } }`);
    const query = `query ($after: String) { programmes(first: 1, after: $after) { ${PAGE} } }`;
    const pageInfo = { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null };
    expect(await world.ask(nobody, query, { after: programmes.pageInfo.endCursor })).toEqual({ programmes: { nodes: [], edges: [], pageInfo, totalCount: 1 } });
  });

  it("counts the whole list only when asked to, and reads its records only then", async () => {
    const world = await openWorld();
    const parent = await world.given.organisation();
    await world.given.organisation({ parentId: parent });
    const statements = async (query: string): Promise<number> => (await world.answer(nobody, query, { parent })).statements;
    expect(await statements("{ organisations { pageInfo { hasNextPage endCursor } } }")).toBe(1);
    // Which they are, and what they say; once more, that is at hand.
    expect(await statements("{ organisations { nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } } }")).toBe(2);
    expect(await statements("{ organisations { nodes { id } } }")).toBe(1);
    expect(await statements("{ organisations { totalCount nodes { id } } }")).toBe(2);
    expect(await statements("{ organisations { totalCount } }")).toBe(1);
    expect(await statements("query ($parent: ID!) { organisation(id: $parent) { units { nodes { id } edges { cursor } pageInfo { endCursor } } } }")).toBe(2);
    expect(await statements("query ($parent: ID!) { organisation(id: $parent) { units { totalCount nodes { id } } } }")).toBe(2);
    expect(await statements("query ($parent: ID!) { organisation(id: $parent) { units { totalCount } } }")).toBe(1);
  });

  it("within a parent is each parent's own, found by one statement for all parents", async () => {
    const world = await openWorld();
    for (const [name, parts] of [["A", ["a1", "a2", "a3"]], ["B", ["b1"]], ["C", []], ["D", ["d1", "d2"]]] as const) {
      const programmeId = await world.given.programme({ name });
      for (const part of parts) await world.given.workstream({ name: part, programmeId });
    }
    const query = "{ programmes { nodes { name workstreams(first: 2, orderBy: NAME) { totalCount nodes { name } pageInfo { hasNextPage } } } } }";
    const { data, statements } = await world.answer(nobody, query);
    const [more, end] = [{ hasNextPage: true }, { hasNextPage: false }];
    expect(data).toEqual({
      programmes: {
        nodes: [
          { name: "A", workstreams: { totalCount: 3, nodes: [{ name: "a1" }, { name: "a2" }], pageInfo: more } },
          { name: "B", workstreams: { totalCount: 1, nodes: [{ name: "b1" }], pageInfo: end } },
          { name: "C", workstreams: { totalCount: 0, nodes: [], pageInfo: end } },
          { name: "D", workstreams: { totalCount: 2, nodes: [{ name: "d1" }, { name: "d2" }], pageInfo: end } },
        ],
      },
    });
    // Both lists: which they are, and what they say; and a count.
    expect(statements).toBe(5);
  });

  it("within a parent asked for in two ways is two pages", async () => {
    const world = await openWorld();
    const parent = await world.given.organisation();
    for (const name of ["a", "b", "c"]) await world.given.organisation({ name, parentId: parent });
    const query = `query ($parent: ID!) { organisation(id: $parent) {
      first: units(first: 1) { nodes { name } } last: units(last: 1) { nodes { name } } b: units(filter: { name: "B" }) { totalCount nodes { name } } again: units(first: 1) { nodes { name } }
    } }`;
    const { data, statements } = await world.answer(nobody, query, { parent });
    const a = { nodes: [{ name: "a" }] };
    expect(data).toEqual({ organisation: { first: a, last: { nodes: [{ name: "c" }] }, b: { totalCount: 1, nodes: [{ name: "b" }] }, again: a } });
    expect(statements).toBe(7);
  });

  it("is refused where it is none, with a word on what to ask for instead", async () => {
    const world = await openWorld();
    for (const name of ["a", "b"]) await world.given.organisation({ name });
    const { organisations } = await world.ask<{ organisations: Page }>(nobody, `{ organisations { ${PAGE} } }`);
    const cursor = organisations.pageInfo.startCursor ?? "";
    const size = /^A page holds 1 to 100 records, and -?\d+ were asked for\. Read on with after: pageInfo\.endCursor\.$/;
    const notACursor = /^This is not a cursor\. Send one back exactly as pageInfo or an edge gave it\.$/;
    for (const [asked, says] of [
      [{ first: 0 }, size],
      [{ first: -1 }, size],
      [{ first: 101 }, size],
      [{ last: 0 }, size],
      [{ last: 101 }, size],
      [{ first: 1, last: 1 }, /^Ask for the first or for the last records, not for both\.$/],
      [{ last: 1, after: cursor }, /^after goes with first, and before goes with last\.$/],
      [{ first: 1, before: cursor }, /^after goes with first, and before goes with last\.$/],
      [{ before: cursor }, /^after goes with first, and before goes with last\.$/],
      [{ after: "" }, notACursor],
      [{ after: "garbage" }, notACursor],
      [{ after: cursor.slice(1) }, notACursor],
      [{ last: 1, before: "null" }, notACursor],
      [{ after: encoded(["organisations by NAME", "a"]) }, notACursor],
      [{ after: encoded(["organisations by NAME", null, "or_0000000000000000"]) }, notACursor],
      [{ after: encoded(["organisations by NAME", "a", "or_0000000000000000", 1]) }, notACursor],
      [{ after: encoded({ order: "NAME" }) }, notACursor],
    ] as const) {
      for (const query of [
        `query (${ASKED.replace("$parent: ID!, ", "")}) { organisations(${PASSED}) { nodes { id } } }`,
        `query (${ASKED.replace("$parent: ID!, ", "")}) { organisations(first: 1) { nodes { units(${PASSED}) { nodes { id } } } } }`,
      ]) {
        const { errors } = await world.answer(nobody, query, asked);
        expect(errors?.map(said)).toEqual([["BAD_USER_INPUT", expect.stringMatching(says)]]);
      }
    }
  });

  it("takes no cursor of another list or another order", async () => {
    const world = await openWorld();
    const programmeId = await world.given.programme();
    await world.given.workstream({ programmeId });
    const cursors = await world.ask<Record<string, Page>>(
      nobody,
      `{ byName: workstreams(orderBy: NAME) { ${PAGE} } byTheme: workstreams(orderBy: THEME) { ${PAGE} } programmes { ${PAGE} } }`,
    );
    const query = "query ($after: String) { workstreams(orderBy: NAME, after: $after) { totalCount } }";
    const { byName, byTheme, programmes } = cursors;
    expect(await world.ask(nobody, query, { after: byName?.pageInfo.endCursor })).toEqual({ workstreams: { totalCount: 1 } });
    expect(await world.refused(nobody, query, { after: byTheme?.pageInfo.endCursor })).toEqual([
      "This cursor was given for workstreams by THEME, and this is workstreams by NAME. Send it back to the list that gave it, or begin without a cursor.",
    ]);
    expect(await world.refused(nobody, query, { after: programmes?.pageInfo.endCursor })).toEqual([
      "This cursor was given for programmes by NAME, and this is workstreams by NAME. Send it back to the list that gave it, or begin without a cursor.",
    ]);
  });
});

describe("a cursor", () => {
  const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\ud800", "é", '","', "\u0000"));

  it("is read as it was written", () => {
    fc.assert(
      fc.property(anyText, fc.oneof(anyText, fc.maxSafeInteger()), anyText, (order, key, id) => {
        expect(readCursor(writeCursor({ order, key, id }), order)).toEqual({ order, key, id });
      }),
    );
  });

  it("or a fault is all that comes of any text", () => {
    const anyJson = fc.json().map((text) => Buffer.from(text).toString("base64url"));
    fc.assert(
      fc.property(fc.oneof(anyText, fc.base64String(), anyJson), (text) => {
        expect(() => readCursor(text, "organisations by NAME")).toThrow(Fault);
      }),
    );
  });
});

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function said({ extensions, message }: GraphQLError): [unknown, string] {
  return [extensions["code"], message];
}
