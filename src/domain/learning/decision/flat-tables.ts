import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { decisionListing } from "./store.ts";
import { decisionKind } from "./table.ts";

export const decisionFlatTables: readonly FlatTable[] = [
  {
    name: "decisions",
    kind: decisionKind,
    list: { filter: "DecisionFilter", listing: decisionListing },
    fields: ["statement", "kind", "rationale", "reference", "decided", "group", "recommendation", "milestone", "programme"],
  },
];
