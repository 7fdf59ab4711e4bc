import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { commitmentListing } from "./store.ts";
import { commitmentEventKind, commitmentKind } from "./table.ts";

export const commitmentFlatTables: readonly FlatTable[] = [
  {
    name: "commitments",
    kind: commitmentKind,
    list: { filter: "CommitmentFilter", listing: commitmentListing },
    fields: [
      "statement", "maker", "organisation", "group", "place", "securedByHealthIntegrationTeam", "securedByOrganisation", "publishedIn", "partOf",
      "programme",
    ],
  },
  {
    name: "commitment_events",
    kind: commitmentEventKind,
    fields: ["commitment", "kind", "date", "milestone"],
  },
];
