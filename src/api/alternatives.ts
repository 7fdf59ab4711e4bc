import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";

/**
 * Columns of which a record fills exactly one, and what each of them makes the record: an organisation's part, a person's
 * part. What the record is stands in the row, also for a viewer who may not see the record that the column points at.
 */
export interface Alternatives<Column extends string, Kind extends string> {
  readonly kinds: readonly (readonly [column: Column, kind: Kind])[];
  /** What a record is with none of them: described in words. */
  readonly otherwise: Kind;
}

/** What a row is. */
export function alternativeOf<Column extends string, Kind extends string>(row: Readonly<Record<Column, string | null>>, { kinds, otherwise }: Alternatives<Column, Kind>): Kind {
  return kinds.find(([column]) => row[column] !== null)?.[1] ?? otherwise;
}

/** The same in SQL. */
export function alternativeIn<Column extends string, Kind extends string>(table: Readonly<Record<Column, AnySQLiteColumn>>, { kinds, otherwise }: Alternatives<Column, Kind>): SQL {
  const cases = kinds.map(([column, kind]) => sql`when ${table[column]} is not null then ${kind}`);
  return sql`(case ${sql.join(cases, sql` `)} else ${otherwise} end)`;
}
