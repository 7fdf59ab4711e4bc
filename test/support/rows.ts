import { getTableName } from "drizzle-orm";
import type { RecordKind } from "../../src/ledger/concept.ts";
import type { Graph } from "../../src/ledger/graph.ts";
import { quoted } from "../../src/ledger/projection.ts";

/** Every row of a kind of record, as SQLite has it, past every gate. */
export function rowsOf(graph: Graph, kind: RecordKind): { readonly id: string; readonly [column: string]: unknown }[] {
  return graph.run(`select * from ${quoted(getTableName(kind.table))} order by id`, []).map((row) => ({ ...row, id: String(row["id"]) }));
}
