import "reflect-metadata";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { makeKey } from "../../src/domain/partners/access/signing-in.ts";
import { readDay } from "../../src/kernel/day.ts";
import { loadFoundingDocuments, openLedger } from "../../src/serve/tracker.ts";

/**
 * Imports as many milestones as one file may have into the program as it is built: tried, row by row, all at once, and once more; and says how long that
 * takes, how large the process becomes, and how long whoever reads or saves meanwhile waits. `npx tsx test/bench/import.ts`; ROWS=5000 for fewer.
 */

const ROWS = Number(process.env["ROWS"] ?? 50_000);
const MOST_MEGABYTES = 400;

const folder = mkdtempSync(join(tmpdir(), "waymark-import-"));
const file = join(folder, "waymark.db");
const ledger = await openLedger(file);
await loadFoundingDocuments(ledger);
const { secret } = await makeKey(ledger, { name: "Bench", role: "OFFICE", holdsFor: null, expiresOn: readDay("2100-01-01"), actor: "bench" });
await ledger.close();

const csv = ["reference,programme,title,type,baseline,forecast,status,actual", ...Array.from({ length: ROWS }, (_, place) => `M-${place},Trauma-Informed Systems Programme,"Milestone ${place}, of many that are kept in a spreadsheet",LAUNCH,May 2023,June 2023,${place % 2 === 0 ? "MET,7 June 2023" : ","}`)].join("\r\n");

const server = spawn(process.execPath, ["dist/main.js", "serve"], { env: { ...process.env, LEDGER: file, PORT: "0", LOG_LEVEL: "error" }, stdio: ["ignore", "pipe", "inherit"] });
try {
  const base = await addressOf(server);
  for (const [what, query] of [["a dry run", "?list=bench&dryRun=true"], ["row by row", "?list=rows&onError=REJECT_ROWS"], ["first", "?list=bench"], ["again", "?list=bench"]] as const) await measured(base, what, query);
  const peak = memoryOf(server, "VmHWM");
  if (peak > MOST_MEGABYTES) throw new Error(`The process took ${peak} MB, and ${MOST_MEGABYTES} are allowed.`);
} finally {
  server.kill("SIGTERM");
  await once(server, "exit");
  rmSync(folder, { recursive: true });
}

async function measured(base: string, what: string, query: string): Promise<void> {
  const done = new AbortController();
  const begun = performance.now();
  const sending = (async () => {
    const answer = await fetch(`${base}/imports/milestones${query}`, { method: "POST", body: csv, headers: { "content-type": "text/csv", authorization: `Bearer ${secret}` } });
    const text = await answer.text();
    done.abort();
    return text.trimEnd().split("\n").at(-1) ?? "";
  })();
  const [summary, waits, saves] = await Promise.all([sending, waitsBeside(done.signal, async () => (await fetch(`${base}/health/live`)).text()), waitsBeside(done.signal, async () => save(base))]);
  process.stdout.write(`${what}: ${((performance.now() - begun) / 1_000).toFixed(1)} s; ${memoryOf(server, "VmHWM")} MB at most; ${told("readers", waits)}; ${told("who saved", saves)}\n  ${summary}\n`);
}

/** What a row of waits comes to. */
function told(who: string, waited: readonly number[]): string {
  const sorted = waited.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `${sorted.length} ${who} waited ${at(0.5)} ms at the median, ${at(0.99)} ms of a hundred all but one, ${at(1)} ms at most`;
}

/** Makes one group. */
async function save(base: string): Promise<string> {
  const query = "mutation ($records: [RecordInput!]!) { record(records: $records) { entry } }";
  const variables = { records: [{ record: { group: { name: "Beside", kind: "NETWORK", status: "ACTIVE" } } }] };
  const response = await fetch(`${base}/graphql`, { method: "POST", body: JSON.stringify({ query, variables }), headers: { "content-type": "application/json", authorization: `Bearer ${secret}` } });
  const text = await response.text();
  // While all of a file is taken at once, it may be told to come again.
  if (!/"entry":\d|LEDGER_BUSY|OPERATION_TIMED_OUT/.test(text)) throw new Error(`This was not saved: ${text}`);
  return text;
}

/** How long each of a row of small things waits, as long as something else is being done. */
async function waitsBeside(signal: AbortSignal, ask: () => Promise<string>): Promise<number[]> {
  const waits: number[] = [];
  while (!signal.aborted) {
    const begun = performance.now();
    await ask();
    waits.push(performance.now() - begun);
    await pause(10);
  }
  return waits;
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("The server says nothing.");
  for await (const line of createInterface({ input: stdout })) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error("The server did not start.");
}

function memoryOf({ pid }: ChildProcess, name: string): number {
  const [, kilobytes] = new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(z.coerce.number().parse(kilobytes) / 1_024);
}
