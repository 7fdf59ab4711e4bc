import type { Database } from "better-sqlite3";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { asFault } from "./fault.ts";
import { FileRefused, openForWriting } from "./file.ts";

/** What the folder of a copy is called, behind the name of the ledger's file; the number of the process that made it comes next. */
const MARK = ".trial-";

/** Makes a copy of a ledger's file beside it, works there, and takes the copy away again whatever happens. */
export async function onTrialCopy<Result>(file: string, copyTo: (path: string) => Promise<unknown>, work: (copy: Database) => Promise<Result>): Promise<Result> {
  let folder: string | null = null;
  try {
    // For the owner alone, as `mkdtemp` makes it: the copy holds what the file holds beside the ledger.
    folder = mkdtempSync(`${file}${MARK}${process.pid}-`);
    const path = join(folder, basename(file));
    await copyTo(path);
    const copy = await openForWriting(path);
    try {
      // Nothing of it is to outlast a power cut, or to be erased in place.
      copy.pragma("synchronous = OFF");
      copy.pragma("secure_delete = OFF");
      return await work(copy);
    } finally {
      copy.close();
    }
  } catch (error) {
    throw asFault(error instanceof FileRefused ? (error.cause ?? error) : error);
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes away the copies that a process left beside a ledger's file when it was killed. */
export function dropTrialCopies(file: string): void {
  const mark = `${basename(file)}${MARK}`;
  for (const name of readdirSync(dirname(file))) {
    if (!name.startsWith(mark)) continue;
    const folder = join(dirname(file), name);
    if (!isInUse(Number.parseInt(name.slice(mark.length), 10), folder)) rmSync(folder, { recursive: true, force: true });
  }
}

/** A process may have the number of one that was killed, as in a container it always has: what it made itself is younger than it is. */
function isInUse(pid: number, folder: string): boolean {
  if (pid === process.pid) return (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= performance.timeOrigin;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One that may not be asked is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
