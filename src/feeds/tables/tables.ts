import type { GraphQLSchema } from "graphql";
import { Feed } from "../../api/changes/feed.ts";
import type { FlatTable } from "../../api/spreadsheet/flat-table.ts";
import type { RecordTable } from "../../api/loaders.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { changesTable } from "./changes-table.ts";
import { datesTable } from "./dates-table.ts";
import { dictionaryTables } from "./dictionary-tables.ts";
import { Flattening } from "./flat.ts";
import { provenanceTable } from "./provenance-table.ts";
import { recordTable } from "./record-table.ts";
import type { Table } from "./table.ts";

/** Every table that there is. People have none: who asks to be erased is not reached in a file that somebody keeps. */
export function tablesOver(schema: GraphQLSchema, kinds: readonly RecordKind<RecordTable>[], flatTables: readonly FlatTable[]): readonly Table[] {
  const flattening = new Flattening(schema, kinds);
  const records = flatTables.map((table) => recordTable(table, flattening));
  const shown = kinds.filter(({ type }) => records.some(({ type: own }) => own === type));
  const described = [...records, provenanceTable(flattening, shown), changesTable(flattening, shown, new Feed(kinds)), datesTable];
  return [...described, ...dictionaryTables(described)];
}
