import Sqlite, { type Database } from "better-sqlite3";
import type { Drawers } from "../../src/ledger/drawers.ts";
import { FileDrawers } from "../../src/ledger/file-drawers.ts";
import type { Journal, LedgerEnd } from "../../src/ledger/journal.ts";
import { GENESIS } from "../../src/ledger/entry.ts";
import { erasedBy, withoutErased, type WrittenEntry } from "../../src/ledger/written.ts";

/**
 * A journal in a plain SQLite file of its own: what a journal has to be, and no more. Any number of servers share it,
 * in one process or in several, each with an instance of its own.
 */
export class FileJournal implements Journal {
  private readonly sqlite: Database;
  private static line: Promise<unknown> = Promise.resolve();

  constructor(file: string) {
    // Here it does no harm to wait inside SQLite: no transaction of this file lasts longer than one call.
    this.sqlite = new Sqlite(file, { timeout: 5_000 });
    this.sqlite.pragma("journal_mode = WAL");
    this.sqlite.pragma("synchronous = FULL");
    this.sqlite.pragma("secure_delete = ON");
    this.sqlite.exec("create table if not exists entries (number integer primary key, hash text not null, text text not null)");
    this.sqlite.exec("create table if not exists drawers (drawer text not null, key text not null, owner text, value text not null, until text not null, primary key (drawer, key))");
  }

  drawers(clock: () => Date): Drawers {
    return new FileDrawers(this.sqlite.name, clock);
  }

  async append(end: LedgerEnd, entries: readonly WrittenEntry[]): Promise<"APPENDED" | "OVERTAKEN" | "UNKNOWN"> {
    const add = this.sqlite.prepare("insert into entries (number, hash, text) values (?, ?, ?)");
    const work = this.sqlite.transaction((): "APPENDED" | "OVERTAKEN" => {
      const last = this.last();
      if (last.number !== end.number || last.hash !== end.hash) return "OVERTAKEN";
      for (const written of entries) add.run(written.entry.number, written.entry.hash, JSON.stringify(written));
      this.erase(erasedBy(entries));
      return "APPENDED";
    });
    const answer = work.immediate();
    if (answer === "APPENDED" && entries.some(({ erasures }) => erasures.length > 0)) {
      this.sqlite.exec("VACUUM");
      this.sqlite.pragma("wal_checkpoint(TRUNCATE)");
    }
    return answer;
  }

  private erase(byEntry: ReturnType<typeof erasedBy>): void {
    const replace = this.sqlite.prepare("update entries set text = ? where number = ?");
    for (const [number, erased] of byEntry) {
      for (const text of this.read(number - 1, 1)) replace.run(JSON.stringify(withoutErased(text, erased)), number);
    }
  }

  after({ number, hash }: LedgerEnd, most: number): Promise<readonly WrittenEntry[] | "FORKED"> {
    const isThere = number === 0 || this.sqlite.prepare("select 1 from entries where number = ? and hash = ?").get(number, hash) !== undefined;
    return Promise.resolve(isThere ? this.read(number, most) : "FORKED");
  }

  private read(number: number, most: number): WrittenEntry[] {
    const rows = this.sqlite.prepare<[number, number], { text: string }>("select text from entries where number > ? order by number limit ?").all(number, most);
    // oxlint-disable-next-line no-unsafe-type-assertion -- `append` wrote each text from a WrittenEntry
    return rows.map(({ text }) => JSON.parse(text) as WrittenEntry);
  }

  /** Looks at the file every few milliseconds, as a server that shares a disk would. */
  wake(listener: () => void): () => void {
    let seen = this.last().number;
    const looking = setInterval(() => {
      const { number } = this.last();
      if (number !== seen) listener();
      seen = number;
    }, 5).unref();
    return () => {
      clearInterval(looking);
    };
  }

  /** One line for this process: fair enough here, and nothing depends on it. */
  inLine<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = FileJournal.line.then(work);
    FileJournal.line = done.catch(() => null);
    return done;
  }

  async close(): Promise<void> {
    this.sqlite.close();
    return Promise.resolve();
  }

  async end(): Promise<LedgerEnd> {
    return Promise.resolve(this.last());
  }

  async hashOf(number: number): Promise<string | null> {
    return Promise.resolve(this.sqlite.prepare<[number], { hash: string }>("select hash from entries where number = ?").get(number)?.hash ?? null);
  }

  private last(): LedgerEnd {
    const last = this.sqlite.prepare<[], LedgerEnd>("select number, hash from entries order by number desc limit 1").get();
    return last ?? { number: 0, hash: GENESIS };
  }
}

/** A journal that gives few entries at a time, so that what an entry has lost is often told in a later answer. */
export class FewAtATime extends FileJournal {
  override after(end: LedgerEnd): Promise<readonly WrittenEntry[] | "FORKED"> {
    return super.after(end, 2);
  }
}
