import type { Database, Statement } from "better-sqlite3";
import { Column, fillPlaceholders, getTableColumns, is, sql, type SQL } from "drizzle-orm";
import { QueryBuilder, SQLiteCustomColumn, SQLiteSyncDialect, type SQLiteTable } from "drizzle-orm/sqlite-core";

/** Builds queries; what it builds is run by `statement`. */
export const query = new QueryBuilder();

/** What a query of drizzle's tells of itself. */
interface Query {
  readonly _: { readonly result: readonly unknown[]; readonly selectedFields: Record<string, unknown> };
  toSQL(): { sql: string; params: unknown[] };
}

/** One row of a query's answer. */
export type RowOf<Q extends Query> = Q["_"]["result"][number];

type Decoder = (row: Record<string, unknown>) => void;

/**
 * A graph to read: the records as they stood after one entry. Which one it is, and whether it lies in a file or in
 * memory, nobody who reads it has to know. Statements are prepared once and kept as long as the graph's connection.
 */
export class Graph {
  readonly sqlite: Database;
  private readonly prepared = new Map<string, Statement>();
  /** How many statements have been run: tests hold the walks to one per relation and level. */
  statements = 0;

  constructor(sqlite: Database) {
    this.sqlite = sqlite;
  }

  /** Runs a text of SQL that reads, prepared on first use. Columns carry the names of the fields. */
  run(text: string, values: readonly unknown[]): Record<string, unknown>[] {
    this.statements += 1;
    let statement = this.prepared.get(text);
    if (statement === undefined) {
      statement = this.sqlite.prepare(text);
      if (this.prepared.size >= MOST_PREPARED) this.prepared.clear();
      this.prepared.set(text, statement);
    }
    // The driver types rows as unknown; a row of SQLite is always an object by column name.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    return statement.all(...values) as Record<string, unknown>[];
  }
}

const MOST_PREPARED = 500;

/** A query written once: prepared once for each connection that it meets. */
export interface Stored<Row> {
  all(graph: Graph, values?: Record<string, unknown>): Row[];
  first(graph: Graph, values?: Record<string, unknown>): Row | undefined;
}

/** Makes a stored query of a drizzle query with placeholders. */
export function statement<Q extends Query>(written: Q): Stored<RowOf<Q>> {
  const { sql: text, params } = written.toSQL();
  const decode = decoderFor(written._.selectedFields);
  const all = (graph: Graph, values: Record<string, unknown> = {}): RowOf<Q>[] => decoded(graph.run(text, fillPlaceholders(params, values)), decode);
  return { all, first: (graph, values) => all(graph, values)[0] };
}

function decoded<Row>(rows: Record<string, unknown>[], decode: Decoder): Row[] {
  for (const row of rows) decode(row);
  // The one edge where what SQLite answers becomes the row type that drizzle worked out for the query.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return rows as Row[];
}

/** Turns the stored form of a row's values back into the values, in place: most columns need nothing. */
function decoderFor(fields: Record<string, unknown>): Decoder {
  const renamed = Object.entries(fields).find(([name, field]) => is(field, Column) && field.name !== name);
  if (renamed !== undefined) throw new Error(`A selected column keeps its name, so ${renamed[0]} needs an alias.`);
  const columns = Object.entries(fields).flatMap(([name, field]) => (is(field, Column) && needsDecoding(field) ? [{ name, field }] : []));
  return (row) => {
    for (const { name, field } of columns) {
      const stored = row[name];
      if (stored !== null && stored !== undefined) row[name] = field.mapFromDriverValue(stored);
    }
  };
}

function needsDecoding(column: Column): boolean {
  return is(column, SQLiteCustomColumn);
}

const dialect = new SQLiteSyncDialect();

/** Works something out of a table once: tables do not change. */
function ofTable<Value>(workOut: (table: SQLiteTable) => Value): (table: SQLiteTable) => Value {
  const known = new WeakMap<SQLiteTable, Value>();
  return (table) => {
    const value = known.get(table) ?? workOut(table);
    known.set(table, value);
    return value;
  };
}

/** Every column of a table, for a statement that is written as a whole: as one text, since most of what drizzle would write anew for each statement is this. */
export const columnsOf = ofTable((table): SQL => sql.raw(dialect.sqlToQuery(sql.join(Object.values(getTableColumns(table)), sql`, `)).sql));

const decoderOf = ofTable((table) => decoderFor(getTableColumns(table)));

/** Rows of a table by a statement that is written as a whole and selects its columns, and perhaps more beside them. */
export function tableStatement<Row>(table: SQLiteTable, written: SQL): Stored<Row> {
  const { sql: text, params } = dialect.sqlToQuery(written);
  const decode = decoderOf(table);
  const all = (graph: Graph, values: Record<string, unknown> = {}): Row[] => decoded(graph.run(text, fillPlaceholders(params, values)), decode);
  return { all, first: (graph, values) => all(graph, values)[0] };
}

/** A table's own columns, without those that SQLite works out. */
export const storedColumns = ofTable((table): readonly Column[] => Object.values(getTableColumns(table)).filter((column) => column.generated === undefined));
