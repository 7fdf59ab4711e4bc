import type { ClientConfig, Pool } from "pg";
import { SweepTime, type Drawers, type InItsPlace, type Kept, type KeptUnder, type ToKeep, type WhichKept } from "../../drawers.ts";
import { LedgerFault } from "../../fault.ts";
import { smallPool } from "../small-pool.ts";
import { Reach } from "./reach.ts";
import { Recall } from "./recall.ts";
import { SharedClock } from "./shared-clock.ts";
import { DROPPED, DROPPED_OF, EXCHANGED, FOUND, LISTED, PUT, RENEWED, SWEPT, TAKEN } from "./statements.ts";

/** So long an answer may take, in milliseconds: each is about a few rows. */
const ANSWER_WITHIN = 3_000;

/** What servers that share a ledger keep in drawers for one another, in PostgreSQL. What a server has found it remembers for a while, for whoever says that this will do. */
export class PostgresDrawers implements Drawers {
  private readonly pool: Pool;
  private readonly reach: Reach;
  private readonly clock: () => Date;
  private readonly sharedClock: SharedClock;
  private readonly recall = new Recall();
  private readonly sweepTime = new SweepTime();
  private sweeping: Promise<unknown> = Promise.resolve();
  private closing: Promise<void> | null = null;

  constructor(connecting: ClientConfig, clock: () => Date) {
    this.pool = smallPool({ ...connecting, query_timeout: ANSWER_WITHIN, max: 2 });
    this.reach = new Reach(this.pool);
    this.clock = clock;
    this.sharedClock = new SharedClock(this.reach);
  }

  async find(drawer: string, key: string, age = 0): Promise<Kept | null> {
    if (age === 0) return this.look(drawer, key);
    const known = this.recall.of(drawer, key);
    if (known !== undefined && (performance.now() - known.at < age || this.reach.wasAway())) return this.live(known.kept);
    if (performance.now() - this.recall.missedAt(drawer, key) < age) return null;
    try {
      return await this.recall.asking(drawer, key, async () => this.look(drawer, key));
    } catch (error) {
      if (known === undefined || !(error instanceof LedgerFault)) throw error;
      return this.live(known.kept);
    }
  }

  async keep(drawer: string, key: string, kept: Kept): Promise<void> {
    await this.writing(drawer, key, kept, async () => this.reach.write(PUT, [drawer, key, kept.owner, kept.value, kept.until]));
    this.sweep();
  }

  async renewIfFree(drawer: string, key: string, renewed: Pick<Kept, "value" | "until">): Promise<boolean> {
    const known = this.recall.of(drawer, key);
    try {
      const [row] = await this.reach.write<{ owner: string | null }>(RENEWED, [drawer, key, this.clock(), renewed.value, renewed.until]);
      // What somebody has dropped here meanwhile is not known again.
      if (known !== undefined && row !== undefined && this.recall.of(drawer, key) === known) this.recall.remember(drawer, key, { kept: { ...renewed, ...row }, at: known.at });
      return row !== undefined;
    } catch {
      return false;
    }
  }

  async all(drawer: string, { owner = null, before = null, most = null }: WhichKept = {}): Promise<readonly KeptUnder[]> {
    return this.reach.read<Row & { key: string }>(LISTED, [drawer, this.clock(), owner, before, most]);
  }

  async exchange(was: string | null, things: readonly [InItsPlace, ...ToKeep[]]): Promise<boolean> {
    const [{ drawer, key, kept }, ...others] = things;
    const put = others.flatMap((other) => (other.kept === null ? [] : [{ ...other, ...other.kept }]));
    const dropped = others.filter((other) => other.kept === null);
    for (const other of things) this.recall.forget(other.drawer, other.key);
    const [row] = await this.reach.write<{ so: boolean }>(EXCHANGED, [
      drawer, key, this.clock(), kept.owner, kept.value, kept.until, was,
      put.map((one) => one.drawer), put.map((one) => one.key), put.map((one) => one.owner), put.map((one) => one.value), put.map((one) => one.until),
      dropped.map((one) => one.drawer), dropped.map((one) => one.key),
    ]);
    for (const other of things) this.recall.forget(other.drawer, other.key);
    const isDone = row?.so === true;
    if (isDone) this.recall.remember(drawer, key, { kept, at: performance.now() });
    this.sweep();
    return isDone;
  }

  async take(drawer: string, key: string): Promise<Kept | null> {
    const [row] = await this.writing(drawer, key, null, async () => this.reach.write<Row>(TAKEN, [drawer, key, this.clock()]));
    return row ?? null;
  }

  async drop(drawer: string, key: string): Promise<void> {
    await this.writing(drawer, key, null, async () => this.reach.write(DROPPED, [drawer, key]));
  }

  async dropAllOf(drawer: string, owner: string): Promise<void> {
    this.recall.forgetAllOf(drawer, owner);
    await this.reach.write(DROPPED_OF, [drawer, owner]);
    this.recall.forgetAllOf(drawer, owner);
  }

  async time(): Promise<Date> {
    return this.sharedClock.now();
  }

  async close(): Promise<void> {
    this.closing ??= this.sweeping.then(async () => this.pool.end());
    await this.closing;
  }

  private async look(drawer: string, key: string): Promise<Kept | null> {
    const [row] = await this.reach.read<Row>(FOUND, [drawer, key, this.clock()]);
    return row ?? null;
  }

  /** Whoever asks here sees what was written here as soon as it is, and whatever was found before is not remembered afterwards. */
  private async writing<Result>(drawer: string, key: string, kept: Kept | null, write: () => Promise<Result>): Promise<Result> {
    this.recall.forget(drawer, key);
    const at = performance.now();
    const written = await write();
    this.recall.forget(drawer, key);
    if (kept !== null) this.recall.remember(drawer, key, { kept, at });
    return written;
  }

  private live(kept: Kept): Kept | null {
    return kept.until > this.clock() ? kept : null;
  }

  /** Beside what is being written, which does not wait for it. Where it cannot be done now it is done the next time: nothing of it is found meanwhile. */
  private sweep(): void {
    if (this.sweepTime.isDue()) this.sweeping = this.reach.write(SWEPT, [this.clock()]).catch(() => null);
  }
}

type Row = Kept & Readonly<Record<string, unknown>>;
