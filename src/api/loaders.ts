import DataLoader from "dataloader";
import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { grouped } from "../kernel/grouped.ts";
import { cutOf, tableStatement, type Cut, type Graph, type Stored } from "../ledger/graph.ts";
import { maySee, type Guarded, type GuardedTable } from "./access/audience.ts";
import { reading, type Context } from "./context.ts";
import { foundTogether } from "./level.ts";
import type { Soon } from "./soon.ts";

/** A table of records. */
export type RecordTable = SQLiteTable & GuardedTable & { id: AnySQLiteColumn };

/** Loads the record with an id: null where there is none, or none for this viewer. */
export type One<Row> = (context: Context, id: string | null) => Soon<Row | null>;

/** Loads all records that belong to another, in the order of the statement. Only where there are ever few. */
export type Many<Row> = (context: Context, id: string) => Soon<readonly Row[]>;

/** Finds what belongs to each of some keys, in their order. */
export type Batch<Value> = (context: Context, keys: readonly string[]) => readonly Value[];

/** The first of the two shapes: one record by its id, one statement for all that are asked for together; at once where it was foreseen. */
export function one<Table extends RecordTable>(table: Table): One<Table["$inferSelect"]> {
  const batch: Batch<Table["$inferSelect"] | null> = (context, ids) => {
    const whole = cutOf(table, null);
    foresee(context, table, whole, new Set(ids));
    return ids.map((id) => foundOf<Table["$inferSelect"] | null>(context, whole).get(id) ?? null);
  };
  return (context, id) => {
    if (id === null) return null;
    const whole = cutOf(table, null);
    const found = foundOf<Table["$inferSelect"] | null>(context, whole).get(id);
    return found === undefined ? loaderFor(context, whole, batch).load(id) : found;
  };
}

/** A record that was foreseen with no less than a cut of its columns; undefined where it was not. */
export function foreseen<Table extends RecordTable>(context: Context, table: Table, cut: Cut, id: string): Table["$inferSelect"] | null | undefined {
  const found = foundOf<Table["$inferSelect"] | null>(context, cut).get(id);
  return found === undefined ? foundOf<Table["$inferSelect"] | null>(context, cutOf(table, null)).get(id) : found;
}

/** Finds the records of a table that are going to be asked for by these ids, of which no more will be read than a cut. */
export function foresee(context: Context, table: RecordTable, cut: Cut, ids: ReadonlySet<string>): void {
  const found = foundOf<RecordTable["$inferSelect"] | null>(context, cut);
  const graph = reading(context);
  const atHand = graph.atHand?.of<Found<RecordTable["$inferSelect"]>>(cut);
  const asked: string[] = [];
  for (const id of ids) {
    if (found.has(id)) continue;
    const row = atHand?.get(id);
    if (row === undefined) asked.push(id);
    else found.set(id, shown(context, row));
  }
  if (asked.length === 0) return;
  const read = readById(graph, table, cut, asked);
  for (const id of asked) found.set(id, shown(context, read.get(id)));
}

/** What this viewer is shown of a record. */
function shown<Row extends Guarded>(context: Context, row: Row | undefined): Row | null {
  return row !== undefined && maySee(context.viewer, row) ? row : null;
}

/** One record, no less than a cut of it: null where there is none, or not for this viewer. It is not kept at hand, as whoever asks for one by its id seldom asks for it again soon (test/bench/README.md). */
export function recordOf<Table extends RecordTable>(context: Context, table: Table, cut: Cut, id: string): Found<Table["$inferSelect"]> | null {
  const graph = reading(context);
  const row = graph.atHand?.of<Found<Table["$inferSelect"]>>(cut).get(id) ?? byIdIn(table, cut).one.first(graph, { id });
  return shown(context, row);
}

/** The records of a table with these ids, no less than a cut of each: null for one that is not there, or not for this viewer. What was read of them before is not read again. */
export function recordsOf<Table extends RecordTable>(context: Context, table: Table, cut: Cut, ids: readonly string[]): (Table["$inferSelect"] | null)[] {
  const graph = reading(context);
  const atHand = graph.atHand?.of<Found<Table["$inferSelect"]>>(cut);
  const known = ids.map((id) => atHand?.get(id));
  const asked = ids.filter((_, place) => known[place] === undefined);
  if (asked.length === 0) return known.map((row) => shown(context, row));
  const read = readById(graph, table, cut, asked);
  return ids.map((id, place) => shown(context, known[place] ?? read.get(id)));
}

/** Reads records by their ids, and keeps them at hand. */
function readById<Table extends RecordTable>(graph: Graph, table: Table, cut: Cut, ids: readonly string[]): ReadonlyMap<string, Found<Table["$inferSelect"]>> {
  const [only] = ids;
  const { one: single, several } = byIdIn(table, cut);
  const read = ids.length === 1 ? single.all(graph, { id: only }) : several.all(graph, { ids: JSON.stringify(ids) });
  graph.atHand?.keep(cut, read);
  return new Map(read.map((row) => [row.id, row]));
}

/** What records are sorted by: a column, or what is worked out from some. */
type SortKey = AnySQLiteColumn | SQL;

/** The second: the records that point at one, by the column that points, one statement for all that are asked for together; what the order leaves open is decided by id. */
export function many<Table extends RecordTable>(table: Table, foreignKey: AnySQLiteColumn, ...order: SortKey[]): Many<Table["$inferSelect"]> {
  const byKey = keyed(table, cutOf(table, null), foreignKey, ...order, table.id);
  const batch: Batch<readonly Keyed<Table["$inferSelect"]>[]> = (context, ids) => {
    const rows = seen(context, byKey, ids);
    const byParent = grouped(rows, (row) => row.key);
    return ids.map((id) => foundTogether(context, byParent.get(id) ?? [], rows));
  };
  return (context, id) => together(context, byKey, batch, id);
}

type Found<Row> = Row & Guarded & { readonly id: string };

type Keyed<Row> = Found<Row> & { readonly key: string };

/** How records are read by their ids: one, or several at once. */
interface ById<Row> {
  readonly one: Stored<Row>;
  readonly several: Stored<Row>;
}

const statementsById = new WeakMap<Cut, unknown>();

function byIdIn<Table extends RecordTable>(table: Table, cut: Cut): ById<Found<Table["$inferSelect"]>> {
  // What stands under a cut was put there below, for its table.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  const existing = statementsById.get(cut) as ById<Found<Table["$inferSelect"]>> | undefined;
  if (existing !== undefined) return existing;
  const where = (ids: SQL): Stored<Found<Table["$inferSelect"]>> => tableStatement(table, sql`select ${cut.columns} from ${table} where ${table.id} ${ids}`, cut);
  const made = { one: where(sql`= ${sql.placeholder("id")}`), several: where(sql`in (select value from json_each(${sql.placeholder("ids")}))`) };
  statementsById.set(cut, made);
  return made;
}

/** Rows by the values of one column, which are handed over as one JSON text. */
function keyed<Table extends RecordTable>(table: Table, cut: Cut, column: AnySQLiteColumn, ...order: SortKey[]): Stored<Keyed<Table["$inferSelect"]>> {
  const tail = order.length === 0 ? sql`` : sql` order by ${sql.join(order, sql`, `)}`;
  return tableStatement(table, sql`select ${cut.columns}, ${column} as "key" from ${table} where ${column} in (select value from json_each(${sql.placeholder("keys")}))${tail}`, cut);
}

/** What of the rows this viewer may see. */
function seen<Row extends Guarded>(context: Context, rows: Stored<Row>, keys: readonly string[]): Row[] {
  return rows.all(reading(context), { keys: JSON.stringify(keys) }).filter((row) => maySee(context.viewer, row));
}

/**
 * What belongs to a key, found with what belongs to others. Where the key is a record that was found with others, it is found for all
 * of those, and is here at once. Else, one statement for all keys that are asked for in one turn.
 */
export function together<Value>(context: Context, what: unknown, batch: Batch<Value>, key: string): Soon<Value> {
  const level = context.loaded.levels.get(key);
  if (level === undefined) return loaderFor(context, what, batch).load(key);
  const found = foundOf<Value>(context, what);
  if (!found.has(key)) batch(context, level).forEach((value, index) => found.set(level[index] ?? "", value));
  // The level has the key.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return found.get(key) as Value;
}

/** What was found of something in this request, by its key. */
function foundOf<Value>(context: Context, what: unknown): Map<string, Value> {
  const existing = context.loaded.found.get(what);
  // What stands under `what` was put there by the batch that finds it.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  if (existing !== undefined) return existing as Map<string, Value>;
  const made = new Map<string, Value>();
  context.loaded.found.set(what, made);
  return made;
}

/** The DataLoader of this request for something: made on first use. */
export function loaderFor<Value>(context: Context, what: unknown, batch: Batch<Value>): DataLoader<string, Value> {
  const existing = context.loaded.loaders.get(what);
  // What stands under `what` was put there below, with this very batch.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  if (existing !== undefined) return existing as DataLoader<string, Value>;
  const made = new DataLoader<string, Value>(async (keys) => batch(context, keys), { maxBatchSize: MOST_AT_ONCE, batchScheduleFn: (load) => { inTurn(context, load); } });
  context.loaded.loaders.set(what, made);
  return made;
}

/** What is asked for in one statement: of very many, each statement would hold up everybody else. */
const MOST_AT_ONCE = 500;

/** Loads once all who ask for something at this moment have done so, as a DataLoader does by itself, and everybody else has had their turn. Where time has run out by then, loading says so itself. */
function inTurn({ pace }: Context, load: () => void): void {
  queueMicrotask(() => {
    process.nextTick(() => {
      const wait = pace.step(0);
      if (wait === undefined) load();
      else void wait.then(load, load);
    });
  });
}

/** The records with these ids, each once, those left out that the viewer may not see: for a relation that runs over records in between. */
export async function distinct<Row>(context: Context, load: One<Row>, ids: readonly (string | null)[]): Promise<Row[]> {
  const rows = await Promise.all([...new Set(ids)].map(async (id) => load(context, id)));
  return rows.filter((row) => row !== null);
}
