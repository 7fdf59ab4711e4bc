import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import { newId } from "../kernel/identity.ts";
import { refusal, type Refusal } from "../kernel/problem.ts";
import type { RecordKind } from "./concept.ts";
import { Draft } from "./draft.ts";
import type { Change, Citation } from "./entry.ts";
import { asFault, InDoubt, isUndone, outcomeUnknown } from "./fault.ts";
import { turn, untilFree } from "./file.ts";
import { Graph } from "./graph.ts";
import { Forked, NotTaken, type Journal } from "./journal.ts";
import { Projection } from "./projection.ts";
import { changesOf, entriesAfter, entryUnderKey, entryWithGap, entryWithId, hasLiveEntries, ledgerEnd, stampOf, type FoundEntry } from "./reading.ts";
import type { Relations } from "./record.ts";
import { Repeats } from "./repeats.ts";
import { entriesInSeries, Series, type SeriesAct } from "./series.ts";
import { takenRefusal } from "./taken.ts";
import { EntryWriter, written, type WrittenEntry } from "./written.ts";

/** What is done, by whom and why. */
export interface Act {
  /** As `milestone:plan`. */
  readonly name: string;
  readonly actor: string;
  readonly reason?: string | undefined;
  /** What the actor calls this act: under the same key it is done once. */
  readonly key?: string | undefined;
  /** With a key: one text for what was sent. The key is refused for anything else, as long as a fingerprint of it is kept. */
  readonly input?: string | undefined;
  /** Whether it is only decided: what it would do is answered, and nothing is written. */
  readonly dryRun?: boolean | undefined;
  readonly citations?: readonly Citation[];
  /** Only before the first live entry: the instant at which what this act records became known. */
  readonly founding?: string | undefined;
}

/** What an act came to. */
export interface Committed<Value> {
  /** The entry that it made; where it changed nothing, or was only tried, the last entry at which that was so. */
  readonly entry: number;
  /** Null when this repeats an act under the same key: what it answered is read at its entry. */
  readonly value: Value | null;
  readonly repeated: boolean;
  /** Whether there is an entry of it: not of one that changed nothing, or was only tried. */
  readonly written: boolean;
  /** What it did, or would do; for a repeat, what its entry did. */
  readonly changes: readonly Change[];
}

/** A series is kept or not, by what its deciding answers. */
export interface SeriesDecided<Value> {
  readonly keep: boolean;
  readonly value: Value;
}

/** What a series came to. */
export interface SeriesDone<Value> {
  /** Null when this repeats a series under the same key. */
  readonly value: Value | null;
  readonly repeated: boolean;
  /** The numbers of its first and its last entry; null where nothing was written. */
  readonly entries: { readonly first: number; readonly last: number } | null;
}

interface Waiting {
  readonly act: Act;
  readonly entryId: string;
  readonly decide: (draft: Draft) => void;
  readonly settle: (done: Done) => void;
  readonly fail: (error: unknown) => void;
  /** The hash of the entry that was last tried: an entry found under it is this act's own, not an earlier one's. */
  tried: string | null;
}

interface WholeSeries<Value> {
  readonly act: SeriesAct;
  readonly entryId: string;
  readonly decide: (series: Series) => Promise<SeriesDecided<Value>>;
  /** What it came to when it was last handed to the journal, where nobody knows whether that took it. */
  tried: { readonly value: Value } | null;
}

type Done = Omit<Committed<unknown>, "value">;
type Outcome = Done | { readonly error: unknown };

/** What a transaction is to keep: entries, and perhaps no more than a fingerprint of what was sent for one. */
interface Kept {
  readonly entries: WrittenEntry[];
  fingerprints: number;
}

/** So many acts share one transaction and one wait for the disk. */
const MOST_TOGETHER = 64;

/** So many entries are taken over at a time. */
const PAGE = 500;

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
  private readonly repeats: Repeats;
  private readonly kinds: readonly RecordKind[];
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
    this.repeats = new Repeats(parts.sqlite);
    this.kinds = parts.kinds;
    this.relations = parts.relations;
    this.stamp = parts.stamp;
    this.clock = parts.clock;
    this.journal = parts.journal;
    this.committed = parts.committed;
    this.between = parts.between;
  }

  /** Decides and writes an act; answered once it is durable. Rejects with the Refusal when it is refused, and with a LedgerFault when storage fails. */
  commit<Value>(act: Act, decide: (draft: Draft) => Value): Promise<Committed<Value>> {
    return new Promise((resolve, reject) => {
      let value: Value | null = null;
      this.queue.push({
        act,
        entryId: newId("en", randomUUID()),
        decide: (draft) => {
          value = decide(draft);
          if (value instanceof Promise) throw new Error(`${act.name} is decided at once: what takes time comes before it.`);
        },
        settle: (done) => {
          resolve({ ...done, value: done.repeated ? null : value });
        },
        fail: reject,
        tried: null,
      });
      this.running ??= this.run();
    });
  }

  /**
   * Decides a long act piece by piece and writes it as several entries, all of them or none. Its deciding lets others have their turn:
   * readers go on meanwhile, and writers wait. It may be done again, from its beginning, where somebody else's entry came first.
   */
  async series<Value>(act: SeriesAct, decide: (series: Series) => Promise<SeriesDecided<Value>>): Promise<SeriesDone<Value>> {
    const whole: WholeSeries<Value> = { act, decide, entryId: newId("en", randomUUID()), tried: null };
    try {
      const done = await this.alone(async () => {
        await this.between();
        const answer = await this.attemptSeries(whole);
        return typeof answer === "string" ? this.seriesInLine(whole) : answer;
      });
      this.committed();
      return done;
    } catch (error) {
      throw error instanceof InDoubt ? outcomeUnknown(error, act.key) : asFault(error);
    }
  }

  private async seriesInLine<Value>(whole: WholeSeries<Value>): Promise<SeriesDone<Value>> {
    const { journal } = this;
    if (journal === undefined) throw new Error("Without a journal nobody else's entry comes first.");
    try {
      for (;;) {
        const answer = await journal.inLine(async () => {
          await this.takeNews(journal);
          return this.attemptSeries(whole);
        });
        if (typeof answer !== "string") return answer;
      }
    } catch (error) {
      throw whole.tried === null ? error : new InDoubt(error);
    }
  }

  /** One transaction for all of it. */
  private async attemptSeries<Value>(whole: WholeSeries<Value>): Promise<SeriesDone<Value> | "OVERTAKEN" | "UNKNOWN"> {
    const { act, entryId, decide } = whole;
    let isWritten = false;
    try {
      return await this.transaction<SeriesDone<Value> | "OVERTAKEN" | "UNKNOWN">(async () => {
        const end = ledgerEnd(this.graph);
        const earlier = act.key === undefined ? entryWithId(this.graph, entryId) : entryUnderKey(this.graph, act.actor, act.key);
        if (earlier !== null) return { keep: false, result: this.foundSeries(whole, earlier) };
        const now = this.clock();
        const recordedAt = now.toISOString();
        const { sqlite, graph, projection, relations, kinds, entries } = this;
        const series = new Series({ sqlite, graph, projection, relations, kinds, entries, act, entryId, at: this.instantFor(undefined, end.at, recordedAt), recordedAt, isKept: this.journal !== undefined });
        const { keep, value } = await decide(series);
        if (keep) series.end();
        isWritten = keep && series.entries > 0;
        if (isWritten && isRemembered(act)) this.repeats.remember(entryId, act.input, now);
        const answer = await this.journal?.append(end, isWritten ? series.kept : []);
        if (answer === "UNKNOWN") whole.tried = { value };
        if (answer === "OVERTAKEN" || answer === "UNKNOWN") return { keep: false, result: answer };
        return { keep: isWritten, result: { value, repeated: false, entries: isWritten ? { first: end.number + 1, last: end.number + series.entries } : null } };
      });
    } catch (error) {
      throw isWritten && this.mayStand(error) ? new InDoubt(error) : error;
    }
  }

  /** A series that is there already: as it was handed in before, or its own, where the journal's answer was lost. */
  private foundSeries<Value>({ act, entryId, tried }: WholeSeries<Value>, { id, number }: FoundEntry): SeriesDone<Value> {
    const entries = { first: number, last: number + entriesInSeries(this.graph, id) - 1 };
    if (tried !== null && id === entryId) return { value: tried.value, repeated: false, entries };
    if (isRemembered(act) && this.repeats.isAnother(id, act.input)) throw keyReused();
    return { value: null, repeated: true, entries };
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
        for (const waiting of group) fail(waiting, error);
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
      if (outcome === undefined) fail(waiting, new Error("An act was not decided."));
      else if ("error" in outcome) fail(waiting, outcome.error);
      else waiting.settle(outcome);
    });
  }

  /** Decides until the journal has taken what was decided; whoever lost once waits in line. */
  private async decideAll(group: readonly Waiting[]): Promise<Outcome[]> {
    let answer = await this.attempt(group);
    while (typeof answer === "string" && this.journal !== undefined) {
      const { journal } = this;
      const isLost = answer === "UNKNOWN";
      try {
        answer = await journal.inLine(async () => {
          await this.takeNews(journal);
          return this.attempt(group);
        });
      } catch (error) {
        throw isLost ? new InDoubt(error) : error;
      }
    }
    return typeof answer === "string" ? [] : answer;
  }

  /** One transaction: everything in it becomes durable, or nothing. Answers why, when it has to be decided again. */
  private async attempt(group: readonly Waiting[]): Promise<Outcome[] | "OVERTAKEN" | "UNKNOWN"> {
    const kept: Kept = { entries: [], fingerprints: 0 };
    let isDecided = false;
    try {
      return await this.transaction<Outcome[] | "OVERTAKEN" | "UNKNOWN">(async () => {
        const end = ledgerEnd(this.graph);
        const outcomes = group.map((waiting) => this.decide(waiting, kept));
        isDecided = true;
        const answer = await this.journal?.append(end, kept.entries);
        if (answer === "OVERTAKEN" || answer === "UNKNOWN") return { keep: false, result: answer };
        // What is only decided and refused leaves nothing to wait for the disk for.
        return { keep: kept.entries.length + kept.fingerprints > 0, result: outcomes };
      });
    } catch (error) {
      throw isDecided && kept.entries.length > 0 && this.mayStand(error) ? new InDoubt(error) : error;
    }
  }

  /** Whether what was to be written may have become durable although this went wrong: what the journal was given it may have, whatever became of this copy. */
  private mayStand(error: unknown): boolean {
    return !(error instanceof NotTaken) && (this.journal !== undefined || !isUndone(error));
  }

  /** Runs work in one transaction, which is kept where the work says so. */
  private async transaction<Result>(work: () => Promise<{ readonly keep: boolean; readonly result: Result }>): Promise<Result> {
    await untilFree(() => this.sqlite.exec("BEGIN IMMEDIATE"));
    try {
      if (stampOf(this.graph) !== this.stamp) throw new GraphReplaced();
      const { keep, result } = await work();
      this.sqlite.exec(keep ? "COMMIT" : "ROLLBACK");
      return result;
    } catch (error) {
      // SQLite ends the transaction itself on some faults, a full disk among them.
      if (this.sqlite.inTransaction) this.sqlite.exec("ROLLBACK");
      throw error;
    }
  }

  private decide(waiting: Waiting, kept: Kept): Outcome {
    const { act, entryId } = waiting;
    const earlier = act.key === undefined ? entryWithId(this.graph, entryId) : entryUnderKey(this.graph, act.actor, act.key);
    if (earlier !== null) return this.found(waiting, earlier, kept);
    this.sqlite.exec("SAVEPOINT act");
    try {
      const end = ledgerEnd(this.graph);
      const now = this.clock();
      const recordedAt = now.toISOString();
      const at = this.instantFor(act.founding, end.at, recordedAt);
      const draft = new Draft({ graph: this.graph, projection: this.projection, relations: this.relations, entryId, at, said: [act.reason, act.key, ...(act.citations ?? []).map(({ quote }) => quote)] });
      for (const citation of act.citations ?? []) draft.cite(citation);
      waiting.decide(draft);
      const { changes, citations, erasures } = draft.outcome();
      if (act.dryRun === true || (changes.length === 0 && citations.length === 0 && erasures.length === 0)) {
        this.sqlite.exec("ROLLBACK TO act; RELEASE act");
        return { entry: end.number, repeated: false, written: false, changes };
      }
      const entry = written({
        number: end.number + 1, id: entryId, at, recordedAt, founding: act.founding !== undefined, act: act.name, actor: act.actor,
        reason: act.reason ?? null, key: act.key ?? null, citations, changes, erasures, previous: end.hash,
      });
      this.entries.write(entry);
      if (isRemembered(act)) this.repeats.remember(entryId, act.input, now);
      this.sqlite.exec("RELEASE act");
      kept.entries.push(entry);
      waiting.tried = entry.entry.hash;
      return { entry: end.number + 1, repeated: false, written: true, changes };
    } catch (error) {
      if (!this.sqlite.inTransaction) throw error;
      this.sqlite.exec("ROLLBACK TO act; RELEASE act");
      return { error: takenRefusal(error, this.kinds) ?? error };
    }
  }

  /** An act whose entry is there already: as it was handed in before, or its own, where the journal's answer was lost. */
  private found({ act, tried }: Waiting, { id, number, hash }: FoundEntry, kept: Kept): Outcome {
    const repeated = hash !== tried;
    if (isRemembered(act)) {
      if (this.repeats.isAnother(id, act.input)) {
        return { error: keyReused() };
      }
      if (!repeated) {
        this.repeats.remember(id, act.input, this.clock());
        kept.fingerprints += 1;
      }
    }
    return { entry: number, repeated, written: true, changes: changesOf(this.graph, number) };
  }

  /** Never earlier than the entry before, even when the clock is. */
  private instantFor(founding: string | undefined, last: string | null, now: string): string {
    if (founding === undefined) return last !== null && last > now ? last : now;
    if (!isInstant(founding) || founding > now) throw refusal("NOT_FOUNDING", `${founding} is not an instant that has passed. Write one as 2024-07-05T09:00:00.000Z.`);
    if (hasLiveEntries(this.graph)) throw refusal("NOT_FOUNDING", "History from before can only be loaded before the first live entry.");
    if (last !== null && founding < last) throw refusal("NOT_FOUNDING", `History from before is loaded in order: ${founding} is earlier than ${last}.`);
    return founding;
  }

  /** Takes over what the journal has and this file has not. */
  async catchUp(): Promise<void> {
    const { journal } = this;
    if (journal !== undefined && (await this.alone(() => this.takeNews(journal)))) this.committed();
  }

  /** Answers whether there was anything new. */
  private async takeNews(journal: Journal): Promise<boolean> {
    for (let any = false; ; any = true) {
      const next = await this.newsIn(journal);
      if (next.length === 0) return any;
      await this.transaction(async () => {
        // The order of an entry's changes says nothing: references between them are checked when all are there.
        this.sqlite.pragma("defer_foreign_keys = ON");
        const from = ledgerEnd(this.graph).number;
        this.takeOver(next);
        // What was erased in an entry is read in the one that erased it: the graph follows when both are there.
        for (let gap = entryWithGap(this.graph, from); gap !== null; gap = entryWithGap(this.graph, from)) {
          const more = await this.newsIn(journal);
          if (more.length === 0) throw new Error(`Entry ${gap} of the journal has lost a value that no entry has erased.`);
          this.takeOver(more);
        }
        const until = ledgerEnd(this.graph).number;
        for (let number = from; number < until; number += PAGE) {
          for (const entry of entriesAfter(this.graph, number, PAGE)) this.projection.applyTogether(entry.changes);
        }
        return { keep: true, result: null };
      });
    }
  }

  /** What the journal has behind the end of this copy. */
  private async newsIn(journal: Journal): Promise<readonly WrittenEntry[]> {
    const end = ledgerEnd(this.graph);
    const next = await journal.after(end, PAGE);
    if (next === "FORKED") throw new Forked(end.number);
    return next;
  }

  /** Another process may have taken over some of them while this one waited. */
  private takeOver(entries: readonly WrittenEntry[]): void {
    for (const entry of entries) {
      const end = ledgerEnd(this.graph);
      if (entry.entry.number <= end.number) continue;
      if (entry.entry.previous !== end.hash) throw new Error(`Entry ${entry.entry.number} does not continue this copy of the ledger.`);
      this.entries.write(entry);
    }
  }
}

function keyReused(): Refusal {
  return refusal("KEY_REUSED", "This key was used before for something else. That stands as it is, and nothing was changed now. Use a new key for a new act.");
}

/** Whether a text is an instant in the one form that sorts in order. */
function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

/** Whether a fingerprint is kept of what was sent: only a key can be sent again. */
function isRemembered<Any extends Pick<Act, "key" | "input">>(act: Any): act is Any & { readonly input: string } {
  return act.key !== undefined && act.input !== undefined;
}

/** Answers an act with what went wrong. There is no doubt about what was never to be written. */
function fail({ act, fail: reject }: Waiting, error: unknown): void {
  if (!(error instanceof InDoubt)) reject(asFault(error));
  else if (act.dryRun === true) reject(asFault(error.cause));
  else reject(outcomeUnknown(error, act.key));
}
