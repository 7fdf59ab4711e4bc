import { describe, expect, it } from "vitest";
import { newId } from "../../../src/kernel/identity.ts";
import { MOST_CHANGES, type Citation } from "../../../src/ledger/entry.ts";
import { rowsAtHead } from "../../support/ledger.ts";
import { Project, Task } from "../../support/world.ts";
import { act, codesOf, entriesOf, given, problemsOf, task, type NewStore } from "./store.ts";

/** A citation for fields of a record. */
const citing = (recordId: string, ...fields: string[]): Citation => ({ sourceId: "sr_0", recordId, fields, line: 1, quote: null });

/** What no act can do. */
export function describeRefusals(newStore: NewStore): void {
  describe("a record", () => {
    it("is refused with every problem at once, each with its path: missing, wrong and unknown fields", async () => {
      const { ledger } = await newStore().server();
      const refused = ledger.commit(act(), (draft) => draft.create(Task, { state: "LOST", points: 1.5, due: "whenever", colour: "red", firstLabel: "roof" }));
      const problems = await problemsOf(refused);
      const found = problems.map(({ code, path }) => `${code} ${path?.join(".")}`).filter((text) => !text.includes("due"));
      expect(found.toSorted()).toEqual([
        "INVALID_CHOICE state",
        "INVALID_NUMBER points",
        "MISSING_FIELD projectId",
        "MISSING_FIELD title",
        "UNKNOWN_FIELD colour",
        "UNKNOWN_FIELD firstLabel",
      ]);
      expect(problems.some(({ path }) => path?.[0] === "due")).toBe(true);
      expect(ledger.head()).toBe(0);
    });

    it("gives reasons only for fields that it has, and the refusal names those that may have been meant", async () => {
      const { ledger } = await newStore().server();
      const projectId = await given.project(ledger);
      const gaps = { parent: "NOT_STATED", firstLabel: "UNKNOWN", colour: "NOT_APPLICABLE", points: "NOT_STATED" };
      const problems = await problemsOf(ledger.commit(act(), (draft) => draft.create(Task, task({ projectId, gaps }))));
      expect(problems).toEqual([
        { code: "UNKNOWN_FIELD", path: ["gaps", "parent"], message: "Task has no field parent that could be empty for a reason. Did you mean parentId?" },
        { code: "UNKNOWN_FIELD", path: ["gaps", "firstLabel"], message: "Task has no field firstLabel that could be empty for a reason. It has title, state, projectId, parentId, points, urgent, due, labels." },
        { code: "UNKNOWN_FIELD", path: ["gaps", "colour"], message: "Task has no field colour that could be empty for a reason. It has title, state, projectId, parentId, points, urgent, due, labels." },
      ]);
      const id = await given.task(ledger, { projectId });
      expect(await codesOf(ledger.commit(act(), (draft) => { draft.change(Task, id, { gaps: { colour: "NOT_STATED" } }); }))).toEqual(["UNKNOWN_FIELD"]);
      await ledger.commit(act(), (draft) => { draft.change(Task, id, { gaps: { parentId: "NOT_APPLICABLE" } }); });
      expect(rowsAtHead(ledger, "select gaps from tasks")).toEqual([{ gaps: '{"parentId":"NOT_APPLICABLE"}' }]);
    });

    it("keeps its identity: id and version are not fields that an act writes", async () => {
      const { ledger } = await newStore().server();
      const id = await given.project(ledger);
      expect(await codesOf(ledger.commit(act(), (draft) => draft.create(Project, { title: "House", id })))).toEqual(["UNKNOWN_FIELD"]);
      expect(await codesOf(ledger.commit(act(), (draft) => draft.change(Project, id, { version: 7 })))).toEqual(["UNKNOWN_FIELD"]);
    });

    it("points at records that exist, of the kind that its field is for", async () => {
      const { ledger } = await newStore().server();
      const projectId = await given.project(ledger);
      const nobody = newId("tk", "nobody");
      const refused = ledger.commit(act(), (draft) => draft.create(Task, task({ projectId: nobody, parentId: projectId })));
      expect(await problemsOf(refused)).toMatchObject([
        { code: "NOT_FOUND", path: ["projectId"], message: `There is no Project with the id ${nobody}.` },
        { code: "NOT_FOUND", path: ["parentId"], message: `There is no Task with the id ${projectId}.` },
      ]);
      expect(await codesOf(ledger.commit(act(), (draft) => draft.create(Task, task({ projectId: 5 }))))).toEqual(["INVALID_TEXT"]);
    });

    it("does not point at one that the same act has removed", async () => {
      const { ledger } = await newStore().server();
      const projectId = await given.project(ledger);
      const refused = ledger.commit(act(), (draft) => {
        draft.remove(Project, projectId);
        draft.create(Task, task({ projectId }));
      });
      expect(await codesOf(refused)).toEqual(["NOT_FOUND"]);
      expect(rowsAtHead(ledger, "select id from projects")).toEqual([{ id: projectId }]);
    });

    it("that is not there is neither changed nor removed", async () => {
      const { ledger } = await newStore().server();
      const id = newId("pj", "nobody");
      expect(await codesOf(ledger.commit(act(), (draft) => draft.change(Project, id, { title: "House" })))).toEqual(["NOT_FOUND"]);
      expect(await codesOf(ledger.commit(act(), (draft) => draft.remove(Project, id)))).toEqual(["NOT_FOUND"]);
    });

    it("at which others point is not removed, and the refusal lists them", async () => {
      const { ledger } = await newStore().server();
      const projectId = await given.project(ledger);
      const parent = await given.task(ledger, { projectId, parentId: null });
      const child = await given.task(ledger, { projectId, parentId: parent });
      const [problem] = await problemsOf(ledger.commit(act(), (draft) => draft.remove(Project, projectId)));
      expect(problem?.code).toBe("STILL_REFERENCED");
      expect(problem?.message).toContain(`Task ${parent}`);
      expect(problem?.message).toContain(`Task ${child}`);
      expect(await codesOf(ledger.commit(act(), (draft) => draft.remove(Task, parent)))).toEqual(["STILL_REFERENCED"]);
    });

    it("goes together with all that point at it, and with itself", async () => {
      const { ledger } = await newStore().server();
      const projectId = await given.project(ledger);
      const parent = await given.task(ledger, { projectId });
      const child = await given.task(ledger, { projectId, parentId: parent });
      await ledger.commit(act(), (draft) => {
        draft.change(Task, parent, { parentId: parent });
        draft.remove(Task, child);
        draft.remove(Task, parent);
        draft.remove(Project, projectId);
      });
      expect(rowsAtHead(ledger, "select id from tasks union all select id from projects")).toEqual([]);
      expect(ledger.verify()).toMatchObject({ sound: true });
    });

    it("has what only one record can have, or is refused", async () => {
      const { ledger } = await newStore().server();
      await given.project(ledger, { code: "X" });
      const id = await given.project(ledger, { code: "Y" });
      expect(await problemsOf(ledger.commit(act(), (draft) => draft.create(Project, { title: "House", code: "X" })))).toEqual([
        { code: "ALREADY_EXISTS", message: "Another Project already has this code. Nothing was changed.", path: ["code"] },
      ]);
      expect(await codesOf(ledger.commit(act(), (draft) => draft.change(Project, id, { code: "X" })))).toEqual(["ALREADY_EXISTS"]);
      expect(ledger.head()).toBe(2);
    });
  });

  describe("a citation", () => {
    it("is refused for fields that its record does not have, whichever way it comes, and the refusal names those that may have been meant", async () => {
      const { ledger } = await newStore().server();
      const id = await given.project(ledger);
      const inDecision = ledger.commit(act(), (draft) => {
        draft.cite(citing(id, "title"));
        draft.cite(citing(id, "code", "tilte", "version"));
      });
      expect(await problemsOf(inDecision)).toEqual([
        { code: "UNKNOWN_FIELD", path: ["cite", 1, "fields", 1], message: "Project has no field tilte, for which a source is cited. Did you mean title?" },
        { code: "UNKNOWN_FIELD", path: ["cite", 1, "fields", 2], message: "Project has no field version, for which a source is cited. It has title, code." },
      ]);
      expect(await codesOf(ledger.commit(act({ citations: [citing(id, "points")] }), (draft) => draft.create(Project, { title: "House" })))).toEqual(["UNKNOWN_FIELD"]);
      expect(ledger.head()).toBe(1);
    });

    it("is refused with a quote that is no text, and so is an act whose reason or key is none", async () => {
      const { ledger } = await newStore().server();
      const id = await given.project(ledger);
      expect(await problemsOf(ledger.commit(act(), (draft) => { draft.cite({ ...citing(id), quote: "a\0b" }); }))).toMatchObject([{ code: "INVALID_TEXT", path: ["cite", 0, "quote"] }]);
      const create = (how: Parameters<typeof act>[0]): Promise<readonly string[]> => codesOf(ledger.commit(act(how), (draft) => draft.create(Project, { title: "House" })));
      expect(await create({ reason: "half \ud83d" })).toEqual(["INVALID_TEXT"]);
      expect(await create({ key: "a\0b" })).toEqual(["INVALID_TEXT"]);
      expect(ledger.head()).toBe(1);
    });

    it("is refused for what is no record", async () => {
      const { ledger } = await newStore().server();
      expect(await codesOf(ledger.commit(act(), (draft) => { draft.cite(citing("xx_0123456789abcdef", "title")); }))).toEqual(["NOT_FOUND"]);
    });
  });

  describe("an id", () => {
    it("is never used again, not even after its record is gone", async () => {
      const { ledger } = await newStore().server();
      const id = await given.project(ledger);
      const create = (): Promise<readonly string[]> => codesOf(ledger.commit(act(), (draft) => draft.create(Project, { title: "Again" }, id)));
      expect(await create()).toEqual(["ALREADY_EXISTS"]);
      const atOnce = ledger.commit(act(), (draft) => {
        draft.remove(Project, id);
        draft.create(Project, { title: "Again" }, id);
      });
      expect(await codesOf(atOnce)).toEqual(["ALREADY_EXISTS"]);
      await ledger.commit(act(), (draft) => draft.remove(Project, id));
      expect(await create()).toEqual(["ALREADY_EXISTS"]);
    });

    it("begins with the letters of its kind", async () => {
      const { ledger } = await newStore().server();
      for (const id of [newId("tk", "a task's"), "house", ""]) {
        expect(await codesOf(ledger.commit(act(), (draft) => draft.create(Project, { title: "House" }, id)))).toEqual(["INVALID_ID"]);
      }
      const id = newId("pj", "chosen by an import");
      await ledger.commit(act(), (draft) => draft.create(Project, { title: "House" }, id));
      expect(rowsAtHead(ledger, "select id from projects")).toEqual([{ id }]);
    });
  });

  describe("an act that changes too much at once", () => {
    it("is refused above 1,000 records, and nothing of it is written", async () => {
      const { ledger } = await newStore().server();
      const create = (count: number): Promise<unknown> =>
        ledger.commit(act(), (draft) => {
          for (let made = 0; made < count; made += 1) draft.create(Project, { title: `Project ${made}` });
        });
      expect(MOST_CHANGES).toBe(1_000);
      expect(await codesOf(create(1_001))).toEqual(["TOO_MANY_CHANGES"]);
      expect(rowsAtHead(ledger, "select id from projects")).toEqual([]);
      await create(1_000);
      expect(entriesOf(ledger).map(({ changes }) => changes.length)).toEqual([1_000]);
      expect(rowsAtHead(ledger, "select count(*) as count from projects")).toEqual([{ count: 1_000 }]);
    });
  });
}
