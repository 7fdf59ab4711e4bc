import { boardReading } from "../../board-reading.ts";
import { programmeGovernanceKind, programmeKind } from "./table.ts";

export const programmeReadings = [
  boardReading(programmeKind, { shows: ["status", "start", "end"], moves: [{ group: "WORKSTREAMS", tells: ["status"] }] }),
  boardReading(programmeGovernanceKind, { shows: ["capacity"], partOf: ["programmeId"] }),
];
