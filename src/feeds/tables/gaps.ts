import { getTableColumns } from "drizzle-orm";
import { fieldOf } from "../../api/field.ts";
import type { RecordTable } from "../../api/loaders.ts";
import { isId } from "../../kernel/identity.ts";
import { valueStatuses } from "../../kernel/value-status.ts";
import { listCell } from "./list-cell.ts";
import { snake } from "./snake.ts";
import type { Cell, Column } from "./table.ts";
import type { Walked } from "./walk.ts";

export const GAPS: Column = {
  name: "gaps",
  type: "LIST",
  description: `Why cells are empty, as sector: NOT_STATED. One of ${valueStatuses.slice(1).join(", ")}. An empty cell that is not listed is UNKNOWN: nobody has looked. Dates, amounts and counts are not listed: each has a status of its own.`,
  codes: [],
  field: null,
};

/** What stands in that column of a record: it is handed the values at the paths of the fields. */
export type Gaps = (record: Walked, values: readonly unknown[]) => Cell;

/** Says of a record why cells are empty, as the graph says it: what it points at and this viewer may not see is WITHHELD. */
export function gapsIn(table: RecordTable, paths: readonly string[]): Gaps {
  const columns = getTableColumns(table);
  const said = new Map(Object.keys(columns).map((column) => [column, snake(fieldOf(column))]));
  const relations = paths.flatMap((path, place) => (columns[`${path}Id`] === undefined ? [] : [{ column: `${path}Id`, name: snake(path), place }]));
  return (record, values) => {
    const stated = Object.entries(record.gaps).map(([column, status]) => `${said.get(column) ?? column}: ${status}`);
    const hidden = relations.filter(({ column, place }) => isNothing(values[place]) && isId(record[column])).map(({ name }) => `${name}: WITHHELD`);
    return listCell([...stated, ...hidden]);
  };
}

function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
