import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { riskListing } from "./store.ts";
import { riskKind } from "./table.ts";

export const riskFlatTables: readonly FlatTable[] = [
  {
    name: "risks",
    kind: riskKind,
    list: { filter: "RiskFilter", listing: riskListing },
    fields: [
      "title", "kind", "status", "cause", "effect", "likelihood", "impact", "response", "plan", "raised", "reviewDue", "reviewedOn", "closed",
      "closeReason", "programme", "workstream", "milestone", "ownerOrganisation", "ownerHealthIntegrationTeam", "ownerGroup",
    ],
  },
];
