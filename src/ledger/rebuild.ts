import type { Database } from "better-sqlite3";
import { getTableName } from "drizzle-orm";
import { GraphReplaced } from "./graph-replaced.ts";
import type { RecordKind } from "./concept.ts";
import { execute, graphStampOf, type Ddl } from "./ddl.ts";
import { asFault } from "./fault.ts";
import { slices, untilFree } from "./file.ts";
import { Graph } from "./graph.ts";
import { Projection, quoted } from "./projection.ts";
import { lastChangesAfter, positionOf, stampOf } from "./reading.ts";
import { setting, TEMPORARY } from "./setting.ts";
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

/** So much of the file is kept in memory meanwhile, in KiB: pages that go out before they are full are written again and again. */
const CACHE = -32_768;

/** So many records are read at a time: what is held of the ledger does not grow with it. */
const AT_A_TIME = 500;

/** Builds the graph in one transaction: readers see the old one until it is there. */
async function build(sqlite: Database, kinds: readonly RecordKind[], ddl: Ddl, isNeeded: () => boolean): Promise<void> {
  // Rows come in the order of their ids, which is not that of their foreign keys: these are judged when all are there.
  const asBefore = setting(sqlite, [["foreign_keys", 0], ["secure_delete", 0], ["cache_size", CACHE], ["temp_store", TEMPORARY.IN_FILES]]);
  try {
    await buildInOne(sqlite, kinds, ddl, isNeeded);
  } finally {
    asBefore();
  }
}

async function buildInOne(sqlite: Database, kinds: readonly RecordKind[], ddl: Ddl, isNeeded: () => boolean): Promise<void> {
  await untilFree(() => sqlite.exec("BEGIN IMMEDIATE"));
  try {
    // Another process may have built it while this one waited.
    if (!isNeeded()) {
      sqlite.exec("ROLLBACK");
      return;
    }
    dropGraph(sqlite);
    const tables = new Set(kinds.map(({ table }) => getTableName(table)));
    const isIndex = (part: string): boolean => tables.has(/^CREATE (?:UNIQUE )?INDEX \S+ ON [`"]([^`"]+)/.exec(part)?.[1] ?? "");
    execute(sqlite, ddl.filter((part) => !isIndex(part)));
    const graph = new Graph(sqlite);
    const projection = new Projection(sqlite, kinds);
    const pause = slices();
    for (let after = ""; ; ) {
      const next = lastChangesAfter(graph, after, AT_A_TIME);
      for (const change of next) {
        projection.apply(change);
        await pause();
      }
      const last = next.at(-1);
      if (last === undefined) break;
      after = last.id;
    }
    for (const part of ddl.filter(isIndex)) {
      sqlite.exec(part);
      await pause();
    }
    for (const table of tables) {
      refuseDangling(sqlite, table);
      await pause();
    }
    // Each build has a number of its own, by which readers notice it.
    const stamps = quoted(getTableName(graphStamp));
    const { build: last } = positionOf(graph);
    sqlite.exec(`delete from ${stamps}`);
    sqlite.prepare(`insert into ${stamps} (id, stamp) values (?, ?)`).run(last + 1, graphStampOf(ddl, kinds));
    sqlite.exec("COMMIT");
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec("ROLLBACK");
    throw asFault(error);
  }
}

/** Refuses a graph in which a record points at one that is not there. */
function refuseDangling(sqlite: Database, table: string): void {
  const [first] = sqlite.prepare<[string], { parent: string; rowid: number }>("select * from pragma_foreign_key_check(?)").all(table);
  if (first !== undefined) throw new Error(`A record in ${table} points at one in ${first.parent} that is not there.`);
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
