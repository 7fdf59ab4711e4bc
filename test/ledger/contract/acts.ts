import { describe, expect, it } from "vitest";
import { newId } from "../../../src/kernel/identity.ts";
import { commitsInLog } from "../../support/write-ahead-log.ts";
import { inFile, rowsAtHead } from "../../support/ledger.ts";
import { Project, Task } from "../../support/world.ts";
import { act, codesOf, entriesOf, given, task, valueOf, type NewStore } from "./store.ts";

/** What an act is, and when it is answered. */
export function describeActs(newStore: NewStore): void {
  describe("an act", () => {
    it("makes one entry, numbered from 1 without gaps, whatever is refused or changes nothing between", async () => {
      const { ledger } = await newStore().server();
      const projectId = await given.project(ledger);
      await expect(ledger.commit(act(), (draft) => draft.create(Task, {}))).rejects.toThrow("Task needs title.");
      expect(await ledger.commit(act(), () => "nothing")).toEqual({ entry: 1, value: "nothing", repeated: false, written: false, changes: [] });
      await given.task(ledger, { projectId });
      await given.task(ledger, { projectId });
      expect(entriesOf(ledger).map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(ledger.head()).toBe(3);
    });

    it("says who did what and why, and where it is written", async () => {
      const { ledger } = await newStore().server();
      const citation = { sourceId: "sr_0", recordId: newId("pj", "another"), fields: ["title"], line: 12, quote: "a house for everybody" };
      await ledger.commit(act({ name: "project:start", reason: "The board agreed.", key: "k1", citations: [citation] }), (draft) => {
        const id = draft.create(Project, { title: "House" });
        draft.cite({ ...citation, recordId: id, line: null, quote: null });
      });
      const [entry] = entriesOf(ledger);
      expect(entry).toMatchObject({ number: 1, act: "project:start", actor: "ann", reason: "The board agreed.", key: "k1", founding: false });
      const id = entry?.changes[0]?.id;
      expect(entry?.changes).toEqual([
        { type: "Project", shape: 1, id, version: 1, operation: "CREATE", record: { id, version: 1, title: "House" }, fields: ["title"] },
      ]);
      expect(entry?.citations).toEqual([citation, { ...citation, recordId: id, line: null, quote: null }]);
    });

    it("that only says where something is written makes an entry", async () => {
      const { ledger } = await newStore().server();
      const id = await given.project(ledger);
      const { entry } = await ledger.commit(act(), (draft) => {
        draft.cite({ sourceId: "sr_0", recordId: id, fields: [], line: 1, quote: "a project" });
      });
      expect(entry).toBe(2);
      expect(entriesOf(ledger)[1]?.citations).toHaveLength(1);
      expect(ledger.verify()).toMatchObject({ sound: true });
    });

    it("is answered when it stands in the file, and a lease then sees it", async () => {
      const { ledger, file } = await newStore().server();
      const { entry } = await ledger.commit(act(), (draft) => draft.create(Project, { title: "House" }));
      expect(inFile(file, (graph) => graph.run("select max(number) as number from entries", []))).toEqual([{ number: entry }]);
      expect(rowsAtHead(ledger, "select title from projects")).toEqual([{ title: "House" }]);
    });

    it("reads what it wrote, and nobody else does until it is answered", async () => {
      const { ledger } = await newStore().server();
      await ledger.commit(act(), (draft) => {
        const projectId = draft.create(Project, { title: "House" });
        const id = draft.create(Task, task({ projectId, labels: ["roof"] }));
        expect(draft.read(Task, id)).toMatchObject({ id, version: 1, projectId, labels: ["roof"] });
        expect(draft.graph.run("select firstLabel from tasks", [])).toEqual([{ firstLabel: "roof" }]);
        expect(rowsAtHead(ledger, "select id from projects")).toEqual([]);
        expect(ledger.head()).toBe(0);
      });
      expect(ledger.head()).toBe(1);
    });

    it("reads a record as it was written, whatever its fields hold", async () => {
      const { ledger } = await newStore().server();
      const id = await given.task(ledger, { title: "Dach — “oben” 🏠\n\tund \\ unten", points: -3, urgent: false, labels: ["b", "a"], gaps: { points: "NOT_STATED", due: "UNKNOWN" } });
      await ledger.commit(act(), (draft) => {
        expect(draft.read(Task, id)).toMatchObject({ title: "Dach — “oben” 🏠\n\tund \\ unten", points: -3, urgent: false, labels: ["b", "a"], gaps: { due: "UNKNOWN", points: "NOT_STATED" } });
      });
      expect(ledger.verify()).toMatchObject({ sound: true });
    });

    it("that changes a record twice makes one change, which names every field that differs", async () => {
      const { ledger } = await newStore().server();
      const id = await given.task(ledger, { points: 1 });
      const { entry } = await ledger.commit(act(), (draft) => {
        draft.change(Task, id, { title: "First" });
        draft.change(Task, id, { title: "Second", points: null });
      });
      const [change, ...others] = entriesOf(ledger)[entry - 1]?.changes ?? [];
      expect(others).toEqual([]);
      expect(change).toMatchObject({ operation: "CHANGE", version: 2, fields: ["points", "title"], record: { version: 2, title: "Second" } });
      expect(change?.record).not.toHaveProperty("points");
    });

    it("that puts back what it found and then changes it makes the next version, once", async () => {
      const { ledger } = await newStore().server();
      const id = await given.task(ledger);
      const { entry } = await ledger.commit(act(), (draft) => {
        draft.change(Task, id, { title: "Another" });
        draft.change(Task, id, { title: "A task" });
        draft.change(Task, id, { title: "A third" });
      });
      expect(entriesOf(ledger)[entry - 1]?.changes).toMatchObject([{ operation: "CHANGE", version: 2, record: { version: 2, title: "A third" } }]);
      expect(rowsAtHead(ledger, "select version, title from tasks")).toEqual([{ version: 2, title: "A third" }]);
      expect(ledger.verify()).toMatchObject({ sound: true });
    });

    it("that creates and then changes a record makes one change, of version 1", async () => {
      const { ledger } = await newStore().server();
      await ledger.commit(act(), (draft) => {
        const id = draft.create(Project, { title: "Hut" });
        draft.change(Project, id, { title: "House" });
      });
      expect(entriesOf(ledger)[0]?.changes).toMatchObject([{ operation: "CREATE", version: 1, record: { title: "House" } }]);
    });

    it("that puts back what it found, or removes what it made, has changed nothing", async () => {
      const { ledger } = await newStore().server();
      const id = await given.task(ledger, { gaps: { points: "UNKNOWN", due: "NOT_STATED" } });
      const head = ledger.head();
      await ledger.commit(act(), (draft) => {
        draft.change(Task, id, { title: "Another" });
        draft.change(Task, id, { title: "A task" });
        draft.change(Task, id, { gaps: { due: "NOT_STATED", points: "UNKNOWN" } });
        draft.remove(Project, draft.create(Project, { title: "Gone at once" }));
      });
      expect(ledger.head()).toBe(head);
      expect(rowsAtHead(ledger, "select version from tasks")).toEqual([{ version: 1 }]);
      expect(ledger.verify()).toMatchObject({ sound: true });
    });

    it("leaves the fields alone that it does not name", async () => {
      const { ledger } = await newStore().server();
      const id = await given.task(ledger, { points: 5, labels: ["roof"] });
      await ledger.commit(act(), (draft) => {
        draft.change(Task, id, { state: "DONE" });
        expect(draft.read(Task, id)).toMatchObject({ version: 2, state: "DONE", points: 5, labels: ["roof"] });
      });
      expect(entriesOf(ledger).at(-1)?.changes[0]?.fields).toEqual(["state"]);
    });

    it("that removes a record takes its row, and the change is the tombstone", async () => {
      const { ledger } = await newStore().server();
      const id = await given.project(ledger);
      const { entry } = await ledger.commit(act({ name: "project:drop" }), (draft) => {
        draft.remove(Project, id);
        expect(draft.read(Project, id)).toBeNull();
      });
      expect(rowsAtHead(ledger, "select id from projects")).toEqual([]);
      expect(entriesOf(ledger)[entry - 1]).toMatchObject({ act: "project:drop", changes: [{ id, operation: "REMOVE", version: 2, record: null, fields: ["title"] }] });
    });

    it("can pass on what only one record can have, and every copy follows", async () => {
      const store = newStore();
      const [one, other] = [await store.server(), await store.server()];
      const a = await given.project(one.ledger, { code: "X" });
      const b = await given.project(one.ledger);
      const { entry } = await one.ledger.commit(act(), (draft) => {
        // Touched first, so that it also stands first in the entry: the record that takes what the other still has.
        draft.change(Project, b, { title: "Takes it" });
        draft.change(Project, a, { code: "Y" });
        draft.change(Project, b, { code: "X" });
      });
      await other.ledger.commit(act(), (draft) => draft.change(Project, b, { title: "Has it" }));
      expect(other.ledger.head()).toBe(entry + 1);
      expect(rowsAtHead(other.ledger, "select code from projects order by code")).toEqual([{ code: "X" }, { code: "Y" }]);
    });

    it("can point from one new record to another, in whatever order, and every copy follows", async () => {
      const store = newStore();
      const [one, other] = [await store.server(), await store.server()];
      const projectId = await given.project(one.ledger);
      const { entry } = await one.ledger.commit(act(), (draft) => {
        const child = draft.create(Task, task({ projectId }));
        const parent = draft.create(Task, task({ projectId }));
        draft.change(Task, child, { parentId: parent });
        draft.change(Task, parent, { parentId: parent });
      });
      await other.ledger.commit(act(), (draft) => draft.change(Project, projectId, { title: "Seen" }));
      expect(other.ledger.head()).toBe(entry + 1);
      expect(other.ledger.verify()).toMatchObject({ sound: true });
    });

    it("has an id that tells nothing of its key, nor do the ids of its records: a guess cannot be checked against them", async () => {
      const [one, other] = [await newStore().server(), await newStore().server()];
      const create = async ({ ledger }: typeof one): Promise<string> => valueOf(await ledger.commit(act({ key: "k1" }), (draft) => draft.create(Project, { title: "House" })));
      expect(await create(one)).not.toBe(await create(other));
      expect(entriesOf(one.ledger)[0]?.id).not.toBe(entriesOf(other.ledger)[0]?.id);
    });

    it("is decided at once: one that answers later, or writes afterwards, is a fault and changes nothing", async () => {
      const { ledger } = await newStore().server();
      await expect(ledger.commit(act(), async (draft) => draft.create(Project, { title: "Later" }))).rejects.toThrow("decided at once");
      const late = valueOf(await ledger.commit(act(), (draft) => draft));
      expect(() => late.create(Project, { title: "Too late" })).toThrow("decided");
      expect(ledger.head()).toBe(0);
      expect(rowsAtHead(ledger, "select id from projects")).toEqual([]);
    });
  });

  describe("acts that wait together", () => {
    it("are all written, in their order, in far fewer transactions than there are acts", async () => {
      const { ledger, file } = await newStore().server();
      await given.project(ledger);
      const before = commitsInLog(file);
      // So few that SQLite does not begin its log anew on the way, and all of it can be counted.
      const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => ledger.commit(act({ key: `k${index}` }), (draft) => draft.create(Project, { title: `Project ${index}` }))));
      expect(answers.map(({ entry }) => entry)).toEqual(Array.from({ length: 60 }, (_, index) => index + 2));
      expect(rowsAtHead(ledger, "select count(*) as count from projects")).toEqual([{ count: 61 }]);
      const transactions = commitsInLog(file) - before;
      expect(transactions).toBeGreaterThan(0);
      expect(transactions).toBeLessThan(60 / 10);
    });

    it("let others have their turn in between, also where each is handed in when the one before is answered", async () => {
      const { ledger } = await newStore().server();
      let turns = 0;
      const turning = setInterval(() => {
        turns += 1;
      }, 0);
      for (let made = 0; made < 50; made += 1) await given.project(ledger);
      clearInterval(turning);
      expect(turns).toBeGreaterThan(10);
    });

    it("see what the acts before them wrote", async () => {
      const { ledger } = await newStore().server();
      const id = await given.task(ledger, { points: 0 });
      await Promise.all(
        Array.from({ length: 100 }, () =>
          ledger.commit(act(), (draft) => {
            draft.change(Task, id, { points: Number(draft.read(Task, id)?.["points"]) + 1 });
          }),
        ),
      );
      expect(rowsAtHead(ledger, "select points, version from tasks")).toEqual([{ points: 100, version: 101 }]);
    });

    it("stand and fall alone: a refusal or a fault writes nothing and leaves the others", async () => {
      const { ledger } = await newStore().server();
      const create = (title: string): Promise<unknown> => ledger.commit(act(), (draft) => draft.create(Project, { title, code: title }));
      const settled = await Promise.allSettled([
        create("one"),
        ledger.commit(act(), (draft) => {
          draft.create(Project, { title: "refused" });
          draft.create(Project, { title: "one too many", code: "one" });
        }),
        create("two"),
        ledger.commit(act(), (draft) => {
          draft.create(Project, { title: "faulty" });
          throw new TypeError("a mistake in a rule");
        }),
        create("three"),
      ]);
      expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected", "fulfilled"]);
      expect(settled[3]).toMatchObject({ reason: new TypeError("a mistake in a rule") });
      expect(rowsAtHead(ledger, "select title from projects order by title")).toEqual([{ title: "one" }, { title: "three" }, { title: "two" }]);
      expect(entriesOf(ledger).map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(ledger.verify()).toMatchObject({ sound: true });
    });

    it("on several servers are decided one after another: one wins, the others see it", async () => {
      const store = newStore();
      const [one, two, three] = [await store.server(), await store.server(), await store.server()];
      const id = await given.task(one.ledger, { points: 0 });
      const write = ({ ledger }: typeof one, points: number): Promise<unknown> =>
        ledger.commit(act(), (draft) => {
          if (draft.read(Task, id)?.version !== 1) throw new Error("stale");
          draft.change(Task, id, { points });
        });
      const settled = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => [one, two, three].map((server) => write(server, index + 1))).flat());
      expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(settled.flatMap((outcome): unknown[] => (outcome.status === "rejected" ? [outcome.reason] : []))).toEqual(Array.from({ length: 29 }, () => new Error("stale")));
    });

    it("on several servers lose nothing and leave no gap", async () => {
      const store = newStore();
      const [one, two, three] = [await store.server(), await store.server(), await store.server()];
      const id = await given.task(one.ledger, { points: 0 });
      const count = async ({ ledger }: typeof one): Promise<void> => {
        for (let turn = 0; turn < 20; turn += 1) {
          await ledger.commit(act(), (draft) => {
            draft.change(Task, id, { points: Number(draft.read(Task, id)?.["points"]) + 1 });
          });
        }
      };
      await Promise.all([one, two, three].flatMap((server) => [count(server), count(server)]));
      const { ledger } = three;
      // An act of its own shows a server what the others did.
      await given.project(ledger);
      expect(rowsAtHead(ledger, "select points from tasks")).toEqual([{ points: 120 }]);
      expect(entriesOf(ledger).map(({ number }) => number)).toEqual(Array.from({ length: 123 }, (_, index) => index + 1));
      expect(ledger.verify()).toMatchObject({ sound: true });
    });
  });

  describe("an act under a key", () => {
    it("is done once: a repeat says so, and answers with the entry it made", async () => {
      const { ledger } = await newStore().server();
      const send = (): ReturnType<typeof ledger.commit<string>> => ledger.commit(act({ key: "k1" }), (draft) => draft.create(Project, { title: "House" }));
      const first = await send();
      await given.project(ledger);
      expect(first).toMatchObject({ entry: 1, repeated: false });
      expect(await send()).toEqual({ entry: 1, value: null, repeated: true, written: true, changes: first.changes });
      expect(ledger.head()).toBe(2);
    });

    it("is done once also when both wait together", async () => {
      const { ledger } = await newStore().server();
      const send = (): ReturnType<typeof ledger.commit<string>> => ledger.commit(act({ key: "k1" }), (draft) => draft.create(Project, { title: "House" }));
      const [first, second] = await Promise.all([send(), send()]);
      expect(first).toMatchObject({ entry: 1, repeated: false });
      expect(second).toEqual({ entry: 1, value: null, repeated: true, written: true, changes: first.changes });
    });

    it("is done once also when it is sent to several servers at the same time", async () => {
      const store = newStore();
      const servers = [await store.server(), await store.server(), await store.server()];
      const answers = await Promise.all(servers.map(({ ledger }) => ledger.commit(act({ key: "k1" }), (draft) => draft.create(Project, { title: "House" }))));
      expect(answers.map(({ entry }) => entry)).toEqual([1, 1, 1]);
      expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(answers.every(({ value, repeated }) => repeated === (value === null))).toBe(true);
    });

    it("is another act when another actor calls it so", async () => {
      const { ledger } = await newStore().server();
      const send = (actor: string, key: string): ReturnType<typeof ledger.commit<string>> => ledger.commit(act({ actor, key }), (draft) => draft.create(Project, { title: "House" }));
      expect(await send("ann", "k1")).toMatchObject({ entry: 1, repeated: false });
      expect(await send("bob", "k1")).toMatchObject({ entry: 2, repeated: false });
      expect(await send("bob\nk", "1")).toMatchObject({ entry: 3, repeated: false });
      expect(await send("bob", "k\n1")).toMatchObject({ entry: 4, repeated: false });
    });

    it("is not remembered when it was refused", async () => {
      const { ledger } = await newStore().server();
      expect(await codesOf(ledger.commit(act({ key: "k1" }), (draft) => draft.create(Project, {})))).toEqual(["MISSING_FIELD"]);
      expect(await ledger.commit(act({ key: "k1" }), (draft) => draft.create(Project, { title: "House" }))).toMatchObject({ entry: 1, repeated: false });
    });
  });
}
