import Sqlite, { type Database } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { setImmediate, setTimeout as pause } from "node:timers/promises";
import { programFile } from "../kernel/program-file.ts";
import { asFault, LedgerFault } from "./fault.ts";
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
      sqlite.pragma("journal_mode = WAL");
      migrate(drizzle({ client: sqlite }), { migrationsFolder: MIGRATIONS });
    });
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma(`journal_size_limit = ${LONG_LOG / 2}`);
    // What is overwritten or deleted leaves no trace: an older name of somebody who is erased later neither.
    sqlite.pragma("secure_delete = ON");
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

/** One more connection to the file, for reading only. */
export function openForReading(file: string): Database {
  const sqlite = openFile(file);
  sqlite.pragma("query_only = ON");
  return sqlite;
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

/** Puts a file that nobody holds beside its place, under a name that says when, and answers it: it is never deleted. Refuses one that another process still serves from. */
export function setAside(file: string, now: Date): string {
  if (existsSync(`${file}-wal`)) throw new FileRefused(`The copy ${file} is not a copy of its ledger any more, and another process serves from it. Stop that one, and start again.`);
  const beside = `${file}.set-aside-${now.toISOString().replaceAll(/[:.]/g, "-")}`;
  renameSync(file, beside);
  return beside;
}

/** What an error on opening the file means, in one line where something can be done about it. */
export function refused(file: string, error: unknown): Error {
  const code = codeOf(error);
  const fault = asFault(error);
  if (error instanceof FileRefused) return error;
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new FileRefused(`The ledger ${file} cannot be made: what should be its folder is a file. Choose another path in LEDGER.`, { cause: error });
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
    return new FileRefused(`The ledger ${file} is a folder. Name a file in it, in LEDGER.`, { cause: error });
  }
  if (["EACCES", "EPERM", "EROFS"].includes(code) || /^SQLITE_(CANTOPEN|READONLY)/.test(code)) {
    return new FileRefused(`The ledger ${file} cannot be written: check that the file and its folder exist and may be written by this user.`, { cause: error });
  }
  if (code === "SQLITE_NOTADB") return notALedger(file, error);
  if (fault instanceof LedgerFault) {
    const why = fault.code === "LEDGER_BUSY" ? "another program holds it. Stop that one, and start again" : "its disk is full. Make room, and start again";
    return new FileRefused(`The ledger ${file} cannot be opened: ${why}.`, { cause: fault });
  }
  return error instanceof Error ? error : new Error(String(error));
}

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
