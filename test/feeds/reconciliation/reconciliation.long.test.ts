import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openSite, type Site } from "../../web/site.ts";
import { opened } from "../../support/workbook.ts";
import { figuresOf, type Figures, type Row } from "./figures.ts";
import { figuresInGraph } from "./in-graph.ts";

/**
 * The same figures, whoever adds them up: the graph by the pages' own operations, and an analyst from the rows of the tables as CSV
 * and as the sheets of the workbook; now, and as at the end of a day. The tests in a browser hold the pages to the same.
 */

const TABLES = ["milestones", "programmes", "workstreams", "health_integration_teams", "funding", "award_parties", "pledges", "organisations"] as const;

describe.each([["THE_DOCUMENTS", "2023-03-31"], ["THE_EXAMPLE_YEAR", "2026-06-30"]] as const)("over %s", (holding, before) => {
  let site: Site;
  beforeAll(async () => { site = await openSite({}, holding); });
  afterAll(async () => site?.close());

  describe.each([["now", null], [`as at ${before}`, before]] as const)("%s", (_, day) => {
    const asked = day === null ? "" : `?asAt=${day}&on=${day}`;
    let inGraph: Figures;
    beforeAll(async () => { inGraph = await figuresInGraph(site.url, day); });

    it("the tables add up to what the graph says", async () => {
      const tables = new Map(await Promise.all(TABLES.map(async (name) => [name, await csvAt(`${site.url}/tables/${name}.csv`, asked)] as const)));
      expect(figuresOf((table) => found(tables, table))).toEqual(inGraph);
      expect(inGraph.status).not.toEqual({});
    });

    // To read one back takes seconds: in CI it is read wherever the tables are.
    it.runIf(process.env["EVERY_WAY"] !== undefined || (holding === "THE_DOCUMENTS") === (day === null))("so does the workbook", async () => {
      const answer = await fetch(`${site.url}/waymark.xlsx${asked}`);
      const book = await opened(new Uint8Array(await answer.arrayBuffer()));
      const tables = new Map(TABLES.map((name) => [name, sheetIn(book, name)]));
      expect(figuresOf((table) => found(tables, table))).toEqual(inGraph);
    });
  });

  it("differ between the two, so that each was read at its own", async () => {
    expect(await figuresInGraph(site.url, before)).not.toEqual(await figuresInGraph(site.url, null));
  });
});

function found(tables: ReadonlyMap<string, readonly Row[]>, name: string): readonly Row[] {
  const rows = tables.get(name);
  if (rows === undefined) throw new Error(`The table ${name} was not fetched.`);
  return rows;
}

async function csvAt(address: string, asked: string): Promise<Row[]> {
  const answer = await fetch(`${address}${asked.replace(/&on=.*/, hasDay(address) ? "$&" : "")}`);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(text);
  return z.array(z.record(z.string(), z.string())).parse(parse(text, { columns: true, bom: true }));
}

/** Tables with columns that follow the day. */
function hasDay(address: string): boolean {
  return /\/(?:milestones|programmes|workstreams|health_integration_teams)\.csv$/.test(address);
}

function sheetIn(book: Awaited<ReturnType<typeof opened>>, name: string): Row[] {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}.`);
  const cells = (row: number): string[] => Array.from({ length: sheet.columnCount }, (_, column) => asText(sheet.getCell(row, column + 1).value));
  const heads = cells(1);
  return Array.from({ length: sheet.rowCount - 1 }, (_, row) => Object.fromEntries(cells(row + 2).map((cell, place) => [heads[place] ?? "", cell])));
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : z.object({ text: z.string() }).parse(value).text;
}
