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
import { openLedger } from "../../src/tracker.ts";
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

/** How many times a second some do something at the same time. */
async function perSecond(together: number, work: (index: number) => Promise<unknown>, seconds = SECONDS): Promise<number> {
  const until = performance.now() + seconds * 1_000;
  let done = 0;
  await Promise.all(Array.from({ length: together }, async (_, index) => {
    while (performance.now() < until) {
      await work(index);
      done += 1;
    }
  }));
  return done / seconds;
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
  for (let turn = 0; turn < 8; turn += 1) {
    ours.push(await perSecond(8, async () => read(again), SECONDS / 2));
    theirs.push(await perSecond(8, async () => read(embedded), SECONDS / 2));
  }
  say(`reads a second, of one server, in turn: over PostgreSQL ${round(median(ours))} (${round(Math.min(...ours))} to ${round(Math.max(...ours))}), in a file ${round(median(theirs))} (${round(Math.min(...theirs))} to ${round(Math.max(...theirs))}): ${(median(ours) / median(theirs)).toFixed(2)}`);
  for (const writers of [1, 8, 64]) say(`entries a second in a file, ${writers} at a time: ${round(await perSecond(writers, async () => write(embedded, secret)))}`);
  await stopped(embedded);

  for (const writers of [1, 8, 64]) say(`entries a second from one server, ${writers} at a time: ${round(await perSecond(writers, async () => write(again, secret)))}`);
  const three = [again, await started(shared(copies[1])), await started(shared(copies[2]))];
  for (const writers of [3, 9, 66]) say(`entries a second from three servers, ${writers} at a time: ${round(await perSecond(writers, async (index) => write(three[index % 3], secret)))}`);

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
  const before = await write(three[0], secret);
  for (let number = 0; number < 3_000; number += 50) await Promise.all(Array.from({ length: 50 }, async () => write(three[0], secret)));
  begun = performance.now();
  const back = await started(shared(copies[2]));
  say(`back after ${(await write(three[0], secret)) - before} entries: ready after ${round(back.ready)} ms`);
} finally {
  for (const server of servers) server.process.kill("SIGKILL");
  await postgres.end();
  rmSync(folder, { recursive: true });
}
