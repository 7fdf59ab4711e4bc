import type { Context } from "../../api/context.ts";
import { csvHeader, csvRows } from "./csv.ts";
import { jsonRow } from "./json.ts";
import type { Asked } from "./table.ts";

/** A form in which a table is sent. */
export interface Format {
  readonly extension: string;
  readonly type: string;
  /** Whether a browser keeps it as a file, rather than showing it. */
  readonly isFile: boolean;
  readonly write: (asked: Asked, context: Context) => AsyncGenerator<string>;
}

/** A table as a workbook, which is written elsewhere. */
export const XLSX = { extension: "xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" } as const;

export const formats: readonly Format[] = [
  {
    extension: "csv",
    type: "text/csv; charset=utf-8; header=present",
    isFile: true,
    write: async function* write({ columns, rows }, context) {
      yield csvHeader(columns);
      for await (const some of rows(context)) yield csvRows(columns, some);
    },
  },
  {
    extension: "json",
    type: "application/json; charset=utf-8",
    isFile: false,
    write: async function* write({ columns, rows }, context) {
      const say = jsonRow(columns);
      let before = "[\n";
      for await (const some of rows(context)) {
        if (some.length === 0) continue;
        yield before + some.map(say).join(",\n");
        before = ",\n";
      }
      yield before === "[\n" ? "[]\n" : "\n]\n";
    },
  },
  {
    extension: "ndjson",
    type: "application/x-ndjson; charset=utf-8",
    isFile: true,
    write: async function* write({ columns, rows }, context) {
      const say = jsonRow(columns);
      for await (const some of rows(context)) yield some.map((row) => `${say(row)}\n`).join("");
    },
  },
];
