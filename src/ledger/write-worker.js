import Sqlite from "better-sqlite3";
import { parentPort, workerData } from "node:worker_threads";

/**
 * Writes a long series in a thread of its own: what it is told is put down until all of it is there, and then written in one transaction. Plain JavaScript,
 * since it is started from where it stands, whether the sources run or what is built of them; what to do it is told in SQL, and it imports nothing of ours.
 *
 * @typedef {import("./write-apart.ts").Handed} Handed
 */

/** So many steps are looked up at a time. */
const AT_A_TIME = 500;

/** So long it waits for somebody else who writes, and so long before it tries again, in milliseconds: here nobody is held up. */
const PATIENCE = 30_000;
const AGAIN_AFTER = 0.2;

const port = parentPort;
if (port === null) throw new Error("A series is written in a thread of its own.");

attempt(() => {
  const sqlite = new Sqlite(String(workerData), { timeout: 0, fileMustExist: true });
  for (const pragma of ["synchronous = FULL", "secure_delete = ON", "foreign_keys = ON", "wal_autocheckpoint = 0", "temp_store = FILE", "cache_size = -8192", "temp.cache_size = -1024"]) sqlite.pragma(pragma);
  // In a file that goes with the connection, and that nobody else can open.
  sqlite.exec("create temp table steps (text integer, given text)");
  const add = sqlite.prepare("insert into temp.steps (text, given) values (?, ?)");
  /** @type {import("better-sqlite3").Statement<[number, number], { place: number, text: number, given: string }>} */
  const next = sqlite.prepare("select rowid as place, text, given from temp.steps where rowid > ? order by rowid limit ?");
  /** @type {import("better-sqlite3").Statement[]} */
  const statements = [];
  port.on("message", (/** @type {Handed} */ handed) => {
    attempt(() => {
      if ("steps" in handed) {
        for (const text of handed.texts) statements.push(sqlite.prepare(text));
        sqlite.transaction(() => { for (const [text, given] of handed.steps) add.run(text, JSON.stringify(given)); })();
        if (handed.isAll) port.postMessage({ isReady: true });
        return;
      }
      const { stands, values } = handed;
      begin(sqlite);
      const isNext = Number(sqlite.prepare(stands).pluck().get(...values)) === 1;
      if (isNext) {
        // The order of an entry's changes says nothing: references between them are checked when all are there.
        sqlite.pragma("defer_foreign_keys = ON");
        for (let rows = next.all(0, AT_A_TIME); rows.length > 0; rows = next.all(rows.at(-1)?.place ?? 0, AT_A_TIME)) {
          for (const { text, given } of rows) statements[text]?.run(JSON.parse(given));
        }
      }
      sqlite.exec(isNext ? "commit" : "rollback");
      sqlite.close();
      port.postMessage({ outcome: isNext ? "WRITTEN" : "OVERTAKEN" });
      port.close();
    });
  });
});

/** Begins to write as soon as nobody else does. @param {import("better-sqlite3").Database} sqlite */
function begin(sqlite) {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const giveUp = Date.now() + PATIENCE;
  for (;;) {
    try {
      sqlite.exec("begin immediate");
      return;
    } catch (error) {
      const isBusy = error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");
      if (!isBusy || Date.now() > giveUp) throw error;
      Atomics.wait(cell, 0, 0, AGAIN_AFTER);
    }
  }
}

/** Says what goes wrong: an error of SQLite's does not survive the way between threads. @param {() => void} work */
function attempt(work) {
  try {
    work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    port?.postMessage({ failed: { code, message: error instanceof Error ? error.message : String(error) } });
    port?.close();
  }
}
