import { milestoneListing } from "../../../domain/delivery/milestone/store.ts";
import { milestoneKind } from "../../../domain/delivery/milestone/table.ts";
import { recordTable } from "../record-table.ts";

export const milestones = recordTable({
  name: "milestones",
  kind: milestoneKind,
  list: { filter: "MilestoneFilter", listing: milestoneListing },
  fields: [
    "title", "type", "status", "timing", "due", "firstBaseline", "baseline", "forecast", "actual", "slip", "slipFromBaseline", "saidNotDoneOn",
    "parts", "metBy", "blockedBy.missing", "programme", "workstream", "ownerOrganisation", "ownerHealthIntegrationTeam",
  ],
});
