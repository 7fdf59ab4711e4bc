import { commitmentListing } from "../../../domain/promises/commitment/store.ts";
import { commitmentEventKind, commitmentKind } from "../../../domain/promises/commitment/table.ts";
import { recordTable } from "../record-table.ts";

export const commitments = recordTable({
  name: "commitments",
  kind: commitmentKind,
  list: { filter: "CommitmentFilter", listing: commitmentListing },
  fields: [
    "statement", "maker", "organisation", "group", "place", "securedByHealthIntegrationTeam", "securedByOrganisation", "publishedIn", "partOf",
    "programme",
  ],
});

export const commitmentEvents = recordTable({
  name: "commitment_events",
  kind: commitmentEventKind,
  fields: ["commitment", "kind", "date", "milestone"],
});
