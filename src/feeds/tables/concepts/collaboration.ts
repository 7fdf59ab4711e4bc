import { collaborationListing } from "../../../domain/partners/collaboration/store.ts";
import { collaborationKind, collaborationPartyKind } from "../../../domain/partners/collaboration/table.ts";
import { recordTable } from "../record-table.ts";

export const collaborations = recordTable({
  name: "collaborations",
  kind: collaborationKind,
  list: { filter: "CollaborationFilter", listing: collaborationListing },
  fields: ["subject", "result", "status", "since", "until"],
});

export const collaborationParties = recordTable({
  name: "collaboration_parties",
  kind: collaborationPartyKind,
  fields: ["collaboration", "partyKind", "healthIntegrationTeam", "organisation", "group", "description"],
});
