import { claimListing } from "../../../domain/claim/store.ts";
import { claimKind } from "../../../domain/claim/table.ts";
import { recordTable } from "../record-table.ts";

export const claims = recordTable({
  name: "claims",
  kind: claimKind,
  list: { filter: "ClaimFilter", listing: claimListing },
  fields: [
    "subject", "kind", "value", "status", "record", "field", "claimantKind", "claimantOrganisation", "claimantHealthIntegrationTeam",
    "claimantGroup", "claimantOutput", "claimantSource", "made", "conflictsWith", "place", "programme",
  ],
});
