import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { groupKind } from "../../src/domain/partners/group/table.ts";
import { personKind } from "../../src/domain/partners/person/table.ts";
import { FileRefused } from "../../src/ledger/file.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { restoreCommand } from "../../src/command/restore.ts";
import { SettingsError } from "../../src/server/settings/config.ts";
import { SESSIONS } from "../../src/server/sign-in/sign-in-drawers.ts";
import { openLedger } from "../../src/serve/tracker.ts";
import { freshFolder, waymark } from "../support/program.ts";

const TOMORROW = new Date(Date.now() + 86_400_000);

async function made(ledger: Ledger, name: string): Promise<void> {
  await ledger.commit({ name: "test:make", actor: "test" }, (draft) => draft.create(groupKind, { audience: "PUBLIC", name, kind: "NETWORK", status: "ACTIVE" }));
}

/** A folder with a backup of a ledger in it, of two entries. */
async function backedUp(): Promise<{ readonly folder: string; readonly LEDGER: string; readonly backup: string; readonly personId: string }> {
  const folder = freshFolder();
  const [LEDGER, backup] = [join(folder, "data", "waymark.db"), join(folder, "monday.db")];
  const ledger = await openLedger(LEDGER);
  await made(ledger, "A network");
  const { value } = await ledger.commit({ name: "test:make", actor: "test" }, (draft) => draft.create(personKind, { audience: "PUBLIC", name: "Xanthe Quibble", visibility: "PUBLIC_ROLE" }));
  await ledger.drawers.keep(SESSIONS, "a browser's", { owner: null, value: "", until: TOMORROW });
  await ledger.drawers.keep("another drawer", "something", { owner: null, value: "", until: TOMORROW });
  await ledger.backUp(backup);
  await ledger.close();
  return { folder, LEDGER, backup, personId: value ?? "" };
}

async function refusal(from: string, to: string, setAside: string | null = null): Promise<unknown> {
  return restoreCommand({ from, setAside }, { ledger: to, journal: null }, () => {}).then(() => null, (error: unknown) => error);
}

describe("waymark restore", () => {
  it("puts a backup where there is nothing, proved to be sound, and prints what verify takes", async () => {
    const { folder, backup } = await backedUp();
    const LEDGER = join(folder, "elsewhere", "waymark.db");
    const { out, status } = waymark(["restore", backup], { LEDGER });
    expect(status).toBe(0);
    const [, number = "", hash = ""] = /^\S+: 2 entries, sound\. [^\n]*waymark verify (\d+) (\S+)\n/.exec(out) ?? [];
    expect(waymark(["verify", number, hash], { LEDGER }).out).toBe(`Sound: 2 entries, head ${hash}\nEntry 2 is the one that was printed.\n`);
    expect(waymark(["restore"], { LEDGER })).toMatchObject({ status: 1, complaint: expect.stringMatching(/^[^\n]*Say: waymark restore FILE \[--set-aside PATH\]\n$/) as unknown });
  });

  it("writes over nothing: what stood there is moved where it was told to be put, whole", async () => {
    const { folder, LEDGER, backup } = await backedUp();
    const ledger = await openLedger(LEDGER);
    await made(ledger, "Since then");
    await ledger.close();
    const refused = await refusal(backup, LEDGER);
    expect(refused).toBeInstanceOf(FileRefused);
    expect(String(refused)).toContain("--set-aside PATH");
    const setAside = join(folder, "broken", "waymark.db");
    expect(await refusal(backup, LEDGER, setAside)).toBeNull();
    const [before, after] = [await openLedger(setAside), await openLedger(LEDGER)];
    expect([before.head(), after.head()]).toEqual([3, 2]);
    expect([before.verify(), after.verify()]).toMatchObject([{ sound: true }, { sound: true }]);
    await Promise.all([before.close(), after.close()]);
    expect(String(await refusal(backup, LEDGER, setAside))).toContain(`There is something at ${setAside} already`);
  });

  it("moves a ledger that cannot be opened any more as it is, with its log", async () => {
    const { folder, LEDGER, backup } = await backedUp();
    writeFileSync(LEDGER, "no ledger at all");
    writeFileSync(`${LEDGER}-wal`, "its log");
    const setAside = join(folder, "broken.db");
    expect(await refusal(backup, LEDGER, setAside)).toBeNull();
    expect([readFileSync(setAside, "utf8"), readFileSync(`${setAside}-wal`, "utf8")]).toEqual(["no ledger at all", "its log"]);
  });

  it("does not take a ledger away from whoever serves from it, and changes nothing", async () => {
    const { folder, LEDGER, backup } = await backedUp();
    const ledger = await openLedger(LEDGER);
    const lease = ledger.lease();
    expect(String(await refusal(backup, LEDGER, join(folder, "aside.db")))).toContain(`Another process serves from ${LEDGER}. Stop it`);
    lease.release();
    await made(ledger, "It goes on");
    expect(ledger.verify()).toMatchObject({ sound: true, entries: 3 });
    await ledger.close();
    expect([existsSync(join(folder, "aside.db")), existsSync(`${LEDGER}.restoring`)]).toEqual([false, false]);
  });

  it("refuses a backup that is not sound, and leaves what stands", async () => {
    const { folder, LEDGER, backup } = await backedUp();
    const sqlite = new Sqlite(backup);
    sqlite.exec("update changes set record = replace(record, 'A network', 'B network')");
    sqlite.close();
    const setAside = join(folder, "aside.db");
    expect(String(await refusal(backup, LEDGER, setAside))).toMatch(/is not sound at entry 1: .* Take an older backup\./);
    expect([existsSync(LEDGER), existsSync(setAside), existsSync(`${LEDGER}.restoring`)]).toEqual([true, false, false]);
  });

  it("refuses what is no backup, and a database, in one line", async () => {
    const { folder, LEDGER } = await backedUp();
    const [text, other] = [join(folder, "notes.txt"), join(folder, "other.db")];
    writeFileSync(text, "Notes on the ledger, which are long enough to be read as the beginning of a database.".repeat(9));
    const sqlite = new Sqlite(other);
    sqlite.exec("create table other (id)");
    sqlite.close();
    for (const from of [text, other]) expect(String(await refusal(from, join(folder, "new.db")))).toMatch(/is not a ledger: it is a file of another kind/);
    expect(String(await refusal(join(folder, "nowhere.db"), LEDGER, join(folder, "aside.db")))).toContain("There is no file");
    await expect(restoreCommand({ from: text, setAside: null }, { ledger: LEDGER, journal: "postgres://127.0.0.1/tracker" }, () => {})).rejects.toThrow(SettingsError);
  });

  it("signs everybody out, and says who was erased since and is here again", async () => {
    const { folder, LEDGER, backup, personId } = await backedUp();
    const ledger = await openLedger(LEDGER);
    await ledger.commit({ name: "person:erase", actor: "test" }, (draft) => { draft.erase(personKind, personId, []); });
    await ledger.close();
    const said: string[] = [];
    const setAside = join(folder, "aside.db");
    await restoreCommand({ from: backup, setAside }, { ledger: LEDGER, journal: null }, (line) => { said.push(line); });
    expect(said.at(-1)).toBe(`What was erased since is here again. Erase it again: ${personId} (entry 3 of ${setAside}).`);
    const restored = await openLedger(LEDGER);
    expect(await restored.drawers.find(SESSIONS, "a browser's")).toBeNull();
    expect(await restored.drawers.find("another drawer", "something")).not.toBeNull();
    await restored.close();
  });
});
