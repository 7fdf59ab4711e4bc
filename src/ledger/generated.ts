import { getTableColumns, getTableName, is, SQL, type Column } from "drizzle-orm";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import type { RecordKind } from "./concept.ts";
import type { StoredRecord } from "./entry.ts";
import { storedColumns, type Graph } from "./graph.ts";
import { quoted } from "./projection.ts";

/** What SQLite works out in a column of the row that a record has: also of a version that has no row any more. Null where its kind has no such column. */
export function generatedOf(graph: Graph, kind: RecordKind, name: string, record: StoredRecord): unknown {
  const column = getTableColumns(kind.table)[name];
  if (column?.generated === undefined) return null;
  return graph.run(statementFor(kind, column), [JSON.stringify(record)])[0]?.[name] ?? null;
}

const statements = new WeakMap<Column, string>();

/** The column's own expression, over the record in the place of a row. */
function statementFor({ table }: RecordKind, column: Column): string {
  const known = statements.get(column);
  if (known !== undefined) return known;
  const written: unknown = column.generated?.as;
  if (!is(written, SQL)) throw new Error(`What ${column.name} is generated as is written in SQL.`);
  const { sql: text } = new SQLiteSyncDialect().sqlToQuery(written.inlineParams());
  const row = storedColumns(table).map(({ name }) => `json_extract("given"."record", '$.${name}') as ${quoted(name)}`).join(", ");
  const statement = `select (${text}) as ${quoted(column.name)} from (select ${row} from (select ? as "record") as "given") as ${quoted(getTableName(table))}`;
  statements.set(column, statement);
  return statement;
}
