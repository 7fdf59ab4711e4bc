import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { groupListing } from "./store.ts";
import { groupKind } from "./table.ts";

export const groupFlatTables: readonly FlatTable[] = [
  {
    name: "groups",
    kind: groupKind,
    list: { filter: "GroupFilter", listing: groupListing },
    fields: ["name", "kind", "status", "purpose", "since", "until", "parent", "host", "healthIntegrationTeam", "place"],
  },
];
