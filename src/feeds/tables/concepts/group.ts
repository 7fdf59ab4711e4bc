import { groupListing } from "../../../domain/partners/group/store.ts";
import { groupKind } from "../../../domain/partners/group/table.ts";
import { recordTable } from "../record-table.ts";

export const groups = recordTable({
  name: "groups",
  kind: groupKind,
  list: { filter: "GroupFilter", listing: groupListing },
  fields: ["name", "kind", "status", "purpose", "since", "until", "parent", "host", "healthIntegrationTeam", "place"],
});
