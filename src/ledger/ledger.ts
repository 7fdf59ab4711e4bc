import type { Database } from "better-sqlite3";
import { setMaxListeners } from "node:events";
import type { AskedMoment } from "../kernel/moment.ts";
import { refusal } from "../kernel/problem.ts";
import type { Drawers } from "./drawers.ts";
import { Writer, type Act, type Committed } from "./commit.ts";
import type { RecordKind } from "./concept.ts";
import { graphStampOf, NOTHING_DERIVED, type Ddl, type Derived } from "./ddl.ts";
import { backUp } from "./backup.ts";
import type { Draft } from "./draft.ts";
import type { Change, Entry } from "./entry.ts";
import { Graph } from "./graph.ts";
import { FileDrawers } from "./file-drawers.ts";
import { openForWriting, refused, setAside } from "./file.ts";
import { Bell, follow, keepUp, Watch } from "./follow.ts";
import { heldAbout, type HeldAbout } from "./held-about.ts";
import { InStep } from "./in-step.ts";
import { Forked, type Journal, type LedgerEnd } from "./journal.ts";
import { fileDdlOf, type LedgerSettings } from "./ledger-settings.ts";
import { lostFrom } from "./lost.ts";
import { clockOf, entryMeant } from "./moment.ts";
import { PAST, Pasts, type HeldPast } from "./past.ts";
import { PastBuilder } from "./past-build.ts";
import { ensureGraph, rebuildGraph } from "./rebuild.ts";
import { changesUpTo, entriesAfter, entryNumbered, entryUnderKey, hasLiveEntries, lastErasure, ledgerEnd } from "./reading.ts";
import { Relations } from "./record.ts";
import { Rehearsals } from "./rehearsals.ts";
import { lastBackup, rememberBackup, type LastBackup } from "./last-backup.ts";
import type { Series, SeriesAct } from "./series.ts";
import { ShortLog } from "./short-log.ts";
import { isDamaged } from "./sqlite-code.ts";
import { leaseOf, Snapshots, type Lease } from "./snapshot.ts";
import { suppose } from "./supposed.ts";
import { Tally } from "./tally.ts";
import { dropTrialCopies } from "./trial-copy.ts";
import { verify, type Verdict } from "./verify.ts";
import { Wiper } from "./wipe.ts";
import { Wiping } from "./wiping.ts";
import type { SeriesDecided, SeriesDone } from "./write-series.ts";

/** An append-only ledger of acts, and the graph that it makes. */
export class Ledger {
  readonly kinds: readonly RecordKind[];
  /** What is remembered beside the ledger, and is no history: by all servers that share it. */
  readonly drawers: Drawers;
  /** What this process has written and refused. */
  readonly tally = new Tally();
  private readonly ddl: Ddl;
  /** The graph's tables as they stand in the file. */
  private readonly fileDdl: Ddl;
  private readonly derived: Derived;
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
  private readonly inStep: InStep;
  private readonly wiping: Wiping;
  private readonly rehearsals: Rehearsals;

  private constructor(settings: LedgerSettings, sqlite: Database) {
    const { file, kinds, ddl, derived = NOTHING_DERIVED, journal, clock = () => new Date() } = settings;
    const fileDdl = fileDdlOf(settings);
    const stamp = graphStampOf(fileDdl, kinds);
    // Any number of those who wait listen to it.
    setMaxListeners(0, this.stopping.signal);
    this.kinds = kinds;
    this.ddl = ddl;
    this.fileDdl = fileDdl;
    this.derived = derived;
    this.sqlite = sqlite;
    this.journal = journal;
    this.clock = clock;
    this.drawers = journal?.drawers(clock) ?? new FileDrawers(file, clock);
    const writing = { kinds, relations: new Relations(kinds), stamp, clock };
    const shortLog = new ShortLog(sqlite, async () => this.snapshots.renewed());
    this.writer = new Writer({ ...writing, sqlite, isTrial: false, journal, committed: () => { this.bell.ring(); }, between: async () => shortLog.shorten() });
    this.snapshots = new Snapshots(file, stamp, clock);
    this.pastBuilder = new PastBuilder({ file, kinds, ddl, derived });
    this.pasts = new Pasts(settings.past ?? PAST, (number) => this.pastBuilder.build(number, this.read(({ ledger }) => changesUpTo(ledger, number))));
    this.rehearsals = new Rehearsals(file, async (path) => this.copyTo(path), (copy) => new Writer({ ...writing, sqlite: copy, isTrial: true, journal: undefined, committed: () => {}, between: async () => Promise.resolve() }));
    const wiper = new Wiper(sqlite);
    this.wiping = new Wiping(wiper, () => { this.pasts.forget(); }, async () => this.writer.alone(async () => wiper.wipe(async () => this.snapshots.renewed())), this.stopping.signal);
    this.inStep = new InStep(clock, async () => this.writer.catchUp(), async () => this.wiping.begin(), settings.stopped ?? (() => {}));
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
      // One whose last entry cannot be read is found out now, and not by whoever asks first.
      ledgerEnd(new Graph(sqlite));
    } catch (error) {
      sqlite.close();
      throw refused(settings.file, error);
    }
    const ledger = new Ledger(settings, sqlite);
    try {
      await ledger.catchUpAtFirst(settings);
      await ledger.wiping.begin();
    } catch (error) {
      await ledger.letGo();
      throw isDamaged(error) ? refused(settings.file, error) : error;
    }
    if (settings.journal !== undefined) ledger.stopping.signal.addEventListener("abort", keepUp(settings.journal, () => ledger.inStep.catchUp()));
    return ledger;
  }

  /** Decides an act on a draft and writes it as one entry; answered once it is durable. Rejects with the Refusal when it is refused. */
  async commit<Value>(act: Act, decide: (draft: Draft) => Value): Promise<Committed<Value>> {
    const committed = await this.tally.of(this.writer.commit(act, decide), ({ written, repeated }) => (written && !repeated ? 1 : 0));
    await this.wiping.begin();
    return committed;
  }

  /**
   * Decides a long act piece by piece and writes it as several entries, all of them or none; answered once they are durable. Others read on
   * meanwhile, and whoever writes waits. With a key it is done once, and refused where something else was sent under it.
   */
  async series<Value>(act: SeriesAct, decide: (series: Series) => Promise<SeriesDecided<Value>>): Promise<SeriesDone<Value>> {
    return this.tally.of(this.writer.series(act, decide), ({ entries, repeated }) => (entries === null || repeated ? 0 : entries.last - entries.first + 1));
  }

  /**
   * Decides a long act on a copy of the file, as it stands here when this begins, and answers what it would come to: nothing is written, and whoever
   * writes goes on meanwhile.
   */
  async rehearse<Value>(act: SeriesAct, decide: (series: Series) => Promise<Value>): Promise<Value> {
    return this.rehearsals.rehearse(act, decide);
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

  /** The same, shared by all who ask for it in one turn of the event loop: it shows all that was recorded before any of them asked. */
  async leaseTogether(): Promise<Lease> {
    return this.snapshots.leaseTogether();
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
    return this.snapshots.leaseAlone((sqlite) => { suppose(sqlite, changes, this.kinds, this.ddl, this.derived.kept); });
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
    return this.inStep.behind();
  }

  /** Since when nothing is taken over from the journal, as it cannot be reached or not be followed: what others have recorded since is not here. Null while all is. */
  apartSince(): Date | null {
    return this.inStep.apartSince();
  }

  /** For how many seconds it is not known whether this copy has all that the journal has; 0 where there is none. */
  lagSeconds(): number {
    return this.journal === undefined ? 0 : this.inStep.lagSeconds();
  }

  /** The entry that is meant by a moment: the last not after it. Refuses a moment at which something can still be recorded, and one before the first entry. */
  entryAt(asked: AskedMoment): number {
    return this.read((head) => entryMeant(head, asked));
  }

  /** Of these keys, those under which this actor's acts stand. */
  doneUnder(actor: string, keys: readonly string[]): ReadonlySet<string> {
    return this.read(({ ledger }) => new Set(keys.filter((key) => entryUnderKey(ledger, actor, key) !== null)));
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
    return this.snapshots.apart((graph) => verify(graph, this.kinds, this.ddl, this.derived.kept));
  }

  /** All that is held about a person or an account: what erasing them would take away, and the acts that they did. `words` are other names of theirs. */
  heldAbout(id: string, words: readonly string[]): readonly HeldAbout[] {
    return this.read(({ ledger }) => heldAbout(ledger, this.kinds, id, words));
  }

  /** The hash of an entry, which seals all that was recorded up to it; null for none. */
  hashOf(number: number): string | null {
    return this.read(({ ledger }) => entryNumbered(ledger, number)?.hash ?? null);
  }

  /** Copies the ledger's file to another that is not there yet, while all goes on, and answers the end of the copy. */
  async backUp(to: string): Promise<LedgerEnd> {
    const end = await backUp(async (path) => this.copyTo(path), to);
    await rememberBackup(this.drawers, end, this.clock());
    return end;
  }

  /** The last backup that was made with this ledger, by whichever process; null where none was. */
  async lastBackup(): Promise<LastBackup | null> {
    return lastBackup(this.drawers);
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
    this.bell.ring();
    await this.writer.idle();
    await this.rehearsals.ended();
    this.pastBuilder.close();
    this.pasts.forget();
    this.snapshots.close();
    await this.drawers.close();
    this.sqlite.close();
  }

  /** Whether bytes of what was erased may still stand in this copy, since somebody reads an older entry or another process holds the file. */
  wipes(): boolean {
    return this.wiping.isDue();
  }

  private async catchUpAtFirst({ journal, takingOver }: LedgerSettings): Promise<void> {
    const of = journal === undefined || takingOver === undefined ? 0 : (await journal.end()).number;
    await this.writer.catchUp((taken) => takingOver?.(taken, of));
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
