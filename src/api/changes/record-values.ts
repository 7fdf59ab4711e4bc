import { isId } from "../../kernel/identity.ts";
import { sayMoney, type Money } from "../../kernel/money.ts";
import type { PartialDate } from "../../kernel/partial-date.ts";
import { sayPartialDate } from "../../kernel/say-partial-date.ts";
import { isSame } from "../../kernel/same.ts";
import { sayQuantity } from "../../kernel/say-quantity.ts";
import type { Json } from "../../ledger/entry.ts";
import type { StoredAs } from "../../ledger/between.ts";
import { storedColumns } from "../../ledger/graph.ts";
import { fieldOf } from "../field.ts";
import { isQuantity, quantityFor, type Asking } from "../small-number.ts";

/** A whole record as a copy keeps it: what the scalar RecordValues says of itself. */
export type RecordValues = Readonly<Record<string, Json>>;

/** The ids that stand in a record's columns, of whatever records. */
export function referencesOf({ kind, record }: StoredAs): string[] {
  return storedColumns(kind.table).flatMap(({ name }) => {
    const value = record[name];
    return isReference(name) && isId(value) ? [value] : [];
  });
}

/** A record as a viewer may have it, by the names and in the forms of the schema. */
export function valuesFor(asking: Asking, { kind, record }: StoredAs, isSeen: (id: string) => boolean): RecordValues {
  const systemId = typeof record["systemId"] === "string" ? record["systemId"] : null;
  const withheld: string[] = [];
  const fields = storedColumns(kind.table).map(({ name }): [string, Json] => {
    const value = record[name] ?? null;
    if (!isReference(name) || !isId(value) || isSeen(value)) return [fieldOf(name), name === "gaps" ? asGaps(value) : name === "isExample" ? value === true : inForm(asking, systemId, value)];
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

function isReference(column: string): boolean {
  return column.endsWith("Id");
}

function asGaps(value: Json): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value).map(([column, status]: [string, Json]) => ({ field: fieldOf(column), status })) : [];
}

/** What is an object in the schema is one here; what it says in plain words stands with it. */
function inForm(asking: Asking, systemId: string | null, value: Json): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  // Which of the values it is, its parts tell: a count has an operator, a date has days, an amount has pence.
  /* oxlint-disable no-unsafe-type-assertion -- see above */
  if (isQuantity(value)) {
    const quantity = quantityFor(asking, { systemId }, value);
    return { ...quantity, plain: sayQuantity(quantity) };
  }
  if ("edtf" in value) return { ...value, plain: sayPartialDate(value as unknown as PartialDate) };
  if ("pence" in value) return { ...value, plain: sayMoney(value as unknown as Money) };
  /* oxlint-enable no-unsafe-type-assertion */
  return value;
}
