import type { Pool } from "pg";
import type { TakenFrom } from "../catch-up.ts";
import { ASIDE_PAGE, PAGE, type AsideRow, type Holding } from "../copy/holding.ts";
import { Forked, NotTaken, type LedgerEnd } from "../journal.ts";
import { matchesSeals, type WrittenEntry } from "../written.ts";
import { PostgresJournal } from "./postgres-journal.ts";
import { smallPool } from "./small-pool.ts";
import { isUndone } from "./sql-state.ts";

const ASIDE_AFTER = `select drawer, key, owner, value, until from waymark.aside where (drawer, key) > ($1, $2) order by drawer, key limit ${ASIDE_PAGE}`;
const ADD_ASIDE = "insert into waymark.aside (drawer, key, owner, value, until) select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])";

/** A ledger in PostgreSQL, which servers may go on serving. */
export class PostgresHolding implements Holding {
  private readonly journal: PostgresJournal;
  private readonly pool: Pool;

  private constructor(journal: PostgresJournal, pool: Pool) {
    this.journal = journal;
    this.pool = pool;
  }

  /** Opens the ledger at an address, as the journal does. */
  static async open(address: string, how: Parameters<typeof PostgresJournal.open>[1]): Promise<PostgresHolding> {
    return new PostgresHolding(await PostgresJournal.open(address, how), smallPool({ connectionString: address, application_name: "waymark", max: 2 }));
  }

  async end(): Promise<LedgerEnd> {
    return this.journal.end();
  }

  async hashOf(number: number): Promise<string | null> {
    return this.journal.hashOf(number);
  }

  async after(end: LedgerEnd, most: number): Promise<readonly WrittenEntry[] | "FORKED"> {
    return this.journal.after(end, most);
  }

  async takeFrom(other: TakenFrom): Promise<void> {
    for (;;) {
      const end = await this.end();
      const page = await other.after(end, PAGE);
      // Somebody has recorded something of their own here meanwhile.
      if (page === "FORKED") throw new Forked(end.number);
      if (page.length === 0) return;
      const broken = page.find((text) => !matchesSeals(text));
      if (broken !== undefined) throw new Error(`Entry ${broken.entry.number} is not as it was sealed.`);
      // Where it is not known whether they were taken, or somebody else came first, the end says what comes next.
      await this.journal.append(end, page);
    }
  }

  async *asidePages(): AsyncGenerator<readonly AsideRow[]> {
    for (let last = { drawer: "", key: "" }; ; ) {
      const { rows } = await this.pool.query<Omit<AsideRow, "until"> & { readonly until: Date }>(ASIDE_AFTER, [last.drawer, last.key]);
      const end = rows.at(-1);
      if (end === undefined) return;
      yield rows.map((row) => ({ ...row, until: row.until.toISOString() }));
      last = end;
    }
  }

  async keepAside(pages: AsyncIterable<readonly AsideRow[]>): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query("begin");
      await client.query("delete from waymark.aside");
      for await (const page of pages) await client.query(ADD_ASIDE, [page.map((row) => row.drawer), page.map((row) => row.key), page.map((row) => row.owner), page.map((row) => row.value), page.map((row) => row.until)]);
      await client.query("commit");
      client.release();
    } catch (error) {
      // A connection that is closed leaves nothing of what it began.
      client.release(true);
      throw isUndone(error) ? error : new NotTaken(error);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.journal.close(), this.pool.end()]);
  }
}
