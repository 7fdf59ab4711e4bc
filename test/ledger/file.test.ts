import Sqlite from "better-sqlite3";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { APPLICATION, FileRefused, openForWriting } from "../../src/ledger/file.ts";
import { freshFile, openLedger, rowsAtHead } from "../support/ledger.ts";
import { Project } from "../support/world.ts";
import { act, given } from "./contract/store.ts";

async function refusalOf(file: string): Promise<string> {
  const error = await openLedger({ file }).catch((thrown: unknown) => thrown);
  if (!(error instanceof FileRefused)) throw new Error(`The file was not refused: ${String(error)}`);
  return error.message;
}

/** Each refusal is one line, names the file, and says what to do. */
describe("a file", () => {
  it("is made where there is none, with the folders on the way to it", async () => {
    const ledger = await openLedger({ file: join(freshFile("some"), "where", "ledger.db") });
    expect(ledger.head()).toBe(0);
  });

  it("that is empty is taken for a new ledger", async () => {
    const file = freshFile();
    writeFileSync(file, "");
    const ledger = await openLedger({ file });
    await given.project(ledger);
    expect(ledger.head()).toBe(1);
  });

  it("that is text is refused", async () => {
    const file = freshFile("notes.txt");
    writeFileSync(file, "Notes of the meeting in March\n".repeat(100));
    expect(await refusalOf(file)).toBe(`The ledger ${file} is not a ledger: it is a file of another kind. Choose another path in LEDGER.`);
  });

  it("that is another program's database is refused and left as it is", async () => {
    const file = freshFile("other.db");
    const other = new Sqlite(file);
    other.exec("create table accounts (name text); insert into accounts values ('ann')");
    other.close();
    const before = readFileSync(file);
    expect(await refusalOf(file)).toBe(`The ledger ${file} is not a ledger: it is a file of another kind. Choose another path in LEDGER.`);
    expect(readFileSync(file)).toEqual(before);
  });

  it("that is a folder is refused", async () => {
    const file = freshFile("folder");
    mkdirSync(file);
    expect(await refusalOf(file)).toBe(`The ledger ${file} is a folder. Name a file in it, in LEDGER.`);
  });

  it.for(["ledger.db", "deeper/ledger.db"])("below a file is refused: %s", async (below) => {
    const notes = freshFile("notes.txt");
    writeFileSync(notes, "Notes");
    const file = join(notes, below);
    expect(await refusalOf(file)).toBe(`The ledger ${file} cannot be made: what should be its folder is a file. Choose another path in LEDGER.`);
  });

  it("that nobody may make is refused", async () => {
    expect(await refusalOf("/proc/waymark.db")).toContain("cannot be written");
  });

  it("that an older Waymark made gets the tables that were added since, and keeps what it has", async () => {
    const file = freshFile();
    const older = await openLedger({ file });
    await older.commit(act({ key: "k1" }), (draft) => draft.create(Project, { title: "House" }));
    await older.close();
    const sqlite = new Sqlite(file);
    sqlite.exec("drop table repeats; drop table aside; delete from __drizzle_migrations where created_at > (select min(created_at) from __drizzle_migrations)");
    sqlite.close();
    const ledger = await openLedger({ file });
    expect(await ledger.commit(act({ key: "k1", input: "a house" }), (draft) => draft.create(Project, { title: "House" }))).toMatchObject({ entry: 1, repeated: true });
    expect(await ledger.commit(act({ key: "k2", input: "a hut" }), (draft) => draft.create(Project, { title: "Hut" }))).toMatchObject({ entry: 2 });
    expect(ledger.verify()).toMatchObject({ sound: true, entries: 2 });
  });

  it("overwrites what is deleted in it", async () => {
    const file = freshFile();
    const sqlite = await openForWriting(file);
    const isThere = (): boolean => {
      sqlite.pragma("wal_checkpoint(TRUNCATE)");
      return readFileSync(file).includes("Quibble");
    };
    sqlite.exec("create table people (name text); insert into people values ('Quibble')");
    expect(isThere()).toBe(true);
    sqlite.exec("delete from people");
    expect(isThere()).toBe(false);
    sqlite.close();
  });

  it("is opened by several processes at the same time, and made once", async () => {
    const file = freshFile();
    const ledgers = await Promise.all(Array.from({ length: 6 }, () => openLedger({ file })));
    await Promise.all(ledgers.map((ledger, index) => given.project(ledger, { title: `Project ${index}` })));
    for (const ledger of ledgers) expect(rowsAtHead(ledger, "select count(*) as count from projects")).toEqual([{ count: 6 }]);
  });

  it("that somebody is just making is waited for", async () => {
    const file = freshFile();
    const maker = new Sqlite(file);
    maker.pragma("journal_mode = WAL");
    maker.exec("BEGIN IMMEDIATE");
    maker.pragma(`application_id = ${APPLICATION}`);
    const opening = openLedger({ file });
    await new Promise((resolve) => setTimeout(resolve, 50));
    maker.exec("COMMIT; BEGIN IMMEDIATE");
    await new Promise((resolve) => setTimeout(resolve, 50));
    maker.exec("COMMIT");
    maker.close();
    const ledger = await opening;
    expect(ledger.head()).toBe(0);
  });

  it("that somebody holds for a moment is waited for, while the event loop goes on", async () => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    const holder = new Sqlite(file);
    holder.exec("BEGIN IMMEDIATE");
    const writing = given.project(ledger);
    for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(rowsAtHead(ledger, "select id from projects")).toEqual([]);
    holder.exec("COMMIT");
    holder.close();
    await writing;
    expect(ledger.head()).toBe(1);
  });
});
