import { boardReading } from "../../board-reading.ts";
import { boardPackKind, boardPackProgrammeKind } from "./table.ts";

export const boardPackReadings = [
  boardReading(boardPackKind, { group: "REPORTS", shows: ["groupId", "meetsOn", "asOn"], words: { groupId: "for", meetsOn: "meeting on", asOn: "as things stood on" } }),
  boardReading(boardPackProgrammeKind, { group: "REPORTS", partOf: ["boardPackId"] }),
];
