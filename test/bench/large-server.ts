import { existsSync, readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { milestoneKind } from "../../src/domain/delivery/milestone/table.ts";
import { readSettings } from "../../src/server/settings/config.ts";
import { startServer } from "../../src/server/http.ts";
import { createLog } from "../../src/server/log/log.ts";
import { applicationOver, openLedger } from "../../src/serve/tracker.ts";
import { fillLargeWorld } from "./large-world.ts";
import { median } from "./median.ts";

/**
 * The server of the benchmarks over a large ledger, in a process of its own so that nothing but what it does itself holds its event
 * loop. It is told what to do by messages, a word each, and answers each with one.
 */

const [file = ""] = process.argv.slice(2);
const settings = readSettings({ PORT: "0", LIMIT_OPERATION_SECONDS: "60" });
const ledger = await openLedger(file, settings);
if (ledger.head() === 0) await fillLargeWorld(ledger);
const server = await startServer(await applicationOver(ledger, settings), settings, createLog("silent"));

const first = ledger.lease();
const id = String(first.graph.run("select id from milestones order by id limit 1", [])[0]?.["id"]);
first.release();

// Every millisecond it is looked whether a millisecond has passed.
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

/** How long it takes to try an act on one milestone and to read what it would come to, next to reading it at the head; medians in milliseconds. */
async function tryActs(): Promise<{ readonly tried: number; readonly read: number }> {
  const milestone = "select id, title from milestones where id = ?";
  const tried: number[] = [];
  const read: number[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    let begun = performance.now();
    const { changes } = await ledger.commit({ name: "bench:try", actor: "bench", dryRun: true }, (draft) => { draft.change(milestoneKind, id, { title: `Tried ${turn}` }); });
    const supposed = ledger.supposing(changes);
    supposed.graph.run(milestone, [id]);
    supposed.release();
    tried.push(performance.now() - begun);
    begun = performance.now();
    const head = ledger.lease();
    head.graph.run(milestone, [id]);
    head.release();
    read.push(performance.now() - begun);
  }
  return { tried: median(tried), read: median(read) };
}

const thread = `/proc/self/task/${process.pid}/schedstat`;
const isTold = existsSync(thread);

/** What the thread that answers has worked since it began, in milliseconds: only Linux tells. */
function answering(): number {
  return isTold ? Number(readFileSync(thread, "utf8").split(" ")[0]) / 1e6 : Number.NaN;
}

/** What all threads have worked since the process began, and what the one has that answers, in milliseconds. */
function work(): { readonly all: number; readonly answering: number } {
  const { user, system } = process.cpuUsage();
  return { all: (user + system) / 1e3, answering: answering() };
}

let before = work();

// How long the event loop was held shows how busy the machine is too; how much was worked meanwhile does not.
let looked = answering();
let longest = 0;
setInterval(() => {
  const now = answering();
  longest = Math.max(longest, now - looked);
  looked = now;
}, 1).unref();

async function answerTo(word: unknown): Promise<object> {
  if (word === "try") return tryActs();
  const { all, answering } = work();
  // The longest that the event loop was held is beyond the millisecond that it is asked to wait.
  const state = { all: all - before.all, answering: answering - before.answering, held: Math.max(delay.max / 1e6 - 1, 0), memory: process.memoryUsage().rss / 1e6, heldAtWork: longest, past: ledger.pastSize() };
  if (word === "reset") {
    delay.reset();
    longest = 0;
    before = work();
  }
  return state;
}

process.on("message", (word) => void answerTo(word).then((answer) => process.send?.(answer)));
process.send?.({ url: server.url, head: ledger.head(), id });
process.on("disconnect", () => void server.close().then(async () => ledger.close()));
