import { boardReading } from "../../board-reading.ts";
import { outcomeContributionKind, outcomeKind } from "./table.ts";

export const outcomeReadings = [
  boardReading(outcomeKind, { shows: ["plan"] }),
  boardReading(outcomeContributionKind, { group: "EVIDENCE", called: (row) => [{ of: row.programmeId }, " contributes to ", { of: row.outcomeId }], shows: ["statement", "basis"] }),
];
