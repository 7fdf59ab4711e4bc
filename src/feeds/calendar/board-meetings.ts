import { boardPackKind, type boardPacks } from "../../domain/delivery/board-pack/table.ts";
import { readDay } from "../../kernel/day.ts";
import { sayDay } from "../../kernel/say-partial-date.ts";
import { lastChanged } from "./changed.ts";
import { textIn, type DatedKind } from "./dated-kind.ts";
import { exampleLine, uidOf } from "./event.ts";

/** A board pack lies on the day of the meeting that it is for. */
export const boardMeetings: DatedKind<typeof boardPacks> = {
  kind: boardPackKind,
  dates: ["meetsOn"],
  risesBy: "VERSION",
  event: ({ moment }, row) => ({
    uid: uidOf(row.id), sequence: row.version - 1, changedAt: lastChanged(moment.ledger, [row.id]).at, first: row.meetsOn, last: row.meetsOn,
    summary: `Board pack: ${row.title}`,
    description: [`The board meets on ${sayDay(row.meetsOn)}.`, row.withdrawnOn === null ? `What it is shown stands as on ${sayDay(row.asOn)}.` : `This pack was withdrawn on ${sayDay(row.withdrawnOn)}.`, ...exampleLine(row)],
    status: row.withdrawnOn === null ? "CONFIRMED" : "CANCELLED",
    path: `/packs/${row.id}`,
  }),
  wasAt: (record) => {
    const day = readDay(textIn(record, "meetsOn"));
    return { first: day, last: day, summary: `Board pack: ${textIn(record, "title")}` };
  },
};
