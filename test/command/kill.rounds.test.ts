import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { expectAllOf, freePort, headOf, startedAt, writer, type Acknowledged, type Started } from "../support/killed-server.ts";
import { freshFolder, MAIN, waymark } from "../support/program.ts";

/** How often the server is killed, and after how many acts in all: more in CI. */
const KILLS = Number(process.env["KILLS"] ?? 1);
const ACTS = Number(process.env["ACTS"] ?? 60);

it(`is killed ${KILLS === 1 ? "once" : `${KILLS} times`} under eight writers, and of what it answered nothing is lost, nothing there twice and nothing half`, { timeout: 60_000 + KILLS * 60_000 }, async () => {
  const LEDGER = join(freshFolder(), "waymark.db");
  const secret = waymark(["key", "Tool", "--role", "OFFICE", "--for", "everything"], { LEDGER }).out.trim().split("\n").at(-1) ?? "";
  const PORT = String(await freePort());
  const url = `http://127.0.0.1:${PORT}`;
  const start = async (): Promise<Started> => startedAt(url, [MAIN, "serve"], { LEDGER, PORT, LOG_LEVEL: "error" });
  let server = await start();
  onTestFinished(() => { server.process.kill("SIGKILL"); });
  const first = await headOf(url);

  const acknowledged: Acknowledged = { entries: new Map(), retries: 0, repeats: 0 };
  const { entries } = acknowledged;
  const killing = async (): Promise<void> => {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      while (entries.size < (kill * ACTS) / (KILLS + 1)) await pause(2);
      await pause(Math.random() * 20);
      server.process.kill("SIGKILL");
      await once(server.process, "exit");
      server = await start();
      expect(server.readyAfter).toBeLessThan(5_000);
    }
  };
  let isKilling = true;
  const writers = Array.from({ length: 8 }, async (_, each) => writer(`w${each}`, { urls: [url], secret }, () => isKilling || entries.size < ACTS, acknowledged));
  await Promise.all([killing().finally(() => { isKilling = false; }), ...writers]);

  await expectAllOf(acknowledged, url, first);
  expect(acknowledged.retries).toBeGreaterThanOrEqual(KILLS);
  server.process.kill("SIGTERM");
  await once(server.process, "exit");
  expect(waymark(["verify"], { LEDGER }).out).toContain(`Sound: ${first + entries.size} entries`);
  expect(entries.size).toBeGreaterThanOrEqual(ACTS);
});
