import type { Database, Statement } from "better-sqlite3";
import { Column, fillPlaceholders, getTableColumns, is, sql, type SQL } from "drizzle-orm";
import { QueryBuilder, SQLiteCustomColumn, SQLiteSyncDialect, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { atFirstUse } from "../kernel/at-first-use.ts";
import type { RowsAtHand } from "./rows-at-hand.ts";

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
  private readonly prepared = new Map<string, Prepared>();
  private readonly own = atFirstUse(() => ({ begin: this.sqlite.prepare("begin"), commit: this.sqlite.prepare("commit"), version: this.sqlite.prepare("pragma data_version").pluck() }));
  /** How many statements have been run: tests hold the walks to one per relation and level. */
  statements = 0;
  /** Records that were read here before; null where the graph may change under who reads it. */
  atHand: RowsAtHand | null = null;

  constructor(sqlite: Database) {
    this.sqlite = sqlite;
  }

  /** Another number after each time that some other connection has written to the file. In a transaction that only reads it stays what it was as that began. */
  version(): unknown {
    return this.own().version.get();
  }

  /** Begins a transaction: what is read first in it is read at the moment of all that follows. */
  begin(): void {
    this.own().begin.run();
  }

  commit(): void {
    this.own().commit.run();
  }

  /** Runs a text of SQL that reads, prepared on first use. Columns carry the names of the fields. */
  run(text: string, values: readonly unknown[]): Record<string, unknown>[] {
    return this.preparedFor(text).rows(values);
  }

  /** The first row of the same. */
  first(text: string, values: readonly unknown[]): Record<string, unknown> | undefined {
    return this.preparedFor(text).first(values);
  }

  private preparedFor(text: string): Prepared {
    this.statements += 1;
    let prepared = this.prepared.get(text);
    if (prepared === undefined) {
      prepared = new Prepared(this.sqlite, text);
      if (this.prepared.size >= MOST_PREPARED) this.prepared.clear();
      this.prepared.set(text, prepared);
    }
    return prepared;
  }
}

/**
 * A statement that reads, and the shape of its rows. The driver hands over cells, and rows are made of them here, all of one shape: objects that it
 * makes by itself cost it more than all that SQLite does.
 */
class Prepared {
  private readonly statement: Statement;
  private readonly columns: readonly string[];
  private readonly empty: Readonly<Record<string, unknown>>;

  constructor(sqlite: Database, text: string) {
    this.statement = sqlite.prepare(text).raw();
    this.columns = this.statement.columns().map(({ name }) => name);
    this.empty = Object.fromEntries(this.columns.map((name) => [name, null]));
  }

  rows(values: readonly unknown[]): Record<string, unknown>[] {
    // The driver types rows as unknown; one that is read raw is always a list of cells.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    return (this.statement.all(...values) as unknown[][]).map(this.rowOf);
  }

  first(values: readonly unknown[]): Record<string, unknown> | undefined {
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    const cells = this.statement.get(...values) as unknown[] | undefined;
    return cells === undefined ? undefined : this.rowOf(cells);
  }

  private readonly rowOf = (cells: readonly unknown[]): Record<string, unknown> => {
    const { columns, empty } = this;
    const row: Record<string, unknown> = { ...empty };
    for (let index = 0; index < columns.length; index += 1) row[columns[index] ?? ""] = cells[index];
    return row;
  };
}

const MOST_PREPARED = 500;

/** A query written once: prepared once for each connection that it meets. */
export interface Stored<Row> {
  all(graph: Graph, values?: Record<string, unknown>): Row[];
  first(graph: Graph, values?: Record<string, unknown>): Row | undefined;
}

/** A query as it is run: its text, what is to be filled in, and how a row of its answer is read. */
interface Runnable {
  readonly text: string;
  readonly params: unknown[];
  readonly decode: Decoder;
}

/** Makes a stored query of a drizzle query with placeholders. */
export function statement<Q extends Query>(written: Q): Stored<RowOf<Q>> {
  return stored(() => {
    const { sql: text, params } = written.toSQL();
    return { text, params, decode: decoderFor(written._.selectedFields) };
  });
}

/** Its text is made when it is first run: of all that a program can ask, one that starts asks little. */
function stored<Row>(make: () => Runnable): Stored<Row> {
  const runnable = atFirstUse(make);
  return {
    all: (graph, values = {}) => {
      const { text, params, decode } = runnable();
      return decoded(graph.run(text, fillPlaceholders(params, values)), decode);
    },
    first: (graph, values = {}) => {
      const { text, params, decode } = runnable();
      const row = graph.first(text, fillPlaceholders(params, values));
      return row === undefined ? undefined : decoded<Row>([row], decode)[0];
    },
  };
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

/** Some of the columns of a table: what a statement that is written as a whole selects, and how its rows are read. */
export interface Cut {
  /** The names of the columns; empty where it is all of them. */
  readonly name: string;
  /** As one text, since most of what drizzle would write anew for each statement is this. */
  readonly columns: SQL;
  readonly decode: () => Decoder;
}

/** What goes with every cut, so that whoever reads rows can tell which record each is and who may see it. */
const ALWAYS: ReadonlySet<string> = new Set(["id", "audience", "systemId", "seenBy"]);

/** What SQLite works out of a row, to sort and filter by, would be worked out for each row that is read: only who may see it goes along. */
const readableOf = ofTable((table) => Object.values(getTableColumns(table)).filter(({ generated, name }) => generated === undefined || name === "seenBy"));

/** Of whoever asks with the same set, which a plan keeps, it is not worked out again which columns those are. */
const cutsOf = ofTable(() => ({ byName: new Map<string, Cut>(), byNames: new WeakMap<ReadonlySet<string>, Cut>() }));

/** So many cuts of a table are kept, with the statements that read them: front ends ask for few. */
const MOST_CUTS = 100;

/** The columns with these names, and those that go with every cut; all there are where no names are given. The same each time for the same names. */
export function cutOf(table: SQLiteTable, names: ReadonlySet<string> | null): Cut {
  const cuts = cutsOf(table);
  const known = names === null ? cuts.byName.get("") : cuts.byNames.get(names);
  if (known !== undefined) return known;
  const columns = names === null ? readableOf(table) : readableOf(table).filter((column) => ALWAYS.has(column.name) || names.has(column.name));
  const name = names === null ? "" : columns.map((column) => column.name).join(" ");
  // Whoever asks for ever other columns is given all of them.
  if (names !== null && cuts.byName.size >= MOST_CUTS && !cuts.byName.has(name)) return cutOf(table, null);
  const cut = cuts.byName.get(name) ?? { name, columns: sql.raw(dialect.sqlToQuery(sql.join([...columns], sql`, `)).sql), decode: atFirstUse(() => decoderFor(Object.fromEntries(columns.map((column) => [column.name, column])))) };
  cuts.byName.set(name, cut);
  if (names !== null) cuts.byNames.set(names, cut);
  return cut;
}

/** The columns of a row, for a statement that is written as a whole. */
export function columnsOf(table: SQLiteTable): SQL {
  return cutOf(table, null).columns;
}

/** Rows of a table by a statement that is written as a whole and selects its columns or a cut of them, and perhaps more beside them. */
export function tableStatement<Row>(table: SQLiteTable, written: SQL, cut?: Cut): Stored<Row> {
  return stored(() => {
    const { sql: text, params } = dialect.sqlToQuery(written);
    return { text, params, decode: (cut ?? cutOf(table, null)).decode() };
  });
}

/** A table's own columns, without those that SQLite works out. */
export const storedColumns = ofTable((table): readonly Column[] => Object.values(getTableColumns(table)).filter((column) => column.generated === undefined));
