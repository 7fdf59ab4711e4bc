import { outputContributorListing, outputInfluenceListing, outputListing } from "../../../domain/learning/output/store.ts";
import { outputContributorKind, outputInfluenceKind, outputKind } from "../../../domain/learning/output/table.ts";
import { recordTable } from "../record-table.ts";

export const outputs = recordTable({
  name: "outputs",
  kind: outputKind,
  list: { filter: "OutputFilter", listing: outputListing },
  fields: [
    "title", "otherTitles", "kind", "status", "edition", "purpose", "developed", "published", "address", "licence", "free", "place", "programme",
    "milestone", "supersedes", "source",
  ],
});

export const outputContributors = recordTable({
  name: "output_contributors",
  kind: outputContributorKind,
  list: { filter: "OutputContributorFilter", listing: outputContributorListing },
  fields: ["output", "role", "contributorKind", "person", "organisation", "healthIntegrationTeam", "group", "programme", "description"],
});

export const outputInfluences = recordTable({
  name: "output_influences",
  kind: outputInfluenceKind,
  list: { filter: "OutputInfluenceFilter", listing: outputInfluenceListing },
  fields: ["output", "programme", "informedBy", "description", "basis"],
});
