import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { RecordKind } from "../../src/ledger/concept.ts";
import { NotTaken, type LedgerEnd } from "../../src/ledger/journal.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { UnknownShape } from "../../src/ledger/upgrade.ts";
import type { SeriesDone } from "../../src/ledger/write-series.ts";
import { written, type WrittenEntry } from "../../src/ledger/written.ts";
import { FileJournal } from "../support/file-journal.ts";
import { freshFile, headDigest, openLedger, rowsAtHead, tamper } from "../support/ledger.ts";
import { Project, Task } from "../support/world.ts";
import { act, codesOf, given, until } from "./contract/store.ts";

/** A journal whose next answer is lost, after or before it has appended. */
class ForgetfulJournal extends FileJournal {
  forgets: "AFTER" | "BEFORE" | "NEVER" = "NEVER";

  override async append(end: LedgerEnd, entries: readonly WrittenEntry[]): Promise<"APPENDED" | "OVERTAKEN" | "UNKNOWN"> {
    const { forgets } = this;
    this.forgets = "NEVER";
    if (forgets !== "BEFORE") {
      const answer = await super.append(end, entries);
      if (forgets === "NEVER") return answer;
    }
    return "UNKNOWN";
  }
}

/** A journal that takes its time, as one over a network does. */
class SlowJournal extends FileJournal {
  override async append(end: LedgerEnd, entries: readonly WrittenEntry[]): Promise<"APPENDED" | "OVERTAKEN" | "UNKNOWN"> {
    await pause(20);
    return super.append(end, entries);
  }
}

describe("a journal", () => {
  it("that takes its time is not hurried: what else uses the file waits, and readers do not", async () => {
    const ledger = await openLedger({ journal: new SlowJournal(freshFile("journal.db")) });
    const writing = given.project(ledger);
    await pause(10);
    expect(rowsAtHead(ledger, "select id from projects")).toEqual([]);
    await Promise.all([writing, ledger.rebuild(), given.project(ledger)]);
    expect(ledger.verify()).toMatchObject({ sound: true, entries: 2 });
  });

  it.for(["AFTER", "BEFORE"] as const)("that loses its answer %s appending has the act done once, with its own answer", async (when) => {
    const shared = freshFile("journal.db");
    const journal = new ForgetfulJournal(shared);
    const ledger = await openLedger({ journal });
    await given.project(ledger);
    for (const key of [undefined, "k1"]) {
      journal.forgets = when;
      const { entry, value, repeated } = await ledger.commit(act({ key }), (draft) => draft.create(Project, { title: "House" }));
      expect({ entry, repeated }).toEqual({ entry: key === undefined ? 2 : 3, repeated: false });
      expect(rowsAtHead(ledger, "select id from projects")).toContainEqual({ id: value });
    }
    expect(ledger.head()).toBe(3);
    expect(ledger.verify()).toMatchObject({ sound: true });
  });

  it.for(["AFTER", "BEFORE"] as const)("that loses its answer %s appending leaves a key to what was sent under it", async (when) => {
    const journal = new ForgetfulJournal(freshFile("journal.db"));
    const ledger = await openLedger({ journal });
    const send = (input: string): Promise<unknown> => ledger.commit(act({ key: "k1", input }), (draft) => draft.create(Project, { title: "House" }));
    journal.forgets = when;
    expect(await send("a house")).toMatchObject({ entry: 1, repeated: false, changes: [{ operation: "CREATE" }] });
    expect(await codesOf(send("a hut"))).toEqual(["KEY_REUSED"]);
    expect(await send("a house")).toMatchObject({ entry: 1, repeated: true });
  });

  it("is taken over in slices, between which others have their turn, and it is told how far that is", async () => {
    const shared = freshFile("journal.db");
    const one = await openLedger({ journal: new FileJournal(shared) });
    for (let entry = 0; entry < 3; entry += 1) {
      await one.commit(act(), (draft) => { for (let made = 0; made < 1_000; made += 1) draft.create(Project, { title: `Project ${made}` }); });
    }
    let turns = 0;
    const counting = setInterval(() => { turns += 1; });
    const told: [number, number][] = [];
    const other = await openLedger({ journal: new FileJournal(shared), takingOver: (taken, of) => { told.push([taken, of]); } });
    clearInterval(counting);
    // This journal is read without a turn, and so is a file that nobody else uses.
    expect(turns).toBeGreaterThan(1);
    expect(told.at(-1)).toEqual([3, 3]);
    expect(headDigest(other)).toBe(headDigest(one));
  });

  it("answers a refusal only where it was still so: what another server did in between is seen first", async () => {
    const shared = freshFile("journal.db");
    const one = await openLedger({ journal: new FileJournal(shared) });
    const other = await openLedger({ journal: new FileJournal(shared) });
    const projectId = await given.project(one);
    // The other server has not heard of the project yet, and would refuse.
    expect(await other.commit(act(), (draft) => draft.create(Task, { title: "Roof", state: "OPEN", projectId }))).toMatchObject({ entry: 2 });
  });

  it("that holds a newer shape than a server knows stops that server's following, and it says so", async () => {
    const shared = freshFile("journal.db");
    const why: unknown[] = [];
    const older = await openLedger({ journal: new FileJournal(shared), stopped: (error) => { why.push(error); } });
    await given.project(older);
    expect(older.apartSince()).toBeNull();
    const ProjectNext: RecordKind = { ...Project, shape: 2, upgrades: { 1: (change) => [{ ...change, shape: 2 }] } };
    const newer = await openLedger({ journal: new FileJournal(shared), kinds: [ProjectNext, Task] });
    await newer.commit(act(), (draft) => draft.create(ProjectNext, { title: "House" }));
    await until(() => older.behind() !== null);
    expect(older.behind()).toBeInstanceOf(UnknownShape);
    expect([why, older.apartSince()]).toEqual([[older.behind()], expect.any(Date)]);
    expect(older.head()).toBe(1);
    expect(rowsAtHead(older, "select title from projects")).toEqual([{ title: "A project" }]);
    await expect(given.project(older)).rejects.toThrow(UnknownShape);
    expect(newer.behind()).toBeNull();
  });

  it("that holds an entry which says to erase a later one does not excuse what is missing there", async () => {
    const journal = new FileJournal(freshFile("journal.db"));
    const file = freshFile();
    const ledger = await openLedger({ file, journal });
    await given.project(ledger);
    const [first] = ledger.entriesAfter(0, 1);
    if (first === undefined) throw new Error("There is no first entry.");
    const erasures = [{ what: "RECORD" as const, entry: 3, position: 0, shape: null, instead: null }];
    const beforehand = written({ ...first, number: 2, id: "en_0000000000000002", changes: [], erasures, previous: first.hash });
    expect(await journal.append(first, [beforehand])).toBe("APPENDED");
    await given.project(ledger);
    expect(ledger.verify()).toMatchObject({ sound: true, entries: 3 });
    const lease = ledger.lease();
    tamper(file, "update changes set record = null, salt = null where entry = 3");
    expect(ledger.verify()).toEqual({ sound: false, entry: 3, reason: "Entry 3 is not what was sealed." });
    lease.release();
  });

  it("that does not know a copy's last entry counts: the copy is set aside, and made anew", async () => {
    const shared = freshFile("journal.db");
    const one = await openLedger({ journal: new FileJournal(shared) });
    await given.project(one);
    await given.project(one);
    const file = freshFile();
    const other = await openLedger({ file, journal: new FileJournal(shared) });
    expect(headDigest(other)).toBe(headDigest(one));
    await other.close();
    tamper(file, "delete from entries where number = 2");
    tamper(file, "delete from changes where entry = 2");
    tamper(file, "update entries set hash = 'another'");
    const again = await openLedger({ file, journal: new FileJournal(shared) });
    expect(again.verify()).toEqual(one.verify());
    expect(readdirSync(dirname(file)).filter((name) => name.includes("set-aside"))).toHaveLength(1);
  });
});

/** A journal that cannot be reached, or that somebody was faster in for a while. */
class UnwillingJournal extends FileJournal {
  answers: ("OVERTAKEN" | "UNKNOWN" | "NOT_TAKEN")[] = [];

  override async append(end: LedgerEnd, entries: readonly WrittenEntry[]): Promise<"APPENDED" | "OVERTAKEN" | "UNKNOWN"> {
    const answer = this.answers.shift();
    if (answer === "NOT_TAKEN") throw new NotTaken(new Error("The connection is refused."));
    return answer ?? super.append(end, entries);
  }
}

/** Two hundred and fifty projects unless it is said otherwise, a piece each, at most a hundred in an entry; and how often that was decided. */
function series(ledger: Ledger, mostOvertaken?: number, projects = 250): { readonly decided: () => number; readonly done: Promise<SeriesDone<null>> } {
  let decided = 0;
  const done = ledger.series({ name: "projects:import", actor: "ann", mostOvertaken }, async (pieces) => {
    decided += 1;
    for (let made = 0; made < projects; made += 1) pieces.piece((draft) => draft.create(Project, { title: `Project ${made}` }));
    return Promise.resolve({ keep: true, value: null });
  });
  return { decided: () => decided, done };
}

describe("a series of entries over a journal", () => {
  it.for([[], ["OVERTAKEN"], ["OVERTAKEN", "UNKNOWN"], ["OVERTAKEN", "OVERTAKEN", "OVERTAKEN"]] as const)("is appended whole, and decided again where it was overtaken: %j", async (answers) => {
    const journal = new UnwillingJournal(freshFile("journal.db"));
    const ledger = await openLedger({ journal });
    journal.answers = [...answers];
    const { decided, done } = series(ledger);
    expect((await done).entries).toEqual({ first: 1, last: 3 });
    expect(decided()).toBe(answers.length + 1);
    expect(ledger.verify()).toMatchObject({ sound: true, entries: 3 });
  });

  it.for([[], ["OVERTAKEN"], ["OVERTAKEN", "UNKNOWN"]] as const)("is appended whole also where it is written by a thread of its own: %j", async (answers) => {
    const journal = new UnwillingJournal(freshFile("journal.db"));
    const ledger = await openLedger({ journal });
    journal.answers = [...answers];
    const { decided, done } = series(ledger, undefined, 1_250);
    expect((await done).entries).toEqual({ first: 1, last: 13 });
    expect(decided()).toBe(answers.length + 1);
    expect(ledger.verify()).toMatchObject({ sound: true, entries: 13 });
  });

  it.for([["OVERTAKEN", "OVERTAKEN"], ["UNKNOWN", "OVERTAKEN", "OVERTAKEN"]] as const)("is given up, without doubt, where others came first as often as it bears: %j", async (answers) => {
    const journal = new UnwillingJournal(freshFile("journal.db"));
    const ledger = await openLedger({ journal });
    journal.answers = [...answers];
    const { decided, done } = series(ledger, 2);
    await expect(done).rejects.toMatchObject({ code: "OVERTAKEN" });
    expect(decided()).toBe(answers.length);
    expect(ledger.head()).toBe(0);
  });

  it("is answered as not written, without doubt, where the journal took nothing", async () => {
    const journal = new UnwillingJournal(freshFile("journal.db"));
    const ledger = await openLedger({ journal });
    journal.answers = ["NOT_TAKEN"];
    await expect(series(ledger).done).rejects.toMatchObject({ code: "LEDGER_UNREACHABLE" });
    expect(ledger.head()).toBe(0);
  });
});
