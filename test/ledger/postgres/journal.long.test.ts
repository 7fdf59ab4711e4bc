import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { describe, expect, it, vi } from "vitest";
import { LedgerFault } from "../../../src/ledger/fault.ts";
import { Forked, JournalRefused } from "../../../src/ledger/journal.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { PostgresJournal } from "../../../src/ledger/postgres/postgres-journal.ts";
import { erasableKinds, Somebody } from "../../support/erasable.ts";
import { freshFile, headDigest, openLedger, rowsAtHead, type Opening } from "../../support/ledger.ts";
import { usePostgres } from "../../support/postgres.ts";
import { Project, Task } from "../../support/world.ts";
import { act, codesOf, given, until } from "../contract/store.ts";

const postgres = usePostgres();

/** A server of a shared ledger, with a copy of its own. */
async function serverOf(address: string, more: Opening = {}): Promise<Ledger> {
  return openLedger({ ...more, journal: await PostgresJournal.open(address) });
}

/** The same database, for a role that reads and writes rows and owns nothing. */
async function asRowsOnly(address: string): Promise<string> {
  await postgres.run(address, `
    do $$ begin if not exists (select from pg_roles where rolname = 'server') then create role server login password 'server'; end if; end $$;
    grant usage on schema waymark to server; grant select on waymark.migrations to server;
    grant select, insert, update on waymark.entries to server; grant select, insert, delete on waymark.remains to server; grant select, insert, update, delete on waymark.aside, waymark.repeats to server`);
  return address.replace("waymark:waymark@", "server:server@");
}

/** Sends an act under one key. */
async function send(server: Ledger, input: string): Promise<unknown> {
  return server.commit(act({ key: "k1", input }), (draft) => draft.create(Project, { title: input }));
}

/** Somebody else reads in a transaction that stays open until this answers has been called, as a backup does. */
async function holding(address: string, text: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: address });
  await client.connect();
  await client.query("begin isolation level repeatable read");
  await client.query(text);
  return async () => client.end();
}

/** Lets minutes pass for this process, until it is ended. */
function minutesPassed(): { readonly pass: (minutes: number) => void; readonly end: () => void } {
  let passed = 0;
  const real = performance.now.bind(performance);
  const clock = vi.spyOn(performance, "now").mockImplementation(() => real() + passed);
  return { pass: (minutes) => { passed += minutes * 60_000; }, end: () => { clock.mockRestore(); } };
}

async function faultOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(() => null, (error: unknown) => (error instanceof LedgerFault ? error.code : error));
}

describe("a ledger in PostgreSQL", () => {
  it("lets one of twenty writers win who saw the same version, on whichever server", async () => {
    const address = await postgres.freshDatabase();
    const servers = [await serverOf(address), await serverOf(address), await serverOf(address)];
    const [first = await serverOf(address)] = servers;
    const id = await given.task(first, { points: 0 });
    await until(() => servers.every((server) => server.head() === first.head()));
    const answers = await Promise.allSettled(Array.from({ length: 20 }, async (_, index) => {
      const server = servers[index % servers.length] ?? first;
      return server.commit(act(), (draft) => {
        const seen = draft.read(Task, id);
        // The rule that every act on a record that somebody has seen obeys.
        if (seen?.version !== 1) throw new Error("Somebody was faster.");
        draft.change(Task, id, { points: index + 1 });
      });
    }));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await until(() => servers.every((server) => server.head() === first.head()));
    expect(new Set(servers.map(headDigest)).size).toBe(1);
  });

  it("knows a key for what it was used for on whichever server, also one that only followed, until it is forgotten", async () => {
    const address = await postgres.freshDatabase();
    const [one, other] = [await serverOf(address), await serverOf(address)];
    await send(one, "a house for Ann");
    const series = { name: "projects:import", actor: "ann", key: "k2", input: "ten huts" };
    await one.series(series, async (pieces) => {
      for (const title of ["Hut", "Hut too"]) pieces.settle(pieces.piece((draft) => draft.create(Project, { title })).value);
      return { keep: true, value: null };
    });
    await until(() => other.head() === one.head());
    const late = await serverOf(address);
    for (const server of [one, other, late]) {
      expect(await send(server, "a house for Ann")).toMatchObject({ entry: 1, repeated: true });
      expect(await codesOf(send(server, "a hut"))).toEqual(["KEY_REUSED"]);
      expect(await codesOf(server.series({ ...series, input: "a tent" }, async () => ({ keep: true, value: null })))).toEqual(["KEY_REUSED"]);
    }
    // Beside the entries, salted, and nothing of what was sent.
    const kept = await postgres.run(address, "select entry, salt, fingerprint from waymark.repeats order by entry");
    expect(kept.map(({ entry }) => entry)).toEqual(["1", "2"]);
    expect(JSON.stringify(kept)).not.toContain("house");
    expect(await postgres.run(address, "select number from waymark.entries where text like '%fingerprint%'")).toEqual([]);
    expect(late.verify()).toMatchObject({ sound: true });

    await postgres.run(address, "update waymark.repeats set at = now() - interval '8 days' where entry = 1");
    await given.project(late);
    await vi.waitFor(async () => { expect(await postgres.run(address, "select entry from waymark.repeats")).toEqual([{ entry: "2" }]); }, 5_000);
    const later = await serverOf(address);
    expect(await send(later, "a tent")).toMatchObject({ entry: 1, repeated: true });
  });

  it("gives a long act up that another server came before twice, and follows that server meanwhile", async () => {
    const address = await postgres.freshDatabase();
    const [one, other] = [await serverOf(address), await serverOf(address)];
    let decided = 0;
    const long = one.series({ name: "projects:import", actor: "ann", mostOvertaken: 2 }, async (pieces) => {
      decided += 1;
      pieces.piece((draft) => draft.create(Project, { title: "Long" }));
      await given.project(other, { title: `Short ${decided}` });
      return { keep: true, value: null };
    });
    expect(await faultOf(long)).toBe("OVERTAKEN");
    expect(decided).toBe(2);
    expect(rowsAtHead(one, "select title from projects order by title")).toEqual([{ title: "Short 1" }, { title: "Short 2" }]);
    await given.project(one, { title: "After" });
    expect(one.verify()).toMatchObject({ sound: true, entries: 3 });
  });

  it("is told to the others at once, without their looking by themselves", async () => {
    const address = await postgres.freshDatabase();
    const journal = await PostgresJournal.open(address);
    const calls: number[] = [];
    journal.wake(() => { calls.push(Date.now()); });
    const server = await serverOf(address);
    // By itself it never looks, so a call is news; it may come to listen only after the first act.
    for (let turn = 0; turn < 100 && calls.length === 0; turn += 1) {
      await given.project(server);
      await pause(20);
    }
    expect(calls.length).toBeGreaterThan(0);
    await journal.close();
  });

  it("goes on by itself when its connections are cut, and does nothing twice", async () => {
    const address = await postgres.freshDatabase();
    const server = await serverOf(address);
    const id = await given.task(server, { points: 0 });
    const add = async (key: string): Promise<unknown> => faultOf(server.commit(act({ key }), (draft) => draft.change(Task, id, { points: Number(draft.read(Task, id)?.["points"]) + 1 })));
    for (let turn = 1; turn <= 10; turn += 1) {
      const adding = add(`turn-${turn}`);
      await postgres.run(address, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'waymark'");
      for (let fault = await adding; fault !== null; fault = await add(`turn-${turn}`)) expect(["OUTCOME_UNKNOWN", "LEDGER_UNREACHABLE"]).toContain(fault);
    }
    expect(rowsAtHead(server, "select points from tasks")).toEqual([{ points: 10 }]);
  });

  it("is read on while the database is gone, which is said; writing is refused, and all goes on by itself once it is back", async () => {
    const address = await postgres.freshDatabase();
    const server = await serverOf(address);
    await given.project(server, { title: "House" });
    expect(server.apartSince()).toBeNull();
    await postgres.kill();
    await until(() => server.apartSince() !== null);
    expect(await faultOf(given.project(server))).toBe("LEDGER_UNREACHABLE");
    expect(rowsAtHead(server, "select title from projects")).toEqual([{ title: "House" }]);
    expect(server.behind()).toBeNull();
    await postgres.start();
    await until(() => server.apartSince() === null);
    await given.project(server, { title: "Hut" });
    expect(rowsAtHead(server, "select title from projects order by title")).toEqual([{ title: "House" }, { title: "Hut" }]);
  });

  it("that has lost its last entries counts all the same: a copy that has them notices, is set aside and made anew", async () => {
    const address = await postgres.freshDatabase();
    const file = freshFile();
    const why: unknown[] = [];
    const server = await serverOf(address, { file, stopped: (error) => { why.push(error); } });
    await given.project(server, { title: "Kept" });
    await given.project(server, { title: "Lost" });
    await postgres.run(address, "delete from waymark.entries where number = 2");
    await until(() => why.length > 0);
    expect(why).toEqual([expect.any(Forked)]);
    expect(server.behind()).toBeInstanceOf(Forked);
    expect(await faultOf(given.project(server))).toBe("LEDGER_UNREACHABLE");
    await server.close();
    const lost: unknown[] = [];
    const again = await serverOf(address, { file, setAside: (what) => { lost.push(what); } });
    expect(lost).toEqual([{ from: 2, to: 2, file: expect.stringContaining(`${file}.set-aside-`) as unknown }]);
    expect(rowsAtHead(again, "select title from projects")).toEqual([{ title: "Kept" }]);
    expect(again.verify()).toMatchObject({ sound: true, entries: 1 });
    expect(readdirSync(dirname(file)).filter((name) => name.startsWith("ledger.db.set-aside-"))).toHaveLength(1);
  });

  it("that was put back to an earlier moment and went on from there is noticed as well", async () => {
    const address = await postgres.freshDatabase();
    const file = freshFile();
    const server = await serverOf(address, { file });
    await given.project(server, { title: "Kept" });
    await given.project(server, { title: "Lost" });
    await server.close();
    await postgres.run(address, "delete from waymark.entries where number = 2");
    await given.project(await serverOf(address), { title: "Instead" });
    const again = await serverOf(address, { file });
    expect(rowsAtHead(again, "select title from projects order by title")).toEqual([{ title: "Instead" }, { title: "Kept" }]);
  });

  it("of which a row is not the entry that it says to be is followed no further", async () => {
    const address = await postgres.freshDatabase();
    const server = await serverOf(address);
    await given.project(server);
    await given.project(server);
    await postgres.run(address, "update waymark.entries set hash = 'another' where number = 1");
    await expect(serverOf(address)).rejects.toThrow("Row 1 of the journal does not hold the entry that it names.");
  });

  it("of which somebody has changed an entry in the database is followed no further: what was never recorded reaches no server", async () => {
    const address = await postgres.freshDatabase();
    const server = await serverOf(address);
    await given.project(server, { title: "Agreed in May" });
    await postgres.run(address, "update waymark.entries set text = replace(text, 'Agreed in May', 'Agreed in June') where number = 1");
    await expect(serverOf(address)).rejects.toThrow(/^Entry 1 of the journal is not as it was sealed/);
    expect(rowsAtHead(server, "select title from projects")).toEqual([{ title: "Agreed in May" }]);
  });

  it("keeps no byte of somebody who was erased in its table, and remembers what a server could not wipe until one can", async () => {
    const address = await postgres.freshDatabase();
    const server = await serverOf(address, { kinds: erasableKinds });
    const id = await given.project(server, { title: "Ada Quibble" });
    expect(await postgres.bytesOf(address, "waymark.entries")).toContain("Quibble");
    await server.commit(act(), (draft) => { draft.erase(Somebody, id, ["Ada Quibble"]); });
    expect(await postgres.run(address, "select entry from waymark.remains")).toEqual([]);
    expect(await postgres.bytesOf(address, "waymark.entries")).not.toContain("Quibble");

    const limited = await serverOf(await asRowsOnly(address), { kinds: erasableKinds });
    const other = await given.project(limited, { title: "Bo Quibble" });
    await limited.commit(act(), (draft) => { draft.erase(Somebody, other, ["Bo Quibble"]); });
    expect(await postgres.run(address, "select text from waymark.entries where text like '%Quibble%'")).toEqual([]);
    expect(await postgres.run(address, "select entry from waymark.remains")).toEqual([{ entry: "4" }]);
    await serverOf(address, { kinds: erasableKinds });
    expect(await postgres.run(address, "select entry from waymark.remains")).toEqual([]);
    expect(await postgres.bytesOf(address, "waymark.entries")).not.toContain("Quibble");
  });

  it("remembers what was erased while somebody may still see it, and takes its bytes away once nobody can", async () => {
    const address = await postgres.freshDatabase();
    const server = await serverOf(address, { kinds: erasableKinds });
    const id = await given.project(server, { title: "Ada Quibble" });
    const letGo = await holding(address, "select 1");
    await server.commit(act(), (draft) => { draft.erase(Somebody, id, ["Ada Quibble"]); });
    expect(await postgres.run(address, "select text from waymark.entries where text like '%Quibble%'")).toEqual([]);
    expect(await postgres.bytesOf(address, "waymark.entries")).toContain("Quibble");
    const other = await serverOf(address, { kinds: erasableKinds });
    expect(await postgres.run(address, "select entry from waymark.remains")).toEqual([{ entry: "2" }]);
    await letGo();
    // Nobody starts and nobody erases: that something is written is enough, a while after.
    const clock = minutesPassed();
    clock.pass(11);
    await given.project(other, { title: "House" });
    clock.end();
    await vi.waitFor(async () => expect(await postgres.run(address, "select entry from waymark.remains")).toEqual([]), 5_000);
    expect(await postgres.bytesOf(address, "waymark.entries")).not.toContain("Quibble");
  });

  it("is written anew ever more seldom while somebody may still see what was erased", async () => {
    const address = await postgres.freshDatabase();
    const server = await serverOf(address, { kinds: erasableKinds });
    const id = await given.project(server, { title: "Ada Quibble" });
    const letGo = await holding(address, "select 1");
    const other = await given.project(server, { title: "Bo Quibble" });
    for (const [erased, name] of [[id, "Ada Quibble"], [other, "Bo Quibble"]] as const) await server.commit(act(), (draft) => { draft.erase(Somebody, erased, [name]); });
    const clock = minutesPassed();
    const file = async (): Promise<unknown> => postgres.run(address, "select relfilenode from pg_class where oid = 'waymark.entries'::regclass");
    /** Whether the table is written anew as somebody writes, after so many minutes more. */
    const isWritten = async (minutes: number): Promise<boolean> => {
      clock.pass(minutes);
      const before = await file();
      await given.project(server, { title: "House" });
      await pause(4_000);
      return JSON.stringify(await file()) !== JSON.stringify(before);
    };
    try {
      // However often something was erased, it is tried again after ten minutes, then after twenty, forty and eighty.
      expect([await isWritten(9), await isWritten(2), await isWritten(15), await isWritten(6), await isWritten(35), await isWritten(6)]).toEqual([false, true, false, true, false, true]);
      await letGo();
      expect([await isWritten(81), await isWritten(11)]).toEqual([true, false]);
    } finally {
      clock.end();
    }
    expect(await postgres.bytesOf(address, "waymark.entries")).not.toContain("Quibble");
  }, 60_000);

  it("keeps no byte of somebody who was erased where others saw it for a moment only, as those do who wait for their turn to write", async () => {
    const address = await postgres.freshDatabase();
    const server = await serverOf(address, { kinds: erasableKinds });
    const id = await given.project(server, { title: "Ada Quibble" });
    const letGo = await holding(address, "select 1");
    const erased = server.commit(act(), (draft) => { draft.erase(Somebody, id, ["Ada Quibble"]); });
    await pause(500);
    await letGo();
    await erased;
    expect(await postgres.bytesOf(address, "waymark.entries")).not.toContain("Quibble");
    expect(await postgres.run(address, "select entry from waymark.remains")).toEqual([]);
  });

  it("is written and read on while somebody reads its table for long, whom erasing does not wait for", async () => {
    const address = await postgres.freshDatabase();
    const server = await serverOf(address, { kinds: erasableKinds });
    const other = await serverOf(address, { kinds: erasableKinds });
    const id = await given.project(server, { title: "Ada Quibble" });
    const letGo = await holding(address, "select count(*) from waymark.entries");
    await server.commit(act(), (draft) => { draft.erase(Somebody, id, ["Ada Quibble"]); });
    await given.project(other, { title: "House" });
    expect(other.head()).toBe(3);
    await letGo();
    await serverOf(address, { kinds: erasableKinds });
    expect(await postgres.bytesOf(address, "waymark.entries")).not.toContain("Quibble");
  });

  it("is refused in one line, without the password, where it does not let a server in", async () => {
    const address = (await postgres.freshDatabase()).replace(/:waymark@/, ":secret-word@");
    const refused = await PostgresJournal.open(address).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(JournalRefused);
    expect(String(refused)).toMatch(/^JournalRefused: LEDGER names the database \w+ at 127\.0\.0\.1:\d+, which cannot be used: password authentication failed/);
    expect(String(refused)).not.toContain("secret-word");
  });

  it("is served by a role that may only read and write rows, once the tables are there", async () => {
    const address = await postgres.freshDatabase();
    await (await PostgresJournal.open(address)).close();
    const server = await serverOf(await asRowsOnly(address));
    await given.project(server, { title: "House" });
    expect(await codesOf(server.commit(act(), (draft) => draft.create(Task, { title: "Roof", state: "OPEN", projectId: "pj_0000000000000000" })))).toHaveLength(1);
    expect(server.head()).toBe(1);
  });
});
