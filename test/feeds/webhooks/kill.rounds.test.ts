import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { freePort, startedAt, writer, type Acknowledged, type Started } from "../../support/killed-server.ts";
import { isSigned, Receiver } from "./receiver.ts";

/** How often the server is killed, and after how many acts in all: more in CI. */
const KILLS = Number(process.env["KILLS"] ?? 2);
const ACTS = Number(process.env["ACTS"] ?? 60);

const MAIN = join(import.meta.dirname, "../../../dist/main.js");

const zCreated = z.object({ data: z.object({ createWebhook: z.object({ secret: z.string() }) }) });

it(`tells a receiver of every act that was acknowledged, in order, though the server is killed ${KILLS === 1 ? "once" : `${KILLS} times`}`, { timeout: 60_000 + KILLS * 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-webhooks-"));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  const PORT = String(await freePort());
  const environment = { LEDGER: join(folder, "waymark.db"), PORT, LOG_LEVEL: "error", WEBHOOK_ALLOW_PRIVATE: "true" };
  const key = spawnSync(process.execPath, [MAIN, "key", "Tool", "--role", "OFFICE", "--for", "everything"], { env: { ...process.env, ...environment }, encoding: "utf8" });
  const to = { url: `http://127.0.0.1:${PORT}`, secret: key.stdout.trim().split("\n").at(-1) ?? "" };
  const start = async (): Promise<Started> => startedAt(to.url, [MAIN, "serve"], environment);
  let server = await start();
  onTestFinished(() => { server.process.kill("SIGKILL"); });

  const receiver = await Receiver.open();
  const created = await fetch(`${to.url}/graphql`, {
    method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${to.secret}` },
    body: JSON.stringify({ query: "mutation ($webhook: CreateWebhookInput!) { createWebhook(webhook: $webhook) { secret } }", variables: { webhook: { address: receiver.address, types: ["group.created"] } } }),
  });
  const { secret } = zCreated.parse(await created.json()).data.createWebhook;

  const acknowledged: Acknowledged = { entries: new Map(), retries: 0, repeats: 0 };
  const { entries } = acknowledged;
  let isKilling = true;
  const killing = async (): Promise<void> => {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      while (entries.size < (kill * ACTS) / (KILLS + 1)) await pause(2);
      await pause(Math.random() * 20);
      server.process.kill("SIGKILL");
      await once(server.process, "exit");
      server = await start();
    }
  };
  const writers = Array.from({ length: 3 }, async (_, each) => writer(`w${each}`, { urls: [to.url], secret: to.secret }, () => isKilling || entries.size < ACTS, acknowledged));
  await Promise.all([killing().finally(() => { isKilling = false; }), ...writers]);

  // Whoever was killed held the webhook: the next process goes on with it after a minute at most.
  const told = (): Set<number> => new Set(receiver.received.map(({ data }) => data.entry));
  const until = Date.now() + 90_000;
  while (Date.now() < until && [...entries.values()].some((entry) => !told().has(entry))) await pause(50);
  expect([...entries.values()].filter((entry) => !told().has(entry))).toEqual([]);
  const inOrder = receiver.messages.map(({ data }) => data.entry);
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
  expect(inOrder).toEqual([...entries.values()].toSorted((a, b) => a - b));
  expect(receiver.received.filter((received) => !isSigned(secret, received))).toEqual([]);
});
