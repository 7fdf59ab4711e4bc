import { getTableConfig, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { RecordTable } from "../api/loaders.ts";
import { kindIn } from "../ledger/concept.ts";

/** A column by which a record points at another, and whether it belongs where that one does. */
export interface Way {
  readonly column: AnySQLiteColumn;
  readonly to: RecordTable;
  readonly belongs: boolean;
}

/** The ways from the records of a table to others, but for their system and for others of their own kind: what is under a programme that is under another is not in that one. */
export function waysFrom(table: RecordTable): readonly Way[] {
  return getTableConfig(table).foreignKeys.flatMap((key): Way[] => {
    const { columns: [column], foreignTable } = key.reference();
    if (column === undefined || foreignTable === table || column === table.systemId) return [];
    // Foreign keys of a record's table point at tables of records only.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    return [{ column, to: foreignTable as RecordTable, belongs: column.notNull || kindIn(foreignTable).whole === true }];
  });
}
