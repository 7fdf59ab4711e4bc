import { isSame } from "../../kernel/same.ts";
import type { Json } from "../../ledger/entry.ts";
import type { StoredAs } from "../../ledger/between.ts";
import { storedColumns } from "../../ledger/graph.ts";
import { valueIn, type StoredValue } from "../../ledger/value-kind.ts";
import { fieldOf } from "../field.ts";
import { shownTo, type ForWhom } from "../value/small-number.ts";
import { sayValue } from "../value/say-value.ts";

/** A whole record as a copy keeps it: what the scalar RecordValues says of itself. */
export type RecordValues = Readonly<Record<string, Json>>;

/** The ids that stand in a record's columns, of whatever records. */
export function referencesOf({ kind, record }: StoredAs): string[] {
  return storedColumns(kind.table).flatMap(({ name }) => {
    const value = name === "id" ? null : valueIn(kind.table, name, record[name]);
    return value?.kind === "RECORD" ? [value.value] : [];
  });
}

/** A record as a viewer may have it, by the names and in the forms of the schema. */
export function valuesFor(whom: ForWhom, { kind, record }: StoredAs, isSeen: (id: string) => boolean): RecordValues {
  const systemId = typeof record["systemId"] === "string" ? record["systemId"] : null;
  const withheld: string[] = [];
  const fields = storedColumns(kind.table).map(({ name }): [string, Json] => {
    const value = valueIn(kind.table, name, record[name]);
    if (value === null) return [fieldOf(name), name === "isExample" ? false : null];
    if (value.kind !== "RECORD" || name === "id" || isSeen(value.value)) return [fieldOf(name), inForm(shownTo(whom, { systemId }, value))];
    withheld.push(fieldOf(name));
    return [fieldOf(name), null];
  });
  return { ...Object.fromEntries(fields), withheld };
}

/** The fields in which two forms of a record differ, in the order of the alphabet. */
export function changedFields(before: RecordValues | null, after: RecordValues | null): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  for (const name of ["id", "version", "withheld"]) names.delete(name);
  return [...names].filter((name) => !isSame(before?.[name], after?.[name])).toSorted();
}

/** What is an object in the schema is one here; what it says in plain words stands with it. */
function inForm(stored: StoredValue): Json {
  const { kind, value } = stored;
  switch (kind) {
    case "PARTIAL_DATE": case "MONEY": case "QUANTITY": return { ...value, plain: sayValue(stored) };
    case "GAPS": return Object.entries(value).map(([column, status]) => ({ field: fieldOf(column), status }));
    case "RECORD": case "TEXT": case "CHOICE": case "FINANCIAL_YEAR": case "DAY": case "YES_OR_NO": case "NUMBER": case "WORD_LIST": return value;
  }
}
