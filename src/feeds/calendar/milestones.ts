import { due } from "../../domain/delivery/milestone/rules.ts";
import { milestoneKind, type milestones } from "../../domain/delivery/milestone/table.ts";
import { choiceWords } from "../../kernel/choice-words.ts";
import { checkPartialDate, type PartialDate } from "../../kernel/partial-date.ts";
import { lastChanged } from "./changed.ts";
import { textIn, type DatedKind } from "./dated-kind.ts";
import { dateLine, daysOf, exampleLine, statusOf, uidOf } from "./event.ts";

type Row = typeof milestones.$inferSelect;

const BEFORE_TITLE: Readonly<Partial<Record<Row["status"], string>>> = { MET: "Met: ", PARTIALLY_MET: "Partly met: ", NOT_MET: "Not met: ", CANCELLED: "Cancelled: " };

/** A milestone lies where it is due; once it was met, where it was met. */
export const datedMilestones: DatedKind<typeof milestones> = {
  kind: milestoneKind,
  dates: ["forecast", "baseline", "actual"],
  risesBy: "VERSION",
  event: ({ moment }, row) => {
    const date = dateOf(row);
    const days = daysOf(date);
    if (days === null) return null;
    return {
      uid: uidOf(row.id), sequence: row.version - 1, changedAt: lastChanged(moment.ledger, [row.id]).at, ...days,
      summary: `${BEFORE_TITLE[row.status] ?? ""}${row.title}`,
      description: [dateLine(row.actual === date ? "When" : "Due", date), `Milestone: ${choiceWords(row.status)}`, ...exampleLine(row)],
      status: statusOf(date, row.status === "CANCELLED"),
      path: `/milestones/${row.id}`,
    };
  },
  wasAt: (record) => {
    const [forecast, baseline, actual] = [record["forecast"], record["baseline"], record["actual"]].map(checkPartialDate);
    if (forecast === undefined || baseline === undefined || actual === undefined) return null;
    const days = daysOf(dateOf({ forecast, baseline, actual }));
    return days === null ? null : { ...days, summary: textIn(record, "title") };
  },
};

function dateOf(milestone: Pick<Row, "forecast" | "baseline" | "actual">): PartialDate {
  return milestone.actual.status === "KNOWN" ? milestone.actual : due(milestone);
}
