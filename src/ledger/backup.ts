import Sqlite from "better-sqlite3";
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { FileRefused } from "./file.ts";
import { Graph } from "./graph.ts";
import type { LedgerEnd } from "./journal.ts";
import { flush, flushFolder } from "./flush.ts";
import { ledgerEnd } from "./reading.ts";

/**
 * Keeps a copy of a ledger, which `copyTo` makes at a path, whole and at one moment. What it answers is the end of the copy: its last
 * entry's number and hash. The copy is for its owner alone, as it holds what the file holds beside the ledger; what is there is not written over.
 */
export async function backUp(copyTo: (path: string) => Promise<unknown>, to: string): Promise<LedgerEnd> {
  if (existsSync(to)) throw new FileRefused(`There is something at ${to} already. Name a file that is not there yet.`);
  const part = `${to}.part`;
  try {
    writeFileSync(part, "", { mode: 0o600 });
    await copyTo(part);
    const end = endOf(part);
    flush(part);
    renameSync(part, to);
    flushFolder(to);
    return end;
  } catch (error) {
    rmSync(part, { force: true });
    throw new FileRefused(`The ledger could not be copied to ${to}: ${error instanceof Error ? error.message : "nobody knows why"}.`, { cause: error });
  }
}

function endOf(file: string): LedgerEnd {
  const copy = new Sqlite(file);
  try {
    // One file is what is copied: no log has to go with it.
    copy.pragma("journal_mode = DELETE");
    return ledgerEnd(new Graph(copy));
  } finally {
    copy.close();
  }
}
