import { boardReading } from "../../board-reading.ts";
import {
  actionCommitmentKind, exampleActionKind, pledgeActionKind, pledgeCommitmentKind, pledgeDifferenceKind, pledgeEligibilityKind, pledgeKind, pledgeSignatureKind, pledgeSignerKind, pledgeVersionKind,
} from "./table.ts";

export const pledgeReadings = [
  boardReading(pledgeKind, { group: "PLEDGES" }),
  boardReading(pledgeVersionKind, { group: "PLEDGES", shows: ["published"], partOf: ["pledgeId"] }),
  boardReading(pledgeEligibilityKind, { group: "PLEDGES", shows: ["signatoryKind"], partOf: ["pledgeVersionId"] }),
  boardReading(pledgeSignerKind, { group: "PLEDGES", shows: ["authority"], partOf: ["pledgeVersionId"] }),
  boardReading(pledgeCommitmentKind, { group: "PLEDGES", shows: ["number"], partOf: ["pledgeVersionId"] }),
  boardReading(pledgeDifferenceKind, { group: "PLEDGES", shows: ["kind", "note"], partOf: ["commitmentId"] }),
  boardReading(exampleActionKind, { group: "PLEDGES", partOf: ["pledgeVersionId"] }),
  boardReading(pledgeSignatureKind, {
    group: "PLEDGES", shows: ["pledgeId", "signed", "authority"], words: { pledgeId: "has signed", signed: "on", authority: "by" },
  }),
  boardReading(pledgeActionKind, { group: "PLEDGES", shows: ["progress", "due"], partOf: ["signatureId"], words: { outcome: "how it went", outcomeNote: "about how it went", progressNote: "about its progress", reviewed: "reviewed on" } }),
  boardReading(actionCommitmentKind, { group: "PLEDGES", partOf: ["actionId"] }),
];
