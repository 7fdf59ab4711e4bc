import type { GraphQLSchema } from "graphql";
import type { FlatTable } from "../api/spreadsheet/flat-table.ts";
import type { RecordTable } from "../api/loaders.ts";
import { atFirstUse } from "../kernel/at-first-use.ts";
import type { RecordKind } from "../ledger/concept.ts";
import type { AtAddress, Leaflet } from "./feed.ts";
import type { Imports } from "./import/imports.ts";
import { importsDescribed } from "./import/openapi.ts";
import { GIVING_PARAMETERS, givingFeed, givingForms } from "./giving/giving-feeds.ts";
import { schemaLeaflet } from "./schema-leaflet.ts";
import { formats, XLSX } from "./tables/format.ts";
import { openApiOf, type OtherAddress } from "./tables/openapi.ts";
import { powerBiOf } from "./tables/power-bi.ts";
import { tableFeed } from "./tables/table-feed.ts";
import type { Table } from "./tables/table.ts";
import { tableIndex } from "./tables/table-index.ts";
import { tablesOver } from "./tables/tables.ts";
import { tableWorkbookFeed, WORKBOOK_PARAMETERS, workbookFeed } from "./workbook/workbook-feed.ts";

const OTHERS: readonly OtherAddress[] = [
  { path: "/waymark.xlsx", summary: "All tables as one workbook, a sheet each.", type: XLSX.type, parameters: WORKBOOK_PARAMETERS },
  ...givingForms.map(({ path, summary, type }) => ({ path, summary, type: type.replace(/;.*/, ""), parameters: GIVING_PARAMETERS })),
];

export const SCHEMA_ADDRESS = "/schema.graphql";

/** Every address that is no part of the graph's own, and what is found there. */
export class Addresses {
  /** Made for whoever first asks for one: a server that starts is ready without. */
  private readonly made: () => readonly Table[];
  private readonly imports: Pick<Imports, "tables">;
  private readonly described = new Map<string, Leaflet>();

  constructor(schema: GraphQLSchema, kinds: readonly RecordKind<RecordTable>[], flatTables: readonly FlatTable[], imports: Pick<Imports, "tables">) {
    this.made = atFirstUse(() => tablesOver(schema, kinds, flatTables));
    this.imports = imports;
  }

  private get tables(): readonly Table[] {
    return this.made();
  }

  /** What is found at a path, on a server that is found at this base; null where there is nothing. */
  at(path: string, base: string): AtAddress | null {
    switch (path) {
      case "/tables":
        return { index: tableIndex(this.tables, base) };
      case "/waymark.xlsx":
        return { ask: (query) => workbookFeed(this.tables, query, base) };
      case "/openapi.json":
        return { leaflet: this.describedAt(base) };
      case SCHEMA_ADDRESS:
        return { leaflet: schemaLeaflet() };
      case "/waymark.pbids":
        return { leaflet: powerBiOf("milestones", base) };
      default:
        return givingAt(path) ?? this.tableAt(path, base);
    }
  }

  /** Long, and always the same on a server: it is made once. */
  private describedAt(base: string): Leaflet {
    let described = this.described.get(base);
    if (described === undefined) {
      described = { type: "application/json; charset=utf-8", fileName: null, text: `${JSON.stringify(openApiOf(this.tables, { others: OTHERS, part: importsDescribed(this.imports.tables) }, base), null, 1)}\n` };
      this.described.set(base, described);
    }
    return described;
  }

  private tableAt(path: string, base: string): AtAddress | null {
    const [, name, extension] = /^\/tables\/([a-z_]+)\.([a-z]+)$/.exec(path) ?? [];
    const table = name === undefined ? undefined : this.tables.find((one) => one.name === name);
    if (table !== undefined && extension === "pbids") return { leaflet: powerBiOf(table.name, base) };
    if (table !== undefined && extension === XLSX.extension) return { ask: (query) => tableWorkbookFeed(table, this.tables.filter((one) => one.name === "dictionary" || one.name === "codes"), query, base) };
    const format = formats.find((one) => one.extension === extension);
    return table === undefined || format === undefined ? null : { ask: (query) => tableFeed(table, format, query) };
  }
}

function givingAt(path: string): AtAddress | null {
  const form = givingForms.find((one) => one.path === path);
  return form === undefined ? null : { ask: (query) => givingFeed(form, query) };
}
