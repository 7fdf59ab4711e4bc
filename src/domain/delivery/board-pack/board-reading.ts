import { boardReading } from "../../board-reading.ts";
import { boardPackKind, boardPackProgrammeKind } from "./table.ts";

export const boardPackReadings = [
  boardReading(boardPackKind, { group: "REPORTS", noun: "board pack", shows: ["groupId", "meetsOn", "asOn"], words: { groupId: "for", meetsOn: "meeting on", asOn: "as things stood on" } }),
  boardReading(boardPackProgrammeKind, { group: "REPORTS", noun: "programme", called: ({ programmeId }) => [{ of: programmeId }], partOf: ["boardPackId"] }),
];
