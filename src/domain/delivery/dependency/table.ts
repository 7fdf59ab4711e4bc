import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { bases, organisations } from "../../partners/organisation/table.ts";
import { workstreams } from "../workstream/table.ts";
import { milestones } from "../milestone/table.ts";

export const dependencyTypes = ["READY_TO_START", "FINISH_TO_START"] as const;

/**
 * What has to come first, and what it holds up. Exactly one of the successor's two; exactly one of the predecessor's
 * three, of which the last is for something that is named but not tracked.
 */
export const dependencies = sqliteTable(
  "dependencies",
  {
    ...identity,
    ...belonging,
    type: oneOf(dependencyTypes).notNull(),
    predecessorWorkstreamId: reference(() => workstreams.id),
    predecessorMilestoneId: reference(() => milestones.id),
    predecessorDescription: words(),
    successorWorkstreamId: reference(() => workstreams.id),
    successorMilestoneId: reference(() => milestones.id),
    rationale: words(),
    basis: oneOf(bases).notNull(),
  },
  (dependency) => [
    index("dependencies_by_predecessor_workstream").on(dependency.predecessorWorkstreamId),
    index("dependencies_by_predecessor_milestone").on(dependency.predecessorMilestoneId),
    index("dependencies_by_successor_workstream").on(dependency.successorWorkstreamId),
    index("dependencies_by_successor_milestone").on(dependency.successorMilestoneId),
  ],
);

/** Leave to go on although a dependency is not satisfied: shown wherever the workstream is. */
export const dependencyWaivers = sqliteTable(
  "dependency_waivers",
  {
    ...identity,
    ...belonging,
    dependencyId: reference(() => dependencies.id).notNull(),
    reason: words().notNull(),
    /** Who gave it. */
    grantedById: reference(() => organisations.id),
    until: partialDate(),
    ended: partialDate(),
  },
  (waiver) => [index("dependency_waivers_by_dependency").on(waiver.dependencyId)],
);

export const dependencyKind = recordKind("Dependency", "dp", dependencies, {
  called: (row) => [{ of: row.successorWorkstreamId ?? row.successorMilestoneId }, " waits for ", row.predecessorDescription ?? { of: row.predecessorWorkstreamId ?? row.predecessorMilestoneId }],
  partOf: [dependencies.successorWorkstreamId, dependencies.successorMilestoneId],
  choices: [
    {
      among: [dependencies.predecessorWorkstreamId, dependencies.predecessorMilestoneId, dependencies.predecessorDescription],
      unsaid: "Say what has to come first: a workstream or a milestone; or describe it where it is not tracked here.",
    },
    { among: [dependencies.successorWorkstreamId, dependencies.successorMilestoneId], unsaid: "Say what waits: a workstream or a milestone." },
  ],
});
export const dependencyWaiverKind = recordKind("DependencyWaiver", "dw", dependencyWaivers, {
  spoken: "waiver", called: ({ dependencyId }) => [{ of: dependencyId }, ": it may go on all the same"],
  partOf: [dependencyWaivers.dependencyId], goesWith: dependencyWaivers.dependencyId,
});
