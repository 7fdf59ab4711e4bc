import type { DatePrecision } from "./date-precision.ts";
import { hasDays, runsForward, wholeMonths, type DayInterval } from "./day-interval.ts";
import { isDay, lastDayOfMonth, type Day } from "./day.ts";

/**
 * The days of an Extended Date/Time Format text in the forms that the product writes: a day, a month, a year, two of
 * them with a slash between, and `..` for one open end. Null for anything else, and where it ends before it begins.
 */
export function findEdtf(text: string): DayInterval | null {
  const [first = "", last, ...more] = text.split("/");
  if (last === undefined) return findEdtfElement(first);
  const beginning = findEnd(first);
  const end = findEnd(last);
  if (beginning === null || end === null || more.length > 0) return null;
  const interval = { earliest: beginning.earliest, latest: end.latest };
  return hasDays(interval) && runsForward(interval) ? interval : null;
}

/** The days of one `2024-07-05`, `2024-07` or `2024`. */
export function findEdtfElement(text: string): { readonly earliest: Day; readonly latest: Day } | null {
  if (isDay(text)) return { earliest: text, latest: text };
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const earliest = `${year}-${month ?? "01"}-01`;
  return isDay(earliest) ? { earliest, latest: lastDayOfMonth(Number(year), Number(month ?? 12)) } : null;
}

/**
 * Days in EDTF, as an interval unless they are known as one day, month or year, so that nobody reads more exactness
 * into a range. Its ends are months where it fills several.
 */
export function writeEdtf(days: DayInterval, precision: DatePrecision): string {
  if (precision === "DAY") return writeEnd(days.earliest, "YYYY-MM-DD");
  if (precision === "MONTH") return writeEnd(days.earliest, "YYYY-MM");
  if (precision === "YEAR") return writeEnd(days.earliest, "YYYY");
  const form = (wholeMonths(days)?.count ?? 0) > 1 ? "YYYY-MM" : "YYYY-MM-DD";
  return `${writeEnd(days.earliest, form)}/${writeEnd(days.latest, form)}`;
}

function writeEnd(day: Day | null, form: string): string {
  return day?.slice(0, form.length) ?? "..";
}

function findEnd(text: string): DayInterval | null {
  return text === ".." ? { earliest: null, latest: null } : findEdtfElement(text);
}
