import { newId } from "../../../src/kernel/identity.ts";
import { describe, expect, it } from "vitest";
import { commitsInLog } from "../../support/write-ahead-log.ts";
import { digestAt, headDigest, rowsAtHead } from "../../support/ledger.ts";
import { graphDigest } from "../../../src/ledger/verify.ts";
import { Project, Task } from "../../support/world.ts";
import { act, codesOf, entriesOf, given, task, valueOf, type NewStore } from "./store.ts";

/** What an act would do, and the graph as it would be then. */
export function describeTrying(newStore: NewStore): void {
  describe("an act that is only tried", () => {
    it("answers what it would do, and does nothing", async () => {
      const { ledger } = await newStore().server();
      const projectId = await given.project(ledger);
      const before = headDigest(ledger);
      const tried = await ledger.commit(act({ dryRun: true }), (draft) => {
        draft.change(Project, projectId, { title: "Home" });
        const id = draft.create(Task, task({ projectId }));
        expect(draft.read(Task, id)).toMatchObject({ projectId });
        return id;
      });
      expect(tried).toMatchObject({
        entry: 1,
        repeated: false,
        changes: [
          { id: projectId, operation: "CHANGE", version: 2, fields: ["title"], record: { title: "Home" } },
          { id: tried.value, operation: "CREATE", version: 1, record: { projectId } },
        ],
      });
      expect(ledger.head()).toBe(1);
      expect(headDigest(ledger)).toBe(before);
      expect(ledger.verify()).toMatchObject({ sound: true, entries: 1 });
      // No number was used, and no id: the next act takes the number, another the record.
      expect(await ledger.commit(act(), (draft) => draft.create(Task, task({ projectId }), tried.value ?? undefined))).toMatchObject({ entry: 2 });
    });

    it("waits for no disk, nor does one that is refused", async () => {
      const { ledger, file } = await newStore().server();
      await given.project(ledger);
      const before = commitsInLog(file);
      for (let turn = 0; turn < 3; turn += 1) await ledger.commit(act({ dryRun: true }), (draft) => draft.create(Project, { title: "House" }));
      expect(await codesOf(ledger.commit(act(), (draft) => draft.create(Project, {})))).toEqual(["MISSING_FIELD"]);
      expect(commitsInLog(file)).toBe(before);
      await given.project(ledger);
      expect(commitsInLog(file)).toBe(before + 1);
    });

    it("is refused as otherwise", async () => {
      const { ledger } = await newStore().server();
      await given.project(ledger, { code: "X" });
      const trying = (code: string | null, title?: string): Promise<readonly string[]> => codesOf(ledger.commit(act({ dryRun: true }), (draft) => draft.create(Project, { title, code })));
      expect(await trying(null)).toEqual(["MISSING_FIELD"]);
      expect(await trying("X", "House")).toEqual(["ALREADY_EXISTS"]);
    });

    it("is seen by none that waits with it, and sees those before it", async () => {
      const { ledger } = await newStore().server();
      const create = (title: string, dryRun: boolean): Promise<{ readonly entry: number; readonly value: unknown }> =>
        ledger.commit(act({ dryRun }), (draft) => {
          draft.create(Project, { title });
          return draft.graph.run("select title from projects order by title", []).map((row) => row["title"]);
        });
      const answers = await Promise.all([create("a", false), create("b", true), create("c", false), create("d", true)]);
      expect(answers.map(({ entry, value }) => [entry, value])).toEqual([
        [1, ["a"]],
        [1, ["a", "b"]],
        [2, ["a", "c"]],
        [2, ["a", "c", "d"]],
      ]);
      expect(rowsAtHead(ledger, "select title from projects order by title")).toEqual([{ title: "a" }, { title: "c" }]);
      expect(entriesOf(ledger)).toHaveLength(2);
    });

    it("under a key does not use it", async () => {
      const { ledger } = await newStore().server();
      const send = (dryRun: boolean): ReturnType<typeof ledger.commit<string>> => ledger.commit(act({ key: "k1", input: "a house", dryRun }), (draft) => draft.create(Project, { title: "House" }));
      const tried = await send(true);
      const done = await send(false);
      // Ids are made up each time: from a key, nobody works one out.
      expect(done).toMatchObject({ entry: 1, repeated: false });
      expect(done.value).not.toBe(tried.value);
      expect(await send(true)).toEqual({ entry: 1, repeated: true, written: true, value: null, changes: done.changes });
    });
  });

  describe("the graph as it would be", () => {
    it("is what it is once the act is done, at the head's number until then", async () => {
      const { ledger } = await newStore().server();
      const gone = await given.project(ledger, { title: "Gone", code: "X" });
      const projectId = await given.project(ledger);
      const decide = (dryRun: boolean): ReturnType<typeof ledger.commit<string>> =>
        ledger.commit(act({ key: "k1", dryRun }), (draft) => {
          draft.remove(Project, gone);
          draft.change(Project, projectId, { code: "X" });
          return draft.create(Task, task({ projectId, labels: ["roof"] }), newId("tk", "roof"));
        });
      const { changes, value } = await decide(true);
      const lease = ledger.supposing(changes);
      expect(lease.number).toBe(2);
      expect(lease.graph.run("select id, firstLabel from tasks", [])).toEqual([{ id: value, firstLabel: "roof" }]);
      expect(lease.ledger.run("select max(number) as number from entries", [])).toEqual([{ number: 2 }]);
      const supposed = graphDigest(lease.graph, ledger.kinds);
      lease.release();
      expect(rowsAtHead(ledger, "select id from tasks")).toEqual([]);
      await decide(false);
      expect(headDigest(ledger)).toBe(supposed);
    });

    it("stands still, cannot be written, and is gone with its release", async () => {
      const { ledger } = await newStore().server();
      const id = await given.project(ledger);
      const { changes } = await ledger.commit(act({ dryRun: true }), (draft) => draft.change(Project, id, { title: "Home" }));
      const lease = ledger.supposing(changes);
      const { graph } = lease;
      await ledger.commit(act(), (draft) => draft.change(Project, id, { title: "Hut" }));
      expect([lease.number, graph.run("select title from projects", [])]).toEqual([1, [{ title: "Home" }]]);
      for (const table of ["main.projects", "temp.supposed_projects", "entries"]) expect(() => graph.sqlite.exec(`delete from ${table}`)).toThrow("readonly");
      expect(ledger.leased()).toBe(1);
      lease.release();
      lease.release();
      expect(ledger.leased()).toBe(0);
      expect(graph.sqlite.open).toBe(false);
      expect(() => lease.graph).toThrow("released");
    });
  });

  describe("the graph at an entry", () => {
    it("is leased as the head is, and a repeat finds there what it answered", async () => {
      const { ledger } = await newStore().server();
      const send = (): ReturnType<typeof ledger.commit<string>> => ledger.commit(act({ key: "k1" }), (draft) => draft.create(Project, { title: "House" }));
      const id = valueOf(await send());
      await ledger.commit(act(), (draft) => draft.change(Project, id, { title: "Home" }));
      const { entry } = await send();
      const lease = await ledger.at({ entry });
      expect(lease.number).toBe(1);
      expect(lease.graph.run("select id, title, version from projects", [])).toEqual([{ id, title: "House", version: 1 }]);
      expect(lease.ledger.run("select count(*) as count from entries", [])).toEqual([{ count: 2 }]);
      expect(graphDigest(lease.graph, ledger.kinds)).toBe(await digestAt(ledger, 1));
      lease.release();
      expect(ledger.leased()).toBe(0);
    });

    it("is the head itself, where that is asked for", async () => {
      const { ledger } = await newStore().server();
      await given.project(ledger);
      const [head, same] = [ledger.lease(), await ledger.at({ entry: 1 })];
      expect(same.graph).toBe(head.graph);
      head.release();
      same.release();
    });

    it("is refused where there is none, and holds nothing then", async () => {
      const { ledger } = await newStore().server();
      await given.project(ledger);
      expect(await codesOf(ledger.at({ entry: 2 }))).toEqual(["NOT_YET"]);
      expect(await codesOf(ledger.at({ entry: 0 }))).toEqual(["BEFORE_HISTORY"]);
      expect(ledger.leased()).toBe(0);
    });
  });
}
