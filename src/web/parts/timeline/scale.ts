import { dayOf, numberOf } from "../../words/day-number.ts";

/** A span of days drawn from 0 to 100. */
export interface Scale {
  /** Where a day begins. What lies outside stands at the end. */
  place(day: string): number;
  /** Where the day after it begins. */
  placeAfter(day: string): number;
  readonly ticks: readonly Tick[];
  holds(day: string): boolean;
}

export interface Tick {
  readonly place: number;
  readonly name: string;
}

/** A scale from before the first of these days to after the last; null where there is none. */
export function scaleOver(days: readonly string[]): Scale | null {
  const sorted = days.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [from, to] = [startOfMonth(first), startOfMonth(last, 1)];
  const place = (number: number): number => Math.min(100, Math.max(0, ((number - from) / (to - from)) * 100));
  return { holds: (day) => numberOf(day) >= from && numberOf(day) < to, place: (day) => place(numberOf(day)), placeAfter: (day) => place(numberOf(day) + 1), ticks: ticksBetween(from, to).map(({ number, name }) => ({ place: place(number), name })) };
}

const monthNames = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "short" });

/** A tick at each month of a short span, at each quarter of a longer one, else at each year; at most some twelve. */
function ticksBetween(from: number, to: number): { readonly number: number; readonly name: string }[] {
  const months = Math.round((to - from) / 30.44);
  const step = [1, 3, 6, 12, 24, 60].find((size) => months / size <= 12) ?? 120;
  const ticks: { number: number; name: string }[] = [];
  let year = Number(dayOf(from).slice(0, 4));
  for (let month = 0; ; month += step) {
    if (month >= 12) { year += Math.floor(month / 12); month %= 12; }
    const number = Date.UTC(year, month) / 86_400_000;
    if (number >= to) return ticks;
    if (number >= from) ticks.push({ number, name: nameOf(step, ticks.length === 0, year, month, number) });
  }
}

/** A month by its name; the first one, and each January, with the year. */
function nameOf(step: number, isFirst: boolean, year: number, month: number, number: number): string {
  if (step >= 12 || month === 0) return `${year}`;
  const name = monthNames.format(number * 86_400_000);
  return isFirst ? `${name} ${year}` : name;
}

/** The first day of the month of a day, or of one `after` months later. */
function startOfMonth(day: string, after = 0): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return Date.UTC(year, month - 1 + after) / 86_400_000;
}
