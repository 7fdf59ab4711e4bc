import { lastDayOfMonth, type Day } from "./day.ts";

/** Days from one to another, both included. An end that is null is open; with both null, no day is known. */
export interface DayInterval {
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

export function hasDays({ earliest, latest }: DayInterval): boolean {
  return earliest !== null || latest !== null;
}

/** Whether it does not end before it begins. */
export function runsForward({ earliest, latest }: DayInterval): boolean {
  return earliest === null || latest === null || earliest <= latest;
}

/** The number of the first month, and how many months there are. */
export interface WholeMonths {
  readonly first: number;
  readonly count: number;
}

/**
 * The months that the days fill, from the first day of one to the last day of another; null where they do not, or are
 * open.
 */
export function wholeMonths({ earliest, latest }: DayInterval): WholeMonths | null {
  if (earliest === null || latest === null) return null;
  const [firstYear, first] = [Number(earliest.slice(0, 4)), Number(earliest.slice(5, 7))];
  const [lastYear, last] = [Number(latest.slice(0, 4)), Number(latest.slice(5, 7))];
  if (!earliest.endsWith("-01") || latest !== lastDayOfMonth(lastYear, last)) return null;
  return { first, count: (lastYear - firstYear) * 12 + last - first + 1 };
}
