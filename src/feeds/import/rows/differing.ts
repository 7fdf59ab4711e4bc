import { getTableColumns } from "drizzle-orm";
import { columnFor } from "../../../api/act/columns.ts";
import { Refusal } from "../../../kernel/problem.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import type { Json } from "../../../ledger/entry.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import { canonical } from "../../../ledger/seal.ts";

/** Whether what is sent of a field is otherwise than a record has it. What cannot be read is: the act that takes it says why. */
export function differing(kind: RecordKind, field: string, values: FieldValues, standing: FieldValues): boolean {
  const name = columnFor(kind, field);
  const column = getTableColumns(kind.table)[name];
  if (column === undefined) return false;
  try {
    const wanted: unknown = values[name] ?? column.defaultFn?.() ?? null;
    const stands = standing[name] ?? null;
    return textOf(wanted === null ? null : column.mapFromDriverValue(column.mapToDriverValue(wanted))) !== textOf(stands);
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

function textOf(value: unknown): string {
  // What a column gives back is JSON.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return canonical(value as Json);
}
