import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Pool } from "pg";
import { expect, it } from "vitest";
import { PostgresJournal } from "../../../src/ledger/postgres/postgres-journal.ts";
import { migrationsOf, migrationsUpTo } from "../../support/earlier-migrations.ts";
import { openLedger, rowsAtHead } from "../../support/ledger.ts";
import { usePostgres } from "../../support/postgres.ts";
import { Project } from "../../support/world.ts";
import { act, given } from "../contract/store.ts";

const postgres = usePostgres();
const earlier = migrationsOf("journal").slice(0, -1);

/** Makes a database as a version left it whose last migration this was, with what another has in the tables that there were then. */
async function leaveBehind(last: string, filled: string, address: string): Promise<void> {
  const pool = new Pool({ connectionString: address, max: 1 });
  await migrate(drizzle({ client: pool }), { migrationsFolder: migrationsUpTo("journal", last), migrationsSchema: "waymark", migrationsTable: "migrations" });
  const { rows: tables } = await pool.query<{ name: string }>("select table_name as name from information_schema.tables where table_schema = 'waymark' and table_name <> 'migrations'");
  for (const { name } of tables) {
    const rows = await postgres.run(filled, `select * from waymark.${name}`);
    for (const row of rows) await pool.query(`insert into waymark.${name} select * from json_populate_record(null::waymark.${name}, $1)`, [JSON.stringify(row)]);
  }
  await pool.end();
}

it("has more than one schema to come from", () => {
  expect(earlier.length).toBeGreaterThan(1);
});

it.each(earlier)("a database that was left at %s is opened, sound, read and written as it was left", async (last) => {
  const [filled, address] = [await postgres.freshDatabase(), await postgres.freshDatabase()];
  const before = await openLedger({ journal: await PostgresJournal.open(filled) });
  const id = await given.project(before, { title: "House" });
  await before.commit(act(), (draft) => draft.change(Project, id, { title: "Home" }));
  const hash = before.hashOf(2);
  await before.close();
  await leaveBehind(last, filled, address);

  const ledger = await openLedger({ journal: await PostgresJournal.open(address) });
  expect(ledger.verify()).toMatchObject({ sound: true, entries: 2, hash });
  expect(rowsAtHead(ledger, "select title from projects")).toEqual([{ title: "Home" }]);
  const send = async (): Promise<unknown> => ledger.commit(act({ key: "k1", input: "a hut" }), (draft) => draft.create(Project, { title: "Hut" }));
  expect(await send()).toMatchObject({ entry: 3, repeated: false });
  expect(await send()).toMatchObject({ entry: 3, repeated: true });
  await ledger.drawers.keep("a drawer", "a key", { owner: null, value: "kept", until: new Date("2100-01-01") });
  expect(await ledger.drawers.find("a drawer", "a key")).toMatchObject({ value: "kept" });
  expect(ledger.verify()).toMatchObject({ sound: true, entries: 3 });
});
