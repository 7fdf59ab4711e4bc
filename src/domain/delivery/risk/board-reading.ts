import { boardReading } from "../../board-reading.ts";
import { riskKind } from "./table.ts";

export const riskReadings = [
  boardReading(riskKind, { group: "RISKS", shows: ["kind", "likelihood", "impact", "response", "status"], words: { closeReason: "how it ended", plan: "what is being done", reviewedOn: "last looked at", reviewDue: "next look due" } }),
];
