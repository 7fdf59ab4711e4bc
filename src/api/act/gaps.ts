import type { FieldValues } from "../../ledger/record.ts";

/** The reasons for empty fields, without those of fields that are filled now; nothing where all of them stay. */
export function withoutFilledGaps(gaps: unknown, fields: FieldValues): FieldValues {
  if (typeof gaps !== "object" || gaps === null) return {};
  const all = Object.entries(gaps);
  const kept = all.filter(([field]) => isEmpty(fields[field]));
  return kept.length === all.length ? {} : { gaps: Object.fromEntries(kept) };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
