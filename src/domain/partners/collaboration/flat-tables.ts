import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { collaborationListing } from "./store.ts";
import { collaborationKind, collaborationPartyKind } from "./table.ts";

export const collaborationFlatTables: readonly FlatTable[] = [
  {
    name: "collaborations",
    kind: collaborationKind,
    list: { filter: "CollaborationFilter", listing: collaborationListing },
    fields: ["subject", "result", "status", "since", "until"],
  },
  {
    name: "collaboration_parties",
    kind: collaborationPartyKind,
    fields: ["collaboration", "partyKind", "healthIntegrationTeam", "organisation", "group", "description"],
  },
];
