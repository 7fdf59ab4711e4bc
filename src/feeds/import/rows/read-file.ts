import { isUtf8 } from "node:buffer";
import { CsvError, parse } from "csv-parse";
import { Refusal, refusal } from "../../../kernel/problem.ts";
import { undefused, type FileRow } from "./cells.ts";
import { isOds, odsRow, type OdsFile } from "./ods.ts";
import type { ImportTable } from "./import-table.ts";

/** The forms in which rows are taken in. */
export const fileForms = ["CSV", "NDJSON"] as const;

export type FileForm = (typeof fileForms)[number];

/** A file of rows, whole, and in which form it is. */
export interface RowFile {
  readonly form: FileForm;
  readonly bytes: Buffer;
  /** Of a file of CSV that names no columns: which one it is. */
  readonly ods?: OdsFile | null;
}

/** So many bytes are read at a time: who else is served has a turn after each. */
const PIECE = 16 * 1024;

/** Its rows, one after another; empty ones are counted and left out. Refuses a file that cannot be read as what it is said to be. */
export async function* rowsIn(table: ImportTable, file: RowFile): AsyncGenerator<FileRow> {
  refuseOtherThanUtf8(file.bytes);
  if (typeof file.ods === "string") yield* odsRows(file.ods, file.bytes);
  else yield* file.form === "CSV" ? csvRows(table, file.bytes) : ndjsonRows(table, file.bytes);
}

function refuseOtherThanUtf8(bytes: Buffer): void {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes.subarray(0, 200).includes(0);
  if (isUtf16) throw refusal("BAD_LINE", "This file is in UTF-16, or is no text. In Excel, save it as “CSV UTF-8 (Comma delimited)”; a workbook is saved so sheet by sheet. Nothing was written.");
  if (!isUtf8(bytes)) throw refusal("BAD_LINE", "This file is not in UTF-8, so that letters with accents would be lost. In Excel, save it as “CSV UTF-8 (Comma delimited)”. Nothing was written.");
}

async function* csvRows(table: ImportTable, bytes: Buffer): AsyncGenerator<FileRow> {
  let columns: readonly (string | null)[] | null = null;
  let number = 0;
  for await (const record of csvRecords(bytes)) {
    number += 1;
    if (columns === null) {
      columns = table.header(record.map((name) => undefused(name.trim())));
      continue;
    }
    const cells = new Map<string, string>();
    const width = columns.length;
    const surplus = record.slice(width).find((cell) => cell.trim() !== "");
    if (surplus !== undefined) throw refusal("BAD_LINE", `Row ${number} has more cells than the first row names columns. Put words that hold a comma in quotation marks. Nothing was written.`, [number]);
    columns.forEach((column, place) => {
      const cell = undefused((record[place] ?? "").trim());
      if (column !== null && cell !== "") cells.set(column, cell);
    });
    if (cells.size > 0) yield { number, cells };
  }
  if (columns === null) throw refusal("BAD_HEADER", "This file is empty. Nothing was written.");
}

/** Records of a file whose cells stand between commas, semicolons or tabs, whichever its first line has most of. */
export async function* csvRecords(bytes: Buffer): AsyncGenerator<readonly string[]> {
  const parser = parse({ bom: true, delimiter: delimiterOf(bytes), relax_column_count: true, max_record_size: 1_000_000 });
  void feed(parser, bytes);
  try {
    for await (const record of parser) {
      // Without columns or casting, csv-parse gives each record as an array of texts.
      // oxlint-disable-next-line no-unsafe-type-assertion -- see above
      yield record as readonly string[];
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refusal("BAD_LINE", `Line ${Number(error["lines"] ?? 1)} of this file cannot be read as CSV: ${plainly(error.code)} Nothing was written.`);
  }
}

async function feed(parser: ReturnType<typeof parse>, bytes: Buffer): Promise<void> {
  for (let start = 0; start < bytes.length && !parser.destroyed; start += PIECE) {
    if (!parser.write(bytes.subarray(start, start + PIECE))) await drained(parser);
  }
  parser.end();
}

/** Resolves when the parser takes more, or none any more. */
async function drained(parser: ReturnType<typeof parse>): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      parser.off("drain", done).off("close", done);
      resolve();
    };
    parser.on("drain", done).on("close", done);
  });
}

function plainly(code: string): string {
  if (code === "CSV_MAX_RECORD_SIZE") return "a row is longer than a megabyte. A quotation mark may be missing.";
  return code.includes("QUOTE") ? "a quotation mark is missing, or stands within a cell without being doubled." : "its cells cannot be told apart.";
}

/** What stands between cells: what the first line has most of outside quotation marks. */
function delimiterOf(bytes: Buffer): string {
  const [first = ""] = bytes.subarray(0, 64 * 1024).toString("utf8").split(/\r?\n|\r/, 1);
  const bareLine = first.replaceAll(/"[^"]*"/g, "");
  const counted = [",", ";", "\t"].map((sign) => ({ sign, count: bareLine.split(sign).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ",";
}

async function* odsRows(ods: OdsFile, bytes: Buffer): AsyncGenerator<FileRow> {
  let number = 0;
  for await (const record of csvRecords(bytes)) {
    number += 1;
    if (!isOds(record)) throw refusal("BAD_LINE", `Line ${number} is not as the NHS Organisation Data Service publishes its files: a code, a name, and days as 20240705, in 27 columns without a first row that names them. Nothing was written.`, [number]);
    const row = odsRow(ods, number, record);
    if (row !== null) yield row;
  }
  if (number === 0) throw refusal("BAD_LINE", "This file is empty. Nothing was written.");
}

async function* ndjsonRows(table: ImportTable, bytes: Buffer): AsyncGenerator<FileRow> {
  let number = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    const line = bytes.toString("utf8", start, end === -1 ? bytes.length : end).replace(/^\uFEFF/, "").trim();
    start = end === -1 ? bytes.length : end + 1;
    number += 1;
    const cells = line === "" ? new Map<string, string>() : at(number, () => cellsOf(table, objectIn(line)));
    if (cells.size > 0) yield { number, cells };
  }
  if (number === 0) throw refusal("BAD_LINE", "This file is empty. Nothing was written.");
}

/** What a program sends is what our tables send it: text, numbers, true and false, and null where there is nothing. */
function cellsOf(table: ImportTable, row: Readonly<Record<string, unknown>>): Map<string, string> {
  const names = Object.keys(row);
  const columns = table.header(names);
  const cells = new Map<string, string>();
  names.forEach((name, place) => {
    const [column, value] = [columns[place], row[name]];
    if (column === null || column === undefined || value === null) return;
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") throw refusal("BAD_LINE", `${name} holds more than one value. Several stand in one text, with a bar between them: a | b. Nothing was written.`, [name]);
    const cell = String(value).trim();
    if (cell !== "") cells.set(column, cell);
  });
  return cells;
}

function objectIn(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw refusal("BAD_LINE", "This is not a JSON object: each line is one row, as a table in .ndjson has it. Nothing was written.");
}

function at<Result>(number: number, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.problems.map((problem) => ({ ...problem, message: `Line ${number}: ${problem.message}`, path: [number, ...(problem.path ?? [])] })));
  }
}
