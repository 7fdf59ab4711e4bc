import { sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { columnsOf, tableStatement, type Graph } from "../../ledger/graph.ts";
import type { Guarded } from "../access/audience.ts";
import type { RecordTable } from "../loaders.ts";

/** The records that point at one, by the column that points, as they stand where an act is decided, whoever may see them: for what a rule has to know. */
export function rowsBy<Table extends RecordTable>(table: Table, foreignKey: AnySQLiteColumn): (graph: Graph, id: string) => (Table["$inferSelect"] & Guarded)[] {
  const stored = tableStatement<Table["$inferSelect"] & Guarded>(table, sql`select ${columnsOf(table)} from ${table} where ${foreignKey} = ${sql.placeholder("id")} order by ${table.id}`);
  return (graph, id) => stored.all(graph, { id });
}
