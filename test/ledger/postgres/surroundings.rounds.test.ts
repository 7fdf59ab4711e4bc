import { Client } from "pg";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import type { RecordKind } from "../../../src/ledger/concept.ts";
import { JournalRefused } from "../../../src/ledger/journal.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { PostgresJournal } from "../../../src/ledger/postgres/postgres-journal.ts";
import { UnknownShape } from "../../../src/ledger/upgrade.ts";
import { authority } from "../../support/certificates.ts";
import { erasableKinds, Somebody } from "../../support/erasable.ts";
import { headDigest, openLedger, rowsAtHead, type Opening } from "../../support/ledger.ts";
import { throughPooler } from "../../support/pooler.ts";
import { usePostgres } from "../../support/postgres.ts";
import { Project, Task } from "../../support/world.ts";
import { act, given, until } from "../contract/store.ts";

/** A ledger in PostgreSQL as organisations run it: behind a pooler, over TLS, for a role with few rights and little patience, beside a newer version. */

const postgres = usePostgres();

async function serverOf(address: string, more: Opening = {}): Promise<Ledger> {
  return openLedger({ kinds: erasableKinds, ...more, journal: await PostgresJournal.open(address) });
}

/** Adds to one number through several servers at once, so often each, and expects that each addition counts once. */
async function addTogether(servers: readonly Ledger[], times: number): Promise<void> {
  const [first] = servers;
  if (first === undefined) throw new Error("There is no server.");
  const id = await given.task(first, { points: 0 });
  await until(() => servers.every((server) => server.head() === first.head()));
  await Promise.all(servers.map(async (server) => {
    for (let time = 0; time < times; time += 1) await server.commit(act(), (draft) => { draft.change(Task, id, { points: Number(draft.read(Task, id)?.["points"]) + 1 }); });
  }));
  const last = Math.max(...servers.map((server) => server.head()));
  await until(() => servers.every((server) => server.head() === last));
  for (const server of servers) expect(rowsAtHead(server, `select points from tasks where id = '${id}'`)).toEqual([{ points: servers.length * times }]);
  expect(new Set(servers.map(headDigest)).size).toBe(1);
  for (const server of servers) expect(server.verify()).toMatchObject({ sound: true, entries: last });
}

/** A role that may read and write rows in tables that somebody else has made, and has this set. */
async function roleFor(address: string, settings: Readonly<Record<string, string>>): Promise<string> {
  await (await PostgresJournal.open(address)).close();
  for (const text of [
    "do $$ begin if not exists (select from pg_roles where rolname = 'rows_only') then create role rows_only login password 'rows'; end if; end $$",
    "grant usage on schema waymark to rows_only", "grant select on waymark.migrations to rows_only",
    "grant select, insert, update, delete on waymark.entries, waymark.remains, waymark.repeats, waymark.aside to rows_only",
    "alter role rows_only reset all", ...Object.entries(settings).map(([name, value]) => `alter role rows_only set ${name} = '${value}'`),
  ]) await postgres.run(address, text);
  return address.replace("waymark:waymark@", "rows_only:rows@");
}

describe("a ledger in PostgreSQL", () => {
  it("is shared through a pooler that hands connections out transaction by transaction", async () => {
    const address = await postgres.freshDatabase();
    const pooled = await throughPooler(address);
    // The first of them makes the tables through it.
    const servers = [await serverOf(pooled), await serverOf(pooled), await serverOf(pooled)];
    await addTogether(servers, 15);
    const [one, other] = servers;
    if (one === undefined || other === undefined) throw new Error("There are three servers.");
    const id = await given.project(one, { title: "Ada Quibble" });
    await one.commit(act(), (draft) => { draft.erase(Somebody, id, ["Ada Quibble"]); });
    expect(await postgres.bytesOf(address, "waymark.entries")).not.toContain("Quibble");
    const until2100 = new Date("2100-01-01T00:00:00.000Z");
    await one.drawers.keep("sessions", "s1", { owner: "ann", value: "open", until: until2100 });
    expect(await other.drawers.take("sessions", "s1")).toEqual({ owner: "ann", value: "open", until: until2100 });
    // What the pooler loses of its own connections is not the servers' affair.
    await postgres.run(address, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'waymark'");
    await until(() => servers.every((server) => server.apartSince() === null));
    await addTogether(servers, 3);
  });

  it("is reached over TLS by whoever knows who vouches for it, and refused in a line where somebody else does", async () => {
    const address = await postgres.freshDatabase();
    const [ours, another] = [authority("Ours"), authority("Another")];
    const { key, certificate } = ours.vouch("IP:127.0.0.1", await postgres.user());
    const set = async (name: string, value: string): Promise<unknown> => postgres.run(address, `alter system set ${name} = '${value}'`);
    await set("ssl_cert_file", certificate);
    await set("ssl_key_file", key);
    await set("ssl", "on");
    await postgres.run(address, "select pg_reload_conf()");
    onTestFinished(async () => {
      await set("ssl", "off");
      await postgres.run(address, "select pg_reload_conf()");
    });
    const over = (root: string): string => `${address}?sslmode=verify-full&sslrootcert=${root}`;
    // It takes a moment until new connections are met with what was set.
    await untilIs(async () => (await postgres.run(address, "show ssl"))[0]?.["ssl"], "on");
    const server = await serverOf(over(ours.certificate));
    await given.project(server, { title: "House" });
    const connections = await postgres.run(address, "select distinct ssl from pg_stat_ssl join pg_stat_activity using (pid) where application_name = 'waymark'");
    expect(connections).toEqual([{ ssl: true }]);
    for (const wrong of [over(another.certificate), over(ours.certificate).replace("127.0.0.1", "localhost")]) {
      const refused: unknown = await PostgresJournal.open(wrong).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(JournalRefused);
      expect(String(refused)).toMatch(/^JournalRefused: LEDGER names the database \w+ at [\w.]+:\d+, which cannot be used: [^\n]*(certificate|altnames)[^\n]*$/);
    }
  });

  it("is served by a role that may only read and write rows, and whose statements, transactions and sessions are cut short", async () => {
    const address = await postgres.freshDatabase();
    const limited = await roleFor(address, { statement_timeout: "700ms", idle_in_transaction_session_timeout: "500ms", idle_session_timeout: "400ms", lock_timeout: "500ms" });
    const servers = [await serverOf(limited), await serverOf(limited)];
    await addTogether(servers, 8);
    // Longer than a session of the role may say nothing: each that is cut off is made anew.
    await pause(1_500);
    await addTogether(servers, 2);
    // Somebody holds the line for good: it is waited for in vain, and written all the same.
    const holder = new Client({ connectionString: address });
    await holder.connect();
    onTestFinished(async () => holder.end());
    await holder.query("select pg_advisory_lock($1)", [0x57_61_79_6d]);
    await addTogether(servers, 3);
    expect(servers.map((server) => server.behind())).toEqual([null, null]);
  });

  it("whose tables a newer version has made serves an older one beside it, even where its role makes none", async () => {
    const address = await postgres.freshDatabase();
    const limited = await roleFor(address, {});
    const before = await serverOf(limited);
    await given.project(before, { title: "House" });
    await postgres.run(address, "alter table waymark.entries add column added_later text");
    await postgres.run(address, "create table waymark.made_later (number bigint primary key)");
    await postgres.run(address, "insert into waymark.migrations (hash, created_at) values ('a newer one', 9999999999999)");
    const after = await serverOf(limited);
    await addTogether([before, after], 5);
    expect([before.behind(), after.behind()]).toEqual([null, null]);
  });

  it("in which a newer version writes what an older one does not know is followed no further by that one, which says why and goes on once it is new", async () => {
    const address = await postgres.freshDatabase();
    const why: unknown[] = [];
    const older = await serverOf(address, { kinds: [Project, Task], stopped: (error) => { why.push(error); } });
    await given.project(older, { title: "House" });
    const ProjectNext: RecordKind = { ...Project, shape: 2, upgrades: { 1: (change) => [{ ...change, shape: 2 }] } };
    // Readers first: a newer version that writes nothing yet leaves the older one as it is.
    const newer = await serverOf(address, { kinds: [ProjectNext, Task] });
    await addTogether([older], 1);
    expect(older.behind()).toBeNull();
    await newer.commit(act(), (draft) => draft.create(ProjectNext, { title: "Hut" }));
    await until(() => older.behind() !== null);
    expect(older.behind()).toBeInstanceOf(UnknownShape);
    expect([why, older.apartSince()]).toEqual([[older.behind()], expect.any(Date)]);
    expect(rowsAtHead(older, "select title from projects where title = 'Hut'")).toEqual([]);
    await expect(given.project(older)).rejects.toThrow(UnknownShape);
    const renewed = await serverOf(address, { kinds: [ProjectNext, Task] });
    expect(headDigest(renewed)).toBe(headDigest(newer));
  });
});

async function untilIs(look: () => Promise<unknown>, wanted: unknown): Promise<void> {
  for (const giveUp = Date.now() + 10_000; (await look()) !== wanted; await pause(50)) {
    if (Date.now() > giveUp) throw new Error(`This did not become ${String(wanted)}.`);
  }
}
