import { slip, type Slip } from "../../../kernel/date-comparison.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import { boardReading, type Moved, type Worked } from "../../board-reading.ts";
import { due, saysTheSame, slipFrom, timing } from "./rules.ts";
import { milestoneKind, type milestones } from "./table.ts";

type Row = typeof milestones.$inferSelect;

/** Where a milestone has moved to, as far as anybody can say of dates that are not exact. */
export type Shift = "LATER" | "EARLIER" | "NEITHER";

/**
 * A milestone has moved later where it can be due later than before, or is not dated any more. It has moved earlier only where
 * all of it has: a date that became more exact within what it was has not moved.
 */
export function shiftOf(before: PartialDate, after: PartialDate): Shift {
  if (before.status !== "KNOWN") return "NEITHER";
  if (after.status !== "KNOWN") return "LATER";
  const [start, end] = [compared(before.earliest ?? "0", after.earliest ?? "0"), compared(before.latest ?? "9", after.latest ?? "9")];
  if (end > 0) return "LATER";
  return end < 0 && start < 0 ? "EARLIER" : "NEITHER";
}

function compared(before: string, after: string): number {
  return after === before ? 0 : after > before ? 1 : -1;
}

const isOpen = ({ status }: Row): boolean => status !== "MET" && status !== "CANCELLED";
const isReached = ({ status }: Row): boolean => status === "MET" || status === "PARTIALLY_MET";
const dueSlip = ({ before, after }: Moved<Row>): Slip | null => slip(due(before), due(after));
const dueShift = ({ before, after }: Moved<Row>): Shift => shiftOf(due(before), due(after));

function timings({ before, after, from, to }: Moved<Row>): readonly Worked[] {
  return [{ field: "timing", before: timing(before, from), after: timing(after, to) }];
}

/** Whether somebody reports worse news than before: that it is not met, is given up or was not met after all, or is not done though it is due. */
function isSetBack(moved: Moved<Row>): boolean {
  const { before, after, to } = moved;
  if (before.status !== after.status) return after.status === "NOT_MET" || after.status === "CANCELLED" || (!isReached(after) && before.status !== "NOT_REPORTED" && before.status !== "SCHEDULED");
  return before.saidNotDoneOn !== after.saidNotDoneOn && timing(after, to) === "OVERDUE" && dueShift(moved) === "NEITHER";
}

export const milestoneReadings = [
  boardReading(milestoneKind, {
    made: (row) => (isReached(row) ? "MET" : row.status === "NOT_MET" || row.status === "CANCELLED" ? "NOT_MET" : "NEW"),
    shows: ["baseline", "forecast", "actual", "status"],
    words: { actual: "reached", forecast: "expected", baseline: "committed to", firstBaseline: "first committed to", saidNotDoneOn: "said not to be done on" },
    moves: [
      {
        group: "MET", tells: ["status", "actual"], along: ["forecast", "saidNotDoneOn"], works: timings,
        when: ({ after }) => isReached(after),
        slip: ({ after }) => slipFrom(after.firstBaseline, after),
      },
      { group: "SLIPPED", tells: ["forecast", "baseline"], along: ["saidNotDoneOn"], slip: dueSlip, when: (moved) => isOpen(moved.after) && dueShift(moved) === "LATER" },
      { group: "NOT_MET", tells: ["status", "saidNotDoneOn"], along: ["actual"], works: timings, when: isSetBack },
      { group: "RECOVERED", tells: ["forecast", "baseline"], along: ["saidNotDoneOn"], slip: dueSlip, when: (moved) => isOpen(moved.after) && dueShift(moved) === "EARLIER" },
      { group: "RECOVERED", tells: ["status", "actual"], works: timings, when: ({ before, after, from }) => timing(before, from) === "OVERDUE" && after.status === "MET" },
      {
        group: "REBASELINED", tells: ["baseline"], along: ["firstBaseline"], slip: ({ before, after }) => slip(before.baseline, after.baseline),
        when: ({ before, after }) => before.baseline.status === "KNOWN" && !saysTheSame(before.baseline, after.baseline),
      },
    ],
  }),
];
