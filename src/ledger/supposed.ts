import type { Database } from "better-sqlite3";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { RecordKind } from "./concept.ts";
import { withoutConstraints, type Ddl, type KeptTable } from "./ddl.ts";
import type { Change } from "./entry.ts";
import { putSteps } from "./past-plan.ts";
import { quoted } from "./projection.ts";

/**
 * Makes a connection show the graph as it would be with some changes: each table that they touch stands behind a view of the same
 * name, which leaves out the records that they are about and adds those that they write. What is kept of rows is counted by whoever asks.
 * The tables themselves are as they were, and so is what else follows from their rows, such as an index of words.
 */
export function suppose(sqlite: Database, changes: readonly Change[], kinds: readonly RecordKind[], ddl: Ddl, kept: readonly KeptTable[]): void {
  const tables = withoutConstraints(ddl);
  const touched = kinds.filter((kind) => changes.some(({ type }) => type === kind.type));
  sqlite.pragma("temp_store = MEMORY");
  sqlite.exec("create temp table supposed (id text primary key) without rowid");
  const add = sqlite.prepare("insert or ignore into temp.supposed (id) values (?)");
  for (const { id } of changes) add.run(id);
  for (const kind of touched) {
    const name = quoted(getTableName(kind.table));
    const written = tables.find((part) => part.startsWith(`CREATE TABLE \`${getTableName(kind.table)}\``));
    if (written === undefined) throw new Error(`There is no table for a ${kind.type}.`);
    sqlite.exec(written.replace(/^CREATE TABLE `[^`]+`/, `create temp table ${writtenTo(kind)}`));
    const columns = Object.values(getTableColumns(kind.table)).map((column) => quoted(column.name)).join(", ");
    sqlite.exec(`create temp view ${name} as select ${columns} from main.${name} where id not in (select id from temp.supposed) union all select ${columns} from temp.${writtenTo(kind)}`);
  }
  for (const { table, counted } of kept) sqlite.exec(`create temp view ${quoted(table)} as ${counted}`);
  for (const { sql, values } of putSteps(changes, touched, (kind) => `temp.${writtenTo(kind)}`)) sqlite.prepare(sql).run(...values);
}

/** The table that holds what the changes write. */
function writtenTo({ table }: RecordKind): string {
  return quoted(`supposed_${getTableName(table)}`);
}
