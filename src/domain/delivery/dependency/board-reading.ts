import { boardReading } from "../../board-reading.ts";
import { dependencyKind, dependencyWaiverKind } from "./table.ts";

export const dependencyReadings = [
  boardReading(dependencyKind, {
    called: (row) => [{ of: row.successorWorkstreamId ?? row.successorMilestoneId }, " waits for ", row.predecessorDescription ?? { of: row.predecessorWorkstreamId ?? row.predecessorMilestoneId }],
    shows: ["rationale"],
  }),
  boardReading(dependencyWaiverKind, {
    group: "WAIVED", noun: "waiver",
    called: ({ dependencyId }) => [{ of: dependencyId }, ": it may go on all the same"],
    shows: ["reason", "grantedById", "until"],
    words: { grantedById: "leave given by" },
  }),
];
