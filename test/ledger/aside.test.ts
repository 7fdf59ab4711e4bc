import { describe, expect, it } from "vitest";
import { freshFile, handClock, openLedger, rowsAtHead } from "../support/ledger.ts";
import { Project } from "../support/world.ts";

const HOUR = 3_600_000;
const at = (instant: string): Date => new Date(instant);

describe("what is kept beside the ledger", () => {
  it("is found until its time is over, and then is gone", async () => {
    const clock = handClock("2024-03-01T09:00:00.000Z");
    const { aside } = await openLedger({ clock: clock.read });
    await aside.keep("sessions", "a", { owner: "ac_1", value: "one", until: at("2024-03-01T10:00:00.000Z") });
    clock.set("2024-03-01T09:59:59.999Z");
    expect(aside.find("sessions", "a")).toEqual({ owner: "ac_1", value: "one", until: at("2024-03-01T10:00:00.000Z") });
    expect(aside.find("links", "a")).toBeNull();
    clock.set("2024-03-01T10:00:00.000Z");
    expect(aside.find("sessions", "a")).toBeNull();
    expect(await aside.take("sessions", "a")).toBeNull();
  });

  it("is taken by one alone", async () => {
    const { aside } = await openLedger();
    await aside.keep("links", "once", { owner: null, value: "LEAD", until: new Date(Date.now() + HOUR) });
    const taken = await Promise.all([aside.take("links", "once"), aside.take("links", "once")]);
    expect(taken.filter((kept) => kept !== null)).toHaveLength(1);
  });

  it("is dropped by its key, or with all that somebody has", async () => {
    const { aside } = await openLedger();
    const until = new Date(Date.now() + HOUR);
    for (const [key, owner] of [["a", "ac_1"], ["b", "ac_1"], ["c", "ac_1"], ["d", "ac_2"]] as const) await aside.keep("sessions", key, { owner, value: "", until });
    await aside.drop("sessions", "a");
    expect(["a", "b", "d"].map((key) => aside.find("sessions", key) !== null)).toEqual([false, true, true]);
    await aside.dropAllOf("sessions", "ac_1");
    expect(["b", "c", "d"].map((key) => aside.find("sessions", key) !== null)).toEqual([false, false, true]);
  });

  it("is renewed while it is there, and stays gone once another process has dropped it", async () => {
    const file = freshFile();
    const clock = handClock("2024-03-01T09:00:00.000Z");
    const [here, there] = [await openLedger({ file, clock: clock.read }), await openLedger({ file, clock: clock.read })];
    const renewed = { value: "two", until: at("2024-03-01T12:00:00.000Z") };
    await here.aside.keep("sessions", "a", { owner: "ac_1", value: "one", until: at("2024-03-01T10:00:00.000Z") });
    expect(here.aside.renewIfFree("sessions", "a", renewed)).toBe(true);
    expect(there.aside.find("sessions", "a")).toEqual({ owner: "ac_1", ...renewed });
    await there.aside.drop("sessions", "a");
    expect(here.aside.renewIfFree("sessions", "a", renewed)).toBe(false);
    expect([here, there].map(({ aside }) => aside.find("sessions", "a"))).toEqual([null, null]);
    // What has had its time is not brought back either.
    await here.aside.keep("sessions", "b", { owner: "ac_1", value: "one", until: at("2024-03-01T10:00:00.000Z") });
    clock.set("2024-03-01T10:00:00.000Z");
    expect(here.aside.renewIfFree("sessions", "b", renewed)).toBe(false);
    expect(here.aside.find("sessions", "b")).toBeNull();
  });

  it("is no history: no entry, no other seal, and a rebuild and another process find it", async () => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    await ledger.commit({ name: "project:found", actor: "ac_1" }, (draft) => draft.create(Project, { title: "Bridge" }));
    const before = ledger.verify();
    const reader = ledger.lease();
    await ledger.aside.keep("sessions", "a", { owner: "ac_1", value: "one", until: new Date(Date.now() + HOUR) });
    expect(ledger.head()).toBe(1);
    expect(ledger.verify()).toEqual(before);
    const other = await openLedger({ file });
    expect(other.aside.find("sessions", "a")?.value).toBe("one");
    reader.release();
    await ledger.rebuild();
    expect(ledger.aside.find("sessions", "a")?.value).toBe("one");
    expect(rowsAtHead(ledger, "select title from projects")).toEqual([{ title: "Bridge" }]);
  });

  it("is written while acts are, and waits for its turn", async () => {
    const ledger = await openLedger();
    const until = new Date(Date.now() + HOUR);
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        await ledger.commit({ name: "project:found", actor: "ac_1" }, (draft) => draft.create(Project, { title: `Bridge ${n}` }));
        await ledger.aside.keep("sessions", String(n), { owner: null, value: "", until });
      }),
    );
    expect(ledger.head()).toBe(20);
    expect(Array.from({ length: 20 }, (_, n) => ledger.aside.find("sessions", String(n))).every((kept) => kept !== null)).toBe(true);
  });
});
