import { execute, getNamedType, isInterfaceType, isLeafType, isObjectType, parse, type DocumentNode, type ExecutionResult } from "graphql";
import { neverShown } from "../../src/api/access/audience.ts";
import type { RecordValues } from "../../src/api/changes/record-values.ts";
import { openContext } from "../../src/api/context.ts";
import { fieldOf } from "../../src/api/field.ts";
import type { RecordTable } from "../../src/api/loaders.ts";
import type { Viewer } from "../../src/api/access/viewer.ts";
import { readDay } from "../../src/kernel/day.ts";
import type { RecordKind } from "../../src/ledger/concept.ts";
import { storedColumns } from "../../src/ledger/graph.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import type { World } from "./domain-world.ts";
import { schema } from "./schema.ts";
import { concepts } from "../../src/schema.ts";

/** A change as the feed tells it. */
export interface ToldChange {
  readonly cursor: string;
  readonly seq: number;
  readonly act: string | null;
  readonly type: string;
  readonly id: string;
  readonly op: string;
  readonly changedFields: readonly string[];
  readonly before: RecordValues | null;
  readonly after: RecordValues | null;
}

export interface ToldPage {
  readonly cursor: string;
  readonly hasNextPage: boolean;
  readonly nodes: readonly ToldChange[];
}

export const CHANGES = `query ($after: String, $types: [RecordType!], $first: Int) {
  changes(after: $after, types: $types, first: $first) { cursor hasNextPage nodes { cursor seq at act actor reason type id op changedFields before after } }
}`;

/** A copy of the graph that somebody keeps by the feed alone. It is strict: what is made must not be there, and what is changed or removed must, but for what was erased. */
export class Copy {
  readonly records = new Map<string, RecordValues>();
  cursor: string | null = null;

  apply({ op, id, before, after }: ToldChange): void {
    const isThere = this.records.has(id);
    const isErased = op === "REMOVE" && before === null;
    if (!isErased && isThere === (op === "CREATE")) throw new Error(`${op} of ${id}, which is ${isThere ? "there" : "not there"}.`);
    if ((after === null) !== (op === "REMOVE")) throw new Error(`${op} of ${id} with ${after === null ? "nothing" : "something"} after it.`);
    if (after === null) this.records.delete(id);
    else this.records.set(id, after);
  }

  /** Reads on to the end, as somebody, and gives what it was told. */
  async follow(world: Pick<World, "ask">, viewer: Viewer, first = 100, types: readonly string[] | null = null): Promise<ToldChange[]> {
    const told: ToldChange[] = [];
    for (;;) {
      const { changes } = await world.ask<{ changes: ToldPage }>(viewer, CHANGES, { after: this.cursor, types, first });
      if (changes.nodes.length > first) throw new Error("The page is longer than was asked for.");
      for (const change of changes.nodes) this.apply(change);
      told.push(...changes.nodes);
      this.cursor = changes.cursor;
      if (!changes.hasNextPage) return told;
    }
  }
}

type Kind = RecordKind<RecordTable>;

/** Every record that the graph has for somebody, asked of the graph itself and put into the form in which a copy has them. */
export async function recordsFor(ledger: Ledger, viewer: Viewer): Promise<ReadonlyMap<string, RecordValues>> {
  const lease = ledger.lease();
  const contextValue = openContext({ moment: lease, viewer, smallNumber: 5, today: readDay("2024-07-05"), deadline: Number.POSITIVE_INFINITY });
  const ever = lease.ledger.run("select distinct recordId as id, type from changes order by recordId", []);
  const records = new Map<string, RecordValues>();
  for (const kind of toldKinds) {
    const ids = ever.filter(({ type }) => type === kind.type).map(({ id }) => String(id));
    for (let from = 0; from < ids.length; from += 100) {
      const { data, errors } = await execute({ schema, document: QUERIES.get(kind.type) ?? queryOf(kind), contextValue, variableValues: { ids: ids.slice(from, from + 100) } });
      if (errors !== undefined) throw new Error(errors.join());
      for (const node of nodesIn(data)) records.set(String(node["id"]), formOf(kind, node));
    }
  }
  lease.release();
  return records;
}

function nodesIn(data: ExecutionResult["data"]): Readonly<Record<string, unknown>>[] {
  const nodes: unknown = data?.["nodes"];
  // What GraphQL answers to the queries below.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return (nodes as (Readonly<Record<string, unknown>> | null)[]).filter((node) => node !== null);
}

/** The kinds of which a feed ever tells. */
export const toldKinds: readonly Kind[] = concepts.flatMap(({ kinds }) => kinds).filter(({ table }) => !neverShown(table));

const QUERIES = new Map<string, DocumentNode>();

const PARTS: Readonly<Record<string, string>> = {
  PartialDate: "{ text earliest latest precision qualifier edtf status plain }",
  Money: "{ pence currency status plain }",
  Quantity: "{ text operator value upper fraction unit status plain }",
  FinancialYear: "{ label }",
  Gap: "{ field status }",
};

function queryOf(kind: Kind): DocumentNode {
  const type = schema.getType(kind.type);
  if (!isObjectType(type)) throw new Error(`${kind.type} is no type.`);
  const fields = storedColumns(kind.table).map(({ name }) => {
    const field = type.getFields()[fieldOf(name)];
    if (field === undefined) throw new Error(`${kind.type} does not show ${name}.`);
    const named = getNamedType(field.type);
    if (isLeafType(named)) return field.name;
    const parts = PARTS[named.name];
    if (parts !== undefined) return `${field.name} ${parts}`;
    if (!isObjectType(named) && !isInterfaceType(named)) throw new Error(`${kind.type}.${field.name} is of no form that is known.`);
    return `${field.name} { id } ${STATUS}${field.name}: valueStatus(field: "${field.name}")`;
  });
  const query = parse(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${kind.type} { ${fields.join(" ")} } } }`);
  QUERIES.set(kind.type, query);
  return query;
}

/** What the graph gives from either of two records, wherever it was recorded. */
const GIVEN_FROM_BOTH_SIDES = new Set(["conflictsWith"]);

function isGivenOnce(name: unknown): boolean {
  return typeof name !== "string" || !GIVEN_FROM_BOTH_SIDES.has(name);
}

/** The records of a copy, as far as the graph can be asked for just that. */
export function comparable(records: ReadonlyMap<string, RecordValues>): ReadonlyMap<string, RecordValues> {
  return new Map([...records].map(([id, { withheld, ...values }]) => [
    id, { ...Object.fromEntries(Object.entries(values).filter(([name]) => isGivenOnce(name))), withheld: Array.isArray(withheld) ? withheld.filter(isGivenOnce) : [] },
  ]));
}

const STATUS = "status_of_";

function formOf(kind: Kind, node: Readonly<Record<string, unknown>>): RecordValues {
  const names = storedColumns(kind.table).map(({ name }) => fieldOf(name)).filter((name) => !GIVEN_FROM_BOTH_SIDES.has(name));
  const form = {
    ...Object.fromEntries(names.map((name) => [name, bare(node[name])])),
    withheld: names.filter((name) => node[name] === null && node[`${STATUS}${name}`] === "WITHHELD"),
  };
  // What GraphQL answers is JSON.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return JSON.parse(JSON.stringify(form)) as RecordValues;
}

/** A record that is pointed at is its id, and a financial year its label. */
function bare(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if ("id" in value) return value.id;
  return "label" in value ? value.label : value;
}
