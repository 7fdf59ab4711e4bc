import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { placeListing } from "./store.ts";
import { placeKind } from "./table.ts";

export const placeFlatTables: readonly FlatTable[] = [
  {
    name: "places",
    kind: placeKind,
    list: { filter: "PlaceFilter", listing: placeListing },
    fields: ["name", "level", "gssCode", "parent", "since", "until"],
  },
];
