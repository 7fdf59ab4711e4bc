import Sqlite, { type Database } from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { programFile } from "../../src/kernel/program-file.ts";
import { execute, graphStampOf, readDdl, splitDdl, withoutConstraints, type Ddl } from "../../src/ledger/ddl.ts";
import { worldDdl } from "../support/ledger.ts";
import { kinds, Project, Task } from "../support/world.ts";

const domain = readDdl(programFile("drizzle/graph"));

function made(ddl: Ddl): Database {
  const sqlite = new Sqlite(":memory:");
  execute(sqlite, ddl);
  return sqlite;
}

/** Every column of every table, generated ones included, with its type. */
function columnsOf(ddl: Ddl): unknown[] {
  return made(ddl)
    .prepare('select "table".name as "table", "column".name as "column", "column".type, "column".hidden, "column".pk from sqlite_master as "table", pragma_table_xinfo("table".name) as "column" where "table".type = \'table\' order by 1, 2')
    .all();
}

describe.each([
  { name: "of the domain", ddl: domain },
  { name: "of the small world", ddl: worldDdl },
])("the tables $name, without constraints", ({ ddl }) => {
  const loose = withoutConstraints(ddl);

  it("have no NOT NULL, no UNIQUE and no foreign key", () => {
    expect(ddl.join("\n")).toMatch(/NOT NULL/);
    expect(ddl.join("\n")).toMatch(/FOREIGN KEY/);
    expect(loose.join("\n")).not.toMatch(/(?<!IS )NOT NULL|UNIQUE|FOREIGN KEY|(?<!_)REFERENCES|CHECK/i);
    const sqlite = made(loose);
    expect(sqlite.prepare(`select * from sqlite_master as "table", pragma_foreign_key_list("table".name)`).all()).toEqual([]);
    expect(sqlite.prepare(`select * from sqlite_master as "table", pragma_index_list("table".name) as "index" where "index"."unique" and "index".origin <> 'pk'`).all()).toEqual([]);
    expect(sqlite.prepare(`select * from sqlite_master as "table", pragma_table_xinfo("table".name) as "column" where "table".type = 'table' and "column"."notnull" and not "column".pk`).all()).toEqual([]);
  });

  it("have the same columns and as many indexes", () => {
    expect(columnsOf(loose)).toEqual(columnsOf(ddl));
    expect(columnsOf(loose).length).toBeGreaterThan(10);
    expect(loose.filter((part) => part.includes("INDEX"))).toHaveLength(ddl.filter((part) => part.includes("INDEX")).length);
  });
});

describe("a table without constraints", () => {
  it("keeps what only looks like one: words in a default, and conditions of an index and of a generated column", () => {
    const sqlite = made(
      withoutConstraints(
        splitDdl(
          "CREATE TABLE `a` (`id` text PRIMARY KEY NOT NULL, `b` text NOT NULL, `c` integer GENERATED ALWAYS AS (b IS NOT NULL) VIRTUAL);\n--> statement-breakpoint\nCREATE UNIQUE INDEX `a_by_b` ON `a` (`b`) WHERE `b` IS NOT NULL;",
        ),
      ),
    );
    sqlite.exec("insert into a (id, b) values ('1', null), ('2', 'x'), ('3', 'x')");
    expect(sqlite.prepare("select c from a order by id").pluck().all()).toEqual([0, 1, 1]);
  });
});

describe("the stamp of a graph", () => {
  it("is the same for the same tables and shapes, and another when one of them differs", () => {
    const stamp = graphStampOf(worldDdl, kinds);
    expect(graphStampOf([...worldDdl], [Project, Task])).toBe(stamp);
    expect(graphStampOf([...worldDdl, "CREATE INDEX `i` ON `tasks` (`title`);"], kinds)).not.toBe(stamp);
    expect(graphStampOf(worldDdl, [Project, { ...Task, shape: 2 }])).not.toBe(stamp);
    expect(graphStampOf(worldDdl, [Project])).not.toBe(stamp);
  });
});
