import { drizzle } from "drizzle-orm/node-postgres";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type { Pool } from "pg";
import { programFile } from "../../kernel/program-file.ts";

const MIGRATIONS = { migrationsFolder: programFile("drizzle/journal"), migrationsSchema: "waymark", migrationsTable: "migrations" };

/** Two servers that start together would both make the tables: the second waits, and finds them there. */
const MAKING = 0x57_61_79_6e;

/** Makes the tables, or brings them up to date. Where that is done already nothing is asked that a role which may only read and write rows could not do. */
export async function ensureTables(pool: Pool): Promise<void> {
  if (await isUpToDate(pool)) return;
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [MAKING]);
    if (!(await isUpToDate(pool))) await migrate(drizzle({ client: pool }), MIGRATIONS);
  } finally {
    await client.query("rollback").catch(() => null);
    client.release();
  }
}

/** Whether a ledger's tables are there, of whatever version. */
export async function hasTables(pool: Pool): Promise<boolean> {
  const { rows: [found] } = await pool.query<{ there: boolean }>("select to_regclass('waymark.migrations') is not null as there");
  return found?.there === true;
}

/** Tables that a newer version has made serve this one as well: what is added to them never takes away. */
async function isUpToDate(pool: Pool): Promise<boolean> {
  if (!(await hasTables(pool))) return false;
  const { rows: [last] } = await pool.query<{ at: string | null }>("select max(created_at) as at from waymark.migrations");
  const newest = Math.max(...readMigrationFiles(MIGRATIONS).map(({ folderMillis }) => folderMillis));
  return last?.at !== undefined && Number(last.at) >= newest;
}

/** What a server does in each table. */
const RIGHTS = { entries: ["select", "insert", "update"], remains: ["select", "insert", "delete"], repeats: ["select", "insert", "update", "delete"], aside: ["select", "insert", "update", "delete"] };

/** Refuses a role that lacks a right without which a server would find out only when somebody needs it. */
export async function ensureRights(pool: Pool): Promise<void> {
  const needed = Object.entries(RIGHTS).flatMap(([table, rights]) => rights.map((right) => ({ table: `waymark.${table}`, right })));
  const { rows } = await pool.query<{ lacks: string }>(
    `select right_needed || ' on ' || table_needed as lacks from unnest($1::text[], $2::text[]) as needed (table_needed, right_needed) where not has_table_privilege(table_needed, right_needed)`,
    [needed.map(({ table }) => table), needed.map(({ right }) => right)],
  );
  if (rows.length > 0) throw new Error(`its role may not do all that a server does; grant it ${rows.map(({ lacks }) => lacks).join(", ")}`);
}
