import { describe, expect, it } from "vitest";
import { writtenAfter } from "../../../src/ledger/reading.ts";
import { unsealed, written } from "../../../src/ledger/written.ts";
import { headDigest, inFile, rowsAtHead, tamper } from "../../support/ledger.ts";
import { Project, Task } from "../../support/world.ts";
import { act, given, type NewStore, type Server } from "./store.ts";

/** Five entries: a project; a task in another project, with a reason and a quote; two changes of the task; a removal. */
async function fiveEntries(newStore: NewStore): Promise<Server> {
  const server = await newStore().server();
  const { ledger } = server;
  const gone = await given.project(ledger, { title: "Gone" });
  await ledger.commit(act({ reason: "The board agreed." }), (draft) => {
    const projectId = draft.create(Project, { title: "House" });
    const id = draft.create(Task, { title: "Roof", state: "OPEN", projectId });
    draft.cite({ sourceId: "sr_0", recordId: id, fields: ["title"], line: 4, quote: "the roof comes last" });
    draft.cite({ sourceId: "sr_0", recordId: projectId, fields: [], line: 1, quote: null });
  });
  const [row] = rowsAtHead(ledger, "select id from tasks");
  const id = String(row?.["id"]);
  await ledger.commit(act(), (draft) => draft.change(Task, id, { points: 3 }));
  await ledger.commit(act(), (draft) => draft.change(Task, id, { state: "DONE" }));
  await ledger.commit(act(), (draft) => draft.remove(Project, gone));
  return server;
}

/** Each way of tampering with the file, and the entry at which it is found. */
const tamperings: readonly { readonly what: string; readonly entry: number; readonly statements: readonly string[] }[] = [
  { what: "a record's text", entry: 2, statements: ["update changes set record = replace(record, 'House', 'Horse') where entry = 2"] },
  { what: "a record's text that is no longer a record", entry: 2, statements: ["update changes set record = 'gone' where entry = 2"] },
  { what: "a record's text that is taken away", entry: 3, statements: ["update changes set record = null where entry = 3"] },
  { what: "a seal", entry: 3, statements: ["update changes set seal = 'x' || seal where entry = 3"] },
  { what: "a salt", entry: 3, statements: ["update changes set salt = 'x' || salt where entry = 3"] },
  { what: "the names of changed fields", entry: 3, statements: ["update changes set fields = '[]' where entry = 3"] },
  { what: "names of changed fields that are no list", entry: 3, statements: ["update changes set fields = 'points' where entry = 3"] },
  { what: "a version", entry: 4, statements: ["update changes set version = 9 where entry = 4"] },
  { what: "a change that is taken out", entry: 2, statements: ["delete from changes where entry = 2 and position = 1"] },
  { what: "a change that is copied in", entry: 3, statements: ["insert into changes select 3, 7, type, shape, recordId || 'x', version, operation, fields, record, salt, seal from changes where entry = 4"] },
  { what: "a change under an entry that does not exist", entry: 0, statements: ["insert into changes select 0, 0, type, shape, recordId || 'x', version, operation, fields, record, salt, seal from changes where entry = 4"] },
  { what: "the order of changes", entry: 2, statements: ["update changes set position = 9 where entry = 2 and position = 0"] },
  { what: "who did it", entry: 3, statements: ["update entries set actor = 'bob' where number = 3"] },
  { what: "when it was", entry: 4, statements: ["update entries set at = '2001-01-01T00:00:00.000Z' where number = 4"] },
  { what: "when it was written down", entry: 4, statements: ["update entries set recordedAt = '2001-01-01T00:00:00.000Z' where number = 4"] },
  { what: "whether it is founding", entry: 1, statements: ["update entries set founding = 1 where number = 1"] },
  { what: "a reason", entry: 2, statements: ["update entries set reason = 'Nobody knows.' where number = 2"] },
  { what: "a reason that is taken away", entry: 2, statements: ["update entries set reason = null where number = 2"] },
  { what: "a reason that is taken away with its seal", entry: 2, statements: ["update entries set reason = null, reasonSalt = null, reasonSeal = null where number = 2"] },
  { what: "a reason that is put in", entry: 3, statements: ["update entries set reason = 'Because.' where number = 3"] },
  { what: "a quote", entry: 2, statements: ["update citations set quote = 'the roof comes first' where position = 0"] },
  { what: "a quote that is taken away with its seal", entry: 2, statements: ["update citations set quote = null, salt = null, seal = null where position = 0"] },
  { what: "a quote that is put in", entry: 2, statements: ["update citations set quote = 'the house' where position = 1"] },
  { what: "the line of a quote", entry: 2, statements: ["update citations set line = 5 where position = 0"] },
  { what: "a citation that is taken out", entry: 2, statements: ["delete from citations where position = 1"] },
  { what: "a hash", entry: 4, statements: ["update entries set hash = 'x' || hash where number = 4"] },
  { what: "an entry that is taken out", entry: 3, statements: ["delete from changes where entry = 3", "delete from entries where number = 3"] },
  { what: "a row of the graph", entry: 4, statements: ["update tasks set title = 'Wall'"] },
  { what: "a row taken from the graph", entry: 2, statements: ["delete from projects where title = 'House'"] },
  { what: "a removed row put back into the graph", entry: 5, statements: ["insert into projects (id, version, title) select recordId, 1, 'Gone' from changes where entry = 5"] },
  { what: "a row put into the graph", entry: 0, statements: ["insert into projects (id, version, title) values ('pj_0', 1, 'Nobody')"] },
  { what: "two entries, the first of them", entry: 2, statements: ["update changes set seal = 'x' where entry = 2", "update entries set actor = 'bob' where number = 4"] },
];

/** What is found out about tampering. */
export function describeVerifying(newStore: NewStore): void {
  describe("verify", () => {
    it("finds a ledger sound that nobody has tampered with, and tells its last hash", async () => {
      const { ledger } = await newStore().server();
      expect(ledger.verify()).toEqual({ sound: true, entries: 0, hash: "genesis" });
      await given.task(ledger);
      const verdict = ledger.verify();
      expect(verdict).toEqual({ sound: true, entries: 2, hash: ledger.entriesAfter(1, 1)[0]?.hash });
    });

    it.for(tamperings)("finds $what at entry $entry", async ({ statements, entry }) => {
      const { ledger, file } = await fiveEntries(newStore);
      expect(ledger.verify()).toMatchObject({ sound: true, entries: 5 });
      const lease = ledger.lease();
      for (const statement of statements) tamper(file, statement);
      expect(ledger.verify()).toMatchObject({ sound: false, entry });
      lease.release();
    });
  });

  describe("verify, where somebody has rewritten an entry and sealed it anew,", () => {
    it("finds that the next one does not continue it", async () => {
      const { ledger, file } = await fiveEntries(newStore);
      const [third] = inFile(file, (graph) => writtenAfter(graph, 2, 1));
      if (third === undefined) throw new Error("There is no third entry.");
      const rewritten = written({ ...unsealed(third), actor: "bob" });
      tamper(file, "update entries set actor = 'bob', hash = ? where number = 3", rewritten.entry.hash);
      for (const { position, salt, seal } of rewritten.changes) tamper(file, "update changes set salt = ?, seal = ? where entry = 3 and position = ?", salt ?? "", seal, position);
      expect(ledger.verify()).toEqual({ sound: false, entry: 4, reason: "Entry 4 does not continue the entry before it." });
    });
  });

  describe("rebuild", () => {
    it("makes the same graph again", async () => {
      const { ledger } = await fiveEntries(newStore);
      const before = headDigest(ledger);
      await ledger.rebuild();
      expect(headDigest(ledger)).toBe(before);
      expect(ledger.verify()).toMatchObject({ sound: true });
      await given.task(ledger);
      expect(ledger.verify()).toMatchObject({ sound: true });
    });

    it("mends a graph that was tampered with, for those who read at that time too", async () => {
      const { ledger, file } = await fiveEntries(newStore);
      const before = headDigest(ledger);
      tamper(file, "update tasks set title = 'Wall'");
      const lease = ledger.lease();
      const [rebuilt] = await Promise.all([ledger.rebuild(), given.project(ledger)]);
      expect(rebuilt).toBeUndefined();
      expect(lease.graph.run("select title from tasks", [])).toEqual([{ title: "Wall" }]);
      expect(rowsAtHead(ledger, "select title from tasks")).toEqual([{ title: "Roof" }]);
      lease.release();
      expect(ledger.verify()).toMatchObject({ sound: true, entries: 6 });
      expect(headDigest(ledger)).not.toBe(before);
    });

    it("takes in every record, however many there are, and makes every index again", async () => {
      const { ledger, file } = await newStore().server();
      for (let batch = 0; batch < 3; batch += 1) {
        await ledger.commit(act(), (draft) => {
          const projectId = draft.create(Project, { title: `House ${batch}` });
          for (let task = 0; task < 400; task += 1) draft.create(Task, { title: `Roof ${task}`, state: "OPEN", projectId });
        });
      }
      const indexes = (): unknown => inFile(file, (graph) => graph.run("select name, sql from sqlite_master where type in ('index', 'trigger') order by name", []));
      const before = [headDigest(ledger), indexes()];
      await ledger.rebuild();
      expect([headDigest(ledger), indexes()]).toEqual(before);
      expect(rowsAtHead(ledger, "select count(*) as tasks from tasks")).toEqual([{ tasks: 1_200 }]);
      expect(ledger.verify()).toMatchObject({ sound: true });
    });

    it("is refused where a record points at one that is not there, and the graph stays as it was", async () => {
      const { ledger, file } = await fiveEntries(newStore);
      const before = headDigest(ledger);
      tamper(file, "update changes set operation = 'REMOVE', record = null where type = 'Project' and entry = 2");
      await expect(ledger.rebuild()).rejects.toThrow("A record in tasks points at one in projects that is not there.");
      expect(headDigest(ledger)).toBe(before);
      await expect(ledger.commit(act(), (draft) => draft.create(Task, { title: "Wall", state: "OPEN", projectId: "pr_0000000000000000" }))).rejects.toThrow("There is no Project with the id");
    });

    it("is seen by whoever reads at the same entry", async () => {
      const { ledger, file } = await fiveEntries(newStore);
      tamper(file, "update tasks set title = 'Wall'");
      const lease = ledger.lease();
      await ledger.rebuild();
      expect(rowsAtHead(ledger, "select title from tasks")).toEqual([{ title: "Roof" }]);
      lease.release();
    });
  });
}
