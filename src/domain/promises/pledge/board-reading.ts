import { boardReading } from "../../board-reading.ts";
import {
  actionCommitmentKind, exampleActionKind, pledgeActionKind, pledgeCommitmentKind, pledgeDifferenceKind, pledgeEligibilityKind, pledgeKind, pledgeSignatureKind, pledgeSignerKind, pledgeVersionKind,
} from "./table.ts";

export const pledgeReadings = [
  boardReading(pledgeKind, { group: "PLEDGES" }),
  boardReading(pledgeVersionKind, { group: "PLEDGES", noun: "version", shows: ["published"], partOf: ["pledgeId"] }),
  boardReading(pledgeEligibilityKind, { group: "PLEDGES", called: (row) => [{ of: row.pledgeVersionId }, ": who may sign"], shows: ["signatoryKind"], partOf: ["pledgeVersionId"] }),
  boardReading(pledgeSignerKind, { group: "PLEDGES", called: (row) => [{ of: row.pledgeVersionId }, ": who signs"], shows: ["authority"], partOf: ["pledgeVersionId"] }),
  boardReading(pledgeCommitmentKind, { group: "PLEDGES", noun: "commitment", shows: ["number"], partOf: ["pledgeVersionId"] }),
  boardReading(pledgeDifferenceKind, { group: "PLEDGES", called: (row) => [{ of: row.commitmentId }, ": how the versions differ"], shows: ["kind", "note"], partOf: ["commitmentId"] }),
  boardReading(exampleActionKind, { group: "PLEDGES", partOf: ["pledgeVersionId"] }),
  boardReading(pledgeSignatureKind, {
    group: "PLEDGES", noun: "signature", called: (row) => [row.description ?? { of: row.organisationId ?? row.groupId }], shows: ["pledgeId", "signed", "authority"], words: { pledgeId: "has signed", signed: "on", authority: "by" },
  }),
  boardReading(pledgeActionKind, { group: "PLEDGES", noun: "action", shows: ["progress", "due"], partOf: ["signatureId"], words: { outcome: "how it went", outcomeNote: "about how it went", progressNote: "about its progress", reviewed: "reviewed on" } }),
  boardReading(actionCommitmentKind, { group: "PLEDGES", called: (row) => [{ of: row.actionId }, ", for ", { of: row.commitmentId }], partOf: ["actionId"] }),
];
