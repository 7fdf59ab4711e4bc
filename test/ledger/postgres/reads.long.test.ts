import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { bearerFor } from "../../support/importing.ts";
import { usePostgres } from "../../support/postgres.ts";
import { trackerOver } from "../../support/several-servers.ts";

const postgres = usePostgres();

/** PostgreSQL counts what a connection did within a second after it did it. */
const COUNTED_AFTER = 1_200;

it("five hundred reads ask PostgreSQL for no more than the server does that is not asked for anything", async () => {
  const address = await postgres.freshDatabase();
  const { ledger, server } = await trackerOver(address);
  const headers = { "content-type": "application/json", ...(await bearerFor(ledger, "OFFICE")) };
  const ask = async (of: Readonly<Record<string, string>>): Promise<number> => (await fetch(`${server.url}/graphql`, { method: "POST", headers: of, body: JSON.stringify({ query: "{ groups(first: 10) { totalCount nodes { name } } }" }) })).status;
  // The first time, when a key was last used is noted.
  expect(await ask(headers)).toBe(200);

  /** How many transactions there were in the database while some work was done, and for how many seconds it was looked. */
  const during = async (work: () => Promise<unknown>): Promise<{ readonly transactions: number; readonly seconds: number }> => {
    await pause(COUNTED_AFTER);
    const [begun, before] = [performance.now(), await counted()];
    await work();
    await pause(COUNTED_AFTER);
    return { transactions: (await counted()) - before, seconds: (performance.now() - begun) / 1_000 };
  };
  const counted = async (): Promise<number> => {
    const [row] = await postgres.run(address, "select xact_commit + xact_rollback as count from pg_stat_database where datname = current_database()");
    return Number(row?.["count"]);
  };

  const idle = await during(async () => pause(1_000));
  const reading = await during(async () => {
    const answers = await Promise.all(Array.from({ length: 500 }, async (_, index) => ask(index % 2 === 0 ? headers : { "content-type": "application/json" })));
    expect(answers).toEqual(answers.map(() => 200));
  });
  expect(idle.transactions).toBeGreaterThan(0);
  // One question for every fifth read would be too many.
  expect(reading.transactions).toBeLessThan((idle.transactions / idle.seconds) * reading.seconds + 100);
});
