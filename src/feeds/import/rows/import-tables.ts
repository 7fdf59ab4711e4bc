import type { GraphQLSchema } from "graphql";
import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import type { Importable } from "../../../api/spreadsheet/importable.ts";
import type { RecordTable } from "../../../api/loaders.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { Flattening } from "../../tables/flat.ts";
import { recordTable } from "../../tables/record-table.ts";
import { ImportTable } from "./import-table.ts";

/** Every table whose rows are taken in, in the order in which a file may point at those before. */
export function importTablesOver(schema: GraphQLSchema, kinds: readonly RecordKind<RecordTable>[], flatTables: readonly FlatTable[], importables: readonly Importable[]): readonly ImportTable[] {
  const flattening = new Flattening(schema, kinds);
  return importables.map((importable) => {
    const flat = flatTables.find(({ name }) => name === importable.table);
    if (flat === undefined) throw new Error(`There is no table ${importable.table}.`);
    return new ImportTable(importable, flat, recordTable(flat, flattening), { flattening, schema });
  });
}
