import Sqlite from "better-sqlite3";
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { RecordKind } from "../../src/ledger/concept.ts";
import type { Ddl } from "../../src/ledger/ddl.ts";
import { Graph } from "../../src/ledger/graph.ts";
import type { Journal } from "../../src/ledger/journal.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import type { Lost } from "../../src/ledger/lost.ts";
import type { PastSettings } from "../../src/ledger/past.ts";
import { graphDigest } from "../../src/ledger/verify.ts";
import { kinds as world } from "./world.ts";

/** The SQL that makes the tables of these kinds, written by drizzle-kit as it is for the domain. */
export async function ddlOf(kinds: readonly RecordKind[]): Promise<Ddl> {
  const tables = Object.fromEntries(kinds.map((kind) => [kind.type, kind.table]));
  return generateSQLiteMigration(await generateSQLiteDrizzleJson({}), await generateSQLiteDrizzleJson(tables));
}

/** The tables of the small world of `world.ts`. */
export const worldDdl: Ddl = await ddlOf(world);

/** A path in an empty folder that goes when the test is finished. */
export function freshFile(name = "ledger.db", where = tmpdir()): string {
  const folder = mkdtempSync(join(where, "waymark-ledger-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return join(folder, name);
}

export interface Opening {
  readonly file?: string;
  readonly kinds?: readonly RecordKind[];
  readonly ddl?: Ddl;
  readonly clock?: () => Date;
  readonly journal?: Journal;
  readonly past?: PastSettings | undefined;
  readonly stopped?: (why: unknown) => void;
  readonly setAside?: (lost: Lost) => void;
  readonly takingOver?: (taken: number, of: number) => void;
}

/** A ledger in a file of its own, closed when the test is finished. */
export async function openLedger({ file = freshFile(), kinds = world, ddl = worldDdl, ...others }: Opening = {}): Promise<Ledger> {
  const ledger = await Ledger.open({ file, kinds, ddl, ...others });
  onTestFinished(() => ledger.close());
  return ledger;
}

/** A clock that is set by hand. */
export function handClock(start = "2024-03-01T09:00:00.000Z"): { readonly read: () => Date; set(instant: string): void } {
  let now = start;
  return {
    read: () => new Date(now),
    set: (instant) => {
      now = instant;
    },
  };
}

/** A clock that is a second later each time somebody looks. */
export function steppingClock(start = "2024-03-01T09:00:00.000Z"): () => Date {
  let now = Date.parse(start);
  return () => new Date((now += 1_000));
}

/** Does to a file what nobody should, past the ledger. */
export function tamper(file: string, statement: string, ...values: readonly (string | number)[]): void {
  const sqlite = new Sqlite(file);
  try {
    sqlite.pragma("foreign_keys = OFF");
    const { changes } = sqlite.prepare(statement).run(...values);
    if (changes === 0) throw new Error(`Nothing was tampered with by: ${statement}`);
  } finally {
    sqlite.close();
  }
}

/** Leaves a word in the bytes of a file whose rows hold it no more, as an erasing that was cut short does. */
export function leaveRemains(file: string, word: string): void {
  const sqlite = new Sqlite(file);
  sqlite.pragma("secure_delete = OFF");
  sqlite.exec("create table remains (text)");
  sqlite.prepare("insert into remains values (?)").run(word.repeat(2_000));
  sqlite.exec("drop table remains");
  sqlite.pragma("user_version = 0");
  sqlite.close();
}

/** One text for the graph at the head: equal when every record is. */
export function headDigest(ledger: Ledger): string {
  const lease = ledger.lease();
  try {
    return graphDigest(lease.graph, ledger.kinds);
  } finally {
    lease.release();
  }
}

/** One text for the graph as it was after an entry. */
export async function digestAt(ledger: Ledger, number: number): Promise<string> {
  return inPast(ledger, number, (graph) => graphDigest(graph, ledger.kinds));
}

/** What the graph as it was after an entry says. */
export async function inPast<Result>(ledger: Ledger, number: number, read: (graph: Graph) => Result): Promise<Result> {
  const past = await ledger.past(number);
  try {
    return read(past.graph);
  } finally {
    past.release();
  }
}

/** The rows of a table at the head. */
export function rowsAtHead(ledger: Ledger, text: string): Record<string, unknown>[] {
  const lease = ledger.lease();
  try {
    return lease.graph.run(text, []);
  } finally {
    lease.release();
  }
}

/** What a file says of itself, read past the ledger. */
export function inFile<Result>(file: string, read: (graph: Graph) => Result): Result {
  const sqlite = new Sqlite(file, { readonly: true });
  try {
    return read(new Graph(sqlite));
  } finally {
    sqlite.close();
  }
}
