import Sqlite from "better-sqlite3";
import { closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asFault } from "../../src/ledger/fault.ts";
import { FileRefused, openBeside } from "../../src/ledger/file.ts";
import { freshFile, openLedger, rowsAtHead } from "../support/ledger.ts";
import { kinds, Project } from "../support/world.ts";
import { act, entriesOf, given } from "./contract/store.ts";
import { UnknownShape } from "../../src/ledger/upgrade.ts";

const PAGE = 4_096;

/** A ledger's file of a good many pages, which nobody holds. */
async function filled(): Promise<string> {
  const file = freshFile();
  const ledger = await openLedger({ file });
  for (let number = 0; number < 40; number += 1) await given.project(ledger, { title: `Project ${number} `.repeat(60) });
  await ledger.close();
  const sqlite = new Sqlite(file);
  sqlite.pragma("journal_mode = DELETE");
  sqlite.close();
  return file;
}

/** Overwrites the page on which a table or an index begins, or lies the deepest. */
function breakPage(file: string, name: string): void {
  const sqlite = new Sqlite(file, { readonly: true });
  const root = sqlite.prepare<[string], { rootpage: number }>("select rootpage from sqlite_master where name = ?").get(name)?.rootpage ?? 0;
  sqlite.close();
  overwrite(file, (root - 1) * PAGE, Buffer.alloc(PAGE, 0xa5));
}

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, "r+");
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

/** What opening a file is refused with, in one line. */
async function refusalOf(file: string): Promise<string> {
  const refused: unknown = await openLedger({ file }).catch((error: unknown) => error);
  if (!(refused instanceof FileRefused || refused instanceof UnknownShape)) throw new Error("This file was opened, or something else went wrong.", { cause: refused });
  return refused.message;
}

describe("a file with a page that is damaged", () => {
  it("in what entries say is told by verify, with the first entry and what to do; what else there is is read", async () => {
    const file = await filled();
    breakPage(file, "changes");
    const ledger = await openLedger({ file });
    expect(ledger.verify()).toEqual({ sound: false, entry: 1, reason: "The file is damaged there or behind it, and cannot be read. Restore a backup: waymark restore BACKUP --set-aside PATH." });
    expect(rowsAtHead(ledger, "select count(*) as count from projects")).toEqual([{ count: 40 }]);
  });

  it("in an index is told by verify too, though every entry can be read", async () => {
    const file = await filled();
    const [index] = new Sqlite(file).prepare<[], { name: string }>("select name from sqlite_master where type = 'index' and tbl_name = 'erasures' and sql is not null").all();
    breakPage(file, index?.name ?? "");
    const ledger = await openLedger({ file });
    expect(ledger.verify()).toMatchObject({ sound: false, entry: 40, reason: expect.stringContaining("waymark restore BACKUP --set-aside PATH") as unknown });
  });

  it("in one letter of what somebody recorded is told with the entry that it is in", async () => {
    const file = await filled();
    const at = readFileSync(file).indexOf('"title":"Project 17 ');
    overwrite(file, at + '"title":"'.length, Buffer.from("B"));
    const ledger = await openLedger({ file });
    expect(ledger.verify()).toMatchObject({ sound: false, entry: 18 });
  });

  it("at its beginning, cut off, or of nothing but zeros, is refused in one line that says what to do", async () => {
    const breaks: readonly ((file: string) => void)[] = [
      (file) => { breakPage(file, "entries"); },
      (file) => { overwrite(file, 100, Buffer.alloc(400, 0xff)); },
      (file) => { writeFileSync(file, readFileSync(file).subarray(0, PAGE * 2 + 100)); },
      (file) => { overwrite(file, 0, Buffer.alloc(100)); },
    ];
    for (const broken of breaks) {
      const file = await filled();
      broken(file);
      expect(await refusalOf(file)).toMatch(/^The ledger \S+ (cannot be opened: it is damaged\. .*waymark restore BACKUP --set-aside PATH|is not a ledger: it is a file of another kind)[^\n]*$/);
    }
  });

  it("is told to whoever meets it while it is served, as what it is", async () => {
    const file = await filled();
    breakPage(file, "projects");
    const ledger = await openLedger({ file });
    const id = entriesOf(ledger)[0]?.changes[0]?.id ?? "";
    const error: unknown = await ledger.commit(act(), (draft) => draft.read(Project, id)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "LedgerFault", code: "STORAGE_DAMAGED", message: expect.stringContaining("Tell whoever runs this server") as unknown });
  });
});

describe("a file that cannot be written", () => {
  it("refuses what is written, and reading goes on", async () => {
    const ledger = await openLedger();
    await given.project(ledger);
    const error: unknown = await ledger.commit(act(), ({ graph: { sqlite } }) => { sqlite.pragma("query_only = ON"); sqlite.exec("delete from projects"); }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "LedgerFault", code: "STORAGE_READ_ONLY" });
    expect(rowsAtHead(ledger, "select count(*) as count from projects")).toEqual([{ count: 1 }]);
    expect(asFault(new Sqlite.SqliteError("attempt to write a readonly database", "SQLITE_READONLY_DBMOVED"))).toMatchObject({ code: "STORAGE_READ_ONLY" });
  });
});

describe("a file from a newer version", () => {
  it("whose tables this one does not know is refused before anything in it is touched", async () => {
    const file = await filled();
    const newer = new Sqlite(file);
    newer.exec("insert into __drizzle_migrations (hash, created_at) values ('next', 4102444800000); create table attachments (id text)");
    newer.close();
    const before = statSync(file).mtimeMs;
    expect(await refusalOf(file)).toContain("made by a newer version of Waymark than this one. Nothing was changed. Start that version, or restore a backup from before it.");
    expect(statSync(file).mtimeMs).toBe(before);
  });

  it("that holds a shape this one does not know is refused with what to do, and its graph is left", async () => {
    const file = freshFile();
    const ledger = await openLedger({ file, kinds: kinds.map((kind) => (kind === Project ? { ...Project, shape: 2, upgrades: { ...Project.upgrades, 1: (change) => [{ ...change, shape: 2 }] } } : kind)) });
    await ledger.commit(act(), (draft) => draft.create({ ...Project, shape: 2 }, { title: "House" }));
    await ledger.close();
    expect(await refusalOf(file)).toContain("in shape 2, which this version of Waymark does not know. Start a newer version.");
    const graph = new Sqlite(file, { readonly: true });
    expect(graph.prepare("select title from projects").all()).toEqual([{ title: "House" }]);
    graph.close();
  });
});

describe("what is acknowledged", () => {
  it("is waited for until it is on the disk, by whoever writes entries and whoever keeps what is beside them", async () => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    let synchronous: unknown;
    await ledger.commit(act(), ({ graph: { sqlite } }) => { synchronous = sqlite.pragma("synchronous", { simple: true }); });
    const beside = openBeside(file);
    // 2 is FULL: SQLite waits for the disk at each COMMIT, and not only now and then.
    expect([synchronous, beside.pragma("synchronous", { simple: true }), beside.pragma("journal_mode", { simple: true })]).toEqual([2, 2, "wal"]);
    beside.close();
  });
});
