import type { FlatTable } from "../../api/spreadsheet/flat-table.ts";
import { claimListing } from "./store.ts";
import { claimKind } from "./table.ts";

export const claimFlatTables: readonly FlatTable[] = [
  {
    name: "claims",
    kind: claimKind,
    list: { filter: "ClaimFilter", listing: claimListing },
    fields: [
      "subject", "kind", "value", "status", "record", "field", "claimantKind", "claimantOrganisation", "claimantHealthIntegrationTeam",
      "claimantGroup", "claimantOutput", "claimantSource", "made", "conflictsWith", "place", "programme",
    ],
  },
];
