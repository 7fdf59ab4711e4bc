import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { openLedger } from "../../src/serve/tracker.ts";
import { wireTo } from "../support/cut-wire.ts";
import { expectAllOf, headOf, writer, type Acknowledged } from "../support/killed-server.ts";
import { headDigest } from "../support/ledger.ts";
import { usePostgres } from "../support/postgres.ts";
import { threeServers, together } from "../support/three-servers.ts";
import { firstProgramme, oneOfTwentyWins } from "../support/twenty-writers.ts";

/** How often something goes wrong: more in CI. */
const ROUNDS = Number(process.env["ROUNDS"] ?? 2);

/** Within so long everybody serves and writes again after whatever happened, in milliseconds. */
const RECOVERED_WITHIN = 10_000;

const postgres = usePostgres();

function oneOf<Thing>(things: readonly Thing[]): Thing {
  const thing = things[Math.floor(Math.random() * things.length)];
  if (thing === undefined) throw new Error("There is nothing to choose from.");
  return thing;
}

it(`three servers over a PostgreSQL to which ${ROUNDS} times something happens lose nothing of what eight writers were answered, double nothing, and end the same`, { timeout: 180_000 + ROUNDS * 30_000 }, async () => {
  const direct = await postgres.freshDatabase();
  const wire = await wireTo(Number(new URL(direct).port));
  onTestFinished(async () => wire.end());
  const address = direct.replace(/:\d+\//, `:${wire.port}/`);
  const { servers, urls, secret } = await threeServers(direct, address);

  const won = await oneOfTwentyWins(urls, secret, await firstProgramme(urls[0] ?? ""));
  const first = won.entry ?? 0;

  let toPostgres = Promise.resolve();
  /** To PostgreSQL one thing happens after the other. */
  const inTurn = async (signal: "SIGKILL" | "SIGQUIT"): Promise<void> => {
    const before = toPostgres;
    toPostgres = (async () => {
      await before;
      await postgres.kill(signal);
      await pause(Math.random() * 500);
      await postgres.start();
    })();
    await toPostgres;
  };
  const happenings: Readonly<Record<string, () => Promise<void>>> = {
    "a server is killed": async () => {
      const server = oneOf(servers);
      await server.killed("SIGKILL");
      await server.start();
    },
    "a server is paused": async () => {
      const server = oneOf(servers);
      server.signal("SIGSTOP");
      await pause(500 + Math.random() * 1_500);
      server.signal("SIGCONT");
    },
    "PostgreSQL is killed": async () => inTurn("SIGKILL"),
    "PostgreSQL is shut down at once": async () => inTurn("SIGQUIT"),
    "connections are cut": async () => {
      for (let cuts = 0; cuts < 20; cuts += 1) {
        wire.cut();
        await pause(Math.random() * 50);
      }
    },
    "nobody reaches PostgreSQL for a while": async () => {
      wire.hold();
      await pause(500 + Math.random() * 1_000);
      wire.mend();
    },
  };
  const acknowledged: Acknowledged = { entries: new Map(), retries: 0, repeats: 0 };
  const recovered: number[] = [];
  const told: string[] = [];
  const names = Object.keys(happenings);
  const happening = async (): Promise<void> => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await pause(Math.random() * 300);
      // Each in turn, so that no run is without one; often something else at the same time.
      const chosen = [...new Set([names[(round + OFFSET) % names.length] ?? "", ...(Math.random() < 0.4 ? [oneOf(names)] : [])])];
      await Promise.all(chosen.map(async (name) => happenings[name]?.()));
      const since = performance.now();
      const before = { acts: acknowledged.entries.size, waited: servers.map((server) => server.waited()) };
      await Promise.all(urls.map(together));
      const ready = performance.now() - since;
      while (acknowledged.entries.size < before.acts + 4) await pause(20);
      // What the machine had others do meanwhile says nothing of the servers.
      const waited = Math.max(...servers.map((server, index) => server.waited() - (before.waited[index] ?? 0)));
      recovered.push(performance.now() - since - waited);
      told.push(`${chosen.join(", ")}: ready after ${Math.round(ready)} ms, wrote after ${Math.round(performance.now() - since)} ms, of which others had ${Math.round(waited)}`);
    }
  };
  let isHappening = true;
  const writers = Array.from({ length: 8 }, async (_, each) => writer(`w${each}`, { urls, secret, patience: 1_000 }, () => isHappening, acknowledged));
  await Promise.all([happening().finally(() => { isHappening = false; }), ...writers]);

  expect(Math.max(...recovered), told.join("\n")).toBeLessThan(RECOVERED_WITHIN);
  const last = first + acknowledged.entries.size;
  for (const url of urls) while ((await headOf(url)) < last) await pause(50);
  for (const url of urls) await expectAllOf(acknowledged, url, first);
  expect(acknowledged.retries).toBeGreaterThan(0);
  // Of those that were not answered some had been done, which their keys tell: in a short run perhaps none.
  expect(acknowledged.repeats).toBeGreaterThanOrEqual(ROUNDS < 20 ? 0 : 1);
  await Promise.all(servers.map(async (server) => server.killed("SIGTERM")));
  const ends = await Promise.all(servers.map(async ({ copy }) => {
    const ledger = await openLedger(copy);
    try {
      return { verdict: ledger.verify(), digest: headDigest(ledger) };
    } finally {
      await ledger.close();
    }
  }));
  expect(ends[0]?.verdict).toMatchObject({ sound: true, entries: last });
  expect(ends).toEqual(servers.map(() => ends[0]));
  process.stderr.write(`${ROUNDS} rounds, ${acknowledged.entries.size} acts, ${acknowledged.retries} sent again, ${acknowledged.repeats} of them done before; recovered within ${Math.round(Math.max(...recovered))} ms.\n`);
});

/** Where it begins: a short run does not always see the same. */
const OFFSET = Math.floor(Math.random() * 6);
