import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { dependencyListing } from "./store.ts";
import { dependencyKind, dependencyWaiverKind } from "./table.ts";

export const dependencyFlatTables: readonly FlatTable[] = [
  {
    name: "dependencies",
    kind: dependencyKind,
    list: { filter: "DependencyFilter", listing: dependencyListing },
    fields: [
      "type", "predecessorWorkstream", "predecessorMilestone", "predecessorDescription", "successorWorkstream", "successorMilestone", "rationale",
      "basis",
    ],
  },
  {
    name: "dependency_waivers",
    kind: dependencyWaiverKind,
    fields: ["dependency", "dependency.successorWorkstream", "dependency.successorMilestone", "reason", "grantedBy", "until", "ended"],
  },
];
