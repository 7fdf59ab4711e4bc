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

/** The same, and where it is kept. */
export interface KeptUnder extends Kept {
  readonly key: string;
}

/** Something that is to be kept in a drawer; null for what is to be there no more. */
export interface ToKeep {
  readonly drawer: string;
  readonly key: string;
  readonly kept: Kept | null;
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
    const row = this.drawers.found.get(drawer, key, this.now());
    return row === undefined ? null : asKept(row);
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

  /** All that is kept in a drawer, or all of it for one owner, the last keys first, at most so many, and those before a key where one is given. */
  all(drawer: string, { owner = null, before = null, most = -1 }: { readonly owner?: string | null; readonly before?: string | null; readonly most?: number } = {}): KeptUnder[] {
    return this.drawers.listed.all({ drawer, owner, before, most, now: this.now() }).map(({ key, ...row }) => ({ key, ...asKept(row) }));
  }

  /**
   * Keeps several things, all or none, and only where under the first one's key there still stands what was read there: null for
   * nothing. Answers whether it did. So one of several who work on the same goes on, and the others learn that they do not.
   */
  async exchange(was: string | null, things: readonly [ToKeep, ...ToKeep[]]): Promise<boolean> {
    const { sqlite, found, put, dropped, swept } = this.drawers;
    const [first] = things;
    const attempt = sqlite.transaction((): boolean => {
      if ((found.get(first.drawer, first.key, this.now())?.value ?? null) !== was) return false;
      swept.run(this.now());
      for (const { drawer, key, kept } of things) {
        if (kept === null) dropped.run(drawer, key);
        else put.run(drawer, key, kept.owner, kept.value, kept.until.toISOString());
      }
      return true;
    });
    return untilFree(() => attempt.immediate());
  }

  /** Hands it to whoever comes first: after that it is gone. */
  async take(drawer: string, key: string): Promise<Kept | null> {
    const row = await untilFree(() => this.drawers.taken.get(drawer, key, this.now()));
    return row === undefined ? null : asKept(row);
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
  readonly listed: Statement<[{ readonly drawer: string; readonly owner: string | null; readonly before: string | null; readonly most: number; readonly now: string }], Row & { readonly key: string }>;
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
    listed: sqlite.prepare(`select key, owner, value, until from ${table} where drawer = @drawer and until > @now and (@owner is null or owner = @owner) and (@before is null or key < @before) order by key desc limit @most`),
    taken: sqlite.prepare(`delete from ${table} where ${live} returning owner, value, until`),
    put: sqlite.prepare(`insert or replace into ${table} (drawer, key, owner, value, until) values (?, ?, ?, ?, ?)`),
    renewed: sqlite.prepare(`update ${table} set value = ?, until = ? where ${live}`),
    dropped: sqlite.prepare(`delete from ${table} where drawer = ? and key = ?`),
    droppedOf: sqlite.prepare(`delete from ${table} where drawer = ? and owner = ?`),
    swept: sqlite.prepare(`delete from ${table} where until <= ?`),
  };
}

function asKept(row: Row): Kept {
  return { ...row, until: new Date(row.until) };
}
