import { tasksWaiting } from "../../domain/partners/webhook/progress.ts";
import { sweepSecrets } from "../../domain/partners/webhook/secret.ts";
import { allWebhooks } from "../../domain/partners/webhook/store.ts";
import { LedgerFault } from "../../ledger/fault.ts";
import { Lane } from "./lane.ts";
import type { Works } from "./works.ts";

/** How often it is looked whether a task was given, and whether anything is due where nothing else is heard. */
const LOOK_EVERY_MS = 500;

/** After a fault, such as a full disk, a webhook is looked at again so much later; sooner where only something cannot be reached. */
const AFTER_FAULT_MS = 5_000;
const WHILE_AWAY_MS = 1_000;

/** So long nothing may have been out of reach before it is said that all goes on. */
const BACK_FOR_MS = 2_000;

/** How often secrets that sign nothing any more are looked for. */
const SWEEP_EVERY_MS = 3_600_000;

/** What is known of a webhook between two looks. */
interface Known {
  readonly lane: Lane;
  running: Promise<void> | null;
  /** The entry up to which it has been looked at. */
  head: number;
  again: Date | null;
}

/** Who is told what goes wrong. */
export interface Reports {
  readonly fault: (error: unknown) => void;
  /** What is kept of webhooks cannot be reached, and everything rests; said once, until it goes on. */
  readonly rests: () => void;
  readonly goesOn: () => void;
}

/** Brings what happens to every webhook, each by itself: one that does not answer holds up no other. */
export class Courier {
  private readonly works: Works;
  private readonly reports: Reports;
  private readonly known = new Map<string, Known>();
  private readonly stopping = new AbortController();
  private wake: () => void = () => {};
  private working: Promise<void> | null = null;
  private awayAt: number | null = null;
  /** The webhooks that had tasks when that was last asked, and when that was. */
  private tasks: { readonly at: number; readonly of: ReadonlySet<string> } = { at: Number.NEGATIVE_INFINITY, of: new Set() };

  constructor(works: Works, reports: Reports) {
    this.works = works;
    this.reports = reports;
  }

  /** Works until it is stopped. */
  start(): void {
    this.working ??= this.work();
  }

  /** Breaks off what is being sent, which is sent again by whoever goes on, and lets go of every webhook. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.working;
    await Promise.all([...this.known.values()].flatMap(({ running }) => running ?? []));
    await Promise.all([...this.known.values()].map(async ({ lane }) => lane.letGo()));
  }

  /** Does all that is due now, and answers when something will be; null where something has to be recorded or asked for first. */
  async round(): Promise<Date | null> {
    await this.look(0);
    await Promise.all([...this.known.values()].flatMap(({ running }) => running ?? []));
    return this.next();
  }

  /** Drops the secrets that sign nothing any more. */
  async sweep(): Promise<void> {
    const { ledger, clock } = this.works;
    // A copy that is behind does not know every webhook that there is, and so not every secret that signs.
    if (ledger.behind() !== null || ledger.apartSince() !== null) return;
    const lease = ledger.lease();
    try {
      await sweepSecrets(ledger.drawers, allWebhooks(lease.graph), clock());
    } finally {
      lease.release();
    }
  }

  private async work(): Promise<void> {
    const { signal } = this.stopping;
    let sweepAt = 0;
    while (!signal.aborted) {
      let head = Number.MAX_SAFE_INTEGER;
      try {
        head = await this.look(LOOK_EVERY_MS);
        this.goOn();
        if (performance.now() >= sweepAt) {
          sweepAt = performance.now() + SWEEP_EVERY_MS;
          await this.sweep();
        }
      } catch (error) {
        this.failed(error);
      }
      const due = this.next();
      const milliseconds = Math.min(LOOK_EVERY_MS, due === null ? LOOK_EVERY_MS : Math.max(0, due.getTime() - this.works.clock().getTime()));
      await this.pause(head, milliseconds);
    }
  }

  /** Resolves when something is recorded behind an entry, a webhook is done for now, or the time is over. */
  private async pause(head: number, milliseconds: number): Promise<void> {
    const woken = new AbortController();
    const timer = setTimeout(() => { woken.abort(); }, Math.max(milliseconds, 1));
    this.wake = () => { woken.abort(); };
    if (this.stopping.signal.aborted) woken.abort();
    await this.works.ledger.beyond(head, woken.signal);
    clearTimeout(timer);
    woken.abort();
  }

  /** Sets to work what is due and not at work, and what has a task, where that was not asked a moment ago; gives the entry up to which it has looked. */
  private async look(askEvery: number): Promise<number> {
    const { ledger, clock } = this.works;
    const lease = ledger.lease();
    const { number: head } = lease;
    let active: readonly string[];
    let present: ReadonlySet<string>;
    try {
      const all = allWebhooks(lease.graph);
      active = all.filter(({ status }) => status === "ACTIVE").map(({ id }) => id);
      present = new Set(all.filter(({ status }) => status !== "ENDED").map(({ id }) => id));
    } finally {
      lease.release();
    }
    // What is told depends on who may see it: a copy that follows no more does not know that, and other servers do.
    if (ledger.behind() !== null) return head;
    const isAsked = present.size > 0 && performance.now() >= this.tasks.at + askEvery;
    if (isAsked) this.tasks = { at: performance.now(), of: new Set((await tasksWaiting(ledger.drawers)).keys()) };
    const { of: tasks } = this.tasks;
    const now = clock();
    for (const id of new Set([...active, ...tasks])) {
      if (!present.has(id)) continue;
      const known = this.known.get(id) ?? { lane: new Lane(id, this.works), running: null, head: -1, again: null };
      this.known.set(id, known);
      const isDue = known.head < head || (isAsked && tasks.has(id)) || (known.again !== null && known.again <= now);
      if (known.running === null && isDue) this.set(known, head, tasks.has(id));
    }
    for (const [id, { running }] of this.known) if (running === null && !present.has(id)) this.known.delete(id);
    return head;
  }

  private set(known: Known, head: number, mayHaveTasks: boolean): void {
    known.head = head;
    known.again = null;
    known.running = this.run(known, mayHaveTasks);
  }

  private async run(known: Known, mayHaveTasks: boolean): Promise<void> {
    try {
      known.again = await known.lane.run(this.stopping.signal, mayHaveTasks);
    } catch (error) {
      this.failed(error);
      known.again = new Date(this.works.clock().getTime() + (isAway(error) ? WHILE_AWAY_MS : AFTER_FAULT_MS));
    }
    known.running = null;
    this.wake();
  }

  private failed(error: unknown): void {
    if (!isAway(error)) {
      this.reports.fault(error);
      return;
    }
    if (this.awayAt === null) this.reports.rests();
    this.awayAt = performance.now();
  }

  private goOn(): void {
    if (this.awayAt === null || performance.now() < this.awayAt + BACK_FOR_MS) return;
    this.awayAt = null;
    this.reports.goesOn();
  }

  private next(): Date | null {
    const times = [...this.known.values()].flatMap(({ again, running }) => (again === null || running !== null ? [] : [again.getTime()]));
    return times.length === 0 ? null : new Date(Math.min(...times));
  }
}

/** Whether something went wrong only because the database cannot be reached that servers share. */
function isAway(error: unknown): boolean {
  return error instanceof LedgerFault && error.code === "LEDGER_UNREACHABLE";
}
