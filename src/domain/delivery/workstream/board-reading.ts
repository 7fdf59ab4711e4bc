import { boardReading } from "../../board-reading.ts";
import { workstreamContinuationKind, workstreamKind } from "./table.ts";

export const workstreamReadings = [
  boardReading(workstreamKind, { shows: ["status"], moves: [{ group: "WORKSTREAMS", tells: ["status"] }] }),
  boardReading(workstreamContinuationKind, { group: "WORKSTREAMS" }),
];
