import type { Column, Row } from "./table.ts";

/** A row as one flat object of JSON. */
export function jsonRow(columns: readonly Column[]): (row: Row) => string {
  const names = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  return (row) => `{${names.map((name, place) => `${name}${JSON.stringify(row[place] ?? null)}`).join(",")}}`;
}
