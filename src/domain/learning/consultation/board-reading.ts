import { boardReading } from "../../board-reading.ts";
import { consultationKind, consulteeKind } from "./table.ts";

export const consultationReadings = [
  boardReading(consultationKind, { shows: ["status", "period", "shaped"] }),
  boardReading(consulteeKind, { partOf: ["consultationId"] }),
];
