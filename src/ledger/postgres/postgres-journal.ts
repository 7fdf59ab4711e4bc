import type { ClientConfig, Pool, PoolClient } from "pg";
import { SweepTime, type Drawers } from "../drawers.ts";
import { GENESIS } from "../entry.ts";
import { slices } from "../file.ts";
import { JournalRefused, NotTaken, type Journal, type LedgerEnd } from "../journal.ts";
import { KEPT_FOR_MS } from "../repeats.ts";
import type { WrittenEntry } from "../written.ts";
import { appendTo, entryIn, type EntryRow } from "./append.ts";
import { PostgresDrawers } from "./drawers/postgres-drawers.ts";
import { ensureRights, ensureTables, hasTables } from "./ensure-tables.ts";
import { Listening } from "./listening.ts";
import { smallPool } from "./small-pool.ts";
import { codeOf, isUndone, LOCK_NOT_AVAILABLE, sqlState, UNIQUE_VIOLATION } from "./sql-state.ts";

/** So long PostgreSQL may take to let somebody in, and to answer, in milliseconds. */
const CONNECT_WITHIN = 3_000;
const ANSWER_WITHIN = 10_000;

/** Copying the table takes as long as it is large, and nobody else gets at it meanwhile: so long it may take, and so often it is tried again, in milliseconds; and so long those at the table are waited for. */
const WRITE_ANEW = { text: "vacuum (full, verbose) waymark.entries", query_timeout: 300_000 };
const WIPE_EVERY = 600_000;
const WAIT_FOR_OTHERS = "1s";

/** So long a server waits in line, and so long it may hold the line while it says nothing. */
const WAIT_IN_LINE = "3s";
const HOLD_THE_LINE = "15s";

/** Names the line among PostgreSQL's locks. */
const LINE = 0x57_61_79_6d;

/** So many bytes of entries, as they are kept, are fetched at a time, the last one over it included: a server writes them in one transaction, whose end holds up its readers. */
const PAGE_BYTES = 250_000;

/** The first is the entry that is known already: whoever asks is told when it is not there. */
const AFTER = `
  select number, hash, case when number = $1 then '' else text end as text, salt, fingerprint, at
  from (select number, hash, text, sum(pg_column_size(text)) over (order by number) - pg_column_size(text) as before
        from (select number, hash, text from waymark.entries where number >= $1 order by number limit $2) as page) as page
  left join waymark.repeats on entry = number and number > $1
  where before < ${PAGE_BYTES} or number <= $1 + 1 order by number`;

/** The journal in PostgreSQL. It needs no more of it than statements and transactions, so a pool of connections that is shared transaction by transaction will do. */
export class PostgresJournal implements Journal {
  private readonly pool: Pool;
  private readonly listening: Listening;
  private readonly connecting: ClientConfig;
  private readonly sweepTime = new SweepTime();
  private readonly wipeTime = new SweepTime(WIPE_EVERY);
  private closing: Promise<unknown> | null = null;

  private constructor(pool: Pool, connecting: ClientConfig) {
    this.pool = pool;
    this.connecting = connecting;
    this.listening = new Listening(connecting);
  }

  /**
   * Connects, and makes the tables where there are none, unless a ledger has to be there. Rejects where PostgreSQL does not let this server in, in
   * words that begin with what named the address.
   */
  static async open(address: string, { named = "LEDGER", isThere = false }: { readonly named?: string; readonly isThere?: boolean } = {}): Promise<PostgresJournal> {
    const connecting = { connectionString: address, application_name: "waymark", connectionTimeoutMillis: CONNECT_WITHIN, query_timeout: ANSWER_WITHIN, keepAlive: true };
    const pool = smallPool({ ...connecting, max: 3 });
    try {
      if (isThere && !(await hasTables(pool))) throw new JournalRefused(`${named} names ${databaseIn(address)}, which holds no ledger.`);
      await ensureTables(pool);
      await ensureRights(pool);
    } catch (error) {
      await pool.end();
      throw error instanceof JournalRefused ? error : refused(named, address, error);
    }
    const journal = new PostgresJournal(pool, connecting);
    await journal.wipe();
    return journal;
  }

  async append(end: LedgerEnd, entries: readonly WrittenEntry[]): Promise<"APPENDED" | "OVERTAKEN" | "UNKNOWN"> {
    const client = await this.connected();
    try {
      const isSame = await appendTo(client, end, entries);
      client.release();
      if (!isSame) return "OVERTAKEN";
    } catch (error) {
      client.release(!isUndone(error));
      if (sqlState(error) === UNIQUE_VIOLATION) return "OVERTAKEN";
      if (isUndone(error)) throw new NotTaken(error);
      return "UNKNOWN";
    }
    if (entries.some(({ erasures }) => erasures.length > 0)) await this.wipe();
    if (entries.length > 0) this.sweep();
    return "APPENDED";
  }

  /** Forgets what was sent too long ago, and what was erased and could not be wiped then. Nobody waits for it, and where it cannot be done now it is the next time. */
  private sweep(): void {
    if (this.sweepTime.isDue()) this.pool.query("delete from waymark.repeats where at < now() - $1 * interval '1 millisecond'", [KEPT_FOR_MS]).catch(() => null);
    if (this.wipeTime.isDue()) void this.wipe();
  }

  async after(end: LedgerEnd, most: number): Promise<readonly WrittenEntry[] | "FORKED"> {
    const rows = await this.from(end.number, most + 1);
    const known = rows.find(({ number }) => Number(number) === end.number);
    if (end.number > 0 && known?.hash !== end.hash) return "FORKED";
    const entries: WrittenEntry[] = [];
    const pause = slices();
    for (const row of rows) {
      if (row !== known) entries.push(entryIn(row));
      await pause();
    }
    return entries;
  }

  /** The last entry that the journal has. */
  async end(): Promise<LedgerEnd> {
    const [row] = await this.ask<{ number: string; hash: string }>("select number, hash from waymark.entries order by number desc limit 1", []);
    return row === undefined ? { number: 0, hash: GENESIS } : { number: Number(row.number), hash: row.hash };
  }

  /** The hash of an entry; null where the journal has none of this number. */
  async hashOf(number: number): Promise<string | null> {
    const [row] = await this.ask<{ hash: string }>("select hash from waymark.entries where number = $1", [number]);
    return row?.hash ?? null;
  }

  wake(listener: () => void): () => void {
    return this.listening.to(listener);
  }

  async inLine<Result>(work: () => Promise<Result>): Promise<Result> {
    const client = await this.connected();
    let isLost = false;
    try {
      await waitInLine(client);
    } catch (error) {
      // The line is for fairness: what makes the order right is how entries are appended.
      isLost = sqlState(error) !== LOCK_NOT_AVAILABLE;
    }
    try {
      return await work();
    } finally {
      await client.query("rollback").catch(() => { isLost = true; });
      client.release(isLost);
    }
  }

  drawers(clock: () => Date): Drawers {
    return new PostgresDrawers(this.connecting, clock);
  }

  async close(): Promise<void> {
    this.closing ??= Promise.all([this.listening.close(), this.pool.end()]);
    await this.closing;
  }

  /**
   * Writes the table anew without the bytes of what was erased, where that is still to be done, and answers whether nothing is left of it. Where it
   * cannot be done now, as others are at the table, may still see what stood there, or this server's role does not own it, it is left to the next time.
   */
  async wipe(): Promise<boolean> {
    try {
      const { rows } = await this.pool.query<{ entry: string }>("select entry from waymark.remains");
      if (rows.length === 0) return true;
      if (!(await this.holds(writeAnew))) return false;
      await this.pool.query("delete from waymark.remains where entry = any($1::bigint[])", [rows.map(({ entry }) => entry)]);
      return true;
    } catch {
      // What was erased is erased, and what stands in the table of remains says that its bytes are still to go.
      return false;
    }
  }

  /** What is said over a connection of its own, which is not used again where that fails. */
  private async holds<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  private async from(number: number, most: number): Promise<readonly EntryRow[]> {
    return this.ask(AFTER, [number, most]);
  }

  private async ask<Row extends object>(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    try {
      return (await this.pool.query<Row>(text, [...values])).rows;
    } catch (error) {
      throw new NotTaken(error);
    }
  }

  private async connected(): Promise<PoolClient> {
    try {
      return await this.pool.connect();
    } catch (error) {
      throw new NotTaken(error);
    }
  }
}

/** Why nobody can begin over this database. */
function refused(named: string, address: string, error: unknown): JournalRefused {
  const why = error instanceof Error && error.message !== "" ? error.message : codeOf(error);
  return new JournalRefused(`${named} names ${databaseIn(address)}, which cannot be used: ${why.replaceAll(/\s+/g, " ")}. Check that it runs, that the address is right, and that its role may read and write the schema waymark, or make it.`, { cause: error });
}

/** The address is said without the password that may be in it. */
function databaseIn(address: string): string {
  const { host, pathname } = new URL(address);
  return `the database ${pathname.slice(1)} at ${host}`;
}

/**
 * Writes the table of entries anew, and answers whether nothing that was deleted is left in it. It is not begun while others are at the table: whoever
 * came after would wait behind it for as long as they stay.
 */
async function writeAnew(client: PoolClient): Promise<boolean> {
  await client.query("begin");
  await client.query(`select set_config('lock_timeout', '${WAIT_FOR_OTHERS}', true)`);
  await client.query("lock table waymark.entries in access exclusive mode");
  await client.query("rollback");
  let left = Number.NaN;
  // PostgreSQL tells how many deleted rows an older transaction may still see, and keeps those. Whose role may not do this hears a warning that counts nothing.
  const hear = ({ detail = "" }: { readonly detail?: string | undefined }): void => { left = Number(/^\d+/.exec(detail)?.[0] ?? left); };
  client.on("notice", hear);
  try {
    await client.query(WRITE_ANEW);
  } finally {
    client.off("notice", hear);
  }
  return left === 0;
}

async function waitInLine(client: PoolClient): Promise<void> {
  await client.query("begin");
  await client.query(`select set_config('lock_timeout', '${WAIT_IN_LINE}', true), set_config('idle_in_transaction_session_timeout', '${HOLD_THE_LINE}', true)`);
  await client.query("select pg_advisory_xact_lock($1)", [LINE]);
}
