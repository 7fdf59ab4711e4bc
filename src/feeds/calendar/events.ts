import { eventKind, type events } from "../../domain/learning/event/table.ts";
import { choiceWords } from "../../kernel/choice-words.ts";
import { checkPartialDate } from "../../kernel/partial-date.ts";
import { lastChanged } from "./changed.ts";
import { textIn, type DatedKind } from "./dated-kind.ts";
import { dateLine, daysOf, exampleLine, statusOf, uidOf } from "./event.ts";

/** An event lies where it is or was held; one that is no more than proposed is not sure to come. */
export const datedEvents: DatedKind<typeof events> = {
  kind: eventKind,
  dates: ["date"],
  risesBy: "VERSION",
  event: ({ moment }, row) => {
    const days = daysOf(row.date);
    if (days === null) return null;
    const status = statusOf(row.date, row.status === "CANCELLED");
    return {
      uid: uidOf(row.id), sequence: row.version - 1, changedAt: lastChanged(moment.ledger, [row.id]).at, ...days,
      summary: `${row.status === "CANCELLED" ? "Cancelled: " : ""}${row.title}`,
      description: [dateLine("When", row.date), `Event: ${choiceWords(row.status)}`, ...(row.subject === null ? [] : [row.subject]), ...exampleLine(row)],
      status: row.status === "PROPOSED" && status === "CONFIRMED" ? "TENTATIVE" : status,
      path: `/records/${row.id}`,
    };
  },
  wasAt: (record) => {
    const days = daysOf(checkPartialDate(record["date"]));
    return days === null ? null : { ...days, summary: textIn(record, "title") };
  },
};
