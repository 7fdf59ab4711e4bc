import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { expect, it } from "vitest";
import { APPLICATION } from "../../src/ledger/file.ts";
import { migrationsOf, migrationsUpTo } from "../support/earlier-migrations.ts";
import { digestAt, freshFile, headDigest, openLedger, rowsAtHead } from "../support/ledger.ts";
import { Project, Task } from "../support/world.ts";
import { act, given } from "./contract/store.ts";

const earlier = migrationsOf("ledger").slice(0, -1);

/** A ledger's file as a version left it whose last migration this was, with what another has in the tables that there were then: the graph is built anew. */
function leftBehind(last: string, filled: string): string {
  const file = freshFile();
  const sqlite = new Sqlite(file);
  sqlite.pragma(`application_id = ${APPLICATION}`);
  sqlite.pragma("journal_mode = WAL");
  migrate(drizzle({ client: sqlite }), { migrationsFolder: migrationsUpTo("ledger", last) });
  sqlite.prepare("attach ? as filled").run(filled);
  const tables = sqlite.prepare<[], { name: string }>("select name from main.sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\' and name not like 'sqlite%' and name <> 'graph_stamp'").all();
  for (const { name } of tables) {
    const columns = sqlite.prepare<[string], { name: string }>("select name from pragma_table_info(?, 'main')").all(name).map((column) => `"${column.name}"`).join(", ");
    sqlite.exec(`insert into main."${name}" (${columns}) select ${columns} from filled."${name}"`);
  }
  sqlite.close();
  return file;
}

it("has more than one schema to come from", () => {
  expect(earlier.length).toBeGreaterThan(1);
});

it.each(earlier)("a file that was left at %s is opened, sound, read and written as it was left", async (last) => {
  const filled = freshFile();
  const before = await openLedger({ file: filled });
  const projectId = await given.project(before, { title: "House" });
  await before.commit(act({ key: "k1", input: "a task", reason: "As agreed" }), (draft) => draft.create(Task, { projectId, title: "Roof", state: "OPEN", labels: [] }));
  await before.commit(act(), (draft) => draft.change(Project, projectId, { title: "Home" }));
  const digests = [await digestAt(before, 1), await digestAt(before, 3), headDigest(before), before.hashOf(3)];
  await before.close();

  const ledger = await openLedger({ file: leftBehind(last, filled) });
  expect(ledger.verify()).toMatchObject({ sound: true, entries: 3 });
  expect([await digestAt(ledger, 1), await digestAt(ledger, 3), headDigest(ledger), ledger.hashOf(3)]).toEqual(digests);
  expect(rowsAtHead(ledger, "select title from projects union all select title from tasks")).toEqual([{ title: "Home" }, { title: "Roof" }]);
  expect(await ledger.commit(act({ key: "k1", input: "a task" }), () => null)).toMatchObject({ entry: 2, repeated: true });
  await ledger.drawers.keep("a drawer", "a key", { owner: null, value: "kept", until: new Date("2100-01-01") });
  await given.project(ledger);
  expect(ledger.verify()).toMatchObject({ sound: true, entries: 4 });
});
