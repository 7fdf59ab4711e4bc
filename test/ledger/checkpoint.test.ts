import Sqlite, { type Database } from "better-sqlite3";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { copyLog } from "../../src/ledger/checkpoint.ts";
import { LONG_LOG, logSize, openForWriting } from "../../src/ledger/file.ts";
import { TEMPORARY } from "../../src/ledger/setting.ts";

let folder: string;
let sqlite: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-log-"));
  sqlite = new Sqlite(join(folder, "ledger.db"), { timeout: 0 });
  sqlite.pragma("journal_mode = WAL");
  sqlite.exec("create table blobs (bytes)");
});

afterEach(() => {
  sqlite.close();
  rmSync(folder, { recursive: true });
});

/** Writes so many bytes, of which none is copied into the database. */
function written(bytes: number): void {
  sqlite.pragma("wal_autocheckpoint = 0");
  sqlite.exec("begin");
  for (let left = bytes; left > 0; left -= 1_000_000) sqlite.prepare("insert into blobs values (zeroblob(?))").run(Math.min(left, 1_000_000));
  sqlite.exec("commit");
}

const databaseSize = (): number => statSync(sqlite.name).size;

describe("A file that is written", () => {
  it("has what its savepoints would put back in memory", async () => {
    const ledger = await openForWriting(join(folder, "another.db"));
    onTestFinished(() => { ledger.close(); });
    expect(ledger.pragma("temp_store", { simple: true })).toBe(TEMPORARY.IN_MEMORY);
  });
});

describe("copyLog", () => {
  it.each([LONG_LOG, 2.5 * LONG_LOG])("copies a log of %d bytes into the database, and the next that is written begins it anew", async (bytes) => {
    written(bytes);
    const log = logSize(sqlite);
    await copyLog(sqlite, log);
    expect(databaseSize()).toBeGreaterThan(bytes);
    sqlite.exec("insert into blobs values (1)");
    expect(logSize(sqlite)).toBe(log);
  });

  it("lets others have their turn while it copies a very long one", async () => {
    written(2.5 * LONG_LOG);
    let turns = 0;
    const counting = setInterval(() => { turns += 1; }, 1);
    await copyLog(sqlite, logSize(sqlite));
    clearInterval(counting);
    expect(turns).toBeGreaterThan(0);
  });

  it("tells what stands in its way", async () => {
    written(2.5 * LONG_LOG);
    const size = logSize(sqlite);
    sqlite.close();
    rmSync(sqlite.name);
    await expect(copyLog(sqlite, size)).rejects.toMatchObject({ code: "SQLITE_CANTOPEN" });
  });
});
