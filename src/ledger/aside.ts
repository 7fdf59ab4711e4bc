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
  private readonly file: string;
  private readonly clock: () => Date;
  private opened: Drawers | null = null;

  constructor(file: string, clock: () => Date) {
    this.file = file;
    this.clock = clock;
  }

  find(drawer: string, key: string): Kept | null {
    return asKept(this.drawers.found.get(drawer, key, this.now()));
  }

  /** Keeps it, in the place of what stood under its key; resolves once it is durable. */
  async keep(drawer: string, key: string, { owner, value, until }: Kept): Promise<void> {
    await untilFree(() => {
      this.drawers.swept.run(this.now());
      this.drawers.put.run(drawer, key, owner, value, until.toISOString());
    });
  }

  /**
   * Puts something else in the place of what is still there, where nobody else writes just now, and answers whether it did:
   * for what can as well be noted a little later. What somebody has taken or dropped in between stays gone.
   */
  renewIfFree(drawer: string, key: string, { value, until }: Pick<Kept, "value" | "until">): boolean {
    try {
      return this.drawers.renewed.run(value, until.toISOString(), drawer, key, this.now()).changes > 0;
    } catch (error) {
      if (isBusy(error)) return false;
      throw error;
    }
  }

  /** Hands it to whoever comes first: after that it is gone. */
  async take(drawer: string, key: string): Promise<Kept | null> {
    return asKept(await untilFree(() => this.drawers.taken.get(drawer, key, this.now())));
  }

  async drop(drawer: string, key: string): Promise<void> {
    await untilFree(() => this.drawers.dropped.run(drawer, key));
  }

  async dropAllOf(drawer: string, owner: string): Promise<void> {
    await untilFree(() => this.drawers.droppedOf.run(drawer, owner));
  }

  close(): void {
    this.opened?.sqlite.close();
  }

  /** Opened on first use: whoever only reads and writes the ledger needs no connection more. */
  private get drawers(): Drawers {
    this.opened ??= openDrawers(this.file);
    return this.opened;
  }

  private now(): string {
    return this.clock().toISOString();
  }
}

interface Drawers {
  readonly sqlite: Database;
  readonly found: Statement<[string, string, string], Row>;
  readonly taken: Statement<[string, string, string], Row>;
  readonly put: Statement<[string, string, string | null, string, string]>;
  readonly renewed: Statement<[string, string, string, string, string]>;
  readonly dropped: Statement<[string, string]>;
  readonly droppedOf: Statement<[string, string]>;
  readonly swept: Statement<[string]>;
}

function openDrawers(file: string): Drawers {
  const sqlite = openBeside(file);
  const table = quoted(getTableName(aside));
  const live = "drawer = ? and key = ? and until > ?";
  return {
    sqlite,
    found: sqlite.prepare(`select owner, value, until from ${table} where ${live}`),
    taken: sqlite.prepare(`delete from ${table} where ${live} returning owner, value, until`),
    put: sqlite.prepare(`insert or replace into ${table} (drawer, key, owner, value, until) values (?, ?, ?, ?, ?)`),
    renewed: sqlite.prepare(`update ${table} set value = ?, until = ? where ${live}`),
    dropped: sqlite.prepare(`delete from ${table} where drawer = ? and key = ?`),
    droppedOf: sqlite.prepare(`delete from ${table} where drawer = ? and owner = ?`),
    swept: sqlite.prepare(`delete from ${table} where until <= ?`),
  };
}

function asKept(row: Row | undefined): Kept | null {
  return row === undefined ? null : { ...row, until: new Date(row.until) };
}
