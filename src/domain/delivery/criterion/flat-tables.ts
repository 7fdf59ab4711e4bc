import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { criterionListing } from "./store.ts";
import { criterionKind } from "./table.ts";

export const criterionFlatTables: readonly FlatTable[] = [
  {
    name: "criteria",
    kind: criterionKind,
    list: { filter: "CriterionFilter", listing: criterionListing },
    fields: ["workstream", "statement", "status", "supplier", "evidence", "evidenceAddress", "decided", "decidedBy"],
  },
];
