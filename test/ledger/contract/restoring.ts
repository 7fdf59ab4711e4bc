import { describe, expect, it } from "vitest";
import { newId } from "../../../src/kernel/identity.ts";
import type { ChangedSince, Draft } from "../../../src/ledger/draft.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { digestAt, handClock, headDigest, inPast, rowsAtHead, tamper } from "../../support/ledger.ts";
import type { RecordKind } from "../../../src/ledger/concept.ts";
import { Project, Task, tasks } from "../../support/world.ts";
import { act, codesOf, entriesOf, firstOf, given, problemsOf, type NewStore } from "./store.ts";

async function remove(ledger: Ledger, kind: typeof Project | typeof Task, id: string): Promise<void> {
  await ledger.commit(act(), (draft) => draft.remove(kind, id));
}

/** What a draft says, asked in an act that changes nothing. */
async function asked<Value>(ledger: Ledger, ask: (draft: Draft) => Value): Promise<Value | null> {
  return (await ledger.commit(act(), ask)).value;
}

/** Bringing back what was removed, and what was so before. */
export function describeRestoring(newStore: NewStore): void {
  describe("a record that was removed", () => {
    it("is brought back with the fields that it had, as its next version, and every copy follows", async () => {
      const store = newStore();
      const [one, other] = [await store.server(), await store.server()];
      const { ledger } = one;
      const projectId = await given.project(ledger);
      const id = await given.task(ledger, { projectId, points: 3, urgent: false, labels: ["roof"], gaps: { due: "UNKNOWN" } });
      await ledger.commit(act(), (draft) => draft.change(Task, id, { title: "Roof" }));
      const before = await asked(ledger, (draft) => draft.read(Task, id));
      await remove(ledger, Task, id);
      const { entry, changes } = await ledger.commit(act({ name: "task:restore" }), (draft) => {
        draft.restore(Task, id);
        expect(draft.read(Task, id)).toEqual({ ...before, version: 4 });
      });
      expect(changes).toEqual([{ type: "Task", shape: 1, id, version: 4, operation: "CREATE", record: { ...before, version: 4 }, fields: ["due", "gaps", "labels", "points", "projectId", "state", "title", "urgent"] }]);
      expect(entriesOf(ledger).at(-1)).toMatchObject({ number: entry, act: "task:restore", changes });
      expect((await firstOf(ledger.follow(entry - 1, new AbortController().signal), 1))[0]?.changes).toEqual(changes);
      expect(await digestAt(ledger, entry)).toBe(headDigest(ledger));
      expect(ledger.verify()).toMatchObject({ sound: true });
      // It goes on from there: it can be changed, removed and brought back again, on any server.
      await other.ledger.commit(act(), (draft) => draft.change(Task, id, { points: 4 }));
      await remove(other.ledger, Task, id);
      await other.ledger.commit(act(), (draft) => draft.restore(Task, id));
      expect(rowsAtHead(other.ledger, "select version, points from tasks")).toEqual([{ version: 7, points: 4 }]);
      expect(other.ledger.verify()).toMatchObject({ sound: true });
    });

    it("is not there between its removal and its return", async () => {
      const { ledger } = await newStore().server();
      const id = await given.project(ledger);
      await remove(ledger, Project, id);
      await ledger.commit(act(), (draft) => draft.restore(Project, id));
      const rows = await Promise.all([1, 2, 3].map(async (number) => inPast(ledger, number, (graph) => graph.run("select version from projects", []))));
      expect(rows).toEqual([[{ version: 1 }], [], [{ version: 3 }]]);
    });

    it("is brought back together with what it points at, and can be pointed at again", async () => {
      const { ledger } = await newStore().server();
      const projectId = await given.project(ledger);
      const parentId = await given.task(ledger, { projectId });
      const id = await given.task(ledger, { projectId, parentId });
      await ledger.commit(act(), (draft) => {
        for (const gone of [id, parentId]) draft.remove(Task, gone);
        draft.remove(Project, projectId);
      });
      expect(await problemsOf(ledger.commit(act(), (draft) => draft.restore(Task, id)))).toEqual([
        { code: "NOT_FOUND", message: `There is no Project with the id ${projectId}.`, path: ["projectId"] },
        { code: "NOT_FOUND", message: `There is no Task with the id ${parentId}.`, path: ["parentId"] },
      ]);
      await ledger.commit(act(), (draft) => {
        draft.restore(Project, projectId);
        draft.restore(Task, parentId);
        draft.restore(Task, id);
      });
      expect(rowsAtHead(ledger, "select version from tasks union all select version from projects")).toEqual([{ version: 3 }, { version: 3 }, { version: 3 }]);
      expect(ledger.verify()).toMatchObject({ sound: true });
    });

    it("is not brought back where it is there, never was, or is of another kind", async () => {
      const { ledger } = await newStore().server();
      const id = await given.project(ledger);
      const restore = (kind: typeof Project | typeof Task, id: string): Promise<readonly string[]> => codesOf(ledger.commit(act(), (draft) => draft.restore(kind, id)));
      expect(await restore(Project, id)).toEqual(["NOT_REMOVED"]);
      expect(await restore(Project, newId("pj", "nobody"))).toEqual(["NOT_FOUND"]);
      await remove(ledger, Project, id);
      expect(await restore(Task, id)).toEqual(["NOT_FOUND"]);
      const here = ledger.commit(act(), (draft) => {
        draft.restore(Project, id);
        draft.remove(Project, id);
        draft.restore(Task, id);
      });
      expect(await codesOf(here)).toEqual(["NOT_FOUND"]);
    });

    it("is not brought back where what only one record can have is another's by now", async () => {
      const { ledger } = await newStore().server();
      const id = await given.project(ledger, { code: "X" });
      await remove(ledger, Project, id);
      await given.project(ledger, { code: "X" });
      expect(await problemsOf(ledger.commit(act(), (draft) => draft.restore(Project, id)))).toMatchObject([{ code: "ALREADY_EXISTS", path: ["code"] }]);
    });

    it.for(["the version before its removal", "every version"])("is not brought back where what it said was erased: %s", async (which) => {
      const { ledger, file } = await newStore().server();
      const id = await given.project(ledger);
      await ledger.commit(act(), (draft) => draft.change(Project, id, { title: "Home" }));
      await remove(ledger, Project, id);
      tamper(file, `update changes set record = null, salt = null where recordId = ? ${which === "every version" ? "" : "and version = 2"}`, id);
      const [problem] = await problemsOf(ledger.commit(act(), (draft) => draft.restore(Project, id)));
      expect(problem).toMatchObject({ code: "ERASED", message: "What this Project said was erased, and cannot be brought back. Nothing was changed." });
    });

    it("is not brought back either where it went by being erased, and its erased versions say nothing", async () => {
      const { ledger, file } = await newStore().server();
      const id = await given.project(ledger);
      await ledger.commit(act(), (draft) => draft.change(Project, id, { title: "Home" }));
      tamper(file, "update changes set record = null, salt = null where recordId = ? and version = 2", id);
      tamper(file, "delete from projects");
      expect(await codesOf(ledger.commit(act(), (draft) => draft.restore(Project, id)))).toEqual(["ERASED"]);
      expect(await asked(ledger, (draft) => [draft.versionOf(Project, id, 1)?.["title"], draft.versionOf(Project, id, 2)])).toEqual(["A project", null]);
    });
  });

  describe("what is no more than a part", () => {
    const PartTask: RecordKind = { ...Task, goesWith: tasks.projectId };
    const kinds = [Project, PartTask];

    it("goes when its whole is removed, and comes back with it: but not what was removed before", async () => {
      const { ledger } = await newStore().server({ kinds });
      const projectId = await given.project(ledger);
      const [one, two, before] = [await given.task(ledger, { projectId, title: "One" }), await given.task(ledger, { projectId, title: "Two" }), await given.task(ledger, { projectId, title: "Before" })];
      const other = await given.task(ledger);
      await ledger.commit(act(), (draft) => draft.remove(PartTask, before));
      const { changes } = await ledger.commit(act(), (draft) => draft.remove(Project, projectId));
      expect(new Set(changes.map(({ id, operation }) => `${operation} ${id}`))).toEqual(new Set([one, two, projectId].map((id) => `REMOVE ${id}`)));
      expect(rowsAtHead(ledger, "select id from tasks")).toEqual([{ id: other }]);
      await ledger.commit(act(), (draft) => draft.restore(Project, projectId));
      expect(rowsAtHead(ledger, "select title, version from tasks order by title")).toEqual([{ title: "A task", version: 1 }, { title: "One", version: 3 }, { title: "Two", version: 3 }]);
      expect(ledger.verify()).toMatchObject({ sound: true });
      expect(await digestAt(ledger, ledger.head())).toBe(headDigest(ledger));
    });

    it("has changed nothing in an act that removes and brings back its whole", async () => {
      const { ledger } = await newStore().server({ kinds });
      const projectId = await given.project(ledger);
      await given.task(ledger, { projectId });
      const { changes } = await ledger.commit(act(), (draft) => {
        draft.remove(Project, projectId);
        draft.restore(Project, projectId);
      });
      expect(changes).toEqual([]);
    });

    it("keeps its whole where something else points at it", async () => {
      const { ledger } = await newStore().server({ kinds });
      const projectId = await given.project(ledger);
      const [part, elsewhere] = [await given.task(ledger, { projectId }), await given.project(ledger)];
      const pointing = await given.task(ledger, { projectId: elsewhere, parentId: part });
      expect(await problemsOf(ledger.commit(act(), (draft) => draft.remove(Project, projectId)))).toMatchObject([{ code: "STILL_REFERENCED", records: [pointing] }]);
      expect(rowsAtHead(ledger, "select count(*) as n from tasks")).toEqual([{ n: 2 }]);
    });
  });

  describe("an act that removes and brings back", () => {
    it("has changed nothing, whichever of the two comes first", async () => {
      const { ledger } = await newStore().server();
      const [there, gone] = [await given.project(ledger), await given.project(ledger)];
      await remove(ledger, Project, gone);
      const { entry, changes } = await ledger.commit(act(), (draft) => {
        draft.remove(Project, there);
        draft.restore(Project, there);
        draft.restore(Project, gone);
        draft.remove(Project, gone);
      });
      expect([entry, changes]).toEqual([3, []]);
      expect(rowsAtHead(ledger, "select id, version from projects")).toEqual([{ id: there, version: 1 }]);
      expect(ledger.verify()).toMatchObject({ sound: true });
    });

    it("and changes as well makes one change of it", async () => {
      const { ledger } = await newStore().server();
      const [there, gone] = [await given.project(ledger), await given.project(ledger)];
      await remove(ledger, Project, gone);
      const { changes } = await ledger.commit(act(), (draft) => {
        draft.change(Project, there, { title: "Home" });
        draft.remove(Project, there);
        draft.restore(Project, there);
        draft.restore(Project, gone);
        draft.change(Project, gone, { title: "Hut" });
        const made = draft.create(Project, { title: "Made" });
        draft.remove(Project, made);
        draft.restore(Project, made);
      });
      expect(changes).toMatchObject([
        { id: there, operation: "CHANGE", version: 2, fields: ["title"], record: { title: "Home" } },
        { id: gone, operation: "CREATE", version: 3, fields: ["title"], record: { title: "Hut" } },
        { operation: "CREATE", version: 1, fields: ["title"], record: { title: "Made" } },
      ]);
      expect(ledger.verify()).toMatchObject({ sound: true });
    });
  });

  describe("a version of a record", () => {
    it("is the record as it stood then", async () => {
      const { ledger } = await newStore().server();
      const id = await given.task(ledger, { points: 1, labels: ["roof"] });
      const first = await asked(ledger, (draft) => draft.read(Task, id));
      await ledger.commit(act(), (draft) => draft.change(Task, id, { points: null, title: "Roof" }));
      const second = await asked(ledger, (draft) => draft.read(Task, id));
      await remove(ledger, Task, id);
      await ledger.commit(act(), (draft) => draft.restore(Task, id));
      const versions = await asked(ledger, (draft) => [0, 1, 2, 3, 4, 5].map((version) => draft.versionOf(Task, id, version)));
      expect(versions).toEqual([null, first, second, null, { ...second, version: 4 }, null]);
      expect(await asked(ledger, (draft) => [draft.versionOf(Project, id, 1), draft.versionOf(Task, newId("tk", "nobody"), 1)])).toEqual([null, null]);
    });
  });

  describe("what was changed since a version", () => {
    it("is told with who did it and when at last, and of some fields alone where they are named", async () => {
      const clock = handClock("2024-03-01T09:00:00.000Z");
      const { ledger } = await newStore().server({ clock: clock.read });
      const id = await given.task(ledger, { points: 1 });
      await ledger.commit(act({ actor: "bob" }), (draft) => draft.change(Task, id, { points: 2, labels: ["roof"] }));
      clock.set("2024-03-02T09:00:00.000Z");
      await ledger.commit(act({ actor: "cid" }), (draft) => draft.change(Task, id, { title: "Roof", points: 3 }));
      const since = (version: number, among?: readonly string[]): Promise<ChangedSince | null> => asked(ledger, (draft) => draft.changedSince(Task, id, version, among));
      const byCid = { actor: "cid", at: "2024-03-02T09:00:00.000Z", entry: 4 };
      expect(await since(1)).toEqual({ fields: ["labels", "points", "title"], ...byCid });
      expect(await since(2)).toEqual({ fields: ["points", "title"], ...byCid });
      expect(await since(3)).toBeNull();
      expect(await since(1, ["labels", "state"])).toEqual({ fields: ["labels"], actor: "bob", at: "2024-03-01T09:00:00.000Z", entry: 3 });
      expect(await since(1, ["points"])).toEqual({ fields: ["points"], ...byCid });
      expect(await since(1, ["state"])).toBeNull();
    });
  });
}
