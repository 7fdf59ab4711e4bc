import { CELL_TYPES } from "../tables/openapi.ts";
import type { Column } from "../tables/table.ts";
import { EMPTY } from "./rows/cells.ts";
import type { ImportTable, TakenColumn } from "./rows/import-table.ts";
import { rowOutcomes, type ImportProgress, type ImportSummary, type RowProblem, type RowVerdict } from "./rows/verdict.ts";

/** What the schemas of a row are called that is sent to a table. */
export const rowSchemaName = ({ name }: Pick<ImportTable, "name">): string => `${name}_import`;

const is = (type: string | readonly string[], description: string): object => ({ type, description });

/** An object with all of these, and nothing else. */
const whole = (description: string, properties: Readonly<Record<string, object>>): object => ({ type: "object", description, required: Object.keys(properties), properties, additionalProperties: false });

const see = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

const PROBLEM: Readonly<Record<keyof RowProblem, object>> = {
  code: is("string", "For a program."),
  message: is("string", "What stands in the way, and what to do, for whoever filled in the row."),
  column: is(["string", "null"], "The column that it is about; null where it is about the row as a whole."),
};

const VERDICT: Readonly<Record<keyof RowVerdict, object>> = {
  row: is("integer", "As a spreadsheet counts it: the header is row 1. Of NDJSON, the line."),
  outcome: { enum: rowOutcomes, description: "What became of the row; in a dry run, and where nothing was written, what would have become of it." },
  id: is(["string", "null"], "The record; null where there is none, or it was not made in the end."),
  problems: { type: "array", items: see("ImportProblem"), description: "All that stands in the way; none unless the row is refused." },
};

const PROGRESS: Readonly<Record<keyof ImportProgress, object>> = { rows: is("integer", "So many are decided."), of: is("integer", "So many there are.") };

const SUMMARY: Readonly<Record<keyof ImportSummary, object>> = {
  table: is("string", "The table."),
  rows: is("integer", "So many rows the file has."),
  created: is("integer", "Rows whose record is new."),
  changed: is("integer", "Rows that changed their record."),
  unchanged: is("integer", "Rows whose record says the same already."),
  refused: is("integer", "Rows that were not taken."),
  written: is("boolean", "Whether anything was written now."),
  dryRun: is("boolean", "Whether it was only tried."),
  isRepeat: is("boolean", "Whether all that this writes was written before, under the same Idempotency-Key: of all or nothing no row is judged again; done row by row, each is told as before."),
  firstEntry: is(["integer", "null"], "The number of the first entry that it made, now or before under the same key; null where it made none. Done row by row, others' may stand between it and the last."),
  lastEntry: is(["integer", "null"], "The number of the last entry that it made; null where it made none."),
};

/** What is answered to an import, and the rows that each table takes. */
export function importSchemas(tables: readonly ImportTable[]): Readonly<Record<string, object>> {
  return {
    ImportProblem: whole("One thing that stands in the way of a row.", PROBLEM),
    ImportVerdict: whole("What became of one row.", VERDICT),
    ImportProgress: whole("How far it is, told while rows are decided.", { progress: whole("Of all rows.", PROGRESS) }),
    ImportSummary: whole("The last line: an answer without it is not whole.", { summary: whole("What became of all rows.", SUMMARY) }),
    ImportStopped: whole("The last line in the place of the summary, where it could not go on: nothing was written, unless the code is OUTCOME_UNKNOWN.", { error: whole("Why.", { code: is("string", "For a program."), message: is("string", "For people.") }) }),
    ImportEvent: { description: "One line of an answer: progress first, then the verdict on each row in the order of the file, then the summary.", oneOf: ["ImportProgress", "ImportVerdict", "ImportSummary", "ImportStopped"].map(see) },
    ImportIndex: whole("What can be taken in.", {
      title: is("string", "What this is."),
      about: is("string", "How to begin."),
      entries: { type: "array", description: "In the order in which a file may point at those before.", items: whole("A table.", { name: is("string", "Its name."), about: is("string", "What a row is."), addresses: { type: "object", description: "Where its sheets are.", additionalProperties: { type: "string", format: "uri" } } }) },
    }),
    ...Object.fromEntries(tables.map((table) => [rowSchemaName(table), rowSchema(table)])),
  };
}

/** A row under the names of the columns: a cell can be left out, and hold null, which say nothing. */
function rowSchema({ about, columns }: ImportTable): object {
  return { type: "object", description: about, properties: Object.fromEntries(columns.map((taken) => [taken.column.name, cellSchema(taken)])), additionalProperties: false };
}

function cellSchema({ column, use }: TakenColumn): object {
  const { description } = column;
  // What follows from other columns is taken, so that an exported table can be sent back, and not written.
  if (use === "NOT_WRITTEN") return { description: `${description} Not written: it follows from others.`, type: ["string", "number", "boolean", "null"] };
  return { description, ...valueSchema(column) };
}

function valueSchema({ type, codes }: Column): object {
  if (codes.length > 0 && type !== "LIST") return { enum: [...codes.map(({ code }) => code), EMPTY, null] };
  const own = CELL_TYPES[type].is;
  return { type: [...new Set([own, "string", "null"])] };
}
