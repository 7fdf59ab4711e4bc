import Sqlite, { type Database } from "better-sqlite3";
import { Worker } from "node:worker_threads";
import { programFile } from "../kernel/program-file.ts";
import type { RecordKind } from "./concept.ts";
import { asFault } from "./fault.ts";
import { emptyGraph, planOf, putSteps, type PastParts, type Plan, type Step } from "./past-plan.ts";
import { upgraded } from "./upgrade.ts";
import { asChange, type WrittenChange } from "./written.ts";

/** A graph of the past, as it was built: on a connection that only reads. */
export interface Built {
  readonly sqlite: Database;
  /** What it takes of memory. */
  readonly bytes: number;
  /** The last entry that had erased something when it was built. */
  readonly erased: number;
}

/** So many changes are put in place sooner than a thread has begun. */
const FEW_CHANGES = 500;

/** Builds graphs of the past without ever holding up for long what else is done: at once where there is little to build, and otherwise in a thread of its own. */
export class PastBuilder {
  private readonly parts: PastParts;
  private readonly byType: ReadonlyMap<string, RecordKind>;
  private readonly stopping = new AbortController();
  private empty: Buffer | null = null;

  constructor(parts: PastParts) {
    this.parts = parts;
    this.byType = new Map(parts.kinds.map((kind) => [kind.type, kind]));
  }

  /** The graph as it was after an entry, up to which the ledger has about so many changes. */
  async build(number: number, changes: number): Promise<Built> {
    const upgrade: Upgrade = (rows) => putSteps(rows.flatMap((row) => upgraded(this.byType, asChange(row))), this.parts.kinds);
    if (changes <= FEW_CHANGES) return buildAtOnce((this.empty ??= laid(this.parts)), planOf(this.parts, number, "AN_EMPTY_GRAPH"), upgrade);
    return buildApart(planOf(this.parts, number, "NOTHING"), upgrade, this.stopping.signal);
  }

  /** What is being built is given up. */
  close(): void {
    this.stopping.abort();
  }
}

/** A change that is written in an older shape, and where it stands among the last changes. */
type OlderRow = WrittenChange & { readonly place: number };

/** Says changes of older shapes in the shapes of today, as steps that put them in place. */
type Upgrade = (rows: readonly OlderRow[]) => readonly Step[];

/** The bytes of a graph without rows, in small pages: it has hundreds of tables and indexes, and each takes one. */
function laid(parts: PastParts): Buffer {
  const sqlite = new Sqlite(":memory:");
  try {
    sqlite.pragma("page_size = 1024");
    sqlite.transaction(() => { for (const { sql } of emptyGraph(parts)) sqlite.exec(sql); })();
    return sqlite.serialize();
  } finally {
    sqlite.close();
  }
}

function buildAtOnce(empty: Buffer, { begin, erased, older, end }: Plan, upgrade: Upgrade): Built {
  const sqlite = new Sqlite(empty, { timeout: 0 });
  const take = (steps: readonly Step[]): void => {
    for (const { sql, values } of steps) sqlite.prepare(sql).run(...values);
  };
  try {
    sqlite.pragma("temp_store = MEMORY");
    take(begin);
    const last = Number(sqlite.prepare(erased).pluck().get());
    const behind = sqlite.prepare<[number], OlderRow>(older);
    for (let rows = behind.all(0); rows.length > 0; rows = behind.all(placeOf(rows))) take(upgrade(rows));
    take(end);
    sqlite.pragma("query_only = ON");
    const bytes = Number(sqlite.pragma("page_count", { simple: true })) * Number(sqlite.pragma("page_size", { simple: true }));
    return { sqlite, bytes, erased: last };
  } catch (error) {
    sqlite.close();
    throw asFault(error);
  }
}

function placeOf(rows: readonly OlderRow[]): number {
  return rows.at(-1)?.place ?? 0;
}

/** What the thread says: changes that it cannot read itself, what it has built, or why it could not. */
type Told =
  | { readonly older: readonly OlderRow[] }
  | { readonly built: Uint8Array<ArrayBuffer>; readonly erased: number }
  | { readonly failed: { readonly code: string; readonly message: string } };

/** What runs in the thread. */
const WORKER = programFile("src/ledger/past-worker.js");

/** Here, no more is done than to take the bytes over. The signal ends it. */
function buildApart(plan: Plan, upgrade: Upgrade, signal: AbortSignal): Promise<Built> {
  return new Promise((resolve, reject) => {
    // What this process was started with, such as a loader of TypeScript, is not for the thread.
    const worker = new Worker(WORKER, { execArgv: [] });
    const end = (): void => void worker.terminate();
    const hear = (told: Told): void => {
      if ("failed" in told) throw Object.assign(new Error(told.failed.message), { code: told.failed.code });
      if ("built" in told) resolve({ sqlite: opened(told.built), bytes: told.built.length, erased: told.erased });
      else worker.postMessage({ steps: upgrade(told.older), place: placeOf(told.older) }, []);
    };
    worker.on("message", (told: Told) => {
      try {
        hear(told);
      } catch (error) {
        reject(asFault(error));
        end();
      }
    });
    worker.once("error", reject);
    worker.once("exit", () => {
      signal.removeEventListener("abort", end);
      reject(new Error("The thread that was to build a graph of the past has ended."));
    });
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
    worker.postMessage(plan, []);
  });
}

function opened(bytes: Uint8Array<ArrayBuffer>): Database {
  const sqlite = new Sqlite(Buffer.from(bytes.buffer));
  sqlite.pragma("query_only = ON");
  return sqlite;
}
