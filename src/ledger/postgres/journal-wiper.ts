import { setTimeout as pause } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import { randomText } from "../../kernel/random-text.ts";

/** Nobody waits longer for it to be done, in milliseconds: it goes on behind them. */
const WAITED_FOR = 10_000;

/** Copying the table takes as long as it is large: so long it may take. */
const WRITTEN_WITHIN = 600_000;

/** So long it may wait for those who are at the table, and so often it is looked whether it does. */
const LOOK_EVERY = 1_000;

/** Whoever just waits for their turn to write may still see what was erased, for as long as that takes: so often it is tried again, so long after. */
const TRIES = 3;
const TRY_AFTER = 1_000;

/** So often it is looked whether something is still to be wiped while others write, in milliseconds: each time nobody else gets at the table. Where it was in vain, half as often the next time, but once a day. */
const EVERY = 600_000;
const ONCE_A_DAY = 86_400_000;

/** Takes the bytes of what was erased out of the journal's table. */
export class JournalWiper {
  private readonly pool: Pool;
  /** Named, so that only what this server has begun is broken off by it. */
  private readonly writeAnew = `vacuum (full, verbose) waymark.entries /* ${randomText(8, "hex")} */`;
  private last: Promise<unknown> = Promise.resolve();
  private every = EVERY;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private isClosed = false;

  constructor(pool: Pool) {
    this.pool = pool;
  }

  /**
   * Writes the table anew without them, where that is still to be done; resolves once it is, or has to be left to the next time, as others are at the
   * table, may still see what stood there, or this server's role does not own it; or after a while. Never rejects: what was erased is erased, and what
   * stands in the table of remains says that its bytes are still to go.
   */
  async wipe(): Promise<void> {
    const done = this.afterLast(async () => {
      await this.isLeftAfterTries();
      this.every = EVERY;
    });
    await Promise.race([done, pause(WAITED_FOR, undefined, { ref: false })]);
  }

  /** To be told that somebody has written: does the same behind them, where it is time to look again. */
  wipeInTime(): void {
    if (performance.now() < this.lookedAt + this.every) return;
    this.lookedAt = performance.now();
    void this.afterLast(async () => { this.every = (await this.isLeftAfterTries()) ? Math.min(2 * this.every, ONCE_A_DAY) : EVERY; });
  }

  /** Breaks off what is under way. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.breakOff("true").catch(() => null);
    await this.last;
  }

  private async afterLast(work: () => Promise<void>): Promise<void> {
    const done = this.last.then(work).catch(() => {}).finally(() => { this.lookedAt = performance.now(); });
    this.last = done;
    return done;
  }

  /** Wipes, and answers whether somebody may still see what was erased, however often it was tried. */
  private async isLeftAfterTries(): Promise<boolean> {
    let isSeen = !this.isClosed && (await this.isStillSeen());
    for (let tries = 1; isSeen && tries < TRIES; tries += 1) {
      await pause(TRY_AFTER, undefined, { ref: false });
      isSeen = !this.isClosed && (await this.isStillSeen());
    }
    return isSeen;
  }

  /** The same, tried once. */
  private async isStillSeen(): Promise<boolean> {
    const { rows } = await this.pool.query<{ entry: string }>("select entry from waymark.remains");
    if (rows.length === 0) return false;
    const left = await this.rowsLeft();
    if (left === 0) await this.pool.query("delete from waymark.remains where entry = any($1::bigint[])", [rows.map(({ entry }) => entry)]);
    return left !== null && left > 0;
  }

  /** Writes the table anew, and answers how many deleted rows are left in it; null where this role may not do it. */
  private async rowsLeft(): Promise<number | null> {
    const client = await this.pool.connect();
    const looking = setInterval(() => { this.breakOff("wait_event_type = 'Lock'").catch(() => null); }, LOOK_EVERY);
    try {
      const left = await leftBy(client, this.writeAnew);
      client.release();
      return left;
    } catch (error) {
      client.release(true);
      throw error;
    } finally {
      clearInterval(looking);
    }
  }

  /** Whoever comes to the table after it waits behind it: it may not stand there and wait itself. Said to the database, as a server's own connection may be one of a pooler. */
  private async breakOff(where: string): Promise<void> {
    await this.pool.query(`select pg_cancel_backend(pid) from pg_stat_activity where query = $1 and ${where}`, [this.writeAnew]);
  }
}

/** PostgreSQL tells how many deleted rows an older transaction may still see, and keeps those. Whose role may not do this hears a warning that counts nothing. */
async function leftBy(client: PoolClient, text: string): Promise<number | null> {
  let left: number | null = null;
  const hear = ({ detail = "" }: { readonly detail?: string | undefined }): void => {
    const [count] = /^\d+/.exec(detail) ?? [];
    if (count !== undefined) left = Number(count);
  };
  client.on("notice", hear);
  try {
    const statement = { text, query_timeout: WRITTEN_WITHIN };
    await client.query(statement);
  } finally {
    client.off("notice", hear);
  }
  return left;
}
