import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Drawers, Kept } from "../../../src/ledger/drawers.ts";
import { LedgerFault } from "../../../src/ledger/fault.ts";
import { PostgresJournal } from "../../../src/ledger/postgres/postgres-journal.ts";
import { handClock } from "../../support/ledger.ts";
import { usePostgres } from "../../support/postgres.ts";
import { describeDrawers } from "../drawers/contract.ts";

const postgres = usePostgres();

async function asideAt(address: string, clock: () => Date = () => new Date()): Promise<Drawers> {
  const journal = await PostgresJournal.open(address);
  const drawers = journal.drawers(clock);
  onTestFinished(async () => {
    await drawers.close();
    await journal.close();
  });
  return drawers;
}

describeDrawers("what servers keep in PostgreSQL", () => {
  const address = postgres.emptiedDatabase();
  return { server: async (clock) => asideAt(await address, clock) };
});

const kept = (value = "one"): Kept => ({ owner: "ac_1", value, until: new Date(Date.now() + 3_600_000) });

async function fault(work: Promise<unknown>): Promise<unknown> {
  return work.then(() => null, (error: unknown) => (error instanceof LedgerFault ? error.code : error));
}

/** How often rows of the table have been looked for, by key or by walking, once PostgreSQL has counted. */
async function looked(address: string): Promise<number> {
  await postgres.run(address, "select pg_stat_force_next_flush()");
  const [row] = await postgres.run(address, "select (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::int as looks from pg_stat_user_tables where relname = 'aside'");
  return Number(row?.["looks"]);
}

describe("what was found in PostgreSQL", () => {
  it("is not asked for again by whoever says how old it may be, by however many at once", async () => {
    const address = await postgres.freshDatabase();
    const [here, there] = [await asideAt(address), await asideAt(address)];
    await here.keep("sessions", "a", kept());
    await pause(1_200);
    const before = await looked(address);
    const found = await Promise.all(Array.from({ length: 500 }, async (_, n) => (n % 2 === 0 ? here : there).find("sessions", "a", 60_000)));
    expect(found.every((one) => one?.value === "one")).toBe(true);
    for (let turn = 0; turn < 100; turn += 1) await there.find("sessions", "a", 60_000);
    await pause(1_200);
    // The one who kept it knows; the other looks once, and PostgreSQL counts a look at its own time.
    expect((await looked(address)) - before).toBeLessThanOrEqual(1);
  });

  it("is found anew once it is older, and what another has dropped is gone by then", async () => {
    const address = await postgres.freshDatabase();
    const [here, there] = [await asideAt(address), await asideAt(address)];
    await here.keep("sessions", "a", kept());
    expect(await there.find("sessions", "a", 300)).not.toBeNull();
    await here.drop("sessions", "a");
    expect(await there.find("sessions", "a", 300)).not.toBeNull();
    await pause(310);
    expect(await there.find("sessions", "a", 300)).toBeNull();
    expect(await there.find("sessions", "a", 60_000)).toBeNull();
  });

  it("is not known any more once it is dropped here, though it was found while that was waited for", async () => {
    const address = await postgres.freshDatabase();
    const drawers = await asideAt(address);
    await drawers.keep("sessions", "a", kept());
    // Somebody is at the row, so dropping it has to wait.
    await postgres.run(address, "begin");
    await postgres.run(address, "select key from waymark.aside for update");
    const dropping = drawers.drop("sessions", "a");
    expect(await drawers.find("sessions", "a", 60_000)).not.toBeNull();
    await postgres.run(address, "commit");
    await dropping;
    expect(await drawers.find("sessions", "a", 60_000)).toBeNull();
  });

  it("is not remembered by a look that was under way when it was dropped, or renewed into memory afterwards", async () => {
    const address = await postgres.freshDatabase();
    const drawers = await asideAt(address);
    for (let turn = 0; turn < 50; turn += 1) {
      await drawers.keep("sessions", "a", kept());
      const others = [drawers.find("sessions", "a", 1), drawers.renewIfFree("sessions", "a", kept("two")), drawers.find("sessions", "a")];
      await drawers.drop("sessions", "a");
      expect(await drawers.find("sessions", "a", 60_000)).toBeNull();
      await Promise.all(others);
      expect(await drawers.find("sessions", "a", 60_000)).toBeNull();
    }
  });

  it("is known on while PostgreSQL is away, as long as its time runs; what is not known cannot be said, and at once; all goes on once it is back", async () => {
    const address = await postgres.freshDatabase();
    const clock = handClock(new Date().toISOString());
    const drawers = await asideAt(address, clock.read);
    await drawers.keep("sessions", "a", kept());
    await drawers.keep("sessions", "b", kept());
    await postgres.kill();
    await pause(2);
    expect((await drawers.find("sessions", "a", 1))?.value).toBe("one");
    const begun = performance.now();
    expect(await Promise.all([
      fault(drawers.find("sessions", "c", 1)), fault(drawers.find("sessions", "a")), fault(drawers.keep("sessions", "c", kept())), fault(drawers.take("links", "a")),
      fault(drawers.exchange(null, [{ drawer: "progress", key: "a", kept: kept() }])), fault(drawers.all("sessions")), fault(drawers.drop("sessions", "b")),
    ])).toEqual(Array(7).fill("LEDGER_UNREACHABLE"));
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(await drawers.renewIfFree("sessions", "a", kept("two"))).toBe(false);
    clock.set(new Date(Date.now() + 3_700_000).toISOString());
    expect(await drawers.find("sessions", "a", 1)).toBeNull();
    clock.set(new Date().toISOString());
    await postgres.start();
    const giveUp = Date.now() + 5_000;
    while ((await fault(drawers.keep("sessions", "c", kept("back")))) !== null && Date.now() < giveUp) await pause(50);
    expect((await drawers.find("sessions", "c"))?.value).toBe("back");
    expect((await drawers.find("sessions", "a"))?.value).toBe("one");
  });

  it("is found although connections are cut in between", async () => {
    const address = await postgres.freshDatabase();
    const drawers = await asideAt(address);
    await drawers.keep("sessions", "a", kept());
    for (let turn = 0; turn < 10; turn += 1) {
      const [found] = await Promise.all([drawers.find("sessions", "a"), postgres.run(address, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'waymark'")]);
      expect(found?.value).toBe("one");
    }
  });

  it("takes no room for ever once it has had its time, and each write need not see to that", async () => {
    const address = await postgres.freshDatabase();
    const clock = handClock("2024-03-01T09:00:00.000Z");
    const one = await asideAt(address, clock.read);
    const soon = { ...kept(), until: new Date("2024-03-01T10:00:00.000Z") };
    await one.keep("sessions", "a", soon);
    clock.set("2024-03-01T10:00:00.000Z");
    await one.keep("sessions", "b", { ...kept(), until: new Date("2024-03-01T11:00:00.000Z") });
    expect(await postgres.run(address, "select key from waymark.aside order by key")).toEqual([{ key: "a" }, { key: "b" }]);
    const other = await asideAt(address, clock.read);
    await other.keep("sessions", "c", { ...kept(), until: new Date("2024-03-01T11:00:00.000Z") });
    let keys: readonly unknown[] = [];
    const giveUp = Date.now() + 5_000;
    while (keys.length !== 2 && Date.now() < giveUp) keys = await postgres.run(address, "select key from waymark.aside order by key");
    expect(keys).toEqual([{ key: "b" }, { key: "c" }]);
  });
});
