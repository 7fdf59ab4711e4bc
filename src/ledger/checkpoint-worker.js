import Sqlite from "better-sqlite3";
import { parentPort, workerData } from "node:worker_threads";

/**
 * Copies the log of a file into its database in a thread of its own, as far as nobody reads in it. Plain JavaScript, since it is started from where it
 * stands, whether the sources run or what is built of them.
 */

const port = parentPort;

try {
  const sqlite = new Sqlite(String(workerData), { timeout: 0, fileMustExist: true });
  try {
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma("wal_checkpoint(PASSIVE)");
  } finally {
    sqlite.close();
  }
} catch (error) {
  // An error of SQLite's does not survive the way between threads.
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  port?.postMessage({ code, message: error instanceof Error ? error.message : String(error) });
}
