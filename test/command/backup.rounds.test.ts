import { execFile } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { openLedger } from "../../src/serve/tracker.ts";
import { freePort, startedAt, writer, type Acknowledged } from "../support/killed-server.ts";
import { freshFolder, MAIN, waymark } from "../support/program.ts";

const run = promisify(execFile);

/** How often a ledger is backed up and copied under load: more in CI. */
const BACKUPS = Number(process.env["BACKUPS"] ?? 2);

/** Writers who write at a real server until they are told to stop. */
interface Load {
  readonly folder: string;
  readonly LEDGER: string;
  readonly acknowledged: Acknowledged;
  /** Runs a command beside the server, to its end. */
  readonly beside: (...args: string[]) => Promise<string>;
  readonly stop: () => Promise<void>;
}

async function underLoad(): Promise<Load> {
  const folder = freshFolder();
  const LEDGER = join(folder, "waymark.db");
  const secret = waymark(["key", "Tool", "--role", "OFFICE", "--for", "everything"], { LEDGER }).out.trim().split("\n").at(-1) ?? "";
  const PORT = String(await freePort());
  const url = `http://127.0.0.1:${PORT}`;
  const server = await startedAt(url, [MAIN, "serve"], { LEDGER, PORT, LOG_LEVEL: "error" });
  onTestFinished(() => { server.process.kill("SIGKILL"); });
  const acknowledged: Acknowledged = { entries: new Map(), retries: 0, repeats: 0 };
  let isWriting = true;
  const writing = Promise.all(Array.from({ length: 4 }, async (_, each) => writer(`w${each}`, { urls: [url], secret }, () => isWriting, acknowledged)));
  return {
    folder, LEDGER, acknowledged,
    beside: async (...args) => (await run(process.execPath, [MAIN, ...args], { env: { ...process.env, LEDGER } })).stdout,
    stop: async () => {
      isWriting = false;
      await writing;
      server.process.kill("SIGTERM");
      await once(server.process, "exit");
    },
  };
}

/** That a ledger is sound, ends at an entry, and has every group that was acknowledged up to there. */
async function expectWhole(file: string, entry: number, acknowledged: ReadonlyMap<string, number>): Promise<void> {
  const ledger = await openLedger(file);
  expect(ledger.verify()).toMatchObject({ sound: true, entries: entry });
  const lease = ledger.lease();
  const names = new Set(lease.graph.run("select name from groups", []).map(({ name }) => name));
  lease.release();
  await ledger.close();
  const missing = [...acknowledged].filter(([name, made]) => made <= entry && !names.has(name));
  expect(missing).toEqual([]);
}

it("is backed up under load, and restored elsewhere is sound and lacks nothing that was acknowledged before", { timeout: 60_000 + BACKUPS * 30_000 }, async () => {
  const { folder, acknowledged, beside, stop } = await underLoad();
  const before: number[] = [];
  for (let number = 0; number < BACKUPS; number += 1) {
    await pause(500);
    before.push(Math.max(...acknowledged.entries.values()));
    await beside("backup", join(folder, `backup-${number}.db`));
  }
  await stop();
  for (let number = 0; number < BACKUPS; number += 1) {
    const LEDGER = join(folder, "elsewhere", `${number}.db`);
    const { out } = waymark(["restore", join(folder, `backup-${number}.db`)], { LEDGER });
    const entry = Number(/: (\d+) entries, sound\./.exec(out)?.[1]);
    expect(entry).toBeGreaterThanOrEqual(before[number] ?? NaN);
    await expectWhole(LEDGER, entry, acknowledged.entries);
  }
});

it("is copied over and over under load, each time on from the last, and loses no more than came since", { timeout: 60_000 + BACKUPS * 30_000 }, async () => {
  const { folder, LEDGER, acknowledged, beside, stop } = await underLoad();
  const copy = join(folder, "elsewhere", "copy.db");
  let last = 0;
  for (let number = 0; number < BACKUPS; number += 1) {
    await pause(500);
    const known = Math.max(...acknowledged.entries.values());
    const [, entries = "", copied = ""] = /: (\d+) entries, (\d+) of them copied now\./.exec(await beside("copy", LEDGER, copy)) ?? [];
    expect(Number(entries)).toBeGreaterThanOrEqual(known);
    // It goes on from where it was, and does not begin anew.
    expect(Number(copied)).toBe(Number(entries) - last);
    last = Number(entries);
  }
  await stop();
  await expectWhole(copy, last, acknowledged.entries);
});
