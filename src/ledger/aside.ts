import type { Database, Statement } from "better-sqlite3";
import { getTableName } from "drizzle-orm";
import { openBeside, untilFree } from "./file.ts";
import { quoted } from "./projection.ts";
import { isBusy } from "./sqlite-code.ts";
import { aside } from "./table.ts";

/** Something kept: whose it is, what it says, and until when. */
export interface Kept {
  readonly owner: string | null;
  readonly value: string;
  readonly until: Date;
}

interface Row {
  readonly owner: string | null;
  readonly value: string;
  readonly until: string;
}

/**
 * What has to be remembered and is no history: sessions, links that work once. It stands in the ledger's file, in no entry
 * and in no graph; a rebuild keeps it, no answer depends on it, and what has had its time is not there any more.
 */
export class Aside {
  private readonly sqlite: Database;
  private readonly clock: () => Date;
  private readonly found: Statement<[string, string, string], Row>;
  private readonly taken: Statement<[string, string, string], Row>;
  private readonly put: Statement<[string, string, string | null, string, string]>;
  private readonly dropped: Statement<[string, string]>;
  private readonly droppedOf: Statement<[string, string]>;
  private readonly swept: Statement<[string]>;

  constructor(file: string, clock: () => Date) {
    this.sqlite = openBeside(file);
    this.clock = clock;
    const table = quoted(getTableName(aside));
    const live = "drawer = ? and key = ? and until > ?";
    this.found = this.sqlite.prepare(`select owner, value, until from ${table} where ${live}`);
    this.taken = this.sqlite.prepare(`delete from ${table} where ${live} returning owner, value, until`);
    this.put = this.sqlite.prepare(`insert or replace into ${table} (drawer, key, owner, value, until) values (?, ?, ?, ?, ?)`);
    this.dropped = this.sqlite.prepare(`delete from ${table} where drawer = ? and key = ?`);
    this.droppedOf = this.sqlite.prepare(`delete from ${table} where drawer = ? and owner = ?`);
    this.swept = this.sqlite.prepare(`delete from ${table} where until <= ?`);
  }

  find(drawer: string, key: string): Kept | null {
    return asKept(this.found.get(drawer, key, this.now()));
  }

  /** Keeps it, in the place of what stood under its key; resolves once it is durable. */
  async keep(drawer: string, key: string, { owner, value, until }: Kept): Promise<void> {
    await untilFree(() => {
      this.swept.run(this.now());
      this.put.run(drawer, key, owner, value, until.toISOString());
    });
  }

  /** Keeps it where nobody else writes just now, and answers whether it could: for what can as well be kept a little later. */
  keepIfFree(drawer: string, key: string, { owner, value, until }: Kept): boolean {
    try {
      this.put.run(drawer, key, owner, value, until.toISOString());
      return true;
    } catch (error) {
      if (isBusy(error)) return false;
      throw error;
    }
  }

  /** Hands it to whoever comes first: after that it is gone. */
  async take(drawer: string, key: string): Promise<Kept | null> {
    return asKept(await untilFree(() => this.taken.get(drawer, key, this.now())));
  }

  async drop(drawer: string, key: string): Promise<void> {
    await untilFree(() => this.dropped.run(drawer, key));
  }

  async dropAllOf(drawer: string, owner: string): Promise<void> {
    await untilFree(() => this.droppedOf.run(drawer, owner));
  }

  close(): void {
    this.sqlite.close();
  }

  private now(): string {
    return this.clock().toISOString();
  }
}

function asKept(row: Row | undefined): Kept | null {
  return row === undefined ? null : { ...row, until: new Date(row.until) };
}
