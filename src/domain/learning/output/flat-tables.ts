import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { outputContributorListing, outputInfluenceListing, outputListing } from "./store.ts";
import { outputContributorKind, outputInfluenceKind, outputKind } from "./table.ts";

export const outputFlatTables: readonly FlatTable[] = [
  {
    name: "outputs",
    kind: outputKind,
    list: { filter: "OutputFilter", listing: outputListing },
    fields: [
      "title", "otherTitles", "kind", "status", "edition", "purpose", "developed", "published", "address", "licence", "free", "place", "programme",
      "milestone", "supersedes", "source",
    ],
  },
  {
    name: "output_contributors",
    kind: outputContributorKind,
    list: { filter: "OutputContributorFilter", listing: outputContributorListing },
    fields: ["output", "role", "contributorKind", "person", "organisation", "healthIntegrationTeam", "group", "programme", "description"],
  },
  {
    name: "output_influences",
    kind: outputInfluenceKind,
    list: { filter: "OutputInfluenceFilter", listing: outputInfluenceListing },
    fields: ["output", "programme", "informedBy", "description", "basis"],
  },
];
