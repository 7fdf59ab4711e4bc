import { boardReading } from "../../board-reading.ts";
import { cohortKind, trainingProgrammeKind, trainingRoleKind, trainingTierKind } from "./table.ts";

export const trainingReadings = [
  boardReading(trainingProgrammeKind, { shows: ["status", "intendedFor", "start", "end"], words: { intendedFor: "for" } }),
  boardReading(trainingTierKind, { shows: ["mode", "intendedFor"], words: { intendedFor: "for" }, partOf: ["trainingProgrammeId"] }),
  boardReading(trainingRoleKind, { shows: ["role", "scope"], partOf: ["trainingProgrammeId"] }),
  boardReading(cohortKind, { group: "MEASURES", shows: ["size", "trained"], words: { size: "people trained", trained: "when" } }),
];
