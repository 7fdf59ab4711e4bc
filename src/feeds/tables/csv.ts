import type { Cell, CellType, Column, Row } from "./table.ts";

/**
 * Tables as comma-separated values, as spreadsheets read them right: UTF-8 with a mark that says so, lines that end in CRLF, words in
 * quotation marks and all else without, so that a code that looks like a number can be told from one. Written here, as
 * csv-stringify takes five times as long for it.
 */
export function csvHeader(columns: readonly Column[]): string {
  return `\uFEFF${columns.map(({ name }) => name).join(",")}\r\n`;
}

export function csvRows(columns: readonly Column[], rows: readonly Row[]): string {
  const isWords = columns.map(({ type }) => WORDS.has(type));
  let text = "";
  for (const row of rows) {
    for (const [place, cell] of row.entries()) text += `${place === 0 ? "" : ","}${written(cell, isWords[place] === true)}`;
    text += "\r\n";
  }
  return text;
}

const WORDS: ReadonlySet<CellType> = new Set(["ID", "TEXT", "CODE", "LIST"] as const);

function written(cell: Cell, isWords: boolean): string {
  if (cell === null) return "";
  return isWords ? `"${defused(String(cell)).replaceAll('"', '""')}"` : String(cell);
}

/** Words that a spreadsheet would run as a formula get an apostrophe in front; so do those that begin with one and then such a sign, so that it can be taken away again. */
function defused(words: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(words) ? `'${words}` : words;
}
