import { boardReading } from "../../board-reading.ts";
import { studyKind, studyOutputKind } from "./table.ts";

export const studyReadings = [
  boardReading(studyKind, { group: "EVIDENCE", shows: ["status", "subject", "start", "end"] }),
  boardReading(studyOutputKind, { group: "EVIDENCE", partOf: ["studyId"] }),
];
