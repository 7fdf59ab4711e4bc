import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { csvHeader, csvRows } from "../../../src/feeds/tables/csv.ts";
import type { CellType, Column, Row } from "../../../src/feeds/tables/table.ts";
import { workbookOf } from "../../../src/feeds/workbook/workbook.ts";
import { openWorld } from "../../support/domain-world.ts";
import { reading } from "../../support/tables.ts";

/** LibreOffice opens both forms of a table. */
const run = promisify(execFile);

const column = (name: string, type: CellType): Column => ({ name, type, description: "", codes: [], field: null });

const columns = [column("id", "ID"), column("code", "CODE"), column("words", "TEXT"), column("several", "LIST"), column("count", "WHOLE_NUMBER"), column("amount", "AMOUNT"), column("day", "DAY"), column("yes", "YES_OR_NO")];

const rows: readonly Row[] = [
  ["ms_1", "00123", "=1+1", "a | b", -3, 1_500.5, "2024-02-29", true],
  ["ms_2", "1E5", "+44 117", "=HYPERLINK(\"x\")", 0, 0.01, "1999-12-31", false],
  ["ms_3", "2024-07-05", "Zoë’s\n\"plan\", <b>&amp;", "@SUM(A1)", null, null, null, null],
];

/** What LibreOffice holds in each cell below the headings: its type and its value; an empty cell is null. */
async function cellsIn(file: string, sheet: number, options: readonly string[] = []): Promise<(readonly [string, string] | null)[][]> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-office-"));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  await run("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", ...options, "--convert-to", "fods", "--outdir", folder, file], { timeout: 120_000 });
  const text = readFileSync(join(folder, file.replace(/^.*\//, "").replace(/\.\w+$/, ".fods")), "utf8");
  // It holds yes and no as such a function, wherever they come from.
  expect([...text.matchAll(/ table:formula="(?!of:=(?:TRUE|FALSE)\(\)")[^"]*"/g)].map(([formula]) => formula)).toEqual([]);
  const [table = ""] = [...text.matchAll(/<table:table .*?<\/table:table>/gs)].map(([whole]) => whole).slice(sheet);
  return [...table.matchAll(/<table:table-row.*?(?:<\/table:table-row>|\/>)/gs)].slice(1, rows.length + 1).map(([row]) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(([, attributes = "", inside = ""]) => {
      const [, repeated = "1"] = /number-columns-repeated="(\d+)"/.exec(attributes) ?? [];
      const [, type] = /office:value-type="(\w+)"/.exec(attributes) ?? [];
      const [, value = words(inside)] = /office:(?:date-|boolean-)?value="([^"]*)"/.exec(attributes) ?? [];
      const cell = type === undefined ? null : ([type, value] as const);
      return Array.from({ length: Math.min(Number(repeated), columns.length) }, () => cell);
    }).slice(0, columns.length));
}

function words(xml: string): string {
  const marks: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&apos;": "'", "&amp;": "&" };
  return [...xml.matchAll(/<text:p>(.*?)<\/text:p>/gs)].map(([, line = ""]) => line.replaceAll(/<[^>]*>/g, "")).join("\n").replaceAll(/&\w+;/g, (mark) => marks[mark] ?? mark);
}

it("LibreOffice finds the same in a table as a workbook and as CSV: codes stay text, dates are dates, and nothing is run", async () => {
  const { ledger } = await openWorld();
  const folder = mkdtempSync(join(tmpdir(), "waymark-office-"));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  async function* pages(): AsyncGenerator<readonly Row[]> {
    yield rows;
  }
  const pieces: Uint8Array[] = [];
  await reading(ledger, { viewer: nobody }, async (context) => {
    for await (const piece of workbookOf([{ name: "things", asked: { columns, followsDay: false, rows: pages } }], [{ words: ["Things"] }], context)) pieces.push(piece);
  });
  writeFileSync(join(folder, "book.xlsx"), Buffer.concat(pieces));
  writeFileSync(join(folder, "table.csv"), csvHeader(columns) + csvRows(columns, rows));
  const expected = rows.map((row) => row.map((cell, place) => {
    if (cell === null) return null;
    const type = columns[place]?.type;
    const is = type === "DAY" ? "date" : typeof cell === "number" ? "float" : typeof cell === "boolean" ? "boolean" : "string";
    return [is, String(cell)];
  }));
  expect(await cellsIn(join(folder, "book.xlsx"), 1)).toEqual(expected);
  // Commas, quotation marks, UTF-8, and what stands in quotation marks is text.
  const csv = await cellsIn(join(folder, "table.csv"), 0, ["--infilter=CSV:44,34,76,1,,0,true,true"]);
  expect(csv.map((row) => row.map((cell) => (cell === null ? null : [cell[0], cell[1].replace(/^'(?=[=+\-@])/, "").toLowerCase()])))).toEqual(expected.map((row) => row.map((cell) => (cell === null ? null : [cell[0], cell[1]?.toLowerCase()]))));
}, 300_000);
