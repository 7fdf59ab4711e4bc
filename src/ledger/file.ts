import Sqlite, { type Database } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { setImmediate, setTimeout as pause } from "node:timers/promises";
import { programFile } from "../kernel/program-file.ts";
import { asFault, LedgerFault, type LedgerFaultCode } from "./fault.ts";
import { TEMPORARY } from "./setting.ts";
import { codeOf, isBusy } from "./sqlite-code.ts";

/** What tells a ledger's file from any other database, so that none is ever taken for a graph and dropped. */
export const APPLICATION = 0x5761796d;

const MIGRATIONS = programFile("drizzle/ledger");

/** The file cannot be used as a ledger, in one line for whoever starts the server. */
export class FileRefused extends Error {
  override readonly name = "FileRefused";
}

/** Opens the file, makes it if there is none, and brings its ledger tables up to date. */
export async function openForWriting(file: string): Promise<Database> {
  const sqlite = openFile(file);
  try {
    await untilFree(() => {
      claim(sqlite, file);
      refuseNewer(sqlite, file);
      sqlite.pragma("journal_mode = WAL");
      migrate(drizzle({ client: sqlite }), { migrationsFolder: MIGRATIONS });
    });
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma(`journal_size_limit = ${LONG_LOG / 2}`);
    // What is overwritten or deleted leaves no trace: an older name of somebody who is erased later neither.
    sqlite.pragma("secure_delete = ON");
    // What a savepoint would put back goes into a file of its own otherwise, written anew by each act.
    sqlite.pragma(`temp_store = ${TEMPORARY.IN_MEMORY}`);
    sqlite.pragma("foreign_keys = ON");
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw refused(file, error);
  }
}

/** How long SQLite's log may become before somebody sees to it that it begins anew, in bytes. */
export const LONG_LOG = 8 * 1024 * 1024;

/** How long the log of this connection's file is, in bytes. */
export function logSize(sqlite: Database): number {
  return statSync(`${sqlite.name}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * One more connection to the file, for reading only. There is one for each entry at which somebody reads, and what it read is of no use after the
 * next entry: it remembers 4 MB of the file and not the 16 MB of SQLite as it is built here, which read nothing faster over 86 MB of ledger.
 */
export function openForReading(file: string): Database {
  const sqlite = openFile(file);
  try {
    sqlite.pragma("query_only = ON");
    sqlite.pragma("cache_size = -4000");
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw asFault(error);
  }
}

/** One more connection to the file, for what is kept beside the ledger. */
export function openBeside(file: string): Database {
  const sqlite = openFile(file);
  sqlite.pragma("synchronous = FULL");
  return sqlite;
}

function openFile(file: string): Database {
  try {
    if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
    // Nobody waits inside SQLite: that would hold up the event loop, and with it every reader.
    return new Sqlite(file, { timeout: 0 });
  } catch (error) {
    throw refused(file, error);
  }
}

/** Marks a new file as a ledger's; refuses a database that some other program has made. */
function claim(sqlite: Database, file: string): void {
  const isOurs = (): boolean => sqlite.pragma("application_id", { simple: true }) === APPLICATION;
  if (isOurs()) return;
  sqlite
    .transaction(() => {
      if (isOurs()) return;
      if (sqlite.prepare("select 1 from sqlite_master").get() !== undefined) throw notALedger(file);
      sqlite.pragma(`application_id = ${APPLICATION}`);
    })
    .immediate();
}

/** Refuses a file in which a newer version keeps what this one knows nothing of: it would take the tables for none of the ledger's. */
function refuseNewer(sqlite: Database, file: string): void {
  if (sqlite.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get() === undefined) return;
  const { at } = sqlite.prepare<[], { at: number | null }>("select max(created_at) as at from __drizzle_migrations").get() ?? { at: null };
  const known = Math.max(...readMigrationFiles({ migrationsFolder: MIGRATIONS }).map(({ folderMillis }) => folderMillis));
  if (at !== null && at > known) throw new FileRefused(`The ledger ${file} was made by a newer version of Waymark than this one. Nothing was changed. Start that version, or restore a backup from before it.`);
}

/** Puts a file that nobody holds beside its place, under a name that says when, and answers it: it is never deleted. Refuses one that another process still serves from. */
export function setAside(file: string, now: Date): string {
  if (existsSync(`${file}-wal`)) throw new FileRefused(`The copy ${file} is not a copy of its ledger any more, and another process serves from it. Stop that one, and start again.`);
  const beside = `${file}.set-aside-${now.toISOString().replaceAll(/[:.]/g, "-")}`;
  renameSync(file, beside);
  return beside;
}

/** What an error on opening the file means, in one line where something can be done about it. */
export function refused(file: string, error: unknown): Error {
  const code = codeOf(error instanceof LedgerFault ? error.cause : error);
  const fault = asFault(error);
  if (error instanceof FileRefused) return error;
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new FileRefused(`The ledger ${file} cannot be made: what should be its folder is a file. Choose another path in LEDGER.`, { cause: error });
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
    return new FileRefused(`The ledger ${file} is a folder. Name a file in it, in LEDGER.`, { cause: error });
  }
  if (["EACCES", "EPERM", "EROFS", "ENOENT"].includes(code) || /^SQLITE_(CANTOPEN|READONLY)/.test(code)) {
    return new FileRefused(`The ledger ${file} cannot be written: check that the file and its folder exist and may be written by this user.`, { cause: error });
  }
  if (code === "SQLITE_NOTADB") return notALedger(file, error);
  const why = fault instanceof LedgerFault ? notOpened[fault.code] : undefined;
  if (why !== undefined) return new FileRefused(`The ledger ${file} cannot be opened: ${why}.`, { cause: fault });
  return error instanceof Error ? error : new Error(String(error));
}

const notOpened: Partial<Record<LedgerFaultCode, string>> = {
  LEDGER_BUSY: "another program holds it. Stop that one, and start again",
  STORAGE_FULL: "its disk is full. Make room, and start again",
  STORAGE_DAMAGED: "it is damaged. Put the last backup in its place, and keep it for whoever looks into it: waymark restore BACKUP --set-aside PATH",
};

function notALedger(file: string, cause?: unknown): FileRefused {
  return new FileRefused(`The ledger ${file} is not a ledger: it is a file of another kind. Choose another path in LEDGER.`, { cause });
}

/** Whether another process has just made the same tables: they are there at the next look. */
function alreadyExists(error: unknown): boolean {
  return error instanceof Error && (error.message.includes("already exists") || alreadyExists(error.cause));
}

/** Resolves when the event loop has been round: whoever works on for long lets others in between. */
export const turn = (): Promise<void> => setImmediate();

/** So long others wait for their turn, in milliseconds. */
const SLICE_MS = 8;

/** Lets others have their turn whenever a slice of time is over. */
export function slices(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await turn();
    since = performance.now();
  };
}

/** Tries until the file is free, waiting between turns of the event loop; gives up after half a minute, with LEDGER_BUSY. */
export async function untilFree<Result>(attempt: () => Result): Promise<Result> {
  const giveUp = Date.now() + 30_000;
  for (let tries = 0; ; tries += 1) {
    try {
      return attempt();
    } catch (error) {
      const mayPass = isBusy(error) || alreadyExists(error);
      if (!mayPass || Date.now() > giveUp) throw asFault(error);
      await pause(Math.min(2 ** tries, 16) * Math.random());
    }
  }
}
