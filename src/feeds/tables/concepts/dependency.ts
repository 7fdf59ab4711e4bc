import { dependencyListing } from "../../../domain/delivery/dependency/store.ts";
import { dependencyKind, dependencyWaiverKind } from "../../../domain/delivery/dependency/table.ts";
import { recordTable } from "../record-table.ts";

export const dependencies = recordTable({
  name: "dependencies",
  kind: dependencyKind,
  list: { filter: "DependencyFilter", listing: dependencyListing },
  fields: [
    "type", "predecessorWorkstream", "predecessorMilestone", "predecessorDescription", "successorWorkstream", "successorMilestone", "rationale",
    "basis",
  ],
});

export const dependencyWaivers = recordTable({
  name: "dependency_waivers",
  kind: dependencyWaiverKind,
  fields: ["dependency", "dependency.successorWorkstream", "dependency.successorMilestone", "reason", "grantedBy", "until", "ended"],
});
