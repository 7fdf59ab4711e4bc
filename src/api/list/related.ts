import { and, sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { visible } from "../access/audience.ts";
import { is } from "./condition.ts";
import type { Context } from "../context.ts";
import type { RecordTable } from "../loaders.ts";

/**
 * Conditions on records beside the one that is listed. They pass the same gate as every path to a record: else a list could
 * be asked, filter by filter, what stands in records that the viewer may not see.
 */

/** A column points at a record for which this holds. Nothing where it is not asked for. */
export function pointsAt(context: Context, column: AnySQLiteColumn, table: RecordTable, holds: SQL | undefined): SQL | undefined {
  return holds === undefined ? undefined : sql`${column} in (select ${table.id} from ${table} where ${and(visible(context.viewer, table), holds)})`;
}

/** A column points at this very record, and the viewer may see it. Nothing where it is not asked for. */
export function pointsTo(context: Context, column: AnySQLiteColumn, table: RecordTable, id: string | null | undefined): SQL | undefined {
  return pointsAt(context, column, table, is(table.id, id));
}

/** One of the records that point at this one, by the column that points, is such that this holds. */
export function pointedAtBy(context: Context, id: AnySQLiteColumn, table: RecordTable, foreignKey: AnySQLiteColumn, holds: SQL | undefined): SQL | undefined {
  return holds === undefined ? undefined : sql`${id} in (select ${foreignKey} from ${table} where ${and(visible(context.viewer, table), holds)})`;
}

/** At least one of the conditions that are asked for holds. */
export function either(...conditions: readonly (SQL | undefined)[]): SQL | undefined {
  const asked = conditions.filter((condition) => condition !== undefined);
  return asked.length === 0 ? undefined : sql`(${sql.join(asked, sql` or `)})`;
}
