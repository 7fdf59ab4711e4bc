import { expect, it } from "vitest";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { typeWord } from "../../../src/api/value/type-word.ts";
import type { Audience } from "../../../src/api/access/audience.ts";
import type { Column } from "../../../src/feeds/tables/table.ts";
import { snake } from "../../../src/feeds/tables/snake.ts";
import { holding, memberOf, officeOf, openWorld, type World } from "../../support/domain-world.ts";
import { schema } from "../../support/schema.ts";
import { kinds, rowsIn, tableNamed, tables } from "../../support/tables.ts";
import { twoOfEach, type Pair } from "../../support/two-of-each.ts";
import { flatTables } from "../../../src/schema.ts";

/**
 * What stands in a table is what the graph gives to the same viewer, cell by cell: two records of every kind, of which the second
 * is for everybody, for members, or for the office alone; and counts that are too small for everybody.
 */

const SMALL = 20;
const DAY = "2024-07-05";
const typeOf = new Map(flatTables.map(({ name, kind }) => [name, kind.type]));

interface TwoOfEach {
  readonly world: World;
  readonly pairs: readonly Pair[];
  readonly viewers: Readonly<Record<string, Viewer>>;
}

/** Two records of every kind, the first for everybody, the second for these. */
async function twoOfEachFor(audience: Audience): Promise<TwoOfEach> {
  const world = await openWorld(DAY, SMALL);
  const pairs = await twoOfEach(world, schema, kinds);
  const sources = pairs.find(({ kind }) => kind.type === "Source");
  await world.act((draft) => {
    for (const { kind, first, second } of pairs) {
      draft.change(kind, second, { audience });
      for (const sourceId of [sources?.first ?? "", sources?.second ?? ""]) draft.cite({ sourceId, recordId: first, fields: [], line: 3, quote: "12 people" });
    }
  });
  const [one, other] = [pairs[0]?.first ?? "", pairs[0]?.second ?? ""];
  const programme = pairs.find(({ kind }) => kind.type === "Programme")?.second ?? "";
  return { world, pairs, viewers: { nobody, member: memberOf(one, other), lead: holding("LEAD", programme, other), office: officeOf(one, other) } };
}

/** The selection of the fields at these paths. */
function selection(paths: readonly (readonly string[])[]): string {
  const names = [...new Set(paths.map(([name = ""]) => name))];
  return names.map((name) => {
    const inside = paths.filter(([first, ...rest]) => first === name && rest.length > 0).map(([, ...rest]) => rest);
    return inside.length === 0 ? name : `${name} { ${selection(inside)} }`;
  }).join(" ");
}

function valueAt(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined || value === null || value === undefined) return value ?? null;
  if (Array.isArray(value)) return value.flatMap((item: unknown) => valueAt(item, [name, ...rest]));
  return valueAt(Object.entries(value).find(([key]) => key === name)?.[1], rest);
}

/** What the graph's value is in a cell. */
function asCell({ type }: Column, value: unknown): unknown {
  if (type === "LIST") return Array.isArray(value) && value.length > 0 ? value.map((item) => String(item).replaceAll("\\", "\\\\").replaceAll("|", "\\|")).join(" | ") : null;
  return type === "AMOUNT" && typeof value === "number" ? value / 100 : value;
}

/** A row as the graph's answer makes it. */
type Answered = Readonly<Record<string, unknown>>;

async function inGraph({ world, pairs }: TwoOfEach, viewer: Viewer, table: string): Promise<Answered[]> {
  const type = typeOf.get(table) ?? "";
  const ids = pairs.filter(({ kind }) => kind.type === type).flatMap(({ first, second }) => [first, second]);
  const shown = tableNamed(table).columns.flatMap((column) => (column.field === null ? [] : [{ column, path: column.field.split(".").slice(1) }]));
  const relations = [...new Set(shown.filter(({ column, path }) => column.name.endsWith("_id") && path.length === 2).map(({ path: [name = ""] }) => name))];
  const asked = `id gaps { field status } ${selection(shown.map(({ path }) => path))} ${relations.map((name) => `status_${name}: valueStatus(field: "${name}")`).join(" ")}`;
  const { nodes } = await world.ask<{ nodes: (Record<string, unknown> & { gaps: { field: string; status: string }[] } | null)[] }>(viewer, `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${asked} } } }`, { ids });
  return nodes.filter((node) => node !== null).map((node) => {
    const gaps = [...node.gaps.map(({ field, status }) => `${snake(field)}: ${status}`), ...relations.filter((name) => node[`status_${name}`] === "WITHHELD").map((name) => `${snake(name)}: WITHHELD`)];
    // The graph has gaps in a form of its own.
    return { ...Object.fromEntries(shown.map(({ column, path }) => [column.name, asCell(column, valueAt(node, path))])), gaps: gaps.length === 0 ? null : gaps.join(" | ") };
  });
}

const byId = (rows: readonly Answered[]): Answered[] => rows.toSorted((a, b) => (String(a["id"]) < String(b["id"]) ? -1 : 1));

it.each([
  ["MEMBERS", { nobody: 1, member: 2, lead: 2, office: 2 }],
  ["DRAFT", { member: 1, office: 2 }],
] as const)("where the second record of every kind is for %s, each viewer finds in every table what the graph gives them", async (audience, expected) => {
  const given = await twoOfEachFor(audience);
  for (const [who, count] of Object.entries(expected)) {
    const viewer = given.viewers[who] ?? nobody;
    for (const { name, columns } of tables.filter((table) => typeOf.has(table.name))) {
      const rows = await rowsIn(given.world.ledger, name, "", { viewer, today: DAY, smallNumber: SMALL });
      const known = new Set(columns.filter((column) => column.field !== null || column.name === "gaps").map((column) => column.name));
      const comparable = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => known.has(column))));
      expect({ who, name, rows: comparable }).toEqual({ who, name, rows: byId(await inGraph(given, viewer, name)) });
    }
    expect({ who, milestones: (await rowsIn(given.world.ledger, "milestones", "", { viewer })).length }).toEqual({ who, milestones: count });
    expect({ who, rows: await rowsIn(given.world.ledger, "provenance", "", { viewer, smallNumber: SMALL }) }).toEqual({ who, rows: await provenanceInGraph(given, viewer) });
    expect({ who, rows: await rowsIn(given.world.ledger, "changes", "", { viewer, smallNumber: SMALL }) }).toEqual({ who, rows: await changesInGraph(given, viewer) });
  }
});

/** What the table of changes has to hold, page by page. */
async function changesInGraph({ world }: TwoOfEach, viewer: Viewer): Promise<Answered[]> {
  const { columns } = tableNamed("changes");
  const shown = columns.flatMap((column) => (column.field === null ? [] : [{ column, path: column.field.split(".").slice(1) }]));
  const types = new Set(typeOf.values());
  const asked = kinds.filter(({ type }) => types.has(type)).map(typeWord);
  const rows: Answered[] = [];
  for (let after: string | null = null, hasMore = true; hasMore; ) {
    const page: { changes: { cursor: string; hasNextPage: boolean; nodes: object[] } } = await world.ask(
      viewer, `query ($after: String, $types: [RecordType!]) { changes(first: 100, after: $after, types: $types) { cursor hasNextPage nodes { ${selection(shown.map(({ path }) => path))} } } }`, { after, types: asked });
    rows.push(...page.changes.nodes.map((node) => Object.fromEntries(shown.map(({ column, path }) => [column.name, asCell(column, valueAt(node, path))]))));
    [after, hasMore] = [page.changes.cursor, page.changes.hasNextPage];
  }
  return rows;
}

/** What the table of provenance has to hold, record by record. */
async function provenanceInGraph({ world, pairs }: TwoOfEach, viewer: Viewer): Promise<Answered[]> {
  const { columns } = tableNamed("provenance");
  const shown = columns.flatMap((column) => (column.field === null ? [] : [{ column, path: column.field.split(".").slice(1) }]));
  const rows: Answered[] = [];
  const types = new Set(typeOf.values());
  for (const { type } of kinds.filter((each) => types.has(each.type))) {
    const { first, second } = pairs.find((pair) => pair.kind.type === type) ?? { first: "", second: "" };
    const asked = `id called provenance { ${selection(shown.map(({ path }) => path))} }`;
    const { nodes } = await world.ask<{ nodes: ({ id: string; called: string; provenance: object[] } | null)[] }>(viewer, `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${asked} } } }`, { ids: [first, second].toSorted() });
    rows.push(...nodes.filter((node) => node !== null).flatMap(({ id, called, provenance }) => provenance.map((one): Answered => ({
      record_type: typeWord({ type }), record_id: id, record_name: called,
      ...Object.fromEntries(shown.map(({ column, path }) => [column.name, asCell(column, valueAt(one, path))])),
    }))));
  }
  return rows;
}
