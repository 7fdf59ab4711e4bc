import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { z } from "zod";
import { openLedger } from "../../src/serve/tracker.ts";
import { expectAllOf, headOf, writer, type Acknowledged } from "../support/killed-server.ts";
import { headDigest } from "../support/ledger.ts";
import { usePostgres } from "../support/postgres.ts";
import { waymark } from "../support/program.ts";
import { threeServers, together } from "../support/three-servers.ts";

const postgres = usePostgres();

const zLost = z.object({ from: z.number(), to: z.number(), file: z.string() });

/** What a server has logged of what was lost. */
function lostIn(log: string): readonly z.output<typeof zLost>[] {
  return readFileSync(log, "utf8").split("\n").flatMap((line) => (line.includes('"from"') ? [zLost.parse(JSON.parse(line))] : []));
}

/** Why servers said that they were not ready, until it is told to stop. */
function reasonsOf(urls: readonly string[]): () => Promise<readonly string[][]> {
  const over = new AbortController();
  const watching = urls.map(async (url) => {
    const reasons = new Set<string>();
    while (!over.signal.aborted) {
      try {
        const { ready, reason } = z.object({ ready: z.boolean(), reason: z.string().optional() }).parse(await (await fetch(`${url}/health/ready`)).json());
        if (!ready) reasons.add(reason ?? "");
      } catch {
        // It does not listen just now.
      }
      await pause(5);
    }
    return [...reasons];
  });
  return async () => {
    over.abort();
    return Promise.all(watching);
  };
}

it("three servers whose PostgreSQL is put back to an earlier state notice, say so, set their copies drawers, and serve what is left and what comes", { timeout: 180_000 }, async () => {
  const address = await postgres.freshDatabase();
  const { servers, urls, secret } = await threeServers(address);
  const pids = servers.map(({ pid }) => pid);
  const [url = ""] = urls;
  const since = await headOf(url);
  const acts = async (name: string, most: number): Promise<Acknowledged> => {
    const acknowledged: Acknowledged = { entries: new Map(), retries: 0, repeats: 0 };
    await writer(name, { urls, secret }, () => acknowledged.entries.size < most, acknowledged);
    return acknowledged;
  };

  const kept = await acts("w1", 5);
  const putBack = await postgres.kept();
  const lost = await acts("w2", 3);
  for (const each of urls) while ((await headOf(each)) < since + 8) await pause(20);
  const notReady = reasonsOf(urls);
  await putBack();
  // It goes away once more while they begin anew.
  while (!servers.some(({ log }) => readFileSync(log, "utf8").includes("set aside and fetched anew"))) await pause(5);
  await postgres.kill();
  await pause(1_500);
  await postgres.start();
  const begun = performance.now();
  const noticed = (): boolean => servers.every(({ log }) => lostIn(log).length > 0);
  while (!noticed()) await pause(20);
  await Promise.all(urls.map(together));
  expect(performance.now() - begun).toBeLessThan(10_000);
  for (const reasons of await notReady()) expect(reasons.join(" ")).toMatch(/is not in the journal|opening its ledger|fetches its ledger/);

  // The same processes, without what was lost; what comes now takes its numbers.
  expect(servers.map(({ pid }) => pid)).toEqual(pids);
  for (const each of urls) await expectAllOf(kept, each, since);
  const after = await acts("w3", 2);
  expect([...lost.entries.values(), ...after.entries.values()].toSorted((a, b) => a - b)).toEqual([6, 6, 7, 7, 8].map((number) => since + number));
  for (const each of urls) while ((await headOf(each)) < since + 7) await pause(20);
  await Promise.all(servers.map(async (server) => server.killed("SIGTERM")));

  const digests = new Set<string>();
  for (const { log, copy } of servers) {
    const [told] = lostIn(log);
    expect(told).toMatchObject({ from: since + 6, to: since + 8 });
    expect(waymark(["verify"], { LEDGER: told?.file ?? "" }).out).toMatch(new RegExp(`^Sound: ${since + 8} entries`));
    const ledger = await openLedger(copy);
    expect(ledger.verify()).toMatchObject({ sound: true, entries: since + 7 });
    digests.add(headDigest(ledger));
    await ledger.close();
  }
  expect(digests.size).toBe(1);
});
