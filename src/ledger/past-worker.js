import Sqlite from "better-sqlite3";
import { parentPort } from "node:worker_threads";

/**
 * Carries out a plan in a thread of its own and hands over the bytes of what was built. Plain JavaScript, since it is started from
 * where it stands, whether the sources run or what is built of them; what to do it is told in SQL, and it imports nothing of ours.
 *
 * @typedef {import("./past-plan.ts").Plan} Plan
 * @typedef {import("./past-plan.ts").Step} Step
 */

const port = parentPort;
if (port === null) throw new Error("A plan is carried out in a thread of its own.");

const sqlite = new Sqlite(":memory:", { timeout: 0 });
sqlite.pragma("temp_store = MEMORY");

port.once("message", (/** @type {Plan} */ { begin, erased, older, end }) => {
  attempt(() => {
    take(begin);
    const number = Number(sqlite.prepare(erased).pluck().get());
    const behind = sqlite.prepare(older);
    /** @param {number} place */
    const goOn = (place) => {
      const rows = behind.all(place);
      if (rows.length > 0) port.postMessage({ older: rows });
      else finish(end, number);
    };
    port.on("message", (/** @type {{ steps: readonly Step[], place: number }} */ { steps, place }) => {
      attempt(() => {
        take(steps);
        goOn(place);
      });
    });
    goOn(0);
  });
});

/** @param {readonly Step[]} steps */
function take(steps) {
  for (const { sql, values } of steps) sqlite.prepare(sql).run(...values);
}

/** @param {readonly Step[]} end @param {number} erased */
function finish(end, erased) {
  take(end);
  // A copy, as what SQLite has allocated cannot change hands.
  const built = new Uint8Array(sqlite.serialize());
  port?.postMessage({ built, erased }, [built.buffer]);
  port?.close();
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
