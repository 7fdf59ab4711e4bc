import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { milestoneListing } from "./store.ts";
import { milestoneKind } from "./table.ts";

export const milestoneFlatTables: readonly FlatTable[] = [
  {
    name: "milestones",
    kind: milestoneKind,
    list: { filter: "MilestoneFilter", listing: milestoneListing },
    fields: [
      "title", "type", "status", "timing", "due", "firstBaseline", "baseline", "forecast", "actual", "slip", "slipFromBaseline", "saidNotDoneOn",
      "parts", "metBy", "blockedBy.missing", "programme", "workstream", "ownerOrganisation", "ownerHealthIntegrationTeam",
    ],
  },
];
