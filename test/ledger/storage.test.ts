import Sqlite from "better-sqlite3";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { graphStampOf } from "../../src/ledger/ddl.ts";
import { asFault, LedgerFault } from "../../src/ledger/fault.ts";
import type { LedgerEnd } from "../../src/ledger/journal.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { Snapshots } from "../../src/ledger/snapshot.ts";
import type { WrittenEntry } from "../../src/ledger/written.ts";
import { FileJournal } from "../support/file-journal.ts";
import { freshFile, openLedger, rowsAtHead, tamper, worldDdl } from "../support/ledger.ts";
import { kinds, Project } from "../support/world.ts";
import { act, given, until } from "./contract/store.ts";

async function faultOf(acting: Promise<unknown>): Promise<LedgerFault> {
  const error = await acting.catch((thrown: unknown) => thrown);
  if (!(error instanceof LedgerFault)) throw new Error(`This was no fault of storage: ${String(error)}`);
  return error;
}

/** Lets the file grow to so many pages and no more, which SQLite answers exactly as a full disk. */
async function allowPages(ledger: Ledger, pages: number): Promise<void> {
  await ledger.commit(act(), (draft) => {
    draft.graph.sqlite.pragma(`max_page_count = ${pages}`);
  });
}

/** Has the next COMMIT fail as a disk does that answers no more: before it is done, or after. */
async function breakCommit(ledger: Ledger, code: string, when: "BEFORE" | "AFTER"): Promise<void> {
  await ledger.commit(act(), ({ graph: { sqlite } }) => {
    const exec = sqlite.exec.bind(sqlite);
    sqlite.exec = (text) => {
      if (text !== "COMMIT") return exec(text);
      sqlite.exec = exec;
      if (when === "AFTER") exec(text);
      throw new Sqlite.SqliteError("disk I/O error", code);
    };
  });
}

const big = { title: "long ".repeat(50_000) };
const titles = (ledger: Ledger): unknown[] => rowsAtHead(ledger, "select title from projects order by title").map(({ title }) => title);

describe("a full disk", () => {
  it("refuses what is written, reading goes on, and writing goes on when there is room", async () => {
    const ledger = await openLedger();
    await given.project(ledger, { title: "Before" });
    await allowPages(ledger, 1);
    const fault = await faultOf(given.project(ledger, big));
    expect(fault).toMatchObject({ code: "STORAGE_FULL", key: null, message: "The disk is full. Nothing was lost or written; reading goes on. Make room and try again." });
    expect(fault.cause).toMatchObject({ code: "SQLITE_FULL" });
    expect([ledger.head(), titles(ledger)]).toEqual([1, ["Before"]]);
    expect(ledger.verify()).toMatchObject({ sound: true, entries: 1 });
    await allowPages(ledger, 1_000_000);
    await given.project(ledger, big);
    expect(ledger.head()).toBe(2);
    expect(ledger.verify()).toMatchObject({ sound: true, entries: 2 });
  });

  it("leaves a key as it was: the act is done when it is sent again", async () => {
    const ledger = await openLedger();
    const send = (): ReturnType<typeof ledger.commit<string>> => ledger.commit(act({ key: "k1", input: "a house" }), (draft) => draft.create(Project, big));
    await allowPages(ledger, 1);
    expect((await faultOf(send())).code).toBe("STORAGE_FULL");
    await allowPages(ledger, 1_000_000);
    expect(await send()).toMatchObject({ entry: 1, repeated: false });
    expect(await send()).toMatchObject({ entry: 1, repeated: true });
  });

  it("takes nobody along that still has room, or everybody: never somebody who was answered", async () => {
    const ledger = await openLedger();
    await allowPages(ledger, 1);
    const settled = await Promise.allSettled([given.project(ledger, { title: "a" }), given.project(ledger, big), given.project(ledger, { title: "b" })]);
    const answered = ["a", "big", "b"].filter((_, index) => settled[index]?.status === "fulfilled");
    expect(answered).not.toContain("big");
    expect(titles(ledger)).toEqual(answered);
    expect(ledger.verify()).toMatchObject({ sound: true, entries: answered.length });
  });

  it("that has no room for the index of the log is as full", () => {
    expect(asFault(new Sqlite.SqliteError("disk I/O error", "SQLITE_IOERR_SHMSIZE"))).toMatchObject({ code: "STORAGE_FULL" });
  });

  it("stops a copy's following for as long as it is full", async () => {
    const shared = freshFile("journal.db");
    const journals = [new FileJournal(shared), new FileJournal(shared)] as const;
    const [one, other] = [await openLedger({ journal: journals[0] }), await openLedger({ journal: journals[1] })];
    await allowPages(other, 1);
    await given.project(one, big);
    await until(() => other.behind() !== null);
    expect(other.behind()).toMatchObject({ code: "STORAGE_FULL" });
    await allowPages(other, 1_000_000);
    await until(() => other.behind() === null);
    expect(other.head()).toBe(1);
  });

  it("leaves the graph as it is where it was to be built anew", async () => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    await given.project(ledger, big);
    // A graph that lost a row, in a file without the room that the row had.
    tamper(file, "delete from projects");
    const other = new Sqlite(file);
    other.exec("vacuum");
    other.close();
    await allowPages(ledger, 1);
    expect((await faultOf(ledger.rebuild())).code).toBe("STORAGE_FULL");
    expect(titles(ledger)).toEqual([]);
    await allowPages(ledger, 1_000_000);
    await ledger.rebuild();
    expect(ledger.verify()).toMatchObject({ sound: true, entries: 1 });
  });
});

describe("a COMMIT that is refused", () => {
  it.for([
    { code: "SQLITE_FULL", answer: "STORAGE_FULL" },
    { code: "SQLITE_BUSY_SNAPSHOT", answer: "LEDGER_BUSY" },
  ])("with $code has written nothing, and nobody is in doubt", async ({ code, answer }) => {
    const ledger = await openLedger();
    await breakCommit(ledger, code, "BEFORE");
    expect((await faultOf(given.project(ledger))).code).toBe(answer);
    await given.project(ledger);
    expect(ledger.head()).toBe(1);
  });

  it("by a reference that leads nowhere is a mistake of ours, and has written nothing", async () => {
    const ledger = await openLedger();
    const acting = ledger.commit(act(), (draft) => {
      draft.create(Project, { title: "House" });
      draft.graph.sqlite.exec("pragma defer_foreign_keys = on; insert into tasks (id, version, title, state, projectId, due, labels, gaps) values ('tk_0', 1, 'a', 'OPEN', 'nobody', '{}', '[]', '{}')");
    });
    await expect(acting).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_FOREIGNKEY" });
    await given.project(ledger);
    expect(ledger.verify()).toMatchObject({ sound: true, entries: 1 });
  });
});

describe("a file that somebody holds for too long", () => {
  it("is LEDGER_BUSY to whoever writes or builds the graph anew, and free again afterwards", async () => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    await given.project(ledger);
    const holder = new Sqlite(file);
    holder.exec("BEGIN IMMEDIATE");
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => { vi.useRealTimers(); });
    const faults = [given.project(ledger), ledger.rebuild()].map(faultOf);
    for (let turn = 0; turn < faults.length; turn += 1) {
      await pause(50);
      // Nobody has to sit through the half minute that somebody is waited for.
      vi.setSystemTime(Date.now() + 31_000);
    }
    expect(await Promise.all(faults)).toMatchObject([{ code: "LEDGER_BUSY", cause: { code: "SQLITE_BUSY" } }, { code: "LEDGER_BUSY" }]);
    expect(rowsAtHead(ledger, "select count(*) as count from projects")).toEqual([{ count: 1 }]);
    holder.exec("COMMIT");
    holder.close();
    await given.project(ledger);
    expect(ledger.head()).toBe(2);
  });

  it("is refused to whoever opens it", async () => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    await ledger.close();
    const holder = new Sqlite(file);
    holder.pragma("locking_mode = EXCLUSIVE");
    holder.exec("BEGIN IMMEDIATE; COMMIT");
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => { vi.useRealTimers(); });
    const opening = openLedger({ file }).catch((thrown: unknown) => thrown);
    await pause(50);
    vi.setSystemTime(Date.now() + 31_000);
    expect(await opening).toMatchObject({ name: "FileRefused", message: `The ledger ${file} cannot be opened: another program holds it. Stop that one, and start again.`, cause: { code: "LEDGER_BUSY" } });
    holder.close();
  });

  it("is refused to a version that has to build its own graph in it", async () => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    const holder = new Sqlite(file);
    holder.exec("BEGIN IMMEDIATE");
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => { vi.useRealTimers(); });
    const opening = openLedger({ file, ddl: [...worldDdl, "CREATE INDEX `tasks_by_title` ON `tasks` (`title`);"] }).catch((thrown: unknown) => thrown);
    await pause(50);
    vi.setSystemTime(Date.now() + 31_000);
    expect(await opening).toMatchObject({ name: "FileRefused", cause: { code: "LEDGER_BUSY" } });
    holder.exec("COMMIT");
    holder.close();
    expect(ledger.head()).toBe(0);
  });

  it("is LEDGER_BUSY to whoever reads", async () => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    await ledger.close();
    const holder = new Sqlite(file);
    // Only without its log can the file be held so that nobody reads it.
    holder.pragma("journal_mode = DELETE");
    const snapshots = new Snapshots(file, graphStampOf(worldDdl, kinds), () => new Date());
    const reads: readonly (() => unknown)[] = [() => snapshots.lease(), () => snapshots.number(), () => snapshots.apart(() => null)];
    holder.exec("BEGIN EXCLUSIVE");
    for (const read of reads) expect(await faultOf(Promise.resolve().then(read))).toMatchObject({ code: "LEDGER_BUSY" });
    holder.exec("COMMIT");
    snapshots.lease().release();
    snapshots.close();
    holder.close();
  });
});

describe("an act of which it is not known whether it is durable", () => {
  it.for([
    { when: "BEFORE" as const, repeated: false },
    { when: "AFTER" as const, repeated: true },
  ])("is OUTCOME_UNKNOWN, with the key under which it is done once: the disk failed $when COMMIT was done", async ({ when, repeated }) => {
    const ledger = await openLedger();
    const send = (): ReturnType<typeof ledger.commit<string>> => ledger.commit(act({ key: "k1", input: "a house" }), (draft) => draft.create(Project, { title: "House" }));
    await breakCommit(ledger, "SQLITE_IOERR_FSYNC", when);
    expect(await faultOf(send())).toMatchObject({ code: "OUTCOME_UNKNOWN", key: "k1", cause: { code: "SQLITE_IOERR_FSYNC" } });
    expect(await send()).toMatchObject({ entry: 1, repeated });
    expect(titles(ledger)).toEqual(["House"]);
    expect(ledger.verify()).toMatchObject({ sound: true, entries: 1 });
  });

  it("without a key is one to look for", async () => {
    const ledger = await openLedger();
    await breakCommit(ledger, "SQLITE_IOERR_WRITE", "AFTER");
    const fault = await faultOf(given.project(ledger));
    expect(fault).toMatchObject({ code: "OUTCOME_UNKNOWN", key: null });
    expect(fault.message).toContain("Look whether it is there");
  });

  it("is none that was only tried: the error is what it is", async () => {
    const ledger = await openLedger();
    await breakCommit(ledger, "SQLITE_IOERR_FSYNC", "BEFORE");
    const [done, tried] = await Promise.allSettled([false, true].map((dryRun) => ledger.commit(act({ dryRun }), (draft) => draft.create(Project, { title: "House" }))));
    expect(done).toMatchObject({ reason: { code: "OUTCOME_UNKNOWN" } });
    expect(tried).toMatchObject({ reason: { code: "SQLITE_IOERR_FSYNC" } });
  });
});

describe("a disk that fails before COMMIT", () => {
  it.for(["embedded", "over a journal"])("has written nothing of any act, and nobody is in doubt: %s", async (kind) => {
    const { ledger } = kind === "embedded" ? { ledger: await openLedger() } : await openedOverJournal();
    const acts = [given.project(ledger), ledger.commit(act({ key: "k1" }), ({ graph: { sqlite } }) => {
      // SQLite ends the transaction itself where it cannot go on.
      sqlite.exec("ROLLBACK");
      throw new Sqlite.SqliteError("disk I/O error", "SQLITE_IOERR_READ");
    })];
    expect(await Promise.allSettled(acts)).toMatchObject([{ reason: { code: "SQLITE_IOERR_READ" } }, { reason: { code: "SQLITE_IOERR_READ" } }]);
    await given.project(ledger);
    expect(ledger.verify()).toMatchObject({ sound: true, entries: 1 });
  });
});

/** A journal after whose next answer something breaks. It takes what it is given, unless it says that somebody was faster. */
class BreakingJournal extends FileJournal {
  answer: "OVERTAKEN" | "UNKNOWN" | "BREAKS" | null = null;
  isGone = false;

  override async append(end: LedgerEnd, entries: readonly WrittenEntry[]): Promise<"APPENDED" | "OVERTAKEN" | "UNKNOWN"> {
    const { answer } = this;
    this.answer = null;
    this.isGone = answer !== null;
    if (answer === "OVERTAKEN") return answer;
    const appended = await super.append(end, entries);
    if (answer === "BREAKS") throw new Error("The connection is gone.");
    return answer ?? appended;
  }

  override after(end: LedgerEnd, most: number): Promise<readonly WrittenEntry[] | "FORKED"> {
    return this.isGone ? Promise.reject(new Error("The connection is gone.")) : super.after(end, most);
  }
}

async function openedOverJournal(): Promise<{ readonly journal: BreakingJournal; readonly ledger: Ledger }> {
  const journal = new BreakingJournal(freshFile("journal.db"));
  return { journal, ledger: await openLedger({ journal }) };
}

function send(ledger: Ledger): Promise<unknown> {
  return ledger.commit(act({ key: "k1" }), (draft) => draft.create(Project, { title: "House" }));
}

describe("an act that the journal was given", () => {
  it("is OUTCOME_UNKNOWN where this copy then has no room for it, and a repeat once it has", async () => {
    const { ledger } = await openedOverJournal();
    await breakCommit(ledger, "SQLITE_FULL", "BEFORE");
    expect(await faultOf(send(ledger))).toMatchObject({ code: "OUTCOME_UNKNOWN", key: "k1", cause: { code: "SQLITE_FULL" } });
    expect(await send(ledger)).toMatchObject({ entry: 1, repeated: true });
    expect(titles(ledger)).toEqual(["House"]);
  });

  it.for(["UNKNOWN", "BREAKS"] as const)("is OUTCOME_UNKNOWN where nobody can be asked what became of it: %s", async (answer) => {
    const { ledger, journal } = await openedOverJournal();
    journal.answer = answer;
    expect(await faultOf(send(ledger))).toMatchObject({ code: "OUTCOME_UNKNOWN", key: "k1", cause: { message: "The connection is gone." } });
    journal.isGone = false;
    expect(await send(ledger)).toMatchObject({ entry: 1, repeated: true });
  });

  it("is in no doubt where it was not taken", async () => {
    const { ledger, journal } = await openedOverJournal();
    journal.answer = "OVERTAKEN";
    expect(await send(ledger).catch((thrown: unknown) => thrown)).toEqual(new Error("The connection is gone."));
    journal.isGone = false;
    expect(await send(ledger)).toMatchObject({ entry: 1, repeated: false });
  });

  it("is in no doubt where it was refused: nothing was given", async () => {
    const { ledger, journal } = await openedOverJournal();
    journal.answer = "BREAKS";
    const error: unknown = await ledger.commit(act(), (draft) => draft.create(Project, {})).catch((thrown: unknown) => thrown);
    expect(error).toEqual(new Error("The connection is gone."));
  });

  it("is STORAGE_FULL where there was no room before", async () => {
    const { ledger } = await openedOverJournal();
    await allowPages(ledger, 1);
    expect((await faultOf(given.project(ledger, big))).code).toBe("STORAGE_FULL");
    await allowPages(ledger, 1_000_000);
    await given.project(ledger, big);
    expect(ledger.head()).toBe(1);
  });
});
