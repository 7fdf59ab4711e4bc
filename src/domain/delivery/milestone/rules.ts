import { slip, type Slip } from "../../../kernel/date-comparison.ts";
import type { Day } from "../../../kernel/day.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import type { Problem } from "../../../kernel/problem.ts";
import type { milestones } from "./table.ts";

export const milestoneTimings = [
  "UNDATED", "UPCOMING", "IN_WINDOW", "PAST_DUE_NOT_REPORTED", "OVERDUE", "MET_ON_TIME", "MET_LATE", "MET_TIMING_UNCERTAIN", "CANCELLED",
] as const;

export type MilestoneTiming = (typeof milestoneTimings)[number];

/** What of a milestone its timing follows from. */
export type Timed = Pick<typeof milestones.$inferSelect, "status" | "firstBaseline" | "baseline" | "forecast" | "actual" | "saidNotDoneOn">;

/** Due is the forecast, else the baseline. */
export function due({ forecast, baseline }: Pick<Timed, "forecast" | "baseline">): PartialDate {
  return forecast.status === "KNOWN" ? forecast : baseline;
}

/**
 * Where a milestone stands on a day: computed from dates, status and the day, never stored, and never a judgement. After
 * its window silence is PAST_DUE_NOT_REPORTED; OVERDUE takes somebody's word that it is not done.
 */
export function timing(milestone: Timed, on: Day): MilestoneTiming {
  if (milestone.status === "CANCELLED") return "CANCELLED";
  if (milestone.status === "MET") return timingOfMet(milestone);
  const { earliest, latest } = due(milestone);
  if (earliest === null && latest === null) return "UNDATED";
  if (earliest !== null && on < earliest) return "UPCOMING";
  if (latest === null || on <= latest) return "IN_WINDOW";
  const saidSince = milestone.saidNotDoneOn !== null && milestone.saidNotDoneOn > latest && milestone.saidNotDoneOn <= on;
  return milestone.status === "NOT_MET" || milestone.status === "PARTIALLY_MET" || saidSince ? "OVERDUE" : "PAST_DUE_NOT_REPORTED";
}

/** Against the first baseline: certain only where no day of the one can fall on the wrong side of the other. */
function timingOfMet({ actual, firstBaseline }: Timed): MilestoneTiming {
  if (actual.latest !== null && firstBaseline.earliest !== null && actual.latest <= firstBaseline.earliest) return "MET_ON_TIME";
  if (actual.earliest !== null && firstBaseline.latest !== null && actual.earliest > firstBaseline.latest) return "MET_LATE";
  return "MET_TIMING_UNCERTAIN";
}

/**
 * How far a milestone has moved from a baseline: to the actual date once there is one, else to the forecast. A forecast that
 * is the baseline, word for word, has not moved, however inexact it is. Null where that cannot be said.
 */
export function slipFrom(baseline: PartialDate, { actual, forecast }: Timed): Slip | null {
  if (actual.status === "KNOWN") return slip(baseline, actual);
  const isUnmoved = forecast.status === "KNOWN" && saysTheSame(forecast, baseline);
  return isUnmoved ? { least: 0, most: 0 } : slip(baseline, forecast);
}

/** What was met, wholly or in part, says when; and what was not says nothing of the kind. */
export function outcomeProblems({ status, actual }: Pick<Timed, "status" | "actual">): Problem[] {
  const isMet = status === "MET" || status === "PARTIALLY_MET";
  if (isMet === (actual.status === "KNOWN")) return [];
  return [isMet
    ? { code: "MISSING_FIELD", message: "Say when it was, as exactly as you know: a month or a year will do.", path: ["actual"] }
    : { code: "RULE", message: `A milestone that is ${status} was not reached, so there is no day on which it was. Leave that out, or say that it was met.`, path: ["actual"] }];
}

/** Whether a date is another, word for word. */
export function saysTheSame(one: PartialDate, other: PartialDate): boolean {
  return one.text === other.text && one.edtf === other.edtf;
}
