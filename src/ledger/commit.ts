import { randomUUID } from "node:crypto";
import { newId } from "../kernel/identity.ts";
import { takeNews, type Progress } from "./catch-up.ts";
import { Draft } from "./draft.ts";
import type { Change, Citation } from "./entry.ts";
import { asFault, InDoubt, outcomeUnknown } from "./fault.ts";
import { turn } from "./file.ts";
import { Graph } from "./graph.ts";
import { foundingInstant, neverBefore } from "./instant.ts";
import { Projection } from "./projection.ts";
import { changesOf, entryUnderKey, entryWithId, ledgerEnd, type FoundEntry } from "./reading.ts";
import { isRemembered, keyReused, Repeats } from "./repeats.ts";
import type { Series, SeriesAct } from "./series.ts";
import { takenRefusal } from "./taken.ts";
import { mayStand, transaction } from "./transaction.ts";
import { untilTaken, type Untaken } from "./until-taken.ts";
import type { WritePlace } from "./write-place.ts";
import { SeriesAttempts, type SeriesDecided, type SeriesDone } from "./write-series.ts";
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

interface Waiting {
  readonly act: Act;
  readonly entryId: string;
  readonly decide: (draft: Draft) => void;
  readonly settle: (done: Done) => void;
  readonly fail: (error: unknown) => void;
  /** The hash of the entry that was last tried: an entry found under it is this act's own, not an earlier one's. */
  tried: string | null;
}

type Done = Omit<Committed<unknown>, "value">;
type Outcome = Done | { readonly error: unknown };

/** What a transaction is to keep: entries, and perhaps no more than a fingerprint of what was sent for one. */
interface Kept {
  readonly entries: WrittenEntry[];
  fingerprints: number;
  /** What the next entry continues. */
  end: ReturnType<typeof ledgerEnd>;
}

/** So many acts share one transaction and one wait for the disk. */
const MOST_TOGETHER = 64;

/** What a writer is made of. */
export interface WriterParts extends Pick<WritePlace, "sqlite" | "stamp" | "kinds" | "relations" | "clock" | "isTrial" | "journal"> {
  /** Called when something was committed. */
  readonly committed: () => void;
  /** What comes before each piece of work, while nothing else uses the connection. */
  readonly between: () => Promise<void>;
}

/**
 * The only door for writing. Acts that wait together are decided one after another in one transaction, a savepoint each,
 * and are durable together before any of them is answered.
 */
export class Writer {
  private readonly place: WritePlace;
  private readonly committed: () => void;
  private readonly between: () => Promise<void>;
  private readonly queue: Waiting[] = [];
  private running: Promise<void> | null = null;
  private lane: Promise<unknown> = Promise.resolve();

  constructor(parts: WriterParts) {
    this.place = {
      ...parts, graph: new Graph(parts.sqlite), projection: new Projection(parts.sqlite, parts.kinds), entries: new EntryWriter(parts.sqlite), repeats: new Repeats(parts.sqlite),
    };
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
    const attempts = new SeriesAttempts(this.place, act, newId("en", randomUUID()), decide);
    try {
      const done = await this.alone(async () => {
        await this.between();
        return this.untilTaken(() => attempts.attempt());
      });
      this.committed();
      // What it has put into the log is copied while nobody waits for that; what stands in the way, whoever writes next is told.
      void this.alone(this.between).catch(() => null);
      if ("givenUp" in done) throw done.givenUp;
      return done;
    } catch (error) {
      throw error instanceof InDoubt ? outcomeUnknown(error, act.key) : asFault(error);
    }
  }

  /** Attempts until the journal, where there is one, has taken what was decided. */
  private untilTaken<Answer extends object>(attempt: () => Promise<Answer | Untaken>): Promise<Answer> {
    const { journal } = this.place;
    return untilTaken(journal, async () => journal !== undefined && takeNews(this.place, journal), attempt);
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
      return this.untilTaken(() => this.attempt(group));
    });
    this.committed();
    group.forEach((waiting, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined) fail(waiting, new Error("An act was not decided."));
      else if ("error" in outcome) fail(waiting, outcome.error);
      else waiting.settle(outcome);
    });
  }

  /** One transaction: everything in it becomes durable, or nothing. Answers why, when it has to be decided again. */
  private async attempt(group: readonly Waiting[]): Promise<Outcome[] | Untaken> {
    const entries: WrittenEntry[] = [];
    let isDecided = false;
    try {
      return await transaction<Outcome[] | Untaken>(this.place, async () => {
        const end = ledgerEnd(this.place.graph);
        const kept: Kept = { entries, fingerprints: 0, end };
        const outcomes = group.map((waiting) => this.decide(waiting, kept));
        isDecided = true;
        const answer = await this.place.journal?.append(end, entries);
        if (answer === "OVERTAKEN" || answer === "UNKNOWN") return { keep: false, result: answer };
        // What is only decided and refused leaves nothing to wait for the disk for.
        return { keep: entries.length + kept.fingerprints > 0, result: outcomes };
      });
    } catch (error) {
      throw isDecided && entries.length > 0 && mayStand(error, this.place.journal) ? new InDoubt(error) : error;
    }
  }

  private decide(waiting: Waiting, kept: Kept): Outcome {
    const { act, entryId } = waiting;
    const { sqlite, graph, projection, relations, entries, repeats, kinds } = this.place;
    const earlier = this.earlier(waiting);
    if (earlier !== null) return this.found(waiting, earlier, kept);
    sqlite.exec("SAVEPOINT act");
    try {
      const { end } = kept;
      const now = this.place.clock();
      const recordedAt = now.toISOString();
      const at = act.founding === undefined ? neverBefore(end.at, recordedAt) : foundingInstant(graph, act.founding, end.at, recordedAt);
      const draft = new Draft({ graph, projection, relations, entryId, at, said: [act.reason, act.key, ...(act.citations ?? []).map(({ quote }) => quote)] });
      for (const citation of act.citations ?? []) draft.cite(citation);
      waiting.decide(draft);
      const { changes, citations, erasures } = draft.outcome();
      if (act.dryRun === true || (changes.length === 0 && citations.length === 0 && erasures.length === 0)) {
        sqlite.exec("ROLLBACK TO act; RELEASE act");
        return { entry: end.number, repeated: false, written: false, changes };
      }
      const entry = written({
        number: end.number + 1, id: entryId, at, recordedAt, founding: act.founding !== undefined, act: act.name, actor: act.actor,
        reason: act.reason ?? null, key: act.key ?? null, citations, changes, erasures, previous: end.hash,
      });
      entries.write(entry);
      const sent = isRemembered(act) ? repeats.remember(entryId, act.input, now) : undefined;
      sqlite.exec("RELEASE act");
      kept.entries.push({ ...entry, sent });
      kept.end = { number: end.number + 1, hash: entry.entry.hash, at };
      waiting.tried = entry.entry.hash;
      return { entry: end.number + 1, repeated: false, written: true, changes };
    } catch (error) {
      if (!sqlite.inTransaction) throw error;
      sqlite.exec("ROLLBACK TO act; RELEASE act");
      return { error: takenRefusal(error, kinds) ?? error };
    }
  }

  /** The entry of an act that is there already: under its key, or its own, which can only be there where it was tried before. */
  private earlier({ act, entryId, tried }: Waiting): FoundEntry | null {
    if (act.key !== undefined) return entryUnderKey(this.place.graph, act.actor, act.key);
    return tried === null ? null : entryWithId(this.place.graph, entryId);
  }

  /** An act whose entry is there already: as it was handed in before, or its own, where the journal's answer was lost. */
  private found({ act, tried }: Waiting, { id, number, hash }: FoundEntry, kept: Kept): Outcome {
    const { graph, repeats } = this.place;
    const repeated = hash !== tried;
    if (isRemembered(act)) {
      if (repeats.isAnother(id, act.input)) {
        return { error: keyReused() };
      }
      if (!repeated) {
        repeats.remember(id, act.input, this.place.clock());
        kept.fingerprints += 1;
      }
    }
    return { entry: number, repeated, written: true, changes: changesOf(graph, number) };
  }

  /** Takes over what the journal has and this file has not. */
  async catchUp(progress?: Progress): Promise<void> {
    const { journal } = this.place;
    if (journal !== undefined && (await this.alone(() => takeNews(this.place, journal, progress)))) this.committed();
  }
}

/** Answers an act with what went wrong. There is no doubt about what was never to be written. */
function fail({ act, fail: reject }: Waiting, error: unknown): void {
  if (!(error instanceof InDoubt)) reject(asFault(error));
  else if (act.dryRun === true) reject(asFault(error.cause));
  else reject(outcomeUnknown(error, act.key));
}
