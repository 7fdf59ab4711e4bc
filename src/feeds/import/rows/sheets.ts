import type { Leaflet } from "../../feed.ts";
import { csvHeader, csvRows } from "../../tables/csv.ts";
import { listCell } from "../../tables/list-cell.ts";
import type { Column } from "../../tables/table.ts";
import type { ImportTable } from "./import-table.ts";

const CSV = "text/csv; charset=utf-8; header=present";

/** An empty sheet with the columns that can be filled in. */
export function templateOf({ name, columns }: ImportTable): Leaflet {
  const taken = columns.filter(({ use }) => use !== "NOT_WRITTEN").map(({ column }) => column);
  return { type: CSV, fileName: `${name}-template.csv`, text: csvHeader(taken) };
}

const plain = (name: string, type: Column["type"]): Column => ({ name, type, description: "", codes: [], field: null });

const dictionary = [plain("column_name", "CODE"), plain("use", "CODE"), plain("type", "CODE"), plain("description", "TEXT"), plain("codes", "LIST")];

/** What each column takes, and what becomes of it. */
export function columnsOf({ name, columns }: ImportTable): Leaflet {
  const rows = columns.map(({ column, use }) => [column.name, use, column.type, column.description, listCell(column.codes.map(({ code }) => code))]);
  return { type: CSV, fileName: `${name}-columns.csv`, text: csvHeader(dictionary) + csvRows(dictionary, rows) };
}
