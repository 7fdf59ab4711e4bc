import type { Context } from "../../api/context.ts";
import type { Asked } from "../tables/table.ts";
import { Pages } from "./pages.ts";
import { CONTENT_TYPES, PACKAGE_RELATIONS, sheetPath, workbookRelations, workbookXml } from "./parts.ts";
import { linksOf, relationsOf, sheetOf, wordSheet, type Line } from "./sheet.ts";
import { STYLES } from "./styles.ts";
import { zipped, type Part } from "./zip.ts";

/** A table that is a sheet of a workbook, and what the sheet is called: in 31 characters at most, the number of one that goes on included. */
export interface SheetAsked {
  readonly name: string;
  readonly asked: Asked;
  /** The address before a record's id at which its page stands; without it no row leads anywhere. */
  readonly recordsAt?: string;
}

export const READ_ME = "Read me";

/** More rows no sheet has, its headings left aside: what is beyond goes on in another. */
export const MOST_ROWS = 1_000_000;

/** A workbook of tables behind a sheet that says what they are, as whoever asks may see them; what cannot be asked is refused before anything is sent. */
export async function* workbookOf(sheets: readonly SheetAsked[], lines: readonly Line[], context: Context, mostRows = MOST_ROWS): AsyncGenerator<Uint8Array> {
  const open = sheets.map(({ name, asked, recordsAt = null }) => ({ name, columns: asked.columns, recordsAt: asked.columns[0]?.type === "ID" ? recordsAt : null, pages: new Pages(asked.rows(context)) }));
  try {
    await open[0]?.pages.hasMore();
    yield* zipped(partsOf(open, lines, mostRows));
  } finally {
    for (const { pages } of open) await pages.end();
  }
}

type OpenSheet = Pick<Asked, "columns"> & { readonly name: string; readonly recordsAt: string | null; readonly pages: Pages };

async function* partsOf(sheets: readonly OpenSheet[], lines: readonly Line[], mostRows: number): AsyncGenerator<Part> {
  const names = [READ_ME];
  yield part("[Content_Types].xml", CONTENT_TYPES);
  yield part("_rels/.rels", PACKAGE_RELATIONS);
  yield part("xl/styles.xml", STYLES);
  yield part(sheetPath(1), wordSheet(lines));
  yield part("xl/worksheets/_rels/sheet1.xml.rels", relationsOf(lines));
  for (const { name, columns, recordsAt, pages } of sheets) {
    let number = 1;
    do {
      names.push(number === 1 ? name : `${name} ${number}`);
      number += 1;
      const linked: string[] | null = recordsAt === null ? null : [];
      yield { path: sheetPath(names.length), text: sheetOf(columns, pages.take(mostRows), linked) };
      if (linked !== null && recordsAt !== null && linked.length > 0) yield part(`xl/worksheets/_rels/sheet${names.length}.xml.rels`, linksOf(linked, recordsAt));
    } while (await pages.hasMore());
  }
  yield part("xl/workbook.xml", workbookXml(names));
  yield part("xl/_rels/workbook.xml.rels", workbookRelations(names.length));
}

function part(path: string, whole: string): Part {
  return { path, text: once(whole) };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
