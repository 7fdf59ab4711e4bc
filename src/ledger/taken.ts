import { getTableName } from "drizzle-orm";
import { refusal, type Refusal } from "../kernel/problem.ts";
import type { RecordKind } from "./concept.ts";
import { codeOf } from "./sqlite-code.ts";

/** The refusal that a broken UNIQUE means: which kind of record has what only one can have, and in which fields. Null for any other error. */
export function takenRefusal(error: unknown, kinds: readonly RecordKind[]): Refusal | null {
  if (codeOf(error) !== "SQLITE_CONSTRAINT_UNIQUE" || !(error instanceof Error)) return null;
  // SQLite says `UNIQUE constraint failed: table.column, table.column`.
  const columns = [...error.message.matchAll(/(\w+)\.(\w+)/g)];
  const fields = columns.flatMap(([, , field]) => field ?? []);
  const kind = kinds.find(({ table }) => getTableName(table) === columns[0]?.[1]);
  if (kind === undefined) return refusal("ALREADY_EXISTS", "Another record already has what only one record can have. Nothing was changed.");
  // Of several, the ones before say within what the last one is unique.
  return refusal("ALREADY_EXISTS", `Another ${kind.type} already has this ${fields.join(" and ")}. Nothing was changed.`, fields.slice(-1));
}
