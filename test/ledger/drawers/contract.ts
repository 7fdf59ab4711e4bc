import { describe, expect, it } from "vitest";
import type { Drawers, InItsPlace, Kept } from "../../../src/ledger/drawers.ts";
import { handClock } from "../../support/ledger.ts";

/** Drawers of their own where things are kept, to which any number of servers come. */
export interface AsideStore {
  server(clock?: () => Date): Promise<Drawers>;
}

const at = (instant: string): Date => new Date(instant);
const anHour = (): Date => new Date(Date.now() + 3_600_000);
const one = (more: Partial<Kept> = {}): Kept => ({ owner: "ac_1", value: "one", until: anHour(), ...more });
const first = (value: string): InItsPlace => ({ drawer: "progress", key: "a", kept: one({ value }) });

/** What is kept in drawers, wherever those are. */
export function describeDrawers(name: string, newStore: () => AsideStore): void {
  describe(`${name}:`, () => {
    it("is found until its time is over, and then is gone", async () => {
      const clock = handClock("2024-03-01T09:00:00.000Z");
      const drawers = await newStore().server(clock.read);
      const kept = one({ until: at("2024-03-01T10:00:00.000Z") });
      await drawers.keep("sessions", "a", kept);
      clock.set("2024-03-01T09:59:59.999Z");
      expect([await drawers.find("sessions", "a"), await drawers.find("sessions", "a", 60_000)]).toEqual([kept, kept]);
      expect(await drawers.find("links", "a")).toBeNull();
      clock.set("2024-03-01T10:00:00.000Z");
      expect([await drawers.find("sessions", "a"), await drawers.find("sessions", "a", 60_000), await drawers.all("sessions"), await drawers.take("sessions", "a")]).toEqual([null, null, [], null]);
      await drawers.keep("sessions", "b", one({ until: at("2024-03-01T11:00:00.000Z") }));
      expect(await drawers.exchange(null, [{ drawer: "sessions", key: "a", kept: one({ value: "anew", until: at("2024-03-01T11:00:00.000Z") }) }])).toBe(true);
      expect((await drawers.all("sessions")).map(({ key, value }) => [key, value])).toEqual([["b", "one"], ["a", "anew"]]);
    });

    it("stands in the place of what was kept under its key before, on every server", async () => {
      const store = newStore();
      const [here, there] = [await store.server(), await store.server()];
      await here.keep("sessions", "a", one());
      const kept = one({ owner: null, value: "two" });
      await there.keep("sessions", "a", kept);
      expect([await here.find("sessions", "a"), await there.find("sessions", "a", 60_000)]).toEqual([kept, kept]);
    });

    it("is taken by one alone, wherever they come", async () => {
      const store = newStore();
      const [here, there] = [await store.server(), await store.server()];
      for (const key of ["once", "twice", "thrice"]) {
        await here.keep("links", key, one({ owner: null, value: "LEAD" }));
        const taken = await Promise.all([here, there, here, there].map(async (drawers) => drawers.take("links", key)));
        expect(taken.flatMap((kept) => (kept === null ? [] : [kept.value]))).toEqual(["LEAD"]);
      }
    });

    it("is dropped by its key, or with all that somebody has, and is gone at once where that was done", async () => {
      const drawers = await newStore().server();
      for (const [key, owner] of [["a", "ac_1"], ["b", "ac_1"], ["c", "ac_1"], ["d", "ac_2"]] as const) await drawers.keep("sessions", key, one({ owner }));
      await drawers.keep("others", "a", one());
      const there = async (): Promise<readonly string[]> => (await Promise.all(["a", "b", "c", "d"].map(async (key) => ((await drawers.find("sessions", key, 60_000)) === null ? [] : [key])))).flat();
      expect(await there()).toEqual(["a", "b", "c", "d"]);
      await drawers.drop("sessions", "a");
      expect(await there()).toEqual(["b", "c", "d"]);
      await drawers.dropAllOf("sessions", "ac_1");
      expect(await there()).toEqual(["d"]);
      expect(await drawers.find("others", "a")).not.toBeNull();
    });

    it("is renewed while it is there, and stays gone once another server has dropped it", async () => {
      const store = newStore();
      const clock = handClock("2024-03-01T09:00:00.000Z");
      const [here, there] = [await store.server(clock.read), await store.server(clock.read)];
      const renewed = { value: "two", until: at("2024-03-01T12:00:00.000Z") };
      await here.keep("sessions", "a", one({ until: at("2024-03-01T10:00:00.000Z") }));
      expect(await here.renewIfFree("sessions", "a", renewed)).toBe(true);
      expect([await here.find("sessions", "a", 60_000), await there.find("sessions", "a")]).toEqual([{ owner: "ac_1", ...renewed }, { owner: "ac_1", ...renewed }]);
      await there.drop("sessions", "a");
      expect(await here.renewIfFree("sessions", "a", renewed)).toBe(false);
      expect([await here.find("sessions", "a"), await there.find("sessions", "a")]).toEqual([null, null]);
      // What has had its time is not brought back either.
      await here.keep("sessions", "b", one({ until: at("2024-03-01T10:00:00.000Z") }));
      clock.set("2024-03-01T10:00:00.000Z");
      expect(await here.renewIfFree("sessions", "b", renewed)).toBe(false);
      expect(await here.find("sessions", "b")).toBeNull();
    });

    it("is listed by drawer and owner, the last keys first, in the order of their letters' numbers", async () => {
      const drawers = await newStore().server();
      for (const [key, owner] of [["a", "x"], ["B", "x"], ["b", "y"], ["a/2", "x"], ["a/10", "x"]] as const) await drawers.keep("tasks", key, one({ owner, value: key }));
      const other = one();
      await drawers.keep("others", "z", other);
      const keys = async (...which: Parameters<Drawers["all"]>): Promise<readonly string[]> => (await drawers.all(...which)).map(({ key }) => key);
      expect(await keys("tasks")).toEqual(["b", "a/2", "a/10", "a", "B"]);
      expect(await keys("tasks", { owner: "x" })).toEqual(["a/2", "a/10", "a", "B"]);
      expect(await keys("tasks", { owner: "x", before: "a/2", most: 2 })).toEqual(["a/10", "a"]);
      expect(await keys("tasks", { before: "a", most: 5 })).toEqual(["B"]);
      expect(await drawers.all("others")).toEqual([{ key: "z", ...other }]);
    });

    describe("an exchange", () => {
      it("is done where there still stands what was read, with all that goes with it, and otherwise not at all", async () => {
        const store = newStore();
        const [here, there] = [await store.server(), await store.server()];
        await here.keep("tasks", "t", one());
        expect(await here.exchange("zero", [first("one"), { drawer: "log", key: "1", kept: one() }])).toBe(false);
        expect(await here.exchange(null, [first("one"), { drawer: "log", key: "1", kept: one({ value: "begun" }) }])).toBe(true);
        expect(await there.exchange(null, [first("two"), { drawer: "tasks", key: "t", kept: null }])).toBe(false);
        expect([await there.find("progress", "a"), await there.find("log", "1"), await there.find("tasks", "t")]).toMatchObject([{ value: "one" }, { value: "begun" }, { value: "one" }]);
        expect(await there.exchange("one", [first("two"), { drawer: "log", key: "1", kept: one({ value: "done" }) }, { drawer: "log", key: "2", kept: one({ value: "next" }) }, { drawer: "tasks", key: "t", kept: null }, { drawer: "tasks", key: "none", kept: null }])).toBe(true);
        expect(await here.exchange("one", [first("three")])).toBe(false);
        expect([await here.find("progress", "a"), await here.find("log", "1"), await here.find("log", "2"), await here.find("tasks", "t")]).toMatchObject([{ value: "two" }, { value: "done" }, { value: "next" }, null]);
      });

      it("is won by one of many who come at once, each time", async () => {
        const store = newStore();
        const servers = [await store.server(), await store.server(), await store.server()];
        let was: string | null = null;
        for (let turn = 0; turn < 20; turn += 1) {
          const read: string | null = was;
          const came: string[][] = await Promise.all(Array.from({ length: 6 }, async (_, who) => {
            const value = `${turn} by ${who}`;
            const server = servers[who % servers.length];
            return (await server?.exchange(read, [first(value), { drawer: "log", key: `${turn}`, kept: one({ value }) }])) === true ? [value] : [];
          }));
          const [winner, ...more] = came.flat();
          expect([winner, more]).toEqual([expect.any(String), []]);
          expect((await servers[0]?.find("log", `${turn}`))?.value).toBe(winner);
          was = winner ?? null;
        }
      });

      it("goes through beside others that are about other things", async () => {
        const store = newStore();
        const servers = [await store.server(), await store.server()];
        const done = await Promise.all(Array.from({ length: 40 }, async (_, n) => servers[n % 2]?.exchange(null, [{ drawer: "progress", key: String(n), kept: one() }, { drawer: "log", key: String(n), kept: one() }])));
        expect(done.every((so) => so === true)).toBe(true);
        expect(await servers[0]?.all("log")).toHaveLength(40);
      });
    });
  });
}
