import "reflect-metadata";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { get, IncomingMessage } from "node:http";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { openLedger } from "../../src/serve/tracker.ts";
import { manyMilestones } from "./many-milestones.ts";

/**
 * Fetches a table of very many milestones from the program as it is built, and says how large the process became: it has to stay below
 * a bound, whatever the size of the table, and others have to be answered meanwhile. `npx tsx test/bench/export.ts [FILE]`; a FILE is
 * kept for the next time.
 */

const MILESTONES = Number(process.env["MILESTONES"] ?? 200_000);
const MOST_MEGABYTES = 300;

const folder = mkdtempSync(join(tmpdir(), "waymark-export-"));
const file = process.argv[2] ?? join(folder, "waymark.db");
if (!existsSync(file)) {
  const ledger = await openLedger(file);
  await manyMilestones(ledger, MILESTONES);
  await ledger.close();
}

const server = spawn(process.execPath, ["dist/main.js", "serve"], { env: { ...process.env, LEDGER: file, PORT: "0" }, stdio: ["ignore", "pipe", "ignore"] });
try {
  const base = await addressOf(server);
  await (await fetch(`${base}/graphql?query=%7B__typename%7D`, { headers: { "apollo-require-preflight": "true" } })).text();
  say("at rest", `${peakOf(server)} MB`);
  const table = ["milestones.csv", "milestones.json", "milestones.ndjson", "milestones.csv?provenance=true"];
  for (const name of table) await measured(base, `/tables/${name}`);
  const peak = peakOf(server);
  if (peak > MOST_MEGABYTES) throw new Error(`The process took ${peak} MB, and ${MOST_MEGABYTES} are allowed.`);
} finally {
  server.kill("SIGTERM");
  await once(server, "exit");
  rmSync(folder, { recursive: true });
}

async function measured(base: string, path: string): Promise<void> {
  const begin = performance.now();
  const done = new AbortController();
  const fetching = fetched(`${base}${path}`).finally(() => { done.abort(); });
  const [{ bytes, lines }, longest] = await Promise.all([fetching, askingBeside(base, done.signal)]);
  const seconds = (performance.now() - begin) / 1_000;
  say(path, `${lines} lines, ${Math.round(bytes / 1e6)} MB in ${seconds.toFixed(1)} s; peak ${peakOf(server)} MB; others waited ${Math.round(longest)} ms at most`);
  if (lines < MILESTONES) throw new Error(`${path} has ${lines} lines.`);
}

async function fetched(url: string): Promise<{ bytes: number; lines: number }> {
  const [answer] = z.tuple([z.instanceof(IncomingMessage)]).parse(await once(get(url), "response"));
  let [bytes, lines] = [0, 0];
  answer.on("data", (piece: Buffer) => {
    bytes += piece.length;
    for (const byte of piece) if (byte === 10) lines += 1;
  });
  await once(answer, "end");
  return { bytes, lines };
}

/** The longest that somebody else waits for the smallest answer until this is done. */
async function askingBeside(base: string, done: AbortSignal): Promise<number> {
  let longest = 0;
  while (!done.aborted) {
    const begin = performance.now();
    await (await fetch(`${base}/health/live`)).text();
    longest = Math.max(longest, performance.now() - begin);
    await pause(20);
  }
  return longest;
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("The server says nothing.");
  for await (const line of createInterface({ input: child.stdout })) {
    const [, address] = /ready at (\S+)/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error("The server did not start.");
}

/** The most memory that a process has held so far. */
function peakOf({ pid }: ChildProcess): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1_024);
}

function say(what: string, how: string): void {
  process.stdout.write(`${what}: ${how}\n`);
}
