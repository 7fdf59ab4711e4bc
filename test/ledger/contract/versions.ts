import { sqliteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { identity, words } from "../../../src/ledger/column.ts";
import { GraphReplaced } from "../../../src/ledger/graph-replaced.ts";
import { recordKind, type RecordKind } from "../../../src/ledger/concept.ts";
import { UnknownShape } from "../../../src/ledger/upgrade.ts";
import { ddlOf, digestAt, headDigest, inPast, rowsAtHead } from "../../support/ledger.ts";
import { kinds, Project, Task } from "../../support/world.ts";
import { act, given, task, type NewStore } from "./store.ts";

/** Waymark's next version: a project has a name instead of a title, and says who it is for. */
const projectsNext = sqliteTable("projects", { ...identity, name: words().notNull(), code: words(), audience: words().notNull() });

const ProjectNext: RecordKind = {
  ...recordKind("Project", "pj", projectsNext),
  shape: 2,
  upgrades: {
    1: (change) => {
      if (change.record === null) return [{ ...change, shape: 2 }];
      const { title = null, ...others } = change.record;
      return [{ ...change, shape: 2, record: { code: null, ...others, name: title, audience: "PUBLIC" } }];
    },
  },
};

const kindsNext: readonly RecordKind[] = [ProjectNext, Task];
const ddlNext = await ddlOf(kindsNext);
const next = { kinds: kindsNext, ddl: ddlNext };

/** How one version of Waymark follows another. */
export function describeVersions(newStore: NewStore): void {
  describe("a newer version", () => {
    it("builds its own graph when it opens the file, and reads what was written in older shapes", async () => {
      const store = newStore();
      const before = await store.server();
      const projectId = await given.project(before.ledger, { title: "House", code: "X" });
      const gone = await given.project(before.ledger, { title: "Gone" });
      await before.ledger.commit(act(), (draft) => draft.remove(Project, gone));
      await before.ledger.close();

      const { ledger } = await store.server({ ...next, file: before.file });
      expect(rowsAtHead(ledger, "select * from projects")).toEqual([{ id: projectId, version: 1, name: "House", code: "X", audience: "PUBLIC" }]);
      await ledger.commit(act(), (draft) => draft.change(ProjectNext, projectId, { name: "Home" }));
      await ledger.commit(act(), (draft) => draft.create(Task, task({ projectId })));
      expect(ledger.entriesAfter(3, 1)[0]?.changes).toMatchObject([{ shape: 2, version: 2, fields: ["name"], record: { name: "Home", audience: "PUBLIC" } }]);
      expect(ledger.verify()).toMatchObject({ sound: true });
      expect(await digestAt(ledger, ledger.head())).toBe(headDigest(ledger));
      expect(await inPast(ledger, 2, (graph) => graph.run("select name from projects order by name", []))).toEqual([{ name: "Gone" }, { name: "House" }]);
    });

    it("brings back what was removed in an older shape, and reads older versions, as they are written today", async () => {
      const store = newStore();
      const before = await store.server();
      const id = await given.project(before.ledger, { title: "House", code: "X" });
      const plain = await given.project(before.ledger, { title: "Hut" });
      await before.ledger.commit(act(), (draft) => draft.remove(Project, id));
      await before.ledger.close();
      const { ledger } = await store.server({ ...next, file: before.file });
      const seen = await ledger.commit(act(), (draft) => [draft.versionOf(ProjectNext, plain, 1), draft.read(ProjectNext, plain)]);
      expect(seen.value?.[0]).toEqual(seen.value?.[1]);
      const { value, changes } = await ledger.commit(act(), (draft) => {
        draft.restore(ProjectNext, id);
        return draft.versionOf(ProjectNext, id, 1);
      });
      expect(value).toEqual({ id, version: 1, name: "House", code: "X", audience: "PUBLIC" });
      expect(changes).toMatchObject([{ shape: 2, operation: "CREATE", version: 3, record: { ...value, version: 3 } }]);
      expect(ledger.verify()).toMatchObject({ sound: true });
      expect(await digestAt(ledger, 4)).toBe(headDigest(ledger));
    });

    it("stops the older one on the same file: it neither writes nor reads", async () => {
      const store = newStore();
      const older = await store.server();
      await given.project(older.ledger);
      const lease = older.ledger.lease();
      const newer = await store.server({ ...next, file: older.file });
      expect(() => older.ledger.lease()).toThrow(GraphReplaced);
      expect(() => older.ledger.entriesAfter(0, 1)).toThrow(GraphReplaced);
      expect(() => older.ledger.verify()).toThrow(GraphReplaced);
      await expect(given.project(older.ledger)).rejects.toThrow(GraphReplaced);
      await expect(older.ledger.rebuild()).rejects.toThrow(GraphReplaced);
      // What was leased before goes on to its end.
      expect(lease.graph.run("select title from projects", [])).toEqual([{ title: "A project" }]);
      lease.release();
      await newer.ledger.commit(act(), (draft) => draft.create(ProjectNext, { name: "House", audience: "PUBLIC" }));
      expect(newer.ledger.verify()).toMatchObject({ sound: true, entries: 2 });
    });

    it("writes what the older one does not know: that one refuses to open the file, and leaves it as it is", async () => {
      const store = newStore();
      const newer = await store.server(next);
      await newer.ledger.commit(act(), (draft) => draft.create(ProjectNext, { name: "House", audience: "PUBLIC" }));
      const opening = store.server({ kinds, file: newer.file });
      await expect(opening).rejects.toThrow(UnknownShape);
      await expect(opening).rejects.toThrow("The ledger holds Project in shape 2, which this version of Waymark does not know. Start a newer version.");
      await newer.ledger.commit(act(), (draft) => draft.create(ProjectNext, { name: "Hut", audience: "PUBLIC" }));
      expect(rowsAtHead(newer.ledger, "select name from projects order by name")).toEqual([{ name: "House" }, { name: "Hut" }]);
    });

    it("may have an index more and nothing else: the graph is built anew for that too", async () => {
      const store = newStore();
      const before = await store.server();
      const digest = await given.task(before.ledger).then(() => headDigest(before.ledger));
      await before.ledger.close();
      const { ledger } = await store.server({ ddl: [...(await ddlOf(kinds)), "CREATE INDEX `tasks_by_title` ON `tasks` (`title`);"], file: before.file });
      expect(rowsAtHead(ledger, "select name from sqlite_master where name = 'tasks_by_title'")).toHaveLength(1);
      expect(headDigest(ledger)).toBe(digest);
    });
  });
}
