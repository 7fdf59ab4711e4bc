import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { practiceListing, practiceMapListing } from "./store.ts";
import { practiceKind, practiceMapKind } from "./table.ts";

export const practiceFlatTables: readonly FlatTable[] = [
  {
    name: "practice",
    kind: practiceKind,
    list: { filter: "PracticeFilter", listing: practiceListing },
    fields: ["title", "description", "status", "themes", "since", "organisation", "doneBy", "place", "map", "programme"],
  },
  {
    name: "practice_maps",
    kind: practiceMapKind,
    list: { filter: "PracticeMapFilter", listing: practiceMapListing },
    fields: ["title", "status", "invited", "opened", "closed", "address", "owner", "place", "programme"],
  },
];
