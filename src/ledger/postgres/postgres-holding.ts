import type { TakenFrom } from "../catch-up.ts";
import { PAGE, type Holding } from "../copy/holding.ts";
import { Forked, type LedgerEnd } from "../journal.ts";
import { matchesSeals, type WrittenEntry } from "../written.ts";
import type { PostgresJournal } from "./postgres-journal.ts";

/** A ledger in PostgreSQL, which servers may go on serving. */
export class PostgresHolding implements Holding {
  private readonly journal: PostgresJournal;

  constructor(journal: PostgresJournal) {
    this.journal = journal;
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

  async close(): Promise<void> {
    await this.journal.close();
  }
}
