import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { outcomeContributionListing, outcomeListing } from "./store.ts";
import { outcomeContributionKind, outcomeKind } from "./table.ts";

export const outcomeFlatTables: readonly FlatTable[] = [
  {
    name: "outcomes",
    kind: outcomeKind,
    list: { filter: "OutcomeFilter", listing: outcomeListing },
    fields: ["plan", "number", "title", "planOwner", "place"],
  },
  {
    name: "outcome_contributions",
    kind: outcomeContributionKind,
    list: { filter: "OutcomeContributionFilter", listing: outcomeContributionListing },
    fields: ["outcome", "programme", "statement", "basis", "evidence"],
  },
];
