import { bnssg, somerset } from "./cast.ts";
import type { Chapter } from "./script.ts";

/** What the boards had before them. */
export const boards: Chapter = (calendar) =>
  [3, 6, 9].flatMap((month) => [
    { on: [month, 26], as: "OFFICE", act: "freezeBoardPack", sent: { group: somerset.board, meetsOn: calendar.day(month, 27), programmes: [somerset.programme] } },
    { on: [month, 26], as: "OFFICE", act: "freezeBoardPack", sent: { group: bnssg.board, meetsOn: calendar.day(month, 28), programmes: [bnssg.programme] } },
  ] as const);
