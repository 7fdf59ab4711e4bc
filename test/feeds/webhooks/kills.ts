import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished } from "vitest";
import { z } from "zod";
import { freePort, startedAt, writer, type Acknowledged, type Started } from "../../support/killed-server.ts";
import { isSigned, Receiver, yes } from "./receiver.ts";

const MAIN = join(import.meta.dirname, "../../../dist/main.js");

const zCreated = z.object({ data: z.object({ createWebhook: z.object({ secret: z.string() }) }) });

type Environment = Readonly<Record<string, string>>;

export interface Killing {
  /** What each server is told of its ledger. */
  readonly ledgers: readonly Environment[];
  /** How many receivers are told of everything, each by a webhook of its own. */
  readonly receivers: number;
  readonly kills: number;
  /** After how many acts in all the killing and writing ends. */
  readonly acts: number;
}

interface Killed {
  readonly url: string;
  readonly start: () => Promise<Started>;
  running: Started;
}

/** A receiver, its secret, and when it was told something. */
interface Told {
  readonly receiver: Receiver;
  readonly secret: string;
  readonly times: readonly number[];
}

/**
 * Kills servers without warning, one after another, while clients write through them, and waits until every act that was acknowledged has been told.
 * Expects that each receiver was told all of them, in order, and signed. Answers of how many each was told, and the longest that any of them was told nothing, in milliseconds.
 */
export async function tellThroughKills({ ledgers, receivers, kills, acts }: Killing): Promise<{ readonly told: number; readonly silence: number }> {
  const ports = await Promise.all(ledgers.map(freePort));
  const environments = ledgers.map((ledger, index) => ({ ...ledger, PORT: String(ports[index]), LOG_LEVEL: "error", WEBHOOK_ALLOW_PRIVATE: "true" }));
  const key = spawnSync(process.execPath, [MAIN, "key", "Tool", "--role", "OFFICE", "--for", "everything"], { env: { ...process.env, ...environments[0] }, encoding: "utf8" });
  const secret = key.stdout.trim().split("\n").at(-1) ?? "";
  const servers = await Promise.all(environments.map(async (environment): Promise<Killed> => {
    const url = `http://127.0.0.1:${environment.PORT}`;
    const start = async (): Promise<Started> => startedAt(url, [MAIN, "serve"], environment);
    return { url, start, running: await start() };
  }));
  onTestFinished(() => { for (const { running } of servers) running.process.kill("SIGKILL"); });
  const told = await Promise.all(Array.from({ length: receivers }, async () => hooked(servers[0]?.url ?? "", secret)));

  const acknowledged: Acknowledged = { entries: new Map(), retries: 0, repeats: 0 };
  const { entries } = acknowledged;
  let isKilling = true;
  const killing = async (): Promise<void> => {
    for (let kill = 1; kill <= kills; kill += 1) {
      while (entries.size < (kill * acts) / (kills + 1)) await pause(2);
      await pause(Math.random() * 20);
      const server = servers[Math.floor(Math.random() * servers.length)];
      if (server === undefined) throw new Error("There is no server.");
      server.running.process.kill("SIGKILL");
      await once(server.running.process, "exit");
      server.running = await server.start();
    }
  };
  const writers = Array.from({ length: 3 }, async (_, each) => writer(`w${each}`, { urls: servers.map(({ url }) => url), secret }, () => isKilling || entries.size < acts, acknowledged));
  await Promise.all([killing().finally(() => { isKilling = false; }), ...writers]);

  // Whoever was killed held webhooks: another goes on with them once they are held no longer.
  const missing = (): number => told.reduce((sum, { receiver }) => sum + missingFrom(receiver, entries).length, 0);
  for (const giveUp = Date.now() + 90_000; Date.now() < giveUp && missing() > 0; ) await pause(50);
  for (const { receiver, secret } of told) {
    expect(missingFrom(receiver, entries)).toEqual([]);
    const inOrder = receiver.messages.map(({ data }) => data.entry);
    expect(inOrder).toEqual([...entries.values()].toSorted((a, b) => a - b));
    expect(receiver.received.filter((received) => !isSigned(secret, received))).toEqual([]);
  }
  return { told: entries.size, silence: Math.max(...told.map(({ times }) => longestSilence(times))) };
}

async function hooked(url: string, key: string): Promise<Told> {
  const receiver = await Receiver.open();
  const times: number[] = [];
  receiver.answering = (response, received, nth) => {
    times.push(performance.now());
    yes(response, received, nth);
  };
  const created = await fetch(`${url}/graphql`, {
    method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: "mutation ($webhook: CreateWebhookInput!) { createWebhook(webhook: $webhook) { secret } }", variables: { webhook: { address: receiver.address, types: ["group.created"] } } }),
  });
  return { receiver, secret: zCreated.parse(await created.json()).data.createWebhook.secret, times };
}

function missingFrom({ received }: Receiver, entries: ReadonlyMap<string, number>): readonly number[] {
  const told = new Set(received.map(({ data }) => data.entry));
  return [...entries.values()].filter((entry) => !told.has(entry));
}

function longestSilence(times: readonly number[]): number {
  return Math.max(0, ...times.slice(1).map((time, index) => time - (times[index] ?? time)));
}
