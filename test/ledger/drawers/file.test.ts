import { describe, expect, it } from "vitest";
import { freshFile, handClock, inFile, openLedger, rowsAtHead } from "../../support/ledger.ts";
import { Project } from "../../support/world.ts";
import { describeDrawers } from "./contract.ts";

const HOUR = 3_600_000;

describeDrawers("what is kept in the ledger's file", () => {
  const file = freshFile();
  return { server: async (clock) => (await openLedger({ file, ...(clock === undefined ? {} : { clock }) })).drawers };
});

describe("what is kept beside the ledger", () => {
  it("takes no room for ever once it has had its time: what is written by the next process sweeps it out", async () => {
    const file = freshFile();
    const clock = handClock("2024-03-01T09:00:00.000Z");
    const { drawers } = await openLedger({ file, clock: clock.read });
    await drawers.keep("sessions", "a", { owner: null, value: "", until: new Date("2024-03-01T10:00:00.000Z") });
    clock.set("2024-03-01T10:00:00.000Z");
    const other = await openLedger({ file, clock: clock.read });
    await other.drawers.keep("sessions", "b", { owner: null, value: "", until: new Date("2024-03-01T11:00:00.000Z") });
    expect(inFile(file, (graph) => graph.run("select key from aside", []))).toEqual([{ key: "b" }]);
  });

  it("is no history: no entry, no other seal, and a rebuild and another process find it", async () => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    await ledger.commit({ name: "project:found", actor: "ac_1" }, (draft) => draft.create(Project, { title: "Bridge" }));
    const before = ledger.verify();
    const reader = ledger.lease();
    await ledger.drawers.keep("sessions", "a", { owner: "ac_1", value: "one", until: new Date(Date.now() + HOUR) });
    expect(ledger.head()).toBe(1);
    expect(ledger.verify()).toEqual(before);
    const other = await openLedger({ file });
    expect((await other.drawers.find("sessions", "a"))?.value).toBe("one");
    reader.release();
    await ledger.rebuild();
    expect((await ledger.drawers.find("sessions", "a"))?.value).toBe("one");
    expect(rowsAtHead(ledger, "select title from projects")).toEqual([{ title: "Bridge" }]);
  });

  it("is written while acts are, and waits for its turn", async () => {
    const ledger = await openLedger();
    const until = new Date(Date.now() + HOUR);
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        await ledger.commit({ name: "project:found", actor: "ac_1" }, (draft) => draft.create(Project, { title: `Bridge ${n}` }));
        await ledger.drawers.keep("sessions", String(n), { owner: null, value: "", until });
      }),
    );
    expect(ledger.head()).toBe(20);
    expect(await ledger.drawers.all("sessions")).toHaveLength(20);
  });
});
