import ExcelJS from "exceljs";
import type { Viewer } from "../../src/api/access/viewer.ts";
import type { Column } from "../../src/feeds/tables/table.ts";
import { workbookOf } from "../../src/feeds/workbook/workbook.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { reading, tableNamed, type Reader } from "./tables.ts";

/** A workbook as a spreadsheet's own library reads it. */
export async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  // It wants a Buffer of its own types.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return book;
}

/** The workbook of some tables as somebody may see them. */
export async function workbookFor(ledger: Ledger, tables: readonly string[], reader: Reader & { readonly viewer: Viewer }, mostRows?: number): Promise<ExcelJS.Workbook> {
  const sheets = tables.map((name) => ({ name, asked: tableNamed(name).ask(new URLSearchParams()) }));
  return reading(ledger, reader, async (context) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of workbookOf(sheets, [{ words: ["Read me"] }], context, mostRows)) pieces.push(piece);
    return opened(Buffer.concat(pieces));
  });
}

/** The cells of a sheet below its headings. What XML cannot say is read as a spreadsheet reads it: this library leaves it as it is written. */
export function cellsOf(book: ExcelJS.Workbook, name: string, columns: readonly Column[]): unknown[][] {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}.`);
  return Array.from({ length: sheet.rowCount - 1 }, (_, row) => columns.map((_column, place) => said(sheet.getCell(row + 2, place + 1).value)));
}

function said(value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : value;
}
