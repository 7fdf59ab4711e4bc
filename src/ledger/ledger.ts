import type { Database } from "better-sqlite3";
import { setMaxListeners } from "node:events";
import type { AskedMoment } from "../kernel/moment.ts";
import { refusal } from "../kernel/problem.ts";
import type { Aside } from "./aside.ts";
import { Writer, type Act, type Committed } from "./commit.ts";
import type { RecordKind } from "./concept.ts";
import { graphStampOf, NOTHING_DERIVED, type Ddl, type Derived } from "./ddl.ts";
import { backUp } from "./backup.ts";
import type { Draft } from "./draft.ts";
import type { Change, Entry } from "./entry.ts";
import { asFault } from "./fault.ts";
import { FileAside } from "./file-aside.ts";
import { LONG_LOG, logSize, openForWriting, refused, setAside } from "./file.ts";
import { Bell, follow, keepUp, Watch } from "./follow.ts";
import { Forked, NotTaken, type Journal, type LedgerEnd } from "./journal.ts";
import { lostFrom, type Lost } from "./lost.ts";
import { clockOf, entryMeant } from "./moment.ts";
import { PAST, Pasts, type HeldPast, type PastSettings } from "./past.ts";
import { PastBuilder } from "./past-build.ts";
import { ensureGraph, rebuildGraph } from "./rebuild.ts";
import { changesUpTo, entriesAfter, entryNumbered, hasLiveEntries, lastErasure } from "./reading.ts";
import { Relations } from "./record.ts";
import type { Series, SeriesAct } from "./series.ts";
import { leaseOf, Snapshots, type Lease } from "./snapshot.ts";
import { suppose } from "./supposed.ts";
import { dropTrialCopies, onTrialCopy } from "./trial-copy.ts";
import { verify, type Verdict } from "./verify.ts";
import { Wiper } from "./wipe.ts";
import type { SeriesDecided, SeriesDone } from "./write-series.ts";

export interface LedgerSettings {
  /** Path of the file that holds the ledger and the graph. */
  readonly file: string;
  readonly kinds: readonly RecordKind[];
  /** The graph's tables. */
  readonly ddl: Ddl;
  /** What is kept beside them and follows from their rows, such as an index. */
  readonly derived?: Derived;
  /** Unless given, as `PAST` says. */
  readonly past?: PastSettings | undefined;
  readonly clock?: () => Date;
  /** Where entries live when several servers share the ledger; the file then is this server's copy. */
  readonly journal?: Journal | undefined;
  /**
   * Called with why this copy, while it is open, takes nothing over any more: somebody has to look. Where it has entries that the journal does
   * not know, a `Forked`, it is to be closed and opened again.
   */
  readonly stopped?: ((why: unknown) => void) | undefined;
  /** Called when opening has set a copy aside that has entries which the journal does not know. */
  readonly setAside?: ((lost: Lost) => void) | undefined;
  /** Called as opening takes over what the journal has: up to which entry this copy has it, and how many there were at its beginning. */
  readonly takingOver?: ((taken: number, of: number) => void) | undefined;
}

/** After so long, wiping that was hindered is tried again. */
const WIPE_AGAIN_MS = 250;

/** The graph's tables as they stand in a file, with what is kept beside them. */
export function fileDdlOf({ ddl, derived = NOTHING_DERIVED }: Pick<LedgerSettings, "ddl" | "derived">): Ddl {
  return [...ddl, ...derived.tables, ...derived.triggers];
}

/** An append-only ledger of acts, and the graph that it makes. */
export class Ledger {
  readonly kinds: readonly RecordKind[];
  /** What is remembered beside the ledger, and is no history: by all servers that share it. */
  readonly aside: Aside;
  private readonly file: string;
  private readonly relations: Relations;
  private readonly stamp: string;
  private readonly ddl: Ddl;
  /** The graph's tables as they stand in the file. */
  private readonly fileDdl: Ddl;
  private readonly sqlite: Database;
  private readonly writer: Writer;
  private readonly snapshots: Snapshots;
  private readonly pastBuilder: PastBuilder;
  private readonly pasts: Pasts;
  private readonly clock: () => Date;
  private readonly bell = new Bell();
  private readonly stopping = new AbortController();
  private readonly watch = new Watch(() => this.head(), this.bell, this.stopping.signal);
  private readonly journal: Journal | undefined;
  private readonly stopped: (why: unknown) => void;
  private standstill: unknown = null;
  /** When this copy was last known to have all that the journal has. */
  private upToDateAt: Date;
  private apart: Date | null = null;
  private longLog = LONG_LOG;
  private readonly wiper: Wiper;
  private wiping: NodeJS.Timeout | null = null;
  /** Those that go on; none of them rejects. */
  private readonly rehearsals = new Set<Promise<unknown>>();

  private constructor(settings: LedgerSettings, sqlite: Database) {
    const { file, kinds, ddl, journal } = settings;
    const fileDdl = fileDdlOf(settings);
    const stamp = graphStampOf(fileDdl, kinds);
    // Any number of those who wait listen to it.
    setMaxListeners(0, this.stopping.signal);
    this.file = file;
    this.relations = new Relations(kinds);
    this.stamp = stamp;
    this.kinds = kinds;
    this.ddl = ddl;
    this.fileDdl = fileDdl;
    this.sqlite = sqlite;
    this.journal = journal;
    this.stopped = settings.stopped ?? (() => {});
    this.clock = settings.clock ?? (() => new Date());
    this.upToDateAt = this.clock();
    this.writer = new Writer({ sqlite, kinds, relations: this.relations, stamp, clock: this.clock, journal, committed: () => { this.bell.ring(); }, between: () => this.shortenLog() });
    this.snapshots = new Snapshots(file, stamp, this.clock);
    this.pastBuilder = new PastBuilder({ file, kinds, ddl, derived: settings.derived ?? NOTHING_DERIVED });
    this.pasts = new Pasts(settings.past ?? PAST, (number) => this.pastBuilder.build(number, this.read(({ ledger }) => changesUpTo(ledger, number))));
    this.wiper = new Wiper(sqlite);
    this.aside = journal?.aside(this.clock) ?? new FileAside(file, this.clock);
  }

  /**
   * Opens the file, or makes it; builds the graph anew where it is of another version. A copy that has entries which its journal does not know is
   * set aside, and made anew. Refuses a file that cannot be written.
   */
  static async open(settings: LedgerSettings): Promise<Ledger> {
    try {
      return await Ledger.opened(settings);
    } catch (error) {
      if (!(error instanceof Forked) || settings.journal === undefined) throw error;
      const lost = await lostFrom(settings.file, settings.journal);
      const file = setAside(settings.file, new Date());
      settings.setAside?.({ ...lost, file });
      return Ledger.opened(settings);
    }
  }

  private static async opened(settings: LedgerSettings): Promise<Ledger> {
    const sqlite = await openForWriting(settings.file);
    try {
      dropTrialCopies(settings.file);
      await ensureGraph(sqlite, settings.kinds, fileDdlOf(settings));
    } catch (error) {
      sqlite.close();
      throw refused(settings.file, error);
    }
    const ledger = new Ledger(settings, sqlite);
    try {
      await ledger.catchUpAtFirst(settings);
      await ledger.wipe();
    } catch (error) {
      await ledger.letGo();
      throw error;
    }
    if (settings.journal !== undefined) ledger.stopping.signal.addEventListener("abort", keepUp(settings.journal, () => ledger.catchUp()));
    return ledger;
  }

  /** Decides an act on a draft and writes it as one entry; answered once it is durable. Rejects with the Refusal when it is refused. */
  async commit<Value>(act: Act, decide: (draft: Draft) => Value): Promise<Committed<Value>> {
    const committed = await this.writer.commit(act, decide);
    await this.wipe();
    return committed;
  }

  /**
   * Decides a long act piece by piece and writes it as several entries, all of them or none; answered once they are durable. Others read on
   * meanwhile, and whoever writes waits. With a key it is done once, and refused where something else was sent under it.
   */
  async series<Value>(act: SeriesAct, decide: (series: Series) => Promise<SeriesDecided<Value>>): Promise<SeriesDone<Value>> {
    return this.writer.series(act, decide);
  }

  /**
   * Decides a long act on a copy of the file, as it stands here when this begins, and answers what it would come to: nothing is written, and whoever
   * writes goes on meanwhile.
   */
  async rehearse<Value>(act: SeriesAct, decide: (series: Series) => Promise<Value>): Promise<Value> {
    const rehearsed = onTrialCopy(this.file, async (path) => this.copyTo(path), async (sqlite) => {
      const writer = new Writer({ sqlite, kinds: this.kinds, relations: this.relations, stamp: this.stamp, clock: this.clock, journal: undefined, committed: () => {}, between: async () => Promise.resolve() });
      const { value } = await writer.series({ ...act, key: undefined }, async (series) => ({ keep: false, value: { of: await decide(series) } }));
      if (value === null) throw new Error("What is only tried was never done before.");
      return value.of;
    });
    this.rehearsals.add(rehearsed);
    try {
      return await rehearsed;
    } finally {
      this.rehearsals.delete(rehearsed);
    }
  }

  /** From a snapshot: what is being written at that moment is not in it, and holds it up no more than it holds up readers. */
  private async copyTo(path: string): Promise<void> {
    const lease = this.snapshots.leaseAlone(() => {});
    try {
      await lease.graph.sqlite.backup(path);
    } finally {
      lease.release();
    }
  }

  /** The number of the last entry; 0 when there is none. */
  head(): number {
    return this.snapshots.number();
  }

  /** The graph at the head, standing still until it is released. */
  lease(): Lease {
    return this.snapshots.lease();
  }

  /**
   * The graph as it was at a moment, leased as the head is: built in memory, where it is not kept, without holding up what else is
   * done. Refuses what has not passed yet, and what was before the first entry. Where it takes longer than until the signal,
   * this rejects with the signal's reason.
   */
  async at(asked: AskedMoment, signal: AbortSignal = this.stopping.signal): Promise<Lease> {
    const [number, clock] = this.read((head) => [entryMeant(head, asked), clockOf(head.ledger, asked)]);
    for (;;) {
      // What stands at the head need not be built.
      const past = number === this.head() ? null : await this.past(number, signal);
      const lease = this.leaseOver(past, number, clock);
      if (lease !== null) return lease;
    }
  }

  /** The graph as it was after an entry, built in memory even for the last; after none, it is empty. Refuses an entry that is not there. */
  async past(number: number, signal: AbortSignal = this.stopping.signal): Promise<HeldPast> {
    if (!Number.isInteger(number) || number < 0 || number > this.head()) throw refusal("NOT_YET", `There is no entry ${number} yet.`);
    return this.pasts.hold(number, signal);
  }

  /**
   * The graph as it would be if these changes came next, leased as the head is, at the head's number: no rule judges it, and the
   * ledger's own tables beside it know nothing of the changes.
   */
  supposing(changes: readonly Change[]): Lease {
    return this.snapshots.leaseAlone((sqlite) => { suppose(sqlite, changes, this.kinds, this.ddl); });
  }

  /** How many graphs of the past there are, and what they take of memory. */
  pastSize(): ReturnType<Pasts["size"]> {
    return this.pasts.size();
  }

  /** How many snapshots are held open. */
  leased(): number {
    return this.snapshots.held();
  }

  /** Why this copy no longer takes over what others append to the journal; null while it does, and while it waits for the journal to be reached again. */
  behind(): unknown {
    return this.standstill;
  }

  /** Since when nothing is taken over from the journal, as it cannot be reached or not be followed: what others have recorded since is not here. Null while all is. */
  apartSince(): Date | null {
    return this.apart;
  }

  /** The entry that is meant by a moment: the last not after it. Refuses a moment at which something can still be recorded, and one before the first entry. */
  entryAt(asked: AskedMoment): number {
    return this.read((head) => entryMeant(head, asked));
  }

  /** Entries after a number, in order, at most so many. */
  entriesAfter(number: number, most: number): Entry[] {
    return this.read(({ ledger }) => entriesAfter(ledger, number, most));
  }

  /** Every entry after a number, once and in order, those to come included, until the signal or the ledger's closing. */
  follow(after: number, signal: AbortSignal): AsyncGenerator<Entry> {
    return follow(after, (number) => this.entriesAfter(number, 100), this.bell, AbortSignal.any([signal, this.stopping.signal]));
  }

  /** Resolves once there is something behind an entry, or when the signal or the ledger's closing says to stop: what others write to the file too. */
  async beyond(entry: number, signal: AbortSignal): Promise<void> {
    return this.watch.beyond(entry, signal);
  }

  /** Whether something was recorded since the founding history: from then on the past stands. */
  isLive(): boolean {
    return this.read(({ ledger }) => hasLiveEntries(ledger));
  }

  /** Walks the seals and compares the graph with the ledger. */
  verify(): Verdict {
    return this.snapshots.apart((graph) => verify(graph, this.kinds, this.ddl));
  }

  /** The hash of an entry, which seals all that was recorded up to it; null for none. */
  hashOf(number: number): string | null {
    return this.read(({ ledger }) => entryNumbered(ledger, number)?.hash ?? null);
  }

  /** Copies the ledger's file to another that is not there yet, while all goes on, and answers the end of the copy. */
  async backUp(to: string): Promise<LedgerEnd> {
    return backUp(async (path) => this.copyTo(path), to);
  }

  /** Builds the graph anew from the ledger. */
  async rebuild(): Promise<void> {
    await this.writer.alone(() => rebuildGraph(this.sqlite, this.kinds, this.fileDdl));
  }

  /** Answers what has been handed in, then lets the file and the journal go. */
  async close(): Promise<void> {
    await this.letGo();
    await this.journal?.close();
  }

  private async letGo(): Promise<void> {
    this.stopping.abort();
    if (this.wiping !== null) clearTimeout(this.wiping);
    this.bell.ring();
    await this.writer.idle();
    await Promise.allSettled(this.rehearsals);
    this.pastBuilder.close();
    this.pasts.forget();
    this.snapshots.close();
    await this.aside.close();
    this.sqlite.close();
  }

  /**
   * SQLite begins its log anew only where nobody reads from it, and readers who overlap always do: then the log grows for
   * ever. When it has become long, writing rests until those who read at older entries have come to an end, twice: first
   * for what they read to be copied into the database, then for the next ones to read there.
   */
  private async shortenLog(): Promise<void> {
    const size = logSize(this.sqlite);
    if (size < LONG_LOG) this.longLog = LONG_LOG;
    if (size < this.longLog) return;
    await this.snapshots.renewed();
    this.sqlite.pragma("wal_checkpoint(PASSIVE)");
    await this.snapshots.renewed();
    // Where another process still reads from the log, this is tried again when it has grown by as much.
    this.longLog = size + LONG_LOG;
  }

  /** Whether bytes of what was erased may still stand in this copy, since somebody reads an older entry or another process holds the file. */
  wipes(): boolean {
    return this.wiper.isDue();
  }

  /** Wipes what was erased out of the file, and tries again later where something is in the way. */
  private async wipe(): Promise<void> {
    if (this.stopping.signal.aborted || !this.wiper.isDue()) return;
    this.pasts.forget();
    if (this.wiping !== null) return;
    const tryAgain = (): void => {
      this.wiping = setTimeout(() => {
        this.wiping = null;
        void this.wipe();
      }, WIPE_AGAIN_MS).unref();
    };
    try {
      if (!(await this.writer.alone(() => this.wiper.wipe(() => this.snapshots.renewed())))) tryAgain();
    } catch {
      // What was erased is erased; a full disk or a file that is held keeps its bytes for a while longer.
      tryAgain();
    }
  }

  private async catchUpAtFirst({ journal, takingOver }: LedgerSettings): Promise<void> {
    const of = journal === undefined || takingOver === undefined ? 0 : (await journal.end()).number;
    await this.writer.catchUp((taken) => takingOver?.(taken, of));
  }

  private async catchUp(): Promise<void> {
    try {
      await this.writer.catchUp();
      this.upToDateAt = this.clock();
      this.apart = null;
      await this.wipe();
      this.standstill = null;
    } catch (error) {
      this.apart ??= this.upToDateAt;
      if (error instanceof NotTaken) return;
      const isNew = this.standstill === null;
      this.standstill = error instanceof Forked ? error : asFault(error);
      if (isNew) this.stopped(this.standstill);
    }
  }

  /** A graph of the past together with the ledger's own tables at the head. Null, with the graph let go, where something was erased since it was built, or what was to be the head is no more. */
  private leaseOver(past: HeldPast | null, number: number, clock: number): Lease | null {
    let head: Lease | null = null;
    const release = (): void => {
      past?.release();
      head?.release();
    };
    try {
      head = this.lease();
      const { graph, ledger } = head;
      if (past === null ? head.number === number : past.erased >= lastErasure(ledger)) return leaseOf({ number, graph: past?.graph ?? graph, ledger, clock }, release);
    } catch (error) {
      release();
      throw error;
    }
    release();
    this.pasts.forget();
    return null;
  }

  private read<Result>(work: (head: Lease) => Result): Result {
    const lease = this.lease();
    try {
      return work(lease);
    } finally {
      lease.release();
    }
  }
}
