import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import { newId } from "../kernel/identity.ts";
import { refusal } from "../kernel/problem.ts";
import { Draft } from "./draft.ts";
import type { Citation } from "./entry.ts";
import { codeOf, turn, untilFree } from "./file.ts";
import { Graph } from "./graph.ts";
import type { Journal } from "./journal.ts";
import { Projection } from "./projection.ts";
import { entryUnderKey, entryWithId, hasLiveEntries, ledgerEnd, stampOf } from "./reading.ts";
import type { Relations } from "./record.ts";
import type { RecordKind } from "./concept.ts";
import { asChange, EntryWriter, written, type WrittenEntry } from "./written.ts";

/** What is done, by whom and why. */
export interface Act {
  /** As `milestone:plan`. */
  readonly name: string;
  readonly actor: string;
  readonly reason?: string | undefined;
  /** What the actor calls this act: under the same key it is done once. */
  readonly key?: string | undefined;
  readonly citations?: readonly Citation[];
  /** Only before the first live entry: the instant at which what this act records became known. */
  readonly founding?: string | undefined;
}

/** What an act came to. */
export interface Committed<Value> {
  /** The entry that it made; where it changed nothing, the last entry at which that was so. */
  readonly entry: number;
  /** Null when this repeats an act under the same key: what it answered is read at its entry. */
  readonly value: Value | null;
  readonly repeated: boolean;
}

interface Waiting {
  readonly act: Act;
  readonly entryId: string;
  readonly decide: (draft: Draft) => void;
  readonly settle: (entry: number, repeated: boolean) => void;
  readonly fail: (error: unknown) => void;
  /** The hash of the entry that was last tried: an entry found under it is this act's own, not an earlier one's. */
  tried: string | null;
}

type Outcome = { readonly entry: number; readonly repeated: boolean } | { readonly error: unknown };

/** So many acts share one transaction and one wait for the disk. */
const MOST_TOGETHER = 64;

/** The graph in the file is not the one that this process knows: another version of Waymark has taken the file over. */
export class GraphReplaced extends Error {
  override readonly name = "GraphReplaced";
  constructor() {
    super("The ledger's file is now served by another version of Waymark. This process has stopped; start the same version everywhere.");
  }
}

/**
 * The only door for writing. Acts that wait together are decided one after another in one transaction, a savepoint each,
 * and are durable together before any of them is answered.
 */
export class Writer {
  private readonly sqlite: Database;
  private readonly graph: Graph;
  private readonly projection: Projection;
  private readonly entries: EntryWriter;
  private readonly relations: Relations;
  private readonly stamp: string;
  private readonly clock: () => Date;
  private readonly journal: Journal | undefined;
  private readonly committed: () => void;
  private readonly between: () => Promise<void>;
  private readonly queue: Waiting[] = [];
  private running: Promise<void> | null = null;
  private lane: Promise<unknown> = Promise.resolve();

  constructor(parts: { sqlite: Database; kinds: readonly RecordKind[]; relations: Relations; stamp: string; clock: () => Date; journal: Journal | undefined; committed: () => void; between: () => Promise<void> }) {
    this.sqlite = parts.sqlite;
    this.graph = new Graph(parts.sqlite);
    this.projection = new Projection(parts.sqlite, parts.kinds);
    this.entries = new EntryWriter(parts.sqlite);
    this.relations = parts.relations;
    this.stamp = parts.stamp;
    this.clock = parts.clock;
    this.journal = parts.journal;
    this.committed = parts.committed;
    this.between = parts.between;
  }

  /** Decides and writes an act; answered once it is durable. Rejects with the Refusal when it is refused. */
  commit<Value>(act: Act, decide: (draft: Draft) => Value): Promise<Committed<Value>> {
    return new Promise((resolve, reject) => {
      let value: Value | null = null;
      this.queue.push({
        act,
        entryId: newId("en", act.key === undefined ? randomUUID() : JSON.stringify([act.actor, act.key])),
        decide: (draft) => {
          value = decide(draft);
          if (value instanceof Promise) throw new Error(`${act.name} is decided at once: what takes time comes before it.`);
        },
        settle: (entry, repeated) => {
          resolve({ entry, value: repeated ? null : value, repeated });
        },
        fail: reject,
        tried: null,
      });
      this.running ??= this.run();
    });
  }

  /** Waits until every act that has been handed in is answered. */
  async idle(): Promise<void> {
    while (this.running !== null) await this.running;
    await this.lane;
  }

  /** Runs work while nothing else uses the connection that writes. */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.lane.then(work);
    this.lane = done.catch(() => null);
    return done;
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      // Acts that arrive in the same turn of the event loop travel together, and readers have their turn in between.
      await turn();
      const group = this.queue.splice(0, MOST_TOGETHER);
      try {
        await this.write(group);
      } catch (error) {
        for (const waiting of group) waiting.fail(error);
      }
    }
    this.running = null;
  }

  private async write(group: readonly Waiting[]): Promise<void> {
    const outcomes = await this.alone(async () => {
      await this.between();
      return this.decideAll(group);
    });
    this.committed();
    group.forEach((waiting, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined) waiting.fail(new Error("An act was not decided."));
      else if ("error" in outcome) waiting.fail(outcome.error);
      else waiting.settle(outcome.entry, outcome.repeated);
    });
  }

  /** Decides until the journal has taken what was decided; whoever lost once waits in line. */
  private async decideAll(group: readonly Waiting[]): Promise<Outcome[]> {
    let outcomes = await this.attempt(group);
    while (outcomes === null && this.journal !== undefined) {
      const { journal } = this;
      outcomes = await journal.inLine(async () => {
        await this.takeNews(journal);
        return this.attempt(group);
      });
    }
    return outcomes ?? [];
  }

  /** One transaction: everything in it becomes durable, or nothing. Null when it has to be decided again. */
  private async attempt(group: readonly Waiting[]): Promise<Outcome[] | null> {
    return this.transaction(async () => {
      const end = ledgerEnd(this.graph);
      const added: WrittenEntry[] = [];
      const outcomes = group.map((waiting) => this.decide(waiting, added));
      return this.journal === undefined || (await this.journal.append(end, added)) === "APPENDED" ? outcomes : null;
    });
  }

  /** Runs work in one transaction, which is kept unless the work answers null or throws. */
  private async transaction<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    await untilFree(() => this.sqlite.exec("BEGIN IMMEDIATE"));
    try {
      if (stampOf(this.graph) !== this.stamp) throw new GraphReplaced();
      const result = await work();
      this.sqlite.exec(result === null ? "ROLLBACK" : "COMMIT");
      return result;
    } catch (error) {
      // SQLite ends the transaction itself on some faults, a full disk among them.
      if (this.sqlite.inTransaction) this.sqlite.exec("ROLLBACK");
      throw error;
    }
  }

  private decide(waiting: Waiting, added: WrittenEntry[]): Outcome {
    const { act, entryId } = waiting;
    const earlier = act.key === undefined ? entryWithId(this.graph, entryId) : entryUnderKey(this.graph, act.actor, act.key);
    if (earlier !== null) return { entry: earlier.number, repeated: earlier.hash !== waiting.tried };
    this.sqlite.exec("SAVEPOINT act");
    try {
      const end = ledgerEnd(this.graph);
      const recordedAt = this.clock().toISOString();
      const at = this.instantFor(act, end.at, recordedAt);
      const draft = new Draft({ graph: this.graph, projection: this.projection, relations: this.relations, entryId, at });
      for (const citation of act.citations ?? []) draft.cite(citation);
      waiting.decide(draft);
      const { changes, citations } = draft.outcome();
      if (changes.length === 0 && citations.length === 0) {
        this.sqlite.exec("RELEASE act");
        return { entry: end.number, repeated: false };
      }
      const entry = written({
        number: end.number + 1, id: entryId, at, recordedAt, founding: act.founding !== undefined, act: act.name, actor: act.actor,
        reason: act.reason ?? null, key: act.key ?? null, citations, changes, previous: end.hash,
      });
      this.entries.write(entry);
      this.sqlite.exec("RELEASE act");
      added.push(entry);
      waiting.tried = entry.entry.hash;
      return { entry: end.number + 1, repeated: false };
    } catch (error) {
      if (!this.sqlite.inTransaction) throw error;
      this.sqlite.exec("ROLLBACK TO act; RELEASE act");
      return { error: asRefusal(error) };
    }
  }

  /** Never earlier than the entry before, even when the clock is. */
  private instantFor(act: Act, last: string | null, now: string): string {
    if (act.founding === undefined) return last !== null && last > now ? last : now;
    if (!isInstant(act.founding) || act.founding > now) throw refusal("NOT_FOUNDING", `${act.founding} is not an instant that has passed. Write one as 2024-07-05T09:00:00.000Z.`);
    if (hasLiveEntries(this.graph)) throw refusal("NOT_FOUNDING", "History from before can only be loaded before the first live entry.");
    if (last !== null && act.founding < last) throw refusal("NOT_FOUNDING", `History from before is loaded in order: ${act.founding} is earlier than ${last}.`);
    return act.founding;
  }

  /** Takes over what the journal has and this file has not. */
  async catchUp(): Promise<void> {
    const { journal } = this;
    if (journal !== undefined && (await this.alone(() => this.takeNews(journal)))) this.committed();
  }

  /** Answers whether there was anything new. */
  private async takeNews(journal: Journal): Promise<boolean> {
    for (let any = false; ; any = true) {
      const next = await journal.after(ledgerEnd(this.graph).number, 500);
      if (next.length === 0) return any;
      await this.transaction(() => {
        // The order of an entry's changes says nothing: references between them are checked when all are there.
        this.sqlite.pragma("defer_foreign_keys = ON");
        const from = ledgerEnd(this.graph).number;
        for (const entry of next.filter((candidate) => candidate.entry.number > from)) this.takeOver(entry);
      });
    }
  }

  private takeOver(entry: WrittenEntry): void {
    if (entry.entry.previous !== ledgerEnd(this.graph).hash) throw new Error(`Entry ${entry.entry.number} does not continue this copy of the ledger.`);
    this.entries.write(entry);
    this.projection.applyTogether(entry.changes.map(asChange));
  }
}

/** Whether a text is an instant in the one form that sorts in order. */
function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

/** What the database holds against an act, as an answer to whoever asked for it. */
function asRefusal(error: unknown): unknown {
  if (codeOf(error) === "SQLITE_CONSTRAINT_UNIQUE") {
    return refusal("ALREADY_EXISTS", "Another record already has what only one record can have. Nothing was changed.");
  }
  return error;
}
