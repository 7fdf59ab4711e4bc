import DataLoader from "dataloader";
import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { grouped } from "../kernel/grouped.ts";
import { columnsOf, tableStatement, type Stored } from "../ledger/graph.ts";
import { maySee, type Guarded, type GuardedTable } from "./audience.ts";
import { reading, type Context } from "./context.ts";

/** A table of records. */
export type RecordTable = SQLiteTable & GuardedTable & { id: AnySQLiteColumn };

/** Loads the record with an id: null where there is none, or none for this viewer. */
export type One<Row> = (context: Context, id: string | null) => Promise<Row | null>;

/** Loads all records that belong to another, in the order of the statement. Only where there are ever few. */
export type Many<Row> = (context: Context, id: string) => Promise<readonly Row[]>;

/** The first of the two shapes: one record by its id, one statement for all that are asked for together. */
export function one<Table extends RecordTable>(table: Table): One<Table["$inferSelect"]> {
  const byId = keyed(table, table.id);
  const batch = (context: Context, ids: readonly string[]): (Keyed<Table["$inferSelect"]> | null)[] => {
    const rows = new Map(seen(context, byId, ids).map((row) => [row.key, row]));
    return ids.map((id) => rows.get(id) ?? null);
  };
  return async (context, id) => (id === null ? null : loaderFor(context, byId, batch).load(id));
}

/** What records are sorted by: a column, or what is worked out from some. */
type SortKey = AnySQLiteColumn | SQL;

/** The second: the records that point at one, by the column that points, one statement for all that are asked for together; what the order leaves open is decided by id. */
export function many<Table extends RecordTable>(table: Table, foreignKey: AnySQLiteColumn, ...order: SortKey[]): Many<Table["$inferSelect"]> {
  const byKey = keyed(table, foreignKey, ...order, table.id);
  const batch = (context: Context, ids: readonly string[]): (readonly Keyed<Table["$inferSelect"]>[])[] => {
    const rows = grouped(seen(context, byKey, ids), (row) => row.key);
    return ids.map((id) => rows.get(id) ?? []);
  };
  return async (context, id) => loaderFor(context, byKey, batch).load(id);
}

type Keyed<Row> = Row & Guarded & { readonly key: string };

/** Rows by the values of one column, which are handed over as one JSON text. */
function keyed<Table extends RecordTable>(table: Table, column: AnySQLiteColumn, ...order: SortKey[]): Stored<Keyed<Table["$inferSelect"]>> {
  const tail = order.length === 0 ? sql`` : sql` order by ${sql.join(order, sql`, `)}`;
  return tableStatement(table, sql`select ${columnsOf(table)}, ${column} as "key" from ${table} where ${column} in (select value from json_each(${sql.placeholder("keys")}))${tail}`);
}

/** What of the rows this viewer may see. */
function seen<Row extends Guarded>(context: Context, rows: Stored<Row>, keys: readonly string[]): Row[] {
  return rows.all(reading(context), { keys: JSON.stringify(keys) }).filter((row) => maySee(context.viewer, row));
}

/** The DataLoader of this request for something: made on first use. */
export function loaderFor<Value>(context: Context, what: unknown, batch: (context: Context, keys: readonly string[]) => readonly Value[]): DataLoader<string, Value> {
  const existing = context.loaders.get(what);
  // What stands under `what` was put there below, with this very batch.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  if (existing !== undefined) return existing as DataLoader<string, Value>;
  const made = new DataLoader<string, Value>(async (keys) => batch(context, keys));
  context.loaders.set(what, made);
  return made;
}

/** The records with these ids, each once, those left out that the viewer may not see: for a relation that runs over records in between. */
export async function distinct<Row>(context: Context, load: One<Row>, ids: readonly (string | null)[]): Promise<Row[]> {
  const rows = await Promise.all([...new Set(ids)].map(async (id) => load(context, id)));
  return rows.filter((row) => row !== null);
}
