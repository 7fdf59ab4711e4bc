import type { GraphQLSchema } from "graphql";
import { Fault } from "../../api/fault/fault.ts";
import type { FlatTable } from "../../api/spreadsheet/flat-table.ts";
import type { Importable } from "../../api/spreadsheet/importable.ts";
import type { RecordTable } from "../../api/loaders.ts";
import type { Viewer } from "../../api/access/viewer.ts";
import { holdsRoleFor, whoMay } from "../../api/act/judged.ts";
import { atFirstUse } from "../../kernel/at-first-use.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { AtAddress } from "../feed.ts";
import type { Permissions } from "../../api/access/permission.ts";
import { IMPORT_ACT } from "./rows/import-request.ts";
import { importTablesOver } from "./rows/import-tables.ts";
import type { ImportTable } from "./rows/import-table.ts";
import type { FileForm } from "./rows/read-file.ts";
import { columnsOf, templateOf } from "./rows/sheets.ts";
import { tellingCsv, tellingNdjson, type Telling } from "./rows/tell.ts";

/** What is taken in, and where. */
export class Imports {
  /** Made for whoever first asks for one: a server that starts is ready without. */
  private readonly made: () => readonly ImportTable[];

  constructor(schema: GraphQLSchema, kinds: readonly RecordKind<RecordTable>[], flatTables: readonly FlatTable[], importables: readonly Importable[]) {
    this.made = atFirstUse(() => importTablesOver(schema, kinds, flatTables, importables));
  }

  get tables(): readonly ImportTable[] {
    return this.made();
  }

  /** The table to which rows are sent at a path; null where none are. */
  at(path: string): ImportTable | null {
    const [, name] = /^\/imports\/([a-z_]+)$/.exec(path) ?? [];
    return name === undefined ? null : this.tables.find((one) => one.name === name) ?? null;
  }

  /** What there is to fetch for whoever fills in rows; null where there is nothing. */
  find(path: string, base: string): Exclude<AtAddress, { readonly ask: unknown }> | null {
    if (path === "/imports") {
      const entries = this.tables.map(({ name, about }) => ({ name, about, addresses: { template: `${base}/imports/${name}/template.csv`, columns: `${base}/imports/${name}/columns.csv` } }));
      return { index: { title: "Imports", about: "What can be taken in from spreadsheets and lists: fill in the template, and POST it to /imports/ and the name of the table. What each column takes is in its columns.", entries } };
    }
    const [, name, sheet] = /^\/imports\/([a-z_]+)\/(template|columns)\.csv$/.exec(path) ?? [];
    const table = name === undefined ? undefined : this.tables.find((one) => one.name === name);
    if (table === undefined) return null;
    return { leaflet: sheet === "template" ? templateOf(table) : columnsOf(table) };
  }
}

/** Refuses whoever has no role that imports, whatever their rows would ask for, and says what stands. */
export function refuseWithoutRole(viewer: Viewer, permissions: Permissions, stands = "Nothing was written."): void {
  const permission = permissions[IMPORT_ACT];
  if (permission === undefined) throw new Error(`${IMPORT_ACT} stands in no table of permissions.`);
  if (holdsRoleFor(permissions, IMPORT_ACT, viewer)) return;
  throw new Fault("FORBIDDEN", `To import takes ${whoMay(permission)}. ${stands}`, { http: { status: 403 } });
}

/** In which form a body of this type has its rows; null for any other type. */
export function formOf(contentType: string): FileForm | null {
  const type = contentType.split(";")[0]?.trim().toLowerCase();
  if (type === "text/csv") return "CSV";
  return type === "application/x-ndjson" || type === "application/ndjson" ? "NDJSON" : null;
}

/** How verdicts are told to somebody who accepts these types. */
export function tellingFor(accept: string | undefined): Telling {
  return accept !== undefined && /\btext\/csv\b/.test(accept) && !accept.includes("ndjson") ? tellingCsv : tellingNdjson;
}
