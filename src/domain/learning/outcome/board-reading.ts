import { boardReading } from "../../board-reading.ts";
import { outcomeContributionKind, outcomeKind } from "./table.ts";

export const outcomeReadings = [
  boardReading(outcomeKind, { shows: ["plan"] }),
  boardReading(outcomeContributionKind, { group: "EVIDENCE", shows: ["statement", "basis"] }),
];
