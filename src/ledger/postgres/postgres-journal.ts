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
import { JournalWiper } from "./journal-wiper.ts";
import { Listening } from "./listening.ts";
import { smallPool } from "./small-pool.ts";
import { codeOf, isUndone, LOCK_NOT_AVAILABLE, sqlState, UNIQUE_VIOLATION } from "./sql-state.ts";

/** So long PostgreSQL may take to let somebody in, and to answer, in milliseconds. */
const CONNECT_WITHIN = 3_000;
const ANSWER_WITHIN = 10_000;

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
  private readonly wiper: JournalWiper;
  private closing: Promise<unknown> | null = null;

  private constructor(pool: Pool, connecting: ClientConfig) {
    this.pool = pool;
    this.connecting = connecting;
    this.listening = new Listening(connecting);
    this.wiper = new JournalWiper(pool);
  }

  /**
   * Connects, and makes the tables where there are none, unless a ledger has to be there. Rejects where PostgreSQL does not let this server in, in
   * words that begin with what named the address.
   */
  static async open(address: string, { named = "LEDGER", isThere = false }: { readonly named?: string; readonly isThere?: boolean } = {}): Promise<PostgresJournal> {
    const connecting = { connectionString: address, application_name: "waymark", connectionTimeoutMillis: CONNECT_WITHIN, query_timeout: ANSWER_WITHIN, keepAlive: true };
    const pool = smallPool({ ...connecting, max: 4 });
    try {
      if (isThere && !(await hasTables(pool))) throw new JournalRefused(`${named} names ${databaseIn(address)}, which holds no ledger.`);
      await ensureTables(pool);
      await ensureRights(pool);
    } catch (error) {
      await pool.end();
      throw error instanceof JournalRefused ? error : refused(named, address, error);
    }
    const journal = new PostgresJournal(pool, connecting);
    await journal.wiper.wipe();
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
    if (entries.some(({ erasures }) => erasures.length > 0)) await this.wiper.wipe();
    if (entries.length > 0) this.sweep();
    return "APPENDED";
  }

  /** Forgets what was sent too long ago, and what was erased and could not be wiped then. Nobody waits for it, and where it cannot be done now it is the next time. */
  private sweep(): void {
    if (this.sweepTime.isDue()) this.pool.query("delete from waymark.repeats where at < now() - $1 * interval '1 millisecond'", [KEPT_FOR_MS]).catch(() => null);
    this.wiper.wipeInTime();
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
    this.closing ??= Promise.all([this.listening.close(), this.wiper.close().then(async () => this.pool.end())]);
    await this.closing;
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

async function waitInLine(client: PoolClient): Promise<void> {
  await client.query("begin");
  await client.query(`select set_config('lock_timeout', '${WAIT_IN_LINE}', true), set_config('idle_in_transaction_session_timeout', '${HOLD_THE_LINE}', true)`);
  await client.query("select pg_advisory_xact_lock($1)", [LINE]);
}
