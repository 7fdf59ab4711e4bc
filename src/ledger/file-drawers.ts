import type { Database, Statement } from "better-sqlite3";
import { getTableName } from "drizzle-orm";
import { SweepTime, type Drawers, type InItsPlace, type Kept, type KeptUnder, type ToKeep, type WhichKept } from "./drawers.ts";
import { openBeside, untilFree } from "./file.ts";
import { quoted } from "./projection.ts";
import { aside } from "./table.ts";

interface Row {
  readonly owner: string | null;
  readonly value: string;
  readonly until: string;
}

/** What is kept in drawers of the ledger's own file: for the processes of one machine that serve from it. It is found as it stands, whatever age would do. */
export class FileDrawers implements Drawers {
  private readonly file: string;
  private readonly clock: () => Date;
  private readonly sweepTime = new SweepTime();
  private opened: Prepared | null = null;

  constructor(file: string, clock: () => Date) {
    this.file = file;
    this.clock = clock;
  }

  async find(drawer: string, key: string): Promise<Kept | null> {
    const row = this.statements.found.get(drawer, key, this.now());
    return row === undefined ? null : asKept(row);
  }

  async keep(drawer: string, key: string, { owner, value, until }: Kept): Promise<void> {
    await untilFree(() => {
      this.sweep();
      this.statements.put.run(drawer, key, owner, value, until.toISOString());
    });
  }

  async renewIfFree(drawer: string, key: string, { value, until }: Pick<Kept, "value" | "until">): Promise<boolean> {
    try {
      return this.statements.renewed.run(value, until.toISOString(), drawer, key, this.now()).changes > 0;
    } catch {
      // Somebody else writes just now, or the disk is full: whoever writes what matters is told.
      return false;
    }
  }

  async all(drawer: string, { owner = null, before = null, most = null }: WhichKept = {}): Promise<readonly KeptUnder[]> {
    return this.statements.listed.all({ drawer, owner, before, most: most ?? -1, now: this.now() }).map(({ key, ...row }) => ({ key, ...asKept(row) }));
  }

  async exchange(was: string | null, things: readonly [InItsPlace, ...ToKeep[]]): Promise<boolean> {
    const { sqlite, found, put, dropped } = this.statements;
    const [first] = things;
    const attempt = sqlite.transaction((): boolean => {
      if ((found.get(first.drawer, first.key, this.now())?.value ?? null) !== was) return false;
      this.sweep();
      for (const { drawer, key, kept } of things) {
        if (kept === null) dropped.run(drawer, key);
        else put.run(drawer, key, kept.owner, kept.value, kept.until.toISOString());
      }
      return true;
    });
    return untilFree(() => attempt.immediate());
  }

  async take(drawer: string, key: string): Promise<Kept | null> {
    const row = await untilFree(() => this.statements.taken.get(drawer, key, this.now()));
    return row === undefined ? null : asKept(row);
  }

  async drop(drawer: string, key: string): Promise<void> {
    await untilFree(() => this.statements.dropped.run(drawer, key));
  }

  async dropAllOf(drawer: string, owner: string): Promise<void> {
    await untilFree(() => this.statements.droppedOf.run(drawer, owner));
  }

  async time(): Promise<Date> {
    return this.clock();
  }

  async close(): Promise<void> {
    this.opened?.sqlite.close();
  }

  private sweep(): void {
    if (this.sweepTime.isDue()) this.statements.swept.run(this.now());
  }

  /** Opened on first use: whoever only reads and writes the ledger needs no connection more. */
  private get statements(): Prepared {
    this.opened ??= prepare(this.file);
    return this.opened;
  }

  private now(): string {
    return this.clock().toISOString();
  }
}

/** The statements over the table of drawers, in a connection of their own. */
interface Prepared {
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

function prepare(file: string): Prepared {
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
