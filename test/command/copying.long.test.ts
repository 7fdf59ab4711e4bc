import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { groupKind } from "../../src/domain/partners/group/table.ts";
import { copyCommand } from "../../src/command/copy.ts";
import { FileRefused } from "../../src/ledger/file.ts";
import { JournalRefused } from "../../src/ledger/journal.ts";
import { SettingsError } from "../../src/server/settings/config.ts";
import { openLedger } from "../../src/serve/tracker.ts";
import { freshFolder, waymark } from "../support/program.ts";
import { usePostgres } from "../support/postgres.ts";

const postgres = usePostgres();
const DATABASE = "postgres://waymark:secret-word@127.0.0.1:1/tracker";

describe("waymark copy", () => {
  it("moves a ledger into a database, proves that it is the same, and says what to set and to check without repeating a password", async () => {
    const folder = freshFolder();
    const [file, address, LEDGER_COPY] = [join(folder, "waymark.db"), await postgres.freshDatabase(), join(folder, "copy.db")];
    const ledger = await openLedger(file);
    await ledger.commit({ name: "test:make", actor: "test" }, (draft) => draft.create(groupKind, { audience: "PUBLIC", name: "A network", kind: "NETWORK", status: "ACTIVE" }));
    await ledger.close();
    const { out, status } = waymark(["copy", file, address], {});
    expect(status).toBe(0);
    const [, spot = "", entries = "", copied = "", number = "", hash = ""] = /^(\S+): (\d+) entries, (\d+) of them copied now\. [^\n]*waymark verify (\d+) (\S+)\n$/.exec(out) ?? [];
    expect([spot, copied, number]).toEqual([address.replace(/\/\/.*@/, "//"), entries, entries]);
    expect(waymark(["verify", number, hash], { LEDGER: address, LEDGER_COPY }).out).toBe(`Sound: ${entries} entries, head ${hash}\nEntry ${entries} is the one that was printed.\n`);
  });

  it.each([
    ["/nowhere/waymark.db", "/nowhere/./waymark.db", "FROM and TO are the same place"],
    ["/nowhere/waymark.db", DATABASE, "There is no file /nowhere/waymark.db"],
    [DATABASE, "/nowhere/waymark.db", "FROM names the database tracker at 127.0.0.1:1, which cannot be used"],
    ["postgres://127.0.0.1", "/nowhere/waymark.db", "FROM is not the address of a database"],
  ])("says in one line, without a password, that it does not copy %s to %s", async (from, to, line) => {
    const refused: unknown = await copyCommand(from, to, { kinds: [], ddl: [] }, () => {}).catch((error: unknown) => error);
    expect([SettingsError, FileRefused, JournalRefused].some((kind) => refused instanceof kind)).toBe(true);
    expect(String(refused)).toContain(line);
    expect(String(refused)).not.toMatch(/secret-word|\n/);
  });

  it("is told how it is asked for", () => {
    expect(waymark(["copy", "waymark.db"], {})).toMatchObject({ status: 1, complaint: expect.stringMatching(/^[^\n]*Say: waymark copy FROM TO[^\n]*\n$/) as unknown });
  });
});
