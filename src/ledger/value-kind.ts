import { getTableColumns, is, type Column } from "drizzle-orm";
import { SQLiteCustomColumn, SQLiteInteger, SQLiteText, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { WHICH_KIND, type ColumnValues } from "./column.ts";

export type ValueKind = keyof ColumnValues;

/** A value that a column holds, as what it is. */
export type StoredValue = { readonly [Kind in ValueKind]: { readonly kind: Kind; readonly value: ColumnValues[Kind] } }[ValueKind];

/** Which kind of value a column holds: it knows that itself. Refuses, where the program starts, a column that was made in any other way. */
export function valueKindOf(column: Column): ValueKind {
  if (is(column, SQLiteCustomColumn)) {
    const kind: unknown = column.mapToDriverValue(WHICH_KIND);
    const known = kinds.find((each) => each === kind);
    if (known !== undefined) return known;
  }
  // What follows from other columns is never written: it is only read.
  if (column.generated !== undefined) return is(column, SQLiteText) ? "TEXT" : "NUMBER";
  if (is(column, SQLiteText) && (column.name === "id" || column.name.endsWith("Id"))) return "RECORD";
  if (is(column, SQLiteInteger) && column.name === "version") return "NUMBER";
  throw new Error(`Nobody can say what the column ${column.name} holds. Make it with one of the functions of column.ts.`);
}

/** What stands in a column of a record, as what it is; null where nothing does. */
export function valueIn(table: SQLiteTable, name: string, stored: unknown): StoredValue | null {
  const column = getTableColumns(table)[name];
  if (column === undefined || stored === null || stored === undefined) return null;
  // A column holds only what it took, and it took only values of its kind.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return { kind: knownKind(column), value: stored } as StoredValue;
}

const known = new WeakMap<Column, ValueKind>();

function knownKind(column: Column): ValueKind {
  const kind = known.get(column) ?? valueKindOf(column);
  known.set(column, kind);
  return kind;
}

const kinds = ["RECORD", "TEXT", "CHOICE", "YES_OR_NO", "NUMBER", "DAY", "FINANCIAL_YEAR", "PARTIAL_DATE", "MONEY", "QUANTITY", "WORD_LIST", "GAPS"] as const satisfies readonly ValueKind[];
