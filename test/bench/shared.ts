import "reflect-metadata";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { makeKey } from "../../src/domain/partners/access/signing-in.ts";
import { groupKind } from "../../src/domain/partners/group/table.ts";
import { readDay } from "../../src/kernel/day.ts";
import { programFile } from "../../src/kernel/program-file.ts";
import { openLedger } from "../../src/serve/tracker.ts";
import { wireTo } from "../support/cut-wire.ts";
import { freePort } from "../support/killed-server.ts";
import { startPostgres } from "../support/postgres.ts";
import { median } from "./median.ts";

/**
 * What a ledger in PostgreSQL costs that three servers share, next to one in a file: thirty thousand entries are copied into it, fetched from it, read,
 * and written to. Everything is on this machine, the clients too. Built first: `npm run build`.
 */

const ENTRIES = 30_000;
const SECONDS = Number(process.env["SECONDS"] ?? 5);
const MAIN = programFile("dist/main.js");
const folder = mkdtempSync(join(tmpdir(), "waymark-bench-"));
const file = process.argv[2] ?? join(folder, "ledger.db");

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const round = (number: number): string => (number < 10 ? number.toFixed(1) : String(Math.round(number)));
const at = (numbers: readonly number[], share: number): number => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN;

/** Fills a ledger with the documents' history, a key, and thirty thousand small acts; answers the key. */
async function filled(): Promise<string> {
  const ledger = await openLedger(file);
  const { secret } = await makeKey(ledger, { name: "Bench", role: "OFFICE", holdsFor: null, expiresOn: readDay("2100-01-01"), actor: "bench" });
  const act = async (number: number): Promise<unknown> => ledger.commit({ name: "bench:fill", actor: "bench", key: `fill-${number}` }, (draft) => { draft.create(groupKind, { audience: "PUBLIC", name: `Group ${number}`, kind: "NETWORK", status: "ACTIVE" }); });
  for (let made = 0; made < ENTRIES; made += 500) await Promise.all(Array.from({ length: 500 }, async (_, index) => act(made + index)));
  await ledger.close();
  return secret;
}

interface Server {
  readonly url: string;
  readonly process: ChildProcess;
  /** Milliseconds until it said that it lives, and until it was ready. */
  readonly live: number;
  readonly ready: number;
}

const servers: Server[] = [];

/** A server as it is started by whoever runs one, in a process of its own. */
async function started(settings: Readonly<Record<string, string>>): Promise<Server> {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const child = spawn(process.execPath, [MAIN, "serve"], { env: { ...process.env, LOG_LEVEL: "error", LIMIT_COST_PER_MINUTE: "900000000", ...settings, PORT: port }, stdio: ["ignore", "ignore", "inherit"] });
  child.once("exit", (code) => { if (code !== 0 && code !== null) process.exit(code); });
  const isSo = async (path: string): Promise<boolean> => fetch(`${url}${path}`).then(({ ok }) => ok, () => false);
  while (!(await isSo("/health/live"))) await new Promise((resolve) => setTimeout(resolve, 10));
  const live = performance.now() - begun;
  while (!(await isSo("/health/ready"))) await new Promise((resolve) => setTimeout(resolve, 10));
  const server = { url, process: child, live, ready: performance.now() - begun };
  servers.push(server);
  return server;
}

async function stopped(server: Server): Promise<void> {
  server.process.kill("SIGTERM");
  await once(server.process, "exit");
}

/** What a server takes of memory, in megabytes: now, or at most so far. */
function memory({ pid }: ChildProcess, what: "VmRSS" | "VmHWM"): number {
  return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}

/** What servers have worked so far, in seconds: what others do on the machine does not count. */
function worked(of: readonly (Server | undefined)[]): number {
  const ticks = of.map((server) => readFileSync(`/proc/${server?.process.pid}/stat`, "utf8").split(") ")[1]?.split(" ").slice(11, 13).map(Number) ?? []);
  return ticks.flat().reduce((sum, number) => sum + number, 0) / TICKS;
}

/** So many of them Linux counts in a second. */
const TICKS = 100;

const zWritten = z.object({ data: z.object({ record: z.object({ entry: z.number() }) }) });

let wrote = 0;

async function write(server: Server | undefined, secret: string): Promise<number> {
  wrote += 1;
  const query = `mutation { record(records: [{ record: { group: { name: "Written ${wrote}", kind: NETWORK, status: ACTIVE, audience: PUBLIC } } }]) { entry } }`;
  const response = await fetch(`${server?.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${secret}` }, body: JSON.stringify({ query }) });
  return zWritten.parse(await response.json()).data.record.entry;
}

const READ = JSON.stringify({ query: "{ programmes(first: 10) { nodes { name workstreams(first: 10) { nodes { name milestones(first: 5) { nodes { title } } } } } } }" });

/** Reads; with an entry, once the server has it. */
async function read(server: Server | undefined, entry?: number): Promise<void> {
  const response = await fetch(`${server?.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", ...(entry === undefined ? {} : { "waymark-entry": String(entry) }) }, body: READ });
  if (!response.ok) throw new Error(await response.text());
  await response.arrayBuffer();
}

/** How many times a second some do something at the same time through servers, and how many times for each second that those work. */
async function perSecond(of: readonly (Server | undefined)[], together: number, work: (index: number) => Promise<unknown>, seconds = SECONDS): Promise<{ readonly passed: number; readonly worked: number }> {
  const until = performance.now() + seconds * 1_000;
  const before = worked(of);
  let done = 0;
  await Promise.all(Array.from({ length: together }, async (_, index) => {
    while (performance.now() < until) {
      await work(index);
      done += 1;
    }
  }));
  return { passed: done / seconds, worked: done / (worked(of) - before) };
}

const secret = existsSync(file) ? (process.argv[3] ?? "") : await filled();
const postgres = await startPostgres({ isDurable: true });
try {
  const address = postgres.own;
  say(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the beginning, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}\n`);

  let begun = performance.now();
  const copying = spawn(process.execPath, [MAIN, "copy", file, address], { stdio: ["ignore", "inherit", "inherit"] });
  let most = 0;
  const looking = setInterval(() => { most = Math.max(most, memory(copying, "VmHWM")); }, 50);
  await once(copying, "exit");
  clearInterval(looking);
  say(`copied in ${round((performance.now() - begun) / 1_000)} s, ${round(most)} MB at most`);

  const copies = ["a", "b", "c"].map((name) => join(folder, `${name}.db`));
  const shared = (copy: string | undefined): Readonly<Record<string, string>> => ({ LEDGER: address, LEDGER_COPY: copy ?? "" });
  const empty = await started(shared(copies[0]));
  say(`from empty: lives after ${round(empty.live)} ms, ready after ${round(empty.ready)} ms, ${round(memory(empty.process, "VmHWM"))} MB at most`);
  await stopped(empty);
  const again = await started(shared(copies[0]));
  const embedded = await started({ LEDGER: file });
  say(`with its copy: ready after ${round(again.ready)} ms, ${round(memory(again.process, "VmRSS"))} MB; in a file: ready after ${round(embedded.ready)} ms, ${round(memory(embedded.process, "VmRSS"))} MB`);

  const [ours, theirs]: [number[], number[]] = [[], []];
  const [passed, passedToo]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 8; turn += 1) {
    for (const [server, work, time] of [[again, ours, passed], [embedded, theirs, passedToo]] as const) {
      const measured = await perSecond([server], 8, async () => read(server), SECONDS / 2);
      // The first time everything is new to it.
      if (turn > 0) {
        work.push(measured.worked);
        time.push(measured.passed);
      }
    }
  }
  say(`reads a second of one server: over PostgreSQL ${round(median(passed))}, in a file ${round(median(passedToo))}`);
  say(`reads for each second that it works, in turn: over PostgreSQL ${round(median(ours))} (${round(Math.min(...ours))} to ${round(Math.max(...ours))}), in a file ${round(median(theirs))} (${round(Math.min(...theirs))} to ${round(Math.max(...theirs))}): ${(median(ours) / median(theirs)).toFixed(2)}`);
  const writing = async (where: string, of: readonly (Server | undefined)[], writers: number): Promise<void> => {
    const { passed, worked } = await perSecond(of, writers, async (index) => write(of[index % of.length], secret));
    say(`entries a second ${where}, ${writers} at a time: ${round(passed)}; for each second that ${of.length === 1 ? "it works" : "they work"}: ${round(worked)}`);
  };
  for (const writers of [1, 8, 64]) await writing("in a file", [embedded], writers);
  await stopped(embedded);

  for (const writers of [1, 8, 64]) await writing("from one server", [again], writers);
  const three = [again, await started(shared(copies[1])), await started(shared(copies[2]))];
  for (const writers of [3, 9, 66]) await writing("from three servers", three, writers);

  const [waited, plain]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 200; turn += 1) {
    const entry = await write(three[turn % 3], secret);
    begun = performance.now();
    for (const took of await Promise.all([1, 2].map(async (step) => read(three[(turn + step) % 3], entry).then(() => performance.now() - begun)))) waited.push(took);
    begun = performance.now();
    for (const took of await Promise.all([1, 2].map(async (step) => read(three[(turn + step) % 3]).then(() => performance.now() - begun)))) plain.push(took);
  }
  say(`read on the other two servers once they have what was just answered: ${round(at(waited, 0.5))} ms at the median, ${round(at(waited, 0.99))} ms for one in a hundred; the same without waiting for it: ${round(at(plain, 0.5))} and ${round(at(plain, 0.99))} ms`);
  say(`memory at the end: ${three.map((server) => round(memory(server.process, "VmRSS"))).join(", ")} MB`);

  const [last] = three.splice(2);
  if (last !== undefined) await stopped(last);
  const wire = await wireTo(Number(new URL(address).port));
  const away = await started({ ...shared(copies[2]), LEDGER: address.replace(/:\d+\//, `:${wire.port}/`) });
  /** How long each waits who reads on one server, until something is so. */
  const waits = async (isOver: () => Promise<boolean>): Promise<readonly number[]> => {
    const took: number[] = [];
    while (!(await isOver())) {
      const since = performance.now();
      await read(away);
      took.push(performance.now() - since);
    }
    return took;
  };
  let turns = 0;
  const undisturbed = await waits(async () => Promise.resolve((turns += 1) > 500));
  wire.hold();
  let entry = 0;
  for (let number = 0; number < 1_000; number += 50) for (entry of await Promise.all(Array.from({ length: 50 }, async () => write(three[0], secret))));
  wire.mend();
  begun = performance.now();
  const disturbed = await waits(async () => Number((await fetch(`${away.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: READ })).headers.get("waymark-entry")) >= entry);
  say(`back from 1,000 entries that it missed after ${round(performance.now() - begun)} ms, in which ${disturbed.length} readers waited ${round(at(disturbed, 0.5))} ms at the median and ${round(Math.max(...disturbed))} at most; without any, ${round(at(undisturbed, 0.5))} and ${round(Math.max(...undisturbed))}`);
  await wire.end();
} finally {
  for (const server of servers) server.process.kill("SIGKILL");
  await postgres.end();
  rmSync(folder, { recursive: true });
}
