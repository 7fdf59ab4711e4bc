import Sqlite from "better-sqlite3";
import type { RecordKind } from "./concept.ts";
import type { Change } from "./entry.ts";
import { execute, withoutConstraints, type Ddl } from "./ddl.ts";
import { Graph } from "./graph.ts";
import { Projection } from "./projection.ts";
import { lastChangesUpTo } from "./reading.ts";

/**
 * The graph as it was after an entry, built in memory from the last change of each record up to it, and as it would be
 * with more changes after those. Whoever asked for it closes it.
 */
export function graphAt(ledger: Graph, number: number, kinds: readonly RecordKind[], ddl: Ddl, supposed: readonly Change[] = []): Graph {
  const sqlite = new Sqlite(":memory:");
  execute(sqlite, withoutConstraints(ddl));
  const projection = new Projection(sqlite, kinds);
  sqlite.exec("BEGIN");
  for (const change of lastChangesUpTo(ledger, number)) projection.apply(change);
  for (const change of supposed) projection.apply(change);
  sqlite.exec("COMMIT");
  sqlite.pragma("query_only = ON");
  return new Graph(sqlite);
}
