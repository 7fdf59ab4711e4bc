import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { sourceListing } from "./store.ts";
import { sourceKind } from "./table.ts";

export const sourceFlatTables: readonly FlatTable[] = [
  {
    name: "sources",
    kind: sourceKind,
    list: { filter: "SourceFilter", listing: sourceListing },
    fields: ["title", "kind", "publisher", "address", "published", "period", "becameKnown", "sha256"],
  },
];
