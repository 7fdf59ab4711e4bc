import { boundsOf } from "../../../kernel/quantity-bounds.ts";
import type { Day } from "../../../kernel/day.ts";
import type { DayInterval } from "../../../kernel/day-interval.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import type { Quantity } from "../../../kernel/quantity.ts";

export const measureProgresses = ["REACHED", "NOT_REACHED", "UNCERTAIN", "NOT_COMPARABLE", "TARGET_NOT_KNOWN", "ACTUAL_NOT_KNOWN", "COUNTED_BY_PERIOD"] as const;

/** What has to be known of a count. */
export interface Counted {
  readonly id: string;
  readonly value: Quantity;
  readonly period: PartialDate;
  readonly asAt: PartialDate;
}

export interface MeasureProgress<Actual> {
  readonly status: (typeof measureProgresses)[number];
  /** The count that it follows from; null where there is none. */
  readonly actual: Actual | null;
}

/** The latest count that can have been made by a day: by the day as at which it stood, else by the period that it covers. Those without a day come before all others. */
export function latestActual<Actual extends Counted>(actuals: readonly Actual[], on: Day): Actual | null {
  const made = actuals.filter((actual) => {
    const { earliest, latest } = dateOf(actual);
    return (earliest ?? latest ?? on) <= on;
  });
  return made.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0] ?? null;
}

/**
 * How far a measure is on a day: the latest count as at a day against the target, only where both are known and in one unit.
 * Counts over periods are not progress: periods may overlap, and are never added up here.
 */
export function progressOn<Actual extends Counted>({ baseline, target }: { readonly baseline: Quantity; readonly target: Quantity }, actuals: readonly Actual[], on: Day): MeasureProgress<Actual> {
  const actual = latestActual(actuals.filter((count) => !isByPeriodOnly(count)), on);
  if (actual === null) {
    const byPeriod = latestActual(actuals, on);
    return { status: byPeriod === null ? "ACTUAL_NOT_KNOWN" : "COUNTED_BY_PERIOD", actual: byPeriod };
  }
  return { status: compared(actual.value, baseline, target), actual };
}

function compared(actual: Quantity, baseline: Quantity, target: Quantity): MeasureProgress<never>["status"] {
  if (target.status !== "KNOWN") return "TARGET_NOT_KNOWN";
  if (actual.status !== "KNOWN") return "ACTUAL_NOT_KNOWN";
  const goal = boundsOf(target);
  if (actual.unit !== target.unit || goal === null || actual.fraction !== null) return "NOT_COMPARABLE";
  const count = boundsOf(actual);
  if (count === null) return "UNCERTAIN";
  const from = baseline.unit === target.unit ? boundsOf(baseline) : null;
  // Fewer is the aim where the target is below where it began, or only limits it from above.
  const isFewer = target.operator === "LESS_THAN" || (from !== null && goal.most !== null && goal.most < from.least);
  if (isFewer) return reached(goal.most !== null && count.most !== null && count.most <= goal.most, goal.most !== null && count.least > goal.most);
  return reached(count.least >= goal.least, count.most !== null && count.most < goal.least);
}

function reached(surely: boolean, surelyNot: boolean): MeasureProgress<never>["status"] {
  if (surely) return "REACHED";
  return surelyNot ? "NOT_REACHED" : "UNCERTAIN";
}

function isByPeriodOnly({ asAt, period }: Counted): boolean {
  return asAt.status !== "KNOWN" && period.status === "KNOWN";
}

function dateOf({ asAt, period }: Counted): DayInterval {
  return asAt.status === "KNOWN" ? asAt : period;
}

function rank(actual: Counted): string {
  const { earliest, latest } = dateOf(actual);
  return (latest ?? earliest ?? "0000-00-00") + actual.id;
}
