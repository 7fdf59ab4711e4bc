import { getTableColumns } from "drizzle-orm";
import type { RecordKind } from "../../ledger/concept.ts";
import type { FieldValues } from "../../ledger/record.ts";

/** The column behind a field of a record: a relation's column is its field's name and Id. */
export function columnFor(kind: RecordKind, field: string): string {
  const columns = getTableColumns(kind.table);
  return columns[field] === undefined && columns[`${field}Id`] !== undefined ? `${field}Id` : field;
}

/** What was sent, by column: fields that were left out are left out, those sent as null are emptied. */
export function valuesOf(kind: RecordKind, sent: object): FieldValues {
  return Object.fromEntries(Object.entries(sent).flatMap(([field, value]: [string, unknown]) => (value === undefined ? [] : [[columnFor(kind, field), field === "gaps" ? reasons(kind, value) : value]])));
}

/** Why fields are empty, as a record keeps it: by column. */
function reasons(kind: RecordKind, gaps: unknown): unknown {
  return Array.isArray(gaps) ? Object.fromEntries(gaps.map(({ field, status }: Gap) => [columnFor(kind, field), status])) : gaps;
}

interface Gap {
  readonly field: string;
  readonly status: string;
}
