import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { csvHeader, csvRows } from "../../../src/feeds/tables/csv.ts";
import type { Cell, CellType, Column, Row } from "../../../src/feeds/tables/table.ts";
import { cellXml, letters } from "../../../src/feeds/workbook/cell.ts";
import { wordSheet } from "../../../src/feeds/workbook/sheet.ts";
import { workbookOf } from "../../../src/feeds/workbook/workbook.ts";
import { holding, memberOf, officeOf, openWorld } from "../../support/domain-world.ts";
import { ownLedger, type OwnLedger } from "../../support/ledger-file.ts";
import { schema } from "../../support/schema.ts";
import { served } from "../../support/served.ts";
import { kinds, reading, tables } from "../../support/tables.ts";
import { twoOfEach } from "../../support/two-of-each.ts";
import { cellsOf, opened, workbookFor } from "../../support/workbook.ts";

const column = (name: string, type: CellType): Column => ({ name, type, description: "", codes: [], field: null });

async function bookOf(columns: readonly Column[], pages: readonly (readonly Row[])[], mostRows?: number): Promise<Awaited<ReturnType<typeof opened>>> {
  async function* rows(): AsyncGenerator<readonly Row[]> {
    yield* pages;
  }
  return reading(empty.ledger, { viewer: nobody }, async (context) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of workbookOf([{ name: "things", asked: { columns, followsDay: false, rows } }], [{ words: ["Things"], sheet: "things" }, { words: ["Here"], address: "http://127.0.0.1/?a=1&b=2" }], context, mostRows)) pieces.push(piece);
    return opened(Buffer.concat(pieces));
  });
}

let empty: OwnLedger;
beforeAll(async () => { empty = await ownLedger("NOTHING"); });
afterAll(async () => { await empty.end(); });

/** A cell as the same table has it in CSV; `null` for one that is not of the type that its column is. */
function asCsv(type: CellType, value: unknown): string | null {
  if (value === null || value === undefined) return "";
  if (type === "DAY") return value instanceof Date ? value.toISOString().slice(0, 10) : null;
  if (type === "INSTANT") return value instanceof Date ? value.toISOString() : null;
  if (type === "WHOLE_NUMBER" || type === "AMOUNT") return typeof value === "number" ? String(value) : null;
  if (type === "YES_OR_NO") return typeof value === "boolean" ? String(value) : null;
  return typeof value === "string" ? value : null;
}

/** What is kept from running in CSV stands here as it is. */
function restored(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

describe("a workbook", () => {
  it("holds, sheet by sheet and cell by cell, what the tables hold as CSV, whoever asks", async () => {
    const world = await openWorld();
    const pairs = await twoOfEach(world, schema, kinds);
    await world.act((draft) => { for (const { kind, second } of pairs) draft.change(kind, second, { audience: kind.type.length % 2 === 0 ? "DRAFT" : "MEMBERS" }); });
    const [one, other] = [pairs[0]?.first ?? "", pairs[0]?.second ?? ""];
    const programme = pairs.find(({ kind }) => kind.type === "Programme")?.second ?? "";
    const viewers: Readonly<Record<string, Viewer>> = { nobody, member: memberOf(one, other), lead: holding("LEAD", programme, other), office: officeOf(one, other) };
    // The others are the same for everybody, and long.
    const ofRecords = tables.filter(({ name }) => !["dates", "dictionary", "codes"].includes(name));
    const counts: number[] = [];
    for (const [who, viewer] of Object.entries(viewers)) {
      const book = await workbookFor(world.ledger, ofRecords.map(({ name }) => name), { viewer });
      let count = 0;
      for (const { name, ask } of ofRecords) {
        const { columns, rows } = ask(new URLSearchParams());
        const csv = await reading(world.ledger, { viewer }, async (context) => {
          let text = csvHeader(columns);
          for await (const some of rows(context)) text += csvRows(columns, some);
          return text;
        });
        const [headings, ...expected]: string[][] = parse(csv, { bom: true });
        const cells = cellsOf(book, name, columns);
        expect({ who, name, cells: cells.map((row) => row.map((value, place) => asCsv(columns[place]?.type ?? "TEXT", value))) }).toEqual({ who, name, cells: expected.map((row) => row.map(restored)) });
        expect(columns.map((_, place) => book.getWorksheet(name)?.getCell(1, place + 1).value)).toEqual(headings);
        count += cells.length;
      }
      counts.push(count);
    }
    const [least = 0, members = 0, leads = 0, most = 0] = counts;
    expect([least > 0, members > least, leads > least, most > members]).toEqual([true, true, true, true]);
  });

  it("has dates that are dates, numbers that are numbers, and codes that stay text", async () => {
    const columns = [column("id", "ID"), column("code", "CODE"), column("count", "WHOLE_NUMBER"), column("amount", "AMOUNT"), column("day", "DAY"), column("at", "INSTANT"), column("yes", "YES_OR_NO"), column("words", "TEXT")];
    const book = await bookOf(columns, [[["ms_1", "00123", -3, 1_500.5, "2024-02-29", "2024-07-05T11:00:00.123Z", false, "=HYPERLINK(\"x\")"]], [], [["ms_2", null, null, null, "1899-12-31", null, null, null]]]);
    expect(cellsOf(book, "things", columns)).toEqual([
      ["ms_1", "00123", -3, 1_500.5, new Date("2024-02-29"), new Date("2024-07-05T11:00:00.123Z"), false, "=HYPERLINK(\"x\")"],
      // Before the first day that a spreadsheet knows.
      ["ms_2", null, null, null, "1899-12-31", null, null, null],
    ]);
    const sheet = book.getWorksheet("things");
    expect([sheet?.getCell("B2").numFmt, sheet?.getCell("D2").numFmt, sheet?.getCell("E2").numFmt, sheet?.getCell("F2").numFmt]).toEqual(["@", "#,##0.00", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss.000"]);
    expect([sheet?.autoFilter, sheet?.views]).toMatchObject(["A1:H3", [{ state: "frozen", ySplit: 1 }]]);
    expect(book.getWorksheet("Read me")?.getCell("A2").hyperlink).toBe("http://127.0.0.1/?a=1&b=2");
    // The library does not tell of links within a workbook.
    expect(wordSheet([{ words: ["Things"], sheet: "things" }])).toContain(`<hyperlink ref="A1" location="'things'!A1"`);
  });

  it("is read back as it was, whatever the words", async () => {
    const words = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[=+\-@'"\t\r\n<>&_x0D]{1,8}$/), fc.constant("_x0041_")).filter((text) => text !== "");
    const columns = [column("words", "TEXT"), column("more", "LIST")];
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 20 }), async (rows) => {
      expect(cellsOf(await bookOf(columns, [rows]), "things", columns)).toEqual(rows);
    }), { numRuns: 15 });
  }, 30_000);

  it("cuts what no cell can hold, and says so with an ellipsis", async () => {
    const columns = [column("words", "TEXT")];
    const cells = cellsOf(await bookOf(columns, [[["a".repeat(32_765) + "😀b"]]]), "things", columns);
    expect(cells).toEqual([[`${"a".repeat(32_765)}…`]]);
  });

  it("goes on in another sheet where one is full", async () => {
    const columns = [column("count", "WHOLE_NUMBER")];
    const book = await bookOf(columns, [[[1], [2]], [[3], [4], [5]]], 2);
    expect(book.worksheets.map(({ name }) => [name, name === "Read me" ? 0 : cellsOf(book, name, columns)])).toEqual([["Read me", 0], ["things", [[1], [2]]], ["things 2", [[3], [4]]], ["things 3", [[5]]]]);
    const even = await bookOf(columns, [[[1], [2]]], 2);
    expect(even.worksheets.map(({ name }) => name)).toEqual(["Read me", "things"]);
  });

  it("has names for sheets that a spreadsheet takes, with the number of one that goes on", () => {
    expect(tables.filter(({ name }) => name.length > 28 || !/^[a-z_]+$/.test(name))).toEqual([]);
    expect([0, 25, 26, 51, 52, 701, 702].map(letters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    expect(cellXml("A1", null, "TEXT")).toBe("");
  });

  it("ends what it reads when nobody takes it any more", async () => {
    let ended = false;
    async function* rows(): AsyncGenerator<readonly Row[]> {
      try {
        for (let number = 0; number < 1e6; number += 1) yield Array.from({ length: 100 }, (): readonly Cell[] => [Math.random() * 1e12]);
      } finally {
        ended = true;
      }
    }
    await reading(empty.ledger, { viewer: nobody }, async (context) => {
      let size = 0;
      for await (const piece of workbookOf([{ name: "things", asked: { columns: [column("count", "WHOLE_NUMBER")], followsDay: false, rows } }], [], context)) if ((size += piece.length) > 100_000) break;
    });
    expect(ended).toBe(true);
  });
});

describe("a workbook at its address", () => {
  it("is there for all tables and for one, with filters, as at a moment, and with a tag", async () => {
    const world = await openWorld();
    const programmeId = await world.given.programme();
    await world.given.milestone({ title: "Met", status: "MET", actual: "5 July 2024", programmeId });
    const before = world.ledger.head();
    await world.given.milestone({ title: "Planned", programmeId });
    const server = await served(world.ledger);
    const titles = async (path: string): Promise<string[]> => {
      const answer = await fetch(`${server.url}${path}`);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]);
      const book = await opened(new Uint8Array(await answer.arrayBuffer()));
      const sheet = book.getWorksheet("milestones");
      // Each row leads to the page of its record.
      const links = Array.from({ length: (sheet?.rowCount ?? 0) - 1 }, (_, row) => sheet?.getCell(row + 2, 1)).map((cell) => [cell?.text, cell?.hyperlink]);
      expect(links.filter(([id = "", link]) => !id.startsWith("ms_") || link !== `${server.url}/records/${id}`)).toEqual([]);
      return Array.from({ length: (sheet?.rowCount ?? 0) - 1 }, (_, row) => sheet?.getCell(row + 2, 2).text ?? "").toSorted();
    };
    expect(await titles("/waymark.xlsx")).toEqual(["Met", "Planned"]);
    expect(await titles(`/waymark.xlsx?asAt=${before}`)).toEqual(["Met"]);
    expect(await titles(`/waymark.xlsx?changedSince=${before}`)).toEqual(["Planned"]);
    expect(await titles("/tables/milestones.xlsx?status=MET")).toEqual(["Met"]);
    const single = await fetch(`${server.url}/tables/milestones.xlsx?status=MET`);
    const tag = single.headers.get("etag") ?? "";
    const bytes = Buffer.from(await single.arrayBuffer());
    expect((await fetch(`${server.url}/tables/milestones.xlsx?status=MET`, { headers: { "if-none-match": tag } })).status).toBe(304);
    expect(Buffer.from(await (await fetch(`${server.url}/tables/milestones.xlsx?status=MET`)).arrayBuffer()).equals(bytes)).toBe(true);
    const book = await opened(bytes);
    expect(book.worksheets.map(({ name }) => name)).toEqual(["Read me", "milestones", "dictionary", "codes"]);
    expect(new Set(book.getWorksheet("dictionary")?.getColumn(1).values.slice(2))).toEqual(new Set(["milestones"]));
    for (const query of ["statuss=MET", "changedSince=999", "asAt=2999-01-01", "due.from=2024-02-01&due.to=2024-01-01"]) expect((await fetch(`${server.url}/tables/milestones.xlsx?${query}`)).status).toBe(400);
    expect((await fetch(`${server.url}/waymark.xlsx?status=MET`)).status).toBe(400);
    expect((await fetch(`${server.url}/waymark.xlsx?changedSince=999`)).status).toBe(400);
    expect(world.ledger.leased()).toBe(0);
  });
});
