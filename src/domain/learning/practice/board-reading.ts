import { boardReading } from "../../board-reading.ts";
import { practiceKind, practiceMapKind } from "./table.ts";

export const practiceReadings = [
  boardReading(practiceMapKind, { shows: ["status", "opened", "closed"] }),
  boardReading(practiceKind, { shows: ["status", "organisationId", "doneBy"], words: { organisationId: "done by", doneBy: "done by" } }),
];
