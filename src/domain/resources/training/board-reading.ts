import { boardReading } from "../../board-reading.ts";
import { cohortKind, trainingProgrammeKind, trainingRoleKind, trainingTierKind } from "./table.ts";

export const trainingReadings = [
  boardReading(trainingProgrammeKind, { shows: ["status", "intendedFor", "start", "end"], words: { intendedFor: "for" } }),
  boardReading(trainingTierKind, { called: (row) => [{ of: row.trainingProgrammeId }, `, tier ${row.number}`], noun: "tier", shows: ["mode", "intendedFor"], words: { intendedFor: "for" }, partOf: ["trainingProgrammeId"] }),
  boardReading(trainingRoleKind, { noun: "part", shows: ["role", "scope"], partOf: ["trainingProgrammeId"] }),
  boardReading(cohortKind, { group: "MEASURES", shows: ["size", "trained"], words: { size: "people trained", trained: "when" } }),
];
