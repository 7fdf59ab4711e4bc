import { isShared } from "../../../api/act/kept.ts";
import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import type { Importable } from "../../../api/spreadsheet/importable.ts";
import { keptImport } from "../../../api/spreadsheet/kept-import.ts";
import type { Permissions } from "../../../api/access/permission.ts";

/** The tables of the kinds that are recorded and amended by the acts that are the same for every kind, and of which no concept says otherwise. */
export function keptImports(flatTables: readonly FlatTable[], permissions: Permissions, others: readonly Importable[]): readonly Importable[] {
  return flatTables
    .filter(({ name, kind }) => isShared(permissions, kind, "record") && isShared(permissions, kind, "amend") && !others.some(({ table }) => table === name))
    .map(({ name, kind }) => keptImport(name, kind));
}
