import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { readMoment } from "../../src/kernel/moment.ts";
import type { RecordKind } from "../../src/ledger/concept.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { canonical } from "../../src/ledger/seal.ts";
import type { Lease } from "../../src/ledger/snapshot.ts";
import { UnknownShape } from "../../src/ledger/upgrade.ts";
import { graphDigest } from "../../src/ledger/verify.ts";
import { erasableKinds, Somebody } from "../support/erasable.ts";
import { digestAt, freshFile, handClock, headDigest, inPast, openLedger, tamper } from "../support/ledger.ts";
import { Project, Task, kinds } from "../support/world.ts";
import { act, codesOf, given, until } from "./contract/store.ts";

/** More changes than are put in place at once: what is built of them is built in a thread. */
const MANY = 600;

async function manyProjects(ledger: Ledger, title: string): Promise<void> {
  await ledger.commit(act(), (draft) => {
    for (let made = 0; made < MANY; made += 1) draft.create(Project, { title: `${title} ${made}` });
  });
}

/** The titles of all projects there. */
function titles({ graph }: Pick<Lease, "graph">): unknown[] {
  return graph.run("select title from projects order by title", []).map((row) => row["title"]);
}

/** A ledger of some projects, one an entry, called by the number of theirs. */
async function numbered(count: number, past?: { readonly graphs: number; readonly megabytes: number }): Promise<Ledger> {
  const ledger = await openLedger({ past });
  for (let number = 1; number <= count; number += 1) await given.project(ledger, { title: String(number) });
  return ledger;
}

describe("the graph at a moment", () => {
  it("is the one after the last entry that is not after it, and has that moment for its clock", async () => {
    const clock = handClock("2024-03-01T09:00:00.000Z");
    const ledger = await openLedger({ clock: clock.read });
    await given.project(ledger, { title: "March" });
    clock.set("2024-04-01T09:00:00.000Z");
    await given.project(ledger, { title: "April" });
    clock.set("2024-05-01T09:00:00.000Z");
    const there = async (asked: unknown): Promise<unknown> => {
      const lease = await ledger.at(readMoment(asked));
      try {
        return [lease.number, new Date(lease.clock).toISOString(), titles(lease)];
      } finally {
        lease.release();
      }
    };
    expect(await there("2024-03-31")).toEqual([1, "2024-03-31T22:59:59.999Z", ["March"]]);
    expect(await there("2024-03-01T10:00:00Z")).toEqual([1, "2024-03-01T10:00:00.000Z", ["March"]]);
    expect(await there(1)).toEqual([1, "2024-03-01T09:00:00.000Z", ["March"]]);
    expect(await there("2024-04-30")).toEqual([2, "2024-04-30T22:59:59.999Z", ["April", "March"]]);
    expect(await codesOf(ledger.at(readMoment("2024-05-01")))).toEqual(["NOT_YET"]);
    expect(await codesOf(ledger.at(readMoment("2024-02-29")))).toEqual(["BEFORE_HISTORY"]);
    expect(ledger.leased()).toBe(0);
  });

  it("is at the head itself where nothing came later, and needs no building then", async () => {
    const ledger = await numbered(2);
    const [head, lease] = [ledger.lease(), await ledger.at({ entry: 2 })];
    expect(lease.graph).toBe(head.graph);
    expect(ledger.pastSize().graphs).toBe(0);
    await given.project(ledger, { title: "3" });
    expect(titles(lease)).toEqual(["1", "2"]);
    for (const held of [head, lease]) held.release();
    expect(ledger.leased()).toBe(0);
  });

  it("shows all and nothing but what there was, however much it is", async () => {
    const ledger = await openLedger();
    await manyProjects(ledger, "House");
    const before = headDigest(ledger);
    await ledger.commit(act(), (draft) => {
      for (const { id } of draft.graph.run("select id from projects limit 500", [])) draft.remove(Project, String(id));
    });
    const after = headDigest(ledger);
    await given.project(ledger);
    expect([await digestAt(ledger, 1), await digestAt(ledger, 2)]).toEqual([before, after]);
    await inPast(ledger, 1, ({ sqlite }) => { expect(() => sqlite.exec("delete from projects")).toThrow("readonly"); });
  });

  it("reads what was written in an older shape as it is written today, however much it is", async () => {
    const file = freshFile();
    const before = await openLedger({ file });
    await manyProjects(before, "House");
    const one = await given.project(before, { title: "Last", code: "X" });
    await before.close();
    const Next: RecordKind = { ...Project, shape: 2, upgrades: { 1: (change) => [{ ...change, shape: 2, record: change.record && { ...change.record, title: `New ${canonical(change.record["title"])}` } }] } };
    const next = [Next, Task];
    const ledger = await openLedger({ file, kinds: next });
    await ledger.commit(act(), (draft) => { draft.change(Next, one, { title: "Now" }); });
    await given.project(ledger);
    expect(await digestAt(ledger, 3)).not.toBe(await digestAt(ledger, 2));
    await inPast(ledger, 2, (graph) => { expect(graph.run("select count(*) as count from projects where title like 'New %'", [])).toEqual([{ count: MANY + 1 }]); });
    await inPast(ledger, 3, (graph) => { expect(graph.run("select title, code from projects where title not like 'New %'", [])).toEqual([{ title: "Now", code: "X" }]); });
    expect(graphDigest((await ledger.past(4)).graph, next)).toBe(headDigest(ledger));
  });
});

describe("graphs of the past", () => {
  it("are built once for all who ask for the same entry, by whatever moment", async () => {
    const ledger = await numbered(3);
    const leases = await Promise.all([1, 1, 1, 2].map(async (entry) => ledger.at({ entry })));
    expect(new Set(leases.map(({ graph }) => graph)).size).toBe(2);
    expect(ledger.pastSize().graphs).toBe(2);
    for (const lease of leases) lease.release();
    expect((await ledger.at({ entry: 1 })).graph).toBe(leases[0] === undefined ? null : await inPast(ledger, 1, (graph) => graph));
  });

  it("are bounded in number: the one that was used longest ago goes first", async () => {
    const ledger = await numbered(5, { graphs: 2, megabytes: 100 });
    const graphOf = async (number: number): Promise<unknown> => inPast(ledger, number, (graph) => graph);
    const [one, two] = [await graphOf(1), await graphOf(2)];
    expect(await graphOf(1)).toBe(one);
    await graphOf(3);
    expect(await graphOf(1)).toBe(one);
    expect(await graphOf(2)).not.toBe(two);
    expect(ledger.pastSize().graphs).toBe(2);
  });

  it("are bounded in memory: what is too large is not kept, and only as long as somebody holds it", async () => {
    const ledger = await numbered(3, { graphs: 8, megabytes: 0.001 });
    const held = await ledger.past(1);
    expect(ledger.pastSize().bytes).toBeGreaterThan(1_000);
    expect(titles(held)).toEqual(["1"]);
    held.release();
    expect(ledger.pastSize()).toEqual({ graphs: 0, bytes: 0 });
    expect(held.graph.sqlite.open).toBe(false);
  });

  it("are bounded in memory however many are asked for at once, and where what is held takes all of it, whoever asks for one more waits", async () => {
    const ledger = await numbered(5, { graphs: 8, megabytes: 0.001 });
    const stood: number[] = [];
    await Promise.all([1, 2, 3, 4].map(async (number) => {
      const past = await ledger.past(number);
      stood.push(ledger.pastSize().graphs);
      await new Promise((resolve) => setTimeout(resolve, 20));
      past.release();
    }));
    expect(stood).toEqual([1, 1, 1, 1]);
  });

  it("never go while somebody holds them: whoever asks for one more waits until one is let go", async () => {
    const ledger = await numbered(4, { graphs: 2, megabytes: 100 });
    const [one, two] = [await ledger.past(1), await ledger.past(2)];
    let came = false;
    const third = ledger.past(3).finally(() => { came = true; });
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(came).toBe(false);
    expect([titles(one), titles(two)]).toEqual([["1"], ["1", "2"]]);
    two.release();
    two.release();
    expect(titles(await third)).toEqual(["1", "2", "3"]);
    expect([one.graph.sqlite.open, two.graph.sqlite.open]).toEqual([true, false]);
  });

  it("are waited for no longer than until the signal, and held by nobody who left", async () => {
    const ledger = await numbered(3, { graphs: 1, megabytes: 100 });
    const held = await ledger.past(1);
    const leave = new AbortController();
    const waiting = ledger.at({ entry: 2 }, leave.signal);
    leave.abort(new Error("That took too long."));
    await expect(waiting).rejects.toThrow("That took too long.");
    await expect(ledger.at({ entry: 1 }, leave.signal)).rejects.toThrow("That took too long.");
    held.release();
    expect(titles(await ledger.past(2))).toEqual(["1", "2"]);
    expect(held.graph.sqlite.open).toBe(false);
    expect(ledger.leased()).toBe(0);
  });

  it("are built in a thread without whoever left, for whoever comes next", async () => {
    const ledger = await openLedger();
    await manyProjects(ledger, "House");
    await given.project(ledger);
    const leave = new AbortController();
    const waiting = ledger.at({ entry: 1 }, leave.signal);
    leave.abort(new Error("That took too long."));
    await expect(waiting).rejects.toThrow("That took too long.");
    await until(() => ledger.pastSize().bytes > 0);
    const kept = ledger.pastSize();
    await inPast(ledger, 1, (graph) => { expect(graph.run("select count(*) as count from projects", [])).toEqual([{ count: MANY }]); });
    expect(ledger.pastSize()).toEqual(kept);
  });

  it.each([["a few", 1], ["many", MANY]])("of %s changes that cannot be read are nobody's, and are tried again", async (_, count) => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    await ledger.commit(act(), (draft) => {
      for (let made = 0; made < count; made += 1) draft.create(Project, { title: "House" });
    });
    await given.project(ledger);
    tamper(file, "update changes set record = '{' || record where entry = 1 and position = 0");
    await expect(ledger.at({ entry: 1 })).rejects.toThrow("malformed JSON");
    expect(ledger.pastSize()).toEqual({ graphs: 0, bytes: 0 });
    expect(ledger.leased()).toBe(0);
    tamper(file, "update changes set record = substr(record, 2) where entry = 1 and position = 0");
    await inPast(ledger, 1, (graph) => { expect(graph.run("select count(*) as count from projects", [])).toEqual([{ count }]); });
  });

  it.each([["a few", 1], ["many", MANY]])("of %s changes among which some are of a newer version are refused as such", async (_, count) => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    await ledger.commit(act(), (draft) => {
      for (let made = 0; made < count; made += 1) draft.create(Project, { title: "House" });
    });
    await given.project(ledger);
    tamper(file, "update changes set shape = 2 where entry = 1 and position = 0");
    await expect(ledger.at({ entry: 1 })).rejects.toThrow(UnknownShape);
  });

  it("are thrown away when something is erased; who holds one reads on, and nobody else does", async () => {
    const ledger = await openLedger({ kinds: erasableKinds });
    const id = (await ledger.commit(act(), (draft) => draft.create(Somebody, { title: "Ottoline Fenwick" }))).value ?? "";
    await given.project(ledger, { title: "Somebody else" });
    await given.project(ledger);
    const held = await ledger.at({ entry: 1 });
    const { graph } = held;
    (await ledger.at({ entry: 2 })).release();
    await ledger.commit({ name: "person:erase", actor: "steward" }, (draft) => { draft.erase(Somebody, id); });
    expect(titles(held)).toEqual(["Ottoline Fenwick"]);
    // What nobody holds does not wait for somebody to ask.
    expect(ledger.pastSize().graphs).toBe(1);
    const after = await ledger.at({ entry: 1 });
    expect(titles(after)).toEqual(["[erased]"]);
    held.release();
    expect(graph.sqlite.open).toBe(false);
    after.release();
    expect(ledger.pastSize().graphs).toBe(1);
  });

  it("do not outlast an erasing that another process made", async () => {
    const file = freshFile();
    const [ledger, other] = [await openLedger({ file, kinds: erasableKinds }), await openLedger({ file, kinds: erasableKinds })];
    const id = (await ledger.commit(act(), (draft) => draft.create(Somebody, { title: "Ottoline Fenwick" }))).value ?? "";
    await given.project(ledger);
    (await ledger.at({ entry: 1 })).release();
    await other.commit({ name: "person:erase", actor: "steward" }, (draft) => { draft.erase(Somebody, id); });
    const lease = await ledger.at({ entry: 1 });
    expect(titles(lease)).toEqual(["[erased]"]);
    lease.release();
  });

  it("that are being built when the ledger closes are given up, and those that are held stand until they are let go", async () => {
    const ledger = await openLedger();
    await manyProjects(ledger, "House");
    await given.project(ledger, { title: "Hut" });
    await given.project(ledger);
    const held = await ledger.at({ entry: 1 });
    const { graph } = held;
    const waiting = ledger.at({ entry: 2 });
    await Promise.all([expect(waiting).rejects.toThrow("aborted"), ledger.close()]);
    expect(titles(held)).toHaveLength(MANY);
    held.release();
    expect(graph.sqlite.open).toBe(false);
  });
});

describe("what is not in the ledger's file", () => {
  it("is not written there by building the past", async () => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    await manyProjects(ledger, "House");
    await given.project(ledger);
    const tables = (): unknown => {
      const sqlite = new Sqlite(file, { readonly: true });
      try {
        return sqlite.prepare("select name from sqlite_master order by name").all();
      } finally {
        sqlite.close();
      }
    };
    const before = tables();
    await Promise.all([digestAt(ledger, 1), digestAt(ledger, 0)]);
    expect(tables()).toEqual(before);
    expect(ledger.kinds).toBe(kinds);
  });
});
