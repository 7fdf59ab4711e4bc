import { csvHeader, csvRows } from "../../tables/csv.ts";
import type { Column } from "../../tables/table.ts";
import { rowOutcomes, type ImportEvent } from "./verdict.ts";

/** How verdicts are told to whoever asked. */
export interface Telling {
  readonly type: string;
  /** What stands before the first; empty where nothing does. */
  readonly begin: string;
  /** What is told of an event; empty where this form has no place for it. */
  readonly say: (event: ImportEvent) => string;
}

/** One JSON object a line: progress, the verdict on each row, and at last the summary, without which an answer is not whole. */
export const tellingNdjson: Telling = {
  type: "application/x-ndjson; charset=utf-8",
  begin: "",
  say: (event) => `${JSON.stringify("verdict" in event ? event.verdict : event)}\n`,
};

const plain = (name: string, type: Column["type"], description: string): Column => ({ name, type, description, codes: [], field: null });

/** What is told of a row as CSV. */
export const VERDICT_COLUMNS: readonly Column[] = [
  plain("row", "WHOLE_NUMBER", "The row of the file, as a spreadsheet counts it."),
  { ...plain("outcome", "CODE", "What became of it."), codes: rowOutcomes.map((code) => ({ code, meaning: "" })) },
  plain("id", "ID", "The record."),
  plain("code", "CODE", "What stands in the way, for a program."),
  plain("column", "TEXT", "The column that it is about."),
  plain("message", "TEXT", "What stands in the way, and what to do."),
];

/** One row a verdict, or one for each problem of a row that is refused; the last row says what became of the whole. */
export const tellingCsv: Telling = {
  type: "text/csv; charset=utf-8; header=present",
  begin: csvHeader(VERDICT_COLUMNS),
  say: (event) => {
    if ("progress" in event) return "";
    if ("summary" in event) {
      const { written, created, changed, unchanged, refused, isRepeat } = event.summary;
      const words = isRepeat ? "This was done before under the same key." : `${created} created, ${changed} changed, ${unchanged} unchanged, ${refused} refused.`;
      return csvRows(VERDICT_COLUMNS, [[null, written ? "WRITTEN" : "NOT_WRITTEN", null, null, null, words]]);
    }
    const { row, outcome, id, problems } = event.verdict;
    return csvRows(VERDICT_COLUMNS, problems.length === 0 ? [[row, outcome, id, null, null, null]] : problems.map(({ code, column, message }) => [row, outcome, id, code, column, message]));
  },
};
