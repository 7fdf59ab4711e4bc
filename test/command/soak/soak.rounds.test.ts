import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { openLedger } from "../../../src/serve/tracker.ts";
import { Receiver } from "../../feeds/webhooks/receiver.ts";
import { freePort, startedAt, writer, type Acknowledged, type Started } from "../../support/killed-server.ts";
import { median, sizeOf, type ProcessSize } from "../../support/process-size.ts";
import { freshFolder, MAIN, waymark } from "../../support/program.ts";
import { analyst, follower, importer, reader, type Soak } from "./load.ts";

/** How long in all, and how many runs of a server that is: five minutes in CI. */
const MINUTES = Number(process.env["MINUTES"] ?? 1);
const RUNS = 5;

/** So much more memory a later run may hold than the first, at the same age, for what the ledger has grown by; and so many descriptors a run may end with more than it had warm. */
const MORE_MEGABYTES = 60;
const MORE_DESCRIPTORS = 10;

/**
 * Has a server collect its garbage when it is signalled. What it holds then is what it needs: V8 lets garbage lie while there is room, and
 * larger answers leave more of it, so that without this a ledger that grows looks like memory that is lost. Over 12,000 groups the same load left
 * 281 MB of its own to a server before it collected and 193 MB after, 66 MB of that in use, as over none.
 */
const COLLECTS = ["--expose-gc", "--import", `data:text/javascript,${encodeURIComponent('process.on("SIGUSR2", () => { gc(); });')}`];

/** What a run of a server took once it was warm, at its middle and at its end. */
interface Run {
  readonly middle: ProcessSize;
  readonly end: ProcessSize;
}

const zLine = z.looseObject({ level: z.string(), msg: z.string() });
const HOOK = "mutation ($webhook: CreateWebhookInput!) { createWebhook(webhook: $webhook) { secret problems { message } } }";

it(`serves mixed load for ${MINUTES} minutes through restarts: memory stays flat, nothing is answered that is not documented, and nothing that was acknowledged is missing`, { timeout: MINUTES * 60_000 + 240_000 }, async () => {
  const folder = freshFolder();
  const [LEDGER, log] = [join(folder, "waymark.db"), join(folder, "log")];
  const secret = waymark(["key", "Tool", "--role", "OFFICE", "--for", "everything"], { LEDGER }).out.trim().split("\n").at(-1) ?? "";
  const PORT = String(await freePort());
  const url = `http://127.0.0.1:${PORT}`;
  const start = async (): Promise<Started> => startedAt(url, [...COLLECTS, MAIN, "serve"], { LEDGER, PORT, LOG_LEVEL: "warn", WEBHOOK_ALLOW_PRIVATE: "true", LIMIT_COST_PER_MINUTE: "1000000000" }, openSync(log, "a"));
  let server = await start();
  onTestFinished(() => { server.process.kill("SIGKILL"); });
  const receiver = await Receiver.open();
  await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${secret}` }, body: JSON.stringify({ query: HOOK, variables: { webhook: { address: receiver.address, types: ["group.created"] } } }) });

  let isOver = false;
  const soak: Soak = { url, secret, goesOn: () => !isOver, answers: new Map(), wrong: [] };
  const acknowledged: Acknowledged = { entries: new Map(), retries: 0, repeats: 0 };
  // As many as people are, and not as fast as a machine can: with what is imported some thousand records are written in five minutes, and the ledger does not outgrow what is judged.
  const writing = Array.from({ length: 2 }, async (_, each) => writer(`w${each}`, { urls: [url], secret, between: 150 }, soak.goesOn, acknowledged));
  const load = Promise.all([...writing, reader(soak), reader(soak), analyst(soak), follower(soak), follower(soak), importer(soak)]);

  const runs: Run[] = [];
  const each = (MINUTES * 60_000) / RUNS;
  for (let run = 0; run < RUNS; run += 1) {
    const pid = server.process.pid ?? 0;
    await pause(each / 2);
    const middle = await sizeOver(pid, each / 6);
    await pause(each / 6);
    runs.push({ middle, end: await sizeOver(pid, each / 6) });
    if (run === RUNS - 1) break;
    // Told to stop and killed, in turn.
    server.process.kill(run % 2 === 0 ? "SIGTERM" : "SIGKILL");
    await once(server.process, "exit");
    server = await start();
  }
  isOver = true;
  await load;
  const last = Math.max(...acknowledged.entries.values());
  for (const giveUp = Date.now() + 60_000; Date.now() < giveUp && !receiver.received.some(({ data }) => data.entry >= last); ) await pause(100);
  server.process.kill("SIGTERM");
  expect(await once(server.process, "exit")).toEqual([0, null]);

  process.stdout.write(`${JSON.stringify({ answers: Object.fromEntries(soak.answers), written: acknowledged.entries.size, told: receiver.received.length, runs })}\n`);
  // What the server says of a fault goes first: the answer names it only.
  expect(faultsIn(log)).toEqual([]);
  expect(soak.wrong).toEqual([]);
  for (const kind of ["reader", "table", "stream", "import"]) expect(soak.answers.get(kind) ?? 0).toBeGreaterThan(RUNS);
  for (const { middle, end } of runs) {
    expect(end.descriptors - middle.descriptors).toBeLessThanOrEqual(MORE_DESCRIPTORS);
    expect(end.megabytes - (runs[0]?.end.megabytes ?? 0)).toBeLessThanOrEqual(MORE_MEGABYTES);
  }
  const told = new Set(receiver.received.map(({ data }) => data.entry));
  expect([...acknowledged.entries].filter(([, entry]) => !told.has(entry))).toEqual([]);
  const ledger = await openLedger(LEDGER);
  expect(ledger.verify()).toMatchObject({ sound: true });
  const lease = ledger.lease();
  const names = new Set(lease.graph.run("select name from groups", []).map(({ name }) => name));
  lease.release();
  await ledger.close();
  expect([...acknowledged.entries.keys()].filter((name) => !names.has(name))).toEqual([]);
});

/** The size of a process over a while: of ten looks, each soon after it collected its garbage, the one in the middle. */
async function sizeOver(pid: number, milliseconds: number): Promise<ProcessSize> {
  const looks: ProcessSize[] = [];
  for (let look = 0; look < 10; look += 1) {
    process.kill(pid, "SIGUSR2");
    await pause(milliseconds / 20);
    looks.push(sizeOf(pid));
    await pause(milliseconds / 20);
  }
  return { megabytes: median(looks.map(({ megabytes }) => megabytes)), descriptors: median(looks.map(({ descriptors }) => descriptors)) };
}

/** What a server complained of. */
function faultsIn(log: string): readonly string[] {
  const lines = readFileSync(log, "utf8").split("\n").filter((line) => line.startsWith("{"));
  return lines.filter((line) => ["error", "fatal"].includes(zLine.parse(JSON.parse(line)).level));
}
