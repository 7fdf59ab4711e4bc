import type { Certainty } from "./certainty.ts";
import { daysBetween, type Day } from "./day.ts";
import { financialYearsTouching, type FinancialYear } from "./financial-year.ts";
import type { PartialDate } from "./partial-date.ts";

/** Days from one to another, both included. An end that is null is open. */
export interface DayWindow {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** How many days later: an interval when one of the dates is. Negative is earlier. */
export interface Slip {
  readonly least: number;
  readonly most: number;
}

/**
 * CERTAIN: every day that the date can be is in the window. POSSIBLE: some are. A date in words only ("recently") can
 * be any day. A date of which nothing is known is never within a window: it would be in each one; the figures on gaps
 * list it.
 */
export function certaintyWithin(date: PartialDate, window: DayWindow): Certainty {
  const { earliest, latest } = date;
  const isNothing = date.precision === "UNKNOWN" || isLater(window.from, window.to);
  if (isNothing || isLater(earliest, window.to) || isLater(window.from, latest)) return "NO";
  const startsInside = window.from === null || (earliest !== null && window.from <= earliest);
  const endsInside = window.to === null || (latest !== null && latest <= window.to);
  return startsInside && endsInside ? "CERTAIN" : "POSSIBLE";
}

/**
 * CERTAIN: all of `a` is before all of `b`. NO: none of it can be. A date of which nothing is known decides nothing:
 * POSSIBLE, lest silence be read as late.
 */
export function certaintyBefore(a: PartialDate, b: PartialDate): Certainty {
  if (isLater(b.earliest, a.latest)) return "CERTAIN";
  return a.earliest !== null && b.latest !== null && a.earliest >= b.latest ? "NO" : "POSSIBLE";
}

/**
 * Every financial year in which the date may fall; it is certain when there is one. None where they cannot be listed:
 * an end is open, or no day is known.
 */
export function candidateFinancialYears({ earliest, latest }: PartialDate): FinancialYear[] {
  return earliest === null || latest === null ? [] : financialYearsTouching(earliest, latest);
}

/** How far a date has moved. Null where either has an end that is open or not known. */
export function slip(from: PartialDate, to: PartialDate): Slip | null {
  if (from.earliest === null || from.latest === null || to.earliest === null || to.latest === null) return null;
  return { least: daysBetween(from.latest, to.earliest), most: daysBetween(from.earliest, to.latest) };
}

/** An open end is neither later nor earlier than any day. */
function isLater(day: Day | null, than: Day | null): boolean {
  return day !== null && than !== null && day > than;
}
