import { riskListing } from "../../../domain/delivery/risk/store.ts";
import { riskKind } from "../../../domain/delivery/risk/table.ts";
import { recordTable } from "../record-table.ts";

export const risks = recordTable({
  name: "risks",
  kind: riskKind,
  list: { filter: "RiskFilter", listing: riskListing },
  fields: [
    "title", "kind", "status", "cause", "effect", "likelihood", "impact", "response", "plan", "raised", "reviewDue", "reviewedOn", "closed",
    "closeReason", "programme", "workstream", "milestone", "ownerOrganisation", "ownerHealthIntegrationTeam", "ownerGroup",
  ],
});
