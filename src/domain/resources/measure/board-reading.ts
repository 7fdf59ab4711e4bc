import { boardReading } from "../../board-reading.ts";
import { measureActualKind, measureKind } from "./table.ts";

export const measureReadings = [
  boardReading(measureKind, { group: "MEASURES", shows: ["baseline", "target", "targetDue"], words: { baselineAsAt: "baseline counted", targetDue: "target due" } }),
  boardReading(measureActualKind, {
    group: "MEASURES", shows: ["value", "period", "asAt"], partOf: ["measureId"], alone: true,
    words: { value: "counted", asAt: "as at" },
  }),
];
