import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Act } from "../../../src/ledger/commit.ts";
import type { RecordKind } from "../../../src/ledger/concept.ts";
import type { Draft } from "../../../src/ledger/draft.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { seal } from "../../../src/ledger/seal.ts";
import { writtenAfter } from "../../../src/ledger/reading.ts";
import { erasableKinds, Somebody, wordsInBytes } from "../../support/erasable.ts";
import { digestAt, headDigest, inFile, inPast, leaveRemains, rowsAtHead, tamper } from "../../support/ledger.ts";
import { Task } from "../../support/world.ts";
import { act, codesOf, entriesOf, task, until, valueOf, type NewStore, type Server, type Store } from "./store.ts";

const ERASING = { name: "person:erase", actor: "steward" };

async function made(ledger: Ledger, decide: (draft: Draft) => string, more: Partial<Act> = {}): Promise<string> {
  return valueOf(await ledger.commit(act(more), decide));
}

const person = async (ledger: Ledger, title: string, code: string | null = null): Promise<string> => made(ledger, (draft) => draft.create(Somebody, { title, code }));

async function erase(ledger: Ledger, id: string, words: readonly string[] = [], kind: RecordKind = Somebody): Promise<number> {
  const { entry } = await ledger.commit(ERASING, (draft) => { draft.erase(kind, id, words); });
  return entry;
}

interface Life extends Server {
  readonly xanthe: string;
  readonly task: string;
  readonly other: string;
}

/** Everything that a ledger can say of Xanthë Quibble, in six entries: a name that changes, tasks, reasons, quotes and keys. */
async function lifeOf(store: Store): Promise<Life> {
  const server = await store.server({ kinds: erasableKinds });
  const { ledger } = server;
  const xanthe = await person(ledger, "Xanthë Quibble", "QUIBBLE-1");
  const other = await person(ledger, "Bob Stone");
  const first = await made(ledger, (draft) => draft.create(Task, task({ projectId: xanthe, title: "Ask Xanthe Quibble, then xanthë-quibble’s office", labels: ["roof", "XANTHE QUIBBLE"] })), { reason: "Xanthë Quibble asked for it.", key: "ask/xanthe-quibble" });
  await ledger.commit(act({ reason: "The board agreed." }), (draft) => {
    draft.change(Somebody, xanthe, { title: "Xanthë Murgatroyd" });
    draft.cite({ sourceId: "sr_0", recordId: xanthe, fields: ["title"], line: 4, quote: "Dr Xanthë Murgatroyd, who leads it" });
    draft.cite({ sourceId: "sr_0", recordId: other, fields: [], line: 5, quote: "a roof for everybody" });
  });
  await ledger.commit(act({ key: "k1" }), (draft) => { draft.change(Task, first, { title: "Ask again" }); });
  await made(ledger, (draft) => draft.create(Task, task({ projectId: other, title: "Write to Murgatroyd, Xanthe" })));
  return { ...server, xanthe, task: first, other };
}

const zSealed = z.object({ text: z.string().nullable(), salt: z.string().nullable(), seal: z.string() });

/** Every value that is sealed in a file, with its salt and its seal. */
function sealedIn(file: string): z.output<typeof zSealed>[] {
  const statement = `select record as text, salt, seal from changes union all select quote, salt, seal from citations where seal is not null
    union all select reason, reasonSalt, reasonSeal from entries where reasonSeal is not null union all select key, keySalt, keySeal from entries where keySeal is not null`;
  return inFile(file, (graph) => graph.run(statement, []).map((row) => zSealed.parse(row)));
}

const WORDS = ["Quibble", "Murgatroyd", "Xanthë", "Xanthe"];

/** How somebody is erased. */
export function describeErasing(newStore: NewStore): void {
  describe("erasing somebody", () => {
    it("takes their names out of graph, history, quotes, reasons and keys, and leaves all else", async () => {
      const { ledger, xanthe, task: asked, other } = await lifeOf(newStore());
      const entry = await erase(ledger, xanthe);
      expect(entry).toBe(7);
      const text = JSON.stringify(entriesOf(ledger));
      for (const word of WORDS) expect(text).not.toContain(word);
      expect(rowsAtHead(ledger, "select id, version, title, code from projects order by version desc")).toEqual([
        { id: xanthe, version: 3, title: "[erased]", code: null },
        { id: other, version: 1, title: "Bob Stone", code: null },
      ]);
      expect(rowsAtHead(ledger, "select projectId, version, title from tasks order by version desc, title")).toEqual([
        { projectId: xanthe, version: 3, title: "Ask again" },
        { projectId: other, version: 2, title: "Write to [erased]" },
      ]);
      const [first, , third, fourth, fifth] = entriesOf(ledger);
      expect(first?.changes[0]?.record).toEqual({ id: xanthe, version: 1, title: "[erased]" });
      expect(third).toMatchObject({ reason: null, key: null, changes: [{ id: asked, operation: "CREATE", version: 1, record: { version: 1, title: "Ask [erased], then [erased]’s office", labels: ["roof", "[erased]"], projectId: xanthe } }] });
      expect(fourth).toMatchObject({
        reason: "The board agreed.",
        changes: [{ id: xanthe, operation: "CHANGE", version: 2, fields: ["title"], record: { id: xanthe, version: 2, title: "[erased]" } }],
        citations: [{ line: 4, quote: null }, { line: 5, quote: "a roof for everybody" }],
      });
      expect(fifth).toMatchObject({ key: "k1", changes: [{ record: { title: "Ask again" } }] });
      expect(ledger.verify()).toMatchObject({ sound: true, entries: 7 });
    });

    it("is an entry that names what it erased, and holds no value of it", async () => {
      const { ledger, xanthe, task: asked } = await lifeOf(newStore());
      const [entry] = ledger.entriesAfter((await erase(ledger, xanthe)) - 1, 1);
      expect(entry).toMatchObject({ act: "person:erase", actor: "steward" });
      expect(entry?.erasures.map(({ what, entry: of, position }) => `${what} ${of} ${position}`).toSorted()).toEqual(
        ["KEY 3 0", "QUOTE 4 0", "REASON 3 0", "RECORD 1 0", "RECORD 3 0", "RECORD 4 0", "RECORD 5 0", "RECORD 6 0"],
      );
      expect(entry?.changes.find(({ id }) => id === asked)).toMatchObject({ version: 3, fields: ["labels"] });
    });

    it("leaves no byte of the names in any file", async () => {
      const { ledger, file, xanthe } = await lifeOf(newStore());
      expect(wordsInBytes(file, WORDS)).toEqual(WORDS);
      await erase(ledger, xanthe);
      expect(wordsInBytes(file, WORDS)).toEqual([]);
      expect(wordsInBytes(file, ["Bob Stone"])).toEqual(["Bob Stone"]);
      expect(ledger.wipes()).toBe(false);
    });

    it("leaves nothing by which even the right guess of a value could be confirmed: not its salt in any file, and no seal that it has with a salt that is left", async () => {
      const { ledger, file, xanthe } = await lifeOf(newStore());
      const before = sealedIn(file);
      await erase(ledger, xanthe);
      const after = sealedIn(file);
      const left = new Set(after.map(({ salt }) => salt));
      const gone = before.filter(({ salt }) => !left.has(salt));
      expect(gone.filter(({ text }) => WORDS.some((word) => text?.includes(word))).length).toBe(before.filter(({ text }) => WORDS.some((word) => text?.includes(word))).length);
      expect(gone.length).toBe(8);
      const bytes = readdirSync(dirname(file)).map((name) => readFileSync(join(dirname(file), name), "latin1"));
      const seals = new Set(after.map((one) => one.seal));
      for (const { text, salt, seal: was } of gone) {
        expect(bytes.some((all) => all.includes(String(salt)))).toBe(false);
        // Its place in the chain is kept.
        expect(seals).toContain(was);
        for (const other of ["", ...left]) expect(seals).not.toContain(seal(String(other), String(text)));
      }
    });

    it("leaves no byte of the names in many rows, which have moved between pages", async () => {
      const { ledger, file } = await newStore().server({ kinds: erasableKinds });
      const projectId = await person(ledger, "Xanthë Quibble");
      const create = async (length: number): Promise<string> => made(ledger, (draft) => draft.create(Task, task({ projectId, title: `Ask Xanthë Quibble${" again".repeat(length)}` })));
      const ids: string[] = [];
      for (let turn = 0; turn < 10; turn += 1) ids.push(...(await Promise.all(Array.from({ length: 30 }, async (_, length) => create(length)))));
      await ledger.commit(act(), (draft) => { for (const id of ids) draft.change(Task, id, { points: 1, labels: ["Quibble, Xanthë"] }); });
      await erase(ledger, projectId);
      expect(wordsInBytes(file, WORDS)).toEqual([]);
      expect(ledger.verify()).toMatchObject({ sound: true });
    });

    it("waits for those who still read at an older entry, and wipes the bytes when they are done", async () => {
      const { ledger, file, xanthe } = await lifeOf(newStore());
      const lease = ledger.lease();
      await erase(ledger, xanthe);
      expect(lease.graph.run("select title from projects where id = ?", [xanthe])).toEqual([{ title: "Xanthë Murgatroyd" }]);
      expect(ledger.wipes()).toBe(true);
      lease.release();
      await until(() => !ledger.wipes());
      expect(wordsInBytes(file, WORDS)).toEqual([]);
    });

    it("wipes the bytes also where there is always somebody who reads", async () => {
      const { ledger, file, xanthe } = await lifeOf(newStore());
      let lease = ledger.lease();
      const reading = setInterval(() => {
        const next = ledger.lease();
        lease.release();
        lease = next;
      }, 20);
      await erase(ledger, xanthe);
      await until(() => !ledger.wipes());
      clearInterval(reading);
      lease.release();
      expect(wordsInBytes(file, WORDS)).toEqual([]);
    });

    it("is finished where a process ended before the bytes were wiped", async () => {
      const store = newStore();
      const { ledger, file, xanthe } = await lifeOf(store);
      await erase(ledger, xanthe);
      await ledger.close();
      // As if it had ended in between: there are remains, and the file does not know yet that they are gone.
      leaveRemains(file, "Murgatroyd");
      expect(wordsInBytes(file, WORDS)).toEqual(["Murgatroyd"]);
      const again = await store.server({ kinds: erasableKinds, file });
      expect(again.ledger.wipes()).toBe(false);
      expect(wordsInBytes(file, WORDS)).toEqual([]);
      expect(again.ledger.verify()).toMatchObject({ sound: true });
    });

    it("is followed by every past: the graph at every earlier entry stands, with its links and without the names", async () => {
      const { ledger, xanthe, task: asked, other } = await lifeOf(newStore());
      await erase(ledger, xanthe);
      const past = async (number: number, text: string): Promise<Record<string, unknown>[]> => inPast(ledger, number, (graph) => graph.run(text, []));
      for (let number = 1; number <= 7; number += 1) {
        for (const word of WORDS) expect(JSON.stringify([await past(number, "select * from projects"), await past(number, "select * from tasks")])).not.toContain(word);
        expect(await past(number, "select tasks.id from tasks left join projects on projects.id = tasks.projectId where projects.id is null")).toEqual([]);
      }
      expect(await past(1, "select id, version, title from projects")).toEqual([{ id: xanthe, version: 1, title: "[erased]" }]);
      // What came later does not stand in the past: only the names have gone.
      expect(await past(3, "select id, version, title, projectId from tasks")).toEqual([{ id: asked, version: 1, title: "Ask [erased], then [erased]’s office", projectId: xanthe }]);
      expect(await past(4, `select version, title from projects where id <> '${other}'`)).toEqual([{ version: 2, title: "[erased]" }]);
    });

    it("reaches every copy: those that had the entries, those that open later, and those that only follow", async () => {
      const store = newStore();
      const one = await lifeOf(store);
      const other = await store.server({ kinds: erasableKinds });
      await other.ledger.commit(act(), (draft) => { draft.change(Somebody, one.other, { title: "Bob" }); });
      expect(wordsInBytes(other.file, WORDS)).toEqual(WORDS);
      await erase(one.ledger, one.xanthe);
      const late = await store.server({ kinds: erasableKinds });
      await until(() => other.ledger.head() === 8 && !other.ledger.wipes());
      for (const { ledger, file } of [one, other, late]) {
        expect(ledger.head()).toBe(8);
        expect(wordsInBytes(file, WORDS)).toEqual([]);
        expect(ledger.verify()).toEqual(one.ledger.verify());
        expect(headDigest(ledger)).toBe(headDigest(one.ledger));
        for (let number = 0; number <= 8; number += 1) expect(await digestAt(ledger, number)).toBe(await digestAt(one.ledger, number));
        expect(entriesOf(ledger)).toEqual(entriesOf(one.ledger));
      }
    });

    it("is built into the graph anew", async () => {
      const { ledger, xanthe, file } = await lifeOf(newStore());
      await erase(ledger, xanthe);
      const before = headDigest(ledger);
      await ledger.rebuild();
      expect(headDigest(ledger)).toBe(before);
      expect(await digestAt(ledger, ledger.head())).toBe(before);
      expect(ledger.verify()).toMatchObject({ sound: true });
      expect(wordsInBytes(file, WORDS)).toEqual([]);
    });

    it("leaves other keys as they are: what was done under them is done once", async () => {
      const { ledger, xanthe } = await lifeOf(newStore());
      await erase(ledger, xanthe);
      const again = async (key: string): Promise<unknown> => ledger.commit(act({ key }), (draft) => draft.create(Task, task({ projectId: xanthe })));
      expect(await again("k1")).toMatchObject({ entry: 5, repeated: true });
      // A key that held the name can be known no more.
      expect(await again("ask/xanthe-quibble")).toMatchObject({ entry: 8, repeated: false });
    });

    it("leaves namesakes alone, and longer names of which theirs is a part", async () => {
      const { ledger } = await newStore().server({ kinds: erasableKinds });
      const xanthe = await person(ledger, "Xanthë");
      const same = await person(ledger, "Xanthe");
      const longer = await person(ledger, "Xanthë Quibble");
      const title = async (words: string): Promise<string> => made(ledger, (draft) => draft.create(Task, task({ projectId: longer, title: words })));
      await title("Ask Xanthe Quibble");
      await title("Ask Xanthe, not Xanthë Quibble nor Xantheller");
      await erase(ledger, xanthe);
      expect(rowsAtHead(ledger, "select id, title from projects order by title")).toEqual([{ id: same, title: "Xanthe" }, { id: longer, title: "Xanthë Quibble" }, { id: xanthe, title: "[erased]" }]);
      expect(rowsAtHead(ledger, "select title from tasks order by title")).toEqual([{ title: "Ask Xanthe Quibble" }, { title: "Ask [erased], not Xanthë Quibble nor Xantheller" }]);
      expect(ledger.verify()).toMatchObject({ sound: true });
    });

    it("leaves alone what only looks like a name: ids, and words of a closed list", async () => {
      const { ledger } = await newStore().server({ kinds: erasableKinds });
      const open = await person(ledger, "Open");
      const day = await person(ledger, "Day Tk");
      const id = await made(ledger, (draft) => draft.create(Task, task({ projectId: open, title: "Open", due: "3 May 2024", labels: ["OPEN", "open"] })));
      await ledger.commit(ERASING, (draft) => {
        draft.erase(Somebody, open);
        draft.erase(Somebody, day, ["day", "tk", "pj"]);
      });
      expect(rowsAtHead(ledger, "select id, state, title, projectId, labels, json_extract(due, '$.precision') as precision from tasks")).toEqual([
        { id, state: "OPEN", title: "[erased]", projectId: open, labels: '["[erased]","[erased]"]', precision: "DAY" },
      ]);
      expect(entriesOf(ledger)[2]?.changes[0]?.record).toMatchObject({ id, state: "OPEN", title: "[erased]", projectId: open, due: { precision: "DAY" } });
    });

    it("looks for further words where it is told some, and for more of them when it is done again", async () => {
      const { ledger, file, xanthe, other } = await lifeOf(newStore());
      await made(ledger, (draft) => draft.create(Task, task({ projectId: other, title: "Ms Quibble and Ms Murgatroyd" })));
      await erase(ledger, xanthe);
      expect(wordsInBytes(file, WORDS)).toEqual(["Quibble", "Murgatroyd"]);
      await erase(ledger, xanthe, ["Quibble"]);
      expect(wordsInBytes(file, WORDS)).toEqual(["Murgatroyd"]);
      const entry = await erase(ledger, xanthe, ["Murgatroyd"]);
      expect(wordsInBytes(file, WORDS)).toEqual([]);
      expect(entriesOf(ledger)[entry - 1]?.erasures.map(({ what }) => what)).toEqual(expect.arrayContaining(["INSTEAD", "RECORD"]));
      expect(entriesOf(ledger)[6]?.changes[0]?.record).toMatchObject({ title: "Ms [erased] and Ms [erased]", version: 1 });
      expect(ledger.verify()).toMatchObject({ sound: true });
      await ledger.rebuild();
      expect(ledger.verify()).toMatchObject({ sound: true });
      expect(await erase(ledger, xanthe, ["Murgatroyd"])).toBe(entry);
    });

    it("also finds what the same act records, and those who were removed", async () => {
      const { ledger, file } = await newStore().server({ kinds: erasableKinds });
      const xanthe = await person(ledger, "Xanthë Quibble");
      const gone = await person(ledger, "Xanthë Murgatroyd");
      await ledger.commit(act(), (draft) => { draft.remove(Somebody, gone); });
      await ledger.commit(ERASING, (draft) => {
        draft.create(Task, task({ projectId: xanthe, title: "Xanthë Quibble was here" }));
        draft.erase(Somebody, xanthe);
        draft.erase(Somebody, gone);
      });
      expect(wordsInBytes(file, WORDS)).toEqual([]);
      expect(rowsAtHead(ledger, "select title from projects union all select title from tasks")).toEqual([{ title: "[erased]" }, { title: "[erased] was here" }]);
      expect(entriesOf(ledger)[2]?.changes[0]).toMatchObject({ operation: "REMOVE", record: null });
      expect(ledger.verify()).toMatchObject({ sound: true });
    });

    it("refuses an act that names them itself, somebody who never was, and a word that is too short", async () => {
      const { ledger, xanthe, task: asked } = await lifeOf(newStore());
      const erasing = async (more: Partial<Act>, decide: (draft: Draft) => void = () => {}): Promise<readonly string[]> =>
        codesOf(ledger.commit({ ...ERASING, ...more }, (draft) => { draft.erase(Somebody, xanthe); decide(draft); }));
      const citation = { sourceId: "sr_0", recordId: xanthe, fields: [], line: 1, quote: "Xanthe Murgatroyd asked" };
      expect(await erasing({ reason: "Xanthë Quibble asked." })).toEqual(["STILL_NAMED"]);
      expect(await erasing({ key: "xanthe_quibble" })).toEqual(["STILL_NAMED"]);
      expect(await erasing({ citations: [citation] })).toEqual(["STILL_NAMED"]);
      expect(await erasing({}, (draft) => { draft.cite(citation); })).toEqual(["STILL_NAMED"]);
      expect(await codesOf(erase(ledger, "pj_0000000000000000"))).toEqual(["NOT_FOUND"]);
      expect(await codesOf(erase(ledger, asked))).toEqual(["NOT_FOUND"]);
      expect(await codesOf(erase(ledger, xanthe, ["X."]))).toEqual(["INVALID_TEXT"]);
      await expect(erase(ledger, asked, [], Task)).rejects.toThrow("A Task is never erased.");
      expect(ledger.head()).toBe(6);
    });

    it("reads older shapes: what is left of them is written in the one of today", async () => {
      const store = newStore();
      const before = await lifeOf(store);
      await before.ledger.close();
      const Next: RecordKind = { ...Somebody, shape: 2, upgrades: { 1: (change) => [{ ...change, shape: 2 }] } };
      const { ledger } = await store.server({ kinds: [Next, Task], file: before.file });
      await erase(ledger, before.xanthe, [], Next);
      expect(wordsInBytes(before.file, WORDS)).toEqual([]);
      expect(entriesOf(ledger)[0]?.changes[0]).toMatchObject({ shape: 2, version: 1, record: { title: "[erased]" } });
      expect(ledger.verify()).toMatchObject({ sound: true });
      await ledger.rebuild();
      expect(ledger.verify()).toMatchObject({ sound: true });
    });
  });

  describe("verify, where something was erased,", () => {
    it.for([
      { what: "a record that no entry has erased", entry: 2, statement: "update changes set record = null, salt = null where entry = 2" },
      { what: "a salt that stays", entry: 4, statement: "update changes set salt = 'x' where entry = 4" },
      { what: "a quote that no entry has erased", entry: 4, statement: "update citations set quote = null, salt = null where entry = 4 and position = 1" },
      { what: "a reason that no entry has erased", entry: 4, statement: "update entries set reason = null, reasonSalt = null where number = 4" },
      { what: "a key that no entry has erased", entry: 5, statement: "update entries set key = null, keySalt = null where number = 5" },
      { what: "a key that is taken away with its seal", entry: 5, statement: "update entries set key = null, keySalt = null, keySeal = null where number = 5" },
      { what: "a key that is another", entry: 5, statement: "update entries set key = 'k2' where number = 5" },
      { what: "a key that is put back", entry: 3, statement: "update entries set key = 'ask' where number = 3" },
      { what: "a quote that is put back", entry: 4, statement: "update citations set quote = 'somebody' where entry = 4 and position = 0" },
      { what: "an erasure that is put in to hide that a record is taken away", entry: 7, statement: "insert into erasures select 7, 99, 'RECORD', 2, 0, shape, instead, salt, seal from erasures where entry = 7 and what = 'RECORD' limit 1", also: "update changes set record = null, salt = null where entry = 2" },
      { what: "an erasure that is taken out, at the value that it names", entry: 3, statement: "delete from erasures where what = 'KEY'" },
      { what: "what is read instead", entry: 7, statement: "update erasures set instead = replace(instead, '[erased]', 'Nobody') where ofEntry = 6" },
      { what: "what is read instead, taken away", entry: 7, statement: "update erasures set instead = null, salt = null where ofEntry = 6" },
      { what: "an erasure under an entry that does not exist", entry: 9, statement: "insert into erasures values (9, 0, 'RECORD', 8, 0, 1, null, null, null)" },
    ])("finds $what at entry $entry", async ({ statement, also, entry }) => {
      const { ledger, file, xanthe } = await lifeOf(newStore());
      await erase(ledger, xanthe);
      expect(ledger.verify()).toMatchObject({ sound: true, entries: 7 });
      const lease = ledger.lease();
      tamper(file, statement);
      if (also !== undefined) tamper(file, also);
      expect(ledger.verify()).toMatchObject({ sound: false, entry });
      lease.release();
    });

    it("finds a value that is there although it was erased", async () => {
      const { ledger, file, xanthe } = await lifeOf(newStore());
      const [first] = inFile(file, (graph) => writtenAfter(graph, 0, 1));
      await erase(ledger, xanthe);
      const lease = ledger.lease();
      tamper(file, "update changes set record = ?, salt = ? where entry = 1", first?.changes[0]?.record ?? "", first?.changes[0]?.salt ?? "");
      expect(ledger.verify()).toEqual({ sound: false, entry: 1, reason: "Entry 1 still holds a value that a later one has erased." });
      lease.release();
    });
  });
}
