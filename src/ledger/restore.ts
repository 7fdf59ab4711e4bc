import Sqlite from "better-sqlite3";
import { constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { backUp } from "./backup.ts";
import { APPLICATION, FileRefused, refused } from "./file.ts";
import { flushFolder } from "./flush.ts";
import type { LedgerEnd } from "./journal.ts";
import { codeOf, isBusy } from "./sqlite-code.ts";

/** What is restored, and to where. */
export interface Restoring {
  /** The backup. */
  readonly from: string;
  /** The path of the ledger. */
  readonly to: string;
  /** Where the ledger is put that stands there now; null where none may. */
  readonly setAside: string | null;
}

/**
 * Puts a copy of a backup where a ledger is to be. It is proved under another name first, and only then takes the place: what stood there is moved
 * and never written over, and where anything is refused all is as it was. `prove` opens the copy and throws where it is not sound.
 */
export async function restore({ from, to, setAside }: Restoring, prove: (file: string) => Promise<void>): Promise<LedgerEnd> {
  refuseInTheWay(to, setAside);
  const part = `${to}.restoring`;
  try {
    mkdirSync(dirname(to), { recursive: true });
    dropFile(part);
    const end = await copied(from, part);
    await prove(part);
    if (setAside !== null && existsSync(to)) moveAside(to, setAside);
    for (const beside of [`${to}-wal`, `${to}-shm`]) if (existsSync(beside)) throw new FileRefused(`There is ${beside}, the log of a ledger that is not there any more. Move it away: it would be taken for the log of the one that is restored.`);
    renameSync(part, to);
    flushFolder(to);
    return end;
  } catch (error) {
    throw error instanceof FileRefused ? error : refused(to, error);
  } finally {
    dropFile(part);
  }
}

function refuseInTheWay(to: string, setAside: string | null): void {
  if (setAside === null && existsSync(to)) {
    throw new FileRefused(`There is a ledger at ${to} already, and it is not written over. Say where it is to be put: waymark restore FILE --set-aside PATH, or name another place in LEDGER.`);
  }
  if (setAside !== null && existsSync(setAside)) throw new FileRefused(`There is something at ${setAside} already. Name a file to set the ledger aside to that is not there yet.`);
}

async function copied(from: string, part: string): Promise<LedgerEnd> {
  if (!existsSync(from)) throw new FileRefused(`There is no file ${from}. Name one that waymark backup made.`);
  let backup: Sqlite.Database | undefined;
  try {
    backup = new Sqlite(from, { readonly: true });
    if (backup.pragma("application_id", { simple: true }) !== APPLICATION) throw new FileRefused(`${from} is not a ledger: it is a file of another kind. Name one that waymark backup made.`);
    const source = backup;
    return await backUp(async (path) => source.backup(path), part);
  } catch (error) {
    if (codeOf(error) === "SQLITE_NOTADB") throw new FileRefused(`${from} is not a ledger: it is a file of another kind. Name one that waymark backup made.`, { cause: error });
    throw error;
  } finally {
    backup?.close();
  }
}

/** Moves a ledger with its log. One that another process has open is refused; one that cannot be opened any more is moved as it is. */
function moveAside(to: string, setAside: string): void {
  const [log, keptLog] = [`${to}-wal`, `${setAside}-wal`];
  mkdirSync(dirname(setAside), { recursive: true });
  // SQLite takes the log away from a file that it finds to be none of its own: what may still be told by it is kept before.
  if (existsSync(log)) copyFileSync(log, keptLog, constants.COPYFILE_EXCL);
  try {
    withoutLog(to);
    rmSync(keptLog, { force: true });
  } catch (error) {
    if (isBusy(error)) {
      rmSync(keptLog, { force: true });
      throw new FileRefused(`Another process serves from ${to}. Stop it, and restore again. Nothing was changed.`, { cause: error });
    }
    for (const gone of [log, `${to}-shm`]) rmSync(gone, { force: true });
  }
  renameSync(to, setAside);
}

/** Copies what stands in the log into the file, and does without it: only who has the file alone may. */
function withoutLog(file: string): void {
  const sqlite = new Sqlite(file, { timeout: 0 });
  try {
    sqlite.pragma("journal_mode = DELETE");
  } finally {
    sqlite.close();
  }
}

function dropFile(file: string): void {
  for (const end of ["", ".part", "-wal", "-shm", "-journal"]) rmSync(`${file}${end}`, { force: true });
}
