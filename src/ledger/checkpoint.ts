import type { Database } from "better-sqlite3";
import { Worker } from "node:worker_threads";
import { programFile } from "../kernel/program-file.ts";
import { LONG_LOG } from "./file.ts";

/** To copy so many bytes would hold up everybody for as long as the disk takes: a thread of its own takes longer to begin, and holds up nobody. */
const HOLDS_UP = 2 * LONG_LOG;

const WORKER = programFile("src/ledger/checkpoint-worker.js");

/** Copies what stands in a log of this size into the database, as far as nobody reads in it. */
export async function copyLog(sqlite: Database, size: number): Promise<void> {
  if (size < HOLDS_UP) sqlite.pragma("wal_checkpoint(PASSIVE)");
  else await copyApart(sqlite.name);
}

function copyApart(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // What this process was started with, such as a loader of TypeScript, is not for the thread.
    const worker = new Worker(WORKER, { workerData: file, execArgv: [] });
    worker.once("message", ({ code, message }: { readonly code: string; readonly message: string }) => { reject(Object.assign(new Error(message), { code })); });
    worker.once("error", reject);
    worker.once("exit", () => { resolve(); });
  });
}
