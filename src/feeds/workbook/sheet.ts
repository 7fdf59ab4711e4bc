import type { CellType, Column, Row } from "../tables/table.ts";
import { cellXml, letters, wordsXml } from "./cell.ts";
import { style } from "./styles.ts";
import { escaped, XML } from "./xml.ts";

const OPEN = `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`;
const FROZEN = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/** As many characters as cells of a type take, by which columns are as wide as they have to be. */
const WIDTHS: Readonly<Record<CellType, number>> = {
  ID: 21, TEXT: 32, CODE: 20, LIST: 32, WHOLE_NUMBER: 9, AMOUNT: 15, DAY: 12, INSTANT: 24, YES_OR_NO: 9,
};

/** More links no spreadsheet takes in a sheet: what is beyond stands without. */
export const MOST_LINKS = 65_000;

/**
 * A table as a sheet, written as its rows come: headings that stay in sight, a filter on each column, and never a formula. Where
 * `linked` is given, the first cell of each row is a link, and what stands in it is put there: `linksOf` says where they lead.
 */
export async function* sheetOf(columns: readonly Column[], rows: AsyncIterable<readonly Row[]>, linked: string[] | null = null): AsyncGenerator<string> {
  const at = columns.map((_, place) => letters(place));
  const types = columns.map(({ type }) => type);
  const widths = columns.map(({ name, type }, place) => `<col min="${place + 1}" max="${place + 1}" width="${Math.max(WIDTHS[type], Math.min(name.length + 4, 40))}" customWidth="1"/>`);
  yield `${OPEN}${FROZEN}<cols>${widths.join("")}</cols><sheetData><row r="1">${columns.map(({ name }, place) => wordsXml(`${at[place]}1`, name, style.heading)).join("")}</row>`;
  let number = 1;
  for await (const some of rows) {
    let text = "";
    for (const row of some) {
      number += 1;
      text += `<row r="${number}">`;
      const isLinked = linked !== null && linked.length < MOST_LINKS;
      if (isLinked) {
        const id = String(row[0]);
        linked.push(id);
        text += wordsXml(`A${number}`, id, style.link);
      }
      for (const [place, cell] of row.entries()) if (place > 0 || !isLinked) text += cellXml(`${at[place]}${number}`, cell, types[place] ?? "TEXT");
      text += "</row>";
    }
    if (text !== "") yield text;
  }
  yield `</sheetData><autoFilter ref="A1:${at.at(-1)}${number}"/>`;
  if (linked !== null && linked.length > 0) yield `<hyperlinks>${linked.map((_, place) => `<hyperlink ref="A${place + 2}" r:id="${relationId(place)}"/>`).join("")}</hyperlinks>`;
  yield "</worksheet>";
}

/** Where the links of a sheet's rows lead: to the page of each record. */
export function linksOf(ids: readonly string[], recordsAt: string): string {
  return relations(ids.map((id, place) => relation(place, `${recordsAt}${encodeURIComponent(id)}`)));
}

/** A line of the sheet that says what the workbook is: words in one or two cells, and where the first leads. */
export interface Line {
  readonly words: readonly string[];
  readonly isTitle?: boolean;
  /** The sheet that a click leads to. */
  readonly sheet?: string;
  /** The address that a click leads to. */
  readonly address?: string;
}

/** A sheet of words. The address of the n-th line that has one is what `relationsOf` calls it. */
export function wordSheet(lines: readonly Line[]): string {
  const rows = lines.map(({ words, isTitle = false, sheet, address }, place) => {
    const look = isTitle ? style.title : sheet === undefined && address === undefined ? style.wrapped : style.link;
    return `<row r="${place + 1}">${words.map((one, column) => wordsXml(`${letters(column)}${place + 1}`, one, column === 0 ? look : style.wrapped)).join("")}</row>`;
  });
  const links = lines.flatMap(({ sheet, address }, place) => {
    if (sheet !== undefined) return [`<hyperlink ref="A${place + 1}" location="${escaped(`'${sheet}'!A1`)}" display="${escaped(sheet)}"/>`];
    return address === undefined ? [] : [`<hyperlink ref="A${place + 1}" r:id="${relationId(place)}"/>`];
  });
  return `${OPEN}<cols><col min="1" max="1" width="34" customWidth="1"/><col min="2" max="2" width="110" customWidth="1"/></cols><sheetData>${rows.join("")}</sheetData>${links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`}</worksheet>`;
}

/** Where the addresses in a sheet of words lead. */
export function relationsOf(lines: readonly Line[]): string {
  return relations(lines.flatMap(({ address }, place) => (address === undefined ? [] : [relation(place, address)])));
}

function relation(place: number, address: string): string {
  return `<Relationship Id="${relationId(place)}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escaped(address)}" TargetMode="External"/>`;
}

function relations(all: readonly string[]): string {
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;
}

function relationId(place: number): string {
  return `line${place + 1}`;
}
