import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvHeader, csvRows } from "../../../src/feeds/tables/csv.ts";
import type { Cell, CellType, Column } from "../../../src/feeds/tables/table.ts";

const column = (name: string, type: CellType): Column => ({ name, type, description: "", codes: [], field: null });

const columns = [column("id", "ID"), column("words", "TEXT"), column("code", "CODE"), column("several", "LIST"), column("count", "WHOLE_NUMBER"), column("amount", "AMOUNT"), column("day", "DAY"), column("at", "INSTANT"), column("yes", "YES_OR_NO")];

/** What a library that reads such files makes of one, cell by cell, as text. */
function readBack(text: string): string[][] {
  return parse(text, { bom: true, relax_quotes: false, skip_empty_lines: false });
}

const words = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[=+\-@'"\t\r\n,;|a]{1,6}$/)).filter((text) => text !== "");

describe("a table as CSV", () => {
  it("begins with a mark that says it is UTF-8, and ends each line in CRLF", () => {
    const text = csvHeader(columns) + csvRows(columns, [["ms_1", "Zoë’s\nplan", "MET", "a | b", -3, 1_500.5, "2024-07-05", "2024-07-05T11:00:00.000Z", true]]);
    expect(Buffer.from(text).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(text).toBe('\uFEFFid,words,code,several,count,amount,day,at,yes\r\n"ms_1","Zoë’s\nplan","MET","a | b",-3,1500.5,2024-07-05,2024-07-05T11:00:00.000Z,true\r\n');
  });

  it("leaves an empty cell without quotation marks, so that it is empty and not a word", () => {
    expect(csvRows(columns.slice(0, 3), [["ms_1", null, null]])).toBe('"ms_1",,\r\n');
  });

  it.each(["=1+1", "+44 117", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "'=1"])("takes the sting out of %j", (sting) => {
    expect(readBack(csvRows([column("words", "TEXT")], [[sting]]))).toEqual([[`'${sting}`]]);
  });

  it.each(["a=1", "'tis", "5 July", "\"", " =1", "'"])("leaves %j as it is", (harmless) => {
    expect(readBack(csvRows([column("words", "TEXT")], [[harmless]]))).toEqual([[harmless]]);
  });

  it("is read back by a library as it was, whatever the words", () => {
    const row = fc.tuple(words, fc.option(words), fc.option(words), fc.option(words), fc.option(fc.integer()), fc.option(fc.integer({ min: 0, max: 10 ** 12 }).map((pence) => pence / 100)));
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const known = columns.slice(0, 6);
      const back = readBack(csvHeader(known) + csvRows(known, rows));
      expect(back.slice(1).map((cells) => cells.map(restored))).toEqual(rows.map((cells: readonly Cell[]) => cells.map((cell) => (cell === null ? "" : String(cell)))));
      // Nothing that a spreadsheet would run is left, but for numbers below zero, which are numbers.
      expect(back.flatMap((cells) => cells.slice(0, 4)).filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
    }), { numRuns: 300 });
  });
});

/** Takes away again what keeps a spreadsheet from running it. */
function restored(cell: string, place: number): string {
  return place < 4 && /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
