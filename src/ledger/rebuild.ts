import type { Database } from "better-sqlite3";
import { getTableName } from "drizzle-orm";
import { GraphReplaced } from "./graph-replaced.ts";
import type { RecordKind } from "./concept.ts";
import { execute, graphStampOf, type Ddl } from "./ddl.ts";
import { asFault } from "./fault.ts";
import { slices, untilFree } from "./file.ts";
import { Graph } from "./graph.ts";
import { Projection, quoted } from "./projection.ts";
import { lastChangesUpTo, positionOf, stampOf } from "./reading.ts";
import { aside, changes, citations, entries, erasures, graphStamp, repeats } from "./table.ts";

const LEDGER_TABLES: ReadonlySet<string> = new Set([...[entries, changes, citations, erasures, graphStamp, repeats, aside].map(getTableName), "__drizzle_migrations"]);

/** Builds the file's graph anew from its ledger; not where another version of Waymark has taken the file over. */
export async function rebuildGraph(sqlite: Database, kinds: readonly RecordKind[], ddl: Ddl): Promise<void> {
  await build(sqlite, kinds, ddl, () => {
    if (stampOf(new Graph(sqlite)) !== graphStampOf(ddl, kinds)) throw new GraphReplaced();
    return true;
  });
}

/** Builds the graph only where the file holds that of another version, or none. */
export async function ensureGraph(sqlite: Database, kinds: readonly RecordKind[], ddl: Ddl): Promise<void> {
  const isAnother = (): boolean => stampOf(new Graph(sqlite)) !== graphStampOf(ddl, kinds);
  if (isAnother()) await build(sqlite, kinds, ddl, isAnother);
}

/** Builds the graph in one transaction: readers see the old one until it is there. */
async function build(sqlite: Database, kinds: readonly RecordKind[], ddl: Ddl, isNeeded: () => boolean): Promise<void> {
  await untilFree(() => sqlite.exec("BEGIN IMMEDIATE"));
  try {
    // Another process may have built it while this one waited.
    if (!isNeeded()) {
      sqlite.exec("ROLLBACK");
      return;
    }
    // The order in which records are put back is not that of their foreign keys; all is checked at the end.
    sqlite.pragma("defer_foreign_keys = ON");
    dropGraph(sqlite);
    execute(sqlite, ddl);
    const graph = new Graph(sqlite);
    const projection = new Projection(sqlite, kinds);
    const { number, build: last } = positionOf(graph);
    const pause = slices();
    for (const change of lastChangesUpTo(graph, number)) {
      projection.apply(change);
      await pause();
    }
    // Each build has a number of its own, by which readers notice it.
    const stamps = quoted(getTableName(graphStamp));
    sqlite.exec(`delete from ${stamps}`);
    sqlite.prepare(`insert into ${stamps} (id, stamp) values (?, ?)`).run(last + 1, graphStampOf(ddl, kinds));
    sqlite.exec("COMMIT");
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec("ROLLBACK");
    throw asFault(error);
  }
}

/** Virtual tables go first, and take the tables that they have made for themselves with them. */
function dropGraph(sqlite: Database): void {
  const tables = sqlite
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by sql like 'create virtual%' desc")
    .all();
  for (const { name } of tables) {
    if (!LEDGER_TABLES.has(name)) sqlite.exec(`drop table if exists ${quoted(name)}`);
  }
}
