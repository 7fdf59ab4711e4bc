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
    return textOf(counted(wanted === null ? null : column.mapFromDriverValue(column.mapToDriverValue(wanted)))) !== textOf(counted(stands));
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

/** Whether what is sent and what stands are both not known, for whatever reasons. */
export function areAbsent(sent: unknown, standing: unknown): boolean {
  return [sent, standing].every((value) => typeof value === "object" && value !== null && "status" in value && typeof value.status === "string" && value.status !== "KNOWN");
}

/** What a count that is not known would have been a count of, says nothing. */
function counted(value: unknown): unknown {
  return typeof value === "object" && value !== null && "unit" in value && "status" in value && value.status !== "KNOWN" ? { ...value, unit: null } : value;
}

function textOf(value: unknown): string {
  // What a column gives back is JSON.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return canonical(value as Json);
}
