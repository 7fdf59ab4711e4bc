import { getTableColumns, is, SQL, sql } from "drizzle-orm";
import { SQLiteSyncDialect, type AnySQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Viewer } from "./viewer.ts";

/** Who a record is for: everybody, the members of its system, or its leads and office while it is a draft. */
export const audiences = ["PUBLIC", "MEMBERS", "DRAFT"] as const;

export type Audience = (typeof audiences)[number];

/** What decides who may see a row. */
export interface Guarded {
  readonly audience: Audience;
  readonly systemId: string | null;
  /** Of a record that fewer may see than its audience says: who may; null where its audience says it all. A column of its table works it out; NOBODY is one of its words. */
  readonly seenBy?: string | null;
}

/** The columns that decide it. */
export interface GuardedTable {
  readonly audience: AnySQLiteColumn;
  readonly systemId: AnySQLiteColumn;
  readonly seenBy?: AnySQLiteColumn;
}

/** Whether a viewer may see a row. `visible` says the same in SQL; every path to a record passes one of the two. */
export function maySee(viewer: Viewer, row: Guarded): boolean {
  const audience = row.seenBy ?? row.audience;
  if (audience === "PUBLIC") return true;
  const systems = audience === "MEMBERS" ? viewer.memberOf : audience === "DRAFT" ? viewer.draftsOf : [];
  return row.systemId !== null && systems.includes(row.systemId);
}

/** Holds for the rows of a table that a viewer may see. */
export function visible(viewer: Viewer, table: GuardedTable): SQL {
  const audience = table.seenBy === undefined ? table.audience : sql`coalesce(${table.seenBy}, ${table.audience})`;
  if (viewer.memberOf.length === 0 && viewer.draftsOf.length === 0) return sql`${audience} = 'PUBLIC'`;
  return sql`(${audience} = 'PUBLIC'
    or (${audience} = 'MEMBERS' and ${table.systemId} in (select value from json_each(${JSON.stringify(viewer.memberOf)})))
    or (${audience} = 'DRAFT' and ${table.systemId} in (select value from json_each(${JSON.stringify(viewer.draftsOf)}))))`;
}

/** The same for what is kept of records by audience and system: which audiences there are is said too, so that those are found by the key. */
export function keptFor(viewer: Viewer, table: Pick<GuardedTable, "audience" | "systemId">): SQL {
  if (viewer.memberOf.length === 0 && viewer.draftsOf.length === 0) return visible(viewer, table);
  return sql`${table.audience} in ('PUBLIC', 'MEMBERS', 'DRAFT') and ${visible(viewer, table)}`;
}

/** Whether the rows of a table are shown to nobody by any path to records: what it holds is given out by its own concept alone. */
export function neverShown(table: SQLiteTable): boolean {
  const seenBy: unknown = getTableColumns(table)["seenBy"]?.generated?.as;
  return is(seenBy, SQL) && new SQLiteSyncDialect().sqlToQuery(seenBy).sql === "'NOBODY'";
}
