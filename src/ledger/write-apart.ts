import { getTableName } from "drizzle-orm";
import { Worker } from "node:worker_threads";
import { programFile } from "../kernel/program-file.ts";
import { GENESIS, type Change } from "./entry.ts";
import type { LedgerEnd } from "./journal.ts";
import type { Projection } from "./projection.ts";
import { changes, citations, entries, graphStamp, repeats } from "./table.ts";
import { insertText, type Sent, type WrittenEntry } from "./written.ts";

/** What is run with a text of SQL: values by their order, or by their names. */
export interface Step {
  readonly text: string;
  readonly given: object;
}

/** What the thread is told: texts that it has not heard of, what to run by their order among all, and whether that is all; or to write it, where the ledger stands as this says. */
export type Handed =
  | { readonly texts: readonly string[]; readonly steps: readonly (readonly [text: number, given: object])[]; readonly isAll: boolean }
  | { readonly stands: string; readonly values: readonly string[] };

/** What the thread says: that it has all that it is to write, and what became of it; or why nothing did. */
type Told = { readonly isReady: true } | { readonly outcome: Outcome } | { readonly failed: { readonly code: string; readonly message: string } };

type Outcome = "WRITTEN" | "OVERTAKEN";

/** The fingerprint of what was sent for an entry. */
export type Remembered = Sent & { readonly entryId: string };

/** To commit more entries than these holds up everybody: SQLite reads again what it has put into its log before, and waits for the disk. */
const LONG = 10;

const WORKER = programFile("src/ledger/write-worker.js");

const INSERTED = { entry: insertText(entries), change: insertText(changes), citation: insertText(citations), sent: insertText(repeats, "insert or ignore") };

/** Whether the ledger ends with this hash, and the graph is of this stamp. */
const STANDS = `select coalesce((select hash from ${getTableName(entries)} order by number desc limit 1), '${GENESIS}') = ? and (select stamp from ${getTableName(graphStamp)}) = ?`;

/**
 * Entries of a series on their way to a thread of its own, where there are many: what was decided here is then undone, and written there. While that
 * goes on, and becomes durable, everybody else has their turn.
 */
export class WrittenApart {
  private readonly file: string;
  private readonly projection: Projection;
  private readonly first: (readonly [WrittenEntry, readonly Change[]])[] = [];
  private readonly texts = new Map<string, number>();
  private thread: Thread | null = null;

  constructor(file: string, projection: Projection) {
    this.file = file;
    this.projection = projection;
  }

  /** Whether there are so many entries that they are written apart. */
  get isLong(): boolean {
    return this.thread !== null;
  }

  /** Takes the next entry, and the changes that it holds. */
  add(entry: WrittenEntry, made: readonly Change[]): void {
    if (this.thread === null) {
      this.first.push([entry, made]);
      if (this.first.length <= LONG) return;
      this.thread = threadOver(this.file);
      for (const [each, its] of this.first.splice(0)) this.hand(this.stepsOf(each, its));
    } else {
      this.hand(this.stepsOf(entry, made));
    }
  }

  /** Hands over what is left, and resolves once the thread has all of it. */
  async handedOver(remembered: Remembered | null): Promise<void> {
    this.tell({ texts: [INSERTED.sent], steps: remembered === null ? [] : [[this.texts.size, remembered]], isAll: true });
    await this.begun().isReady;
  }

  /**
   * Has all of it written, where the ledger still ends there and the graph is that of the stamp. The thread tries again and again until it may: whoever
   * holds the file, and lets it go next, hardly leaves another process the time to come before.
   */
  write({ hash }: LedgerEnd, stamp: string): void {
    this.tell({ stands: STANDS, values: [hash, stamp] });
  }

  /** What became of it: it is durable where it was written. */
  async outcome(): Promise<Outcome> {
    return this.begun().outcome;
  }

  /** Lets go of what was not written. */
  end(): void {
    void this.thread?.worker.terminate();
  }

  private begun(): Thread {
    if (this.thread === null) throw new Error("So few entries are written by whoever decided them.");
    return this.thread;
  }

  private stepsOf(entry: WrittenEntry, made: readonly Change[]): Step[] {
    return [
      { text: INSERTED.entry, given: entry.entry },
      ...entry.changes.map((given) => ({ text: INSERTED.change, given })),
      ...entry.citations.map((given) => ({ text: INSERTED.citation, given })),
      ...this.projection.stepsOf(made),
    ];
  }

  private hand(steps: readonly Step[]): void {
    const known = this.texts.size;
    const numbered = steps.map(({ text, given }): [number, object] => [this.numberOf(text), given]);
    this.tell({ texts: [...this.texts.keys()].slice(known), steps: numbered, isAll: false });
  }

  private numberOf(text: string): number {
    const number = this.texts.get(text) ?? this.texts.size;
    this.texts.set(text, number);
    return number;
  }

  private tell(handed: Handed): void {
    this.thread?.worker.postMessage(handed, []);
  }
}

interface Thread {
  readonly worker: Worker;
  readonly isReady: Promise<void>;
  readonly outcome: Promise<Outcome>;
}

function threadOver(file: string): Thread {
  // What this process was started with, such as a loader of TypeScript, is not for the thread.
  const worker = new Worker(WORKER, { workerData: file, execArgv: [] });
  let told: Told | null = null;
  worker.on("message", (message: Told) => { told = message; });
  const outcome = new Promise<Outcome>((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", () => {
      if (told !== null && "outcome" in told) resolve(told.outcome);
      else if (told !== null && "failed" in told) reject(Object.assign(new Error(told.failed.message), { code: told.failed.code }));
      else reject(new Error("The thread that was to write a series has ended."));
    });
  });
  // Nobody may wait for it yet.
  outcome.catch(() => null);
  const isReady = new Promise<void>((resolve, reject) => {
    worker.once("message", (first: Told) => { if ("isReady" in first) resolve(); });
    outcome.catch(reject);
  });
  isReady.catch(() => null);
  return { worker, isReady, outcome };
}
