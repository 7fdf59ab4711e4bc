import { readMoment } from "../../kernel/moment.ts";
import type { Feed } from "../feed.ts";
import { CHANGED_SINCE } from "../tables/changed-since.ts";
import { XLSX } from "../tables/format.ts";
import { AS_AT, ON, PROVENANCE, refuseUnknown } from "../tables/parameters.ts";
import { inOrder } from "../tables/table-feed.ts";
import type { Asked, Parameter, Table } from "../tables/table.ts";
import { readMe } from "./read-me.ts";
import { workbookOf, type SheetAsked } from "./workbook.ts";

/** What tables are asked for together. */
export const WORKBOOK_PARAMETERS: readonly Parameter[] = [CHANGED_SINCE, AS_AT, ON, PROVENANCE];

/** All tables as one workbook, a sheet each. What is asked of it is asked of each table that can be asked that. */
export function workbookFeed(tables: readonly Table[], query: URLSearchParams, base: string): Feed {
  refuseUnknown(query, WORKBOOK_PARAMETERS);
  const sheets = tables.map((table) => ({ name: table.name, about: table.about, asked: table.ask(only(query, table.parameters)) }));
  return feedOf({ title: "Waymark: all tables", fileName: "waymark.xlsx", sheets, query, base });
}

/** One table as a workbook, with all that it can be asked, and the dictionary of its columns and codes behind it. */
export function tableWorkbookFeed(table: Table, dictionary: readonly Table[], query: URLSearchParams, base: string): Feed {
  const behind = dictionary.filter((one) => one !== table).map((one) => ({ name: one.name, about: one.about, asked: about(table, one.ask(new URLSearchParams())) }));
  const sheets = [{ name: table.name, about: table.about, asked: table.ask(query) }, ...behind];
  return feedOf({ title: `Waymark: ${table.name}`, fileName: `${table.name}.xlsx`, sheets, query, base });
}

interface Workbook {
  readonly title: string;
  readonly fileName: string;
  readonly sheets: readonly (SheetAsked & { readonly about: string })[];
  readonly query: URLSearchParams;
  readonly base: string;
}

function feedOf({ title, fileName, sheets, query, base }: Workbook): Feed {
  const asAt = query.get(AS_AT.name);
  return {
    type: XLSX.type,
    fileName,
    asAt: asAt === null ? null : readMoment(asAt),
    question: `${base} ${fileName}?${inOrder(query)}`,
    followsDay: sheets.some(({ asked }) => asked.followsDay),
    content: (context) => workbookOf(sheets.map((sheet) => ({ ...sheet, recordsAt: `${base}/records/` })), readMe({ title, base, query, tables: sheets }, context), context),
  };
}

function only(query: URLSearchParams, parameters: readonly Parameter[]): URLSearchParams {
  return new URLSearchParams([...query].filter(([name]) => parameters.some((parameter) => parameter.name === name)));
}

/** Of a table about tables, whose names stand first in its rows, the rows about one of them. */
function about({ name }: Table, asked: Asked): Asked {
  return {
    ...asked,
    rows: async function* rows(context) {
      for await (const some of asked.rows(context)) yield some.filter(([table]) => table === name);
    },
  };
}
