/** A number of days, from the least to the most that it can be; no most where nobody can say. */
export interface DayCount {
  readonly least: number;
  readonly most: number | null;
}

/** How many days, in plain English: `1 day`, `31 to 91 days`, `up to 30 days`, `at least 12 days`. */
export function sayDays({ least, most }: DayCount): string {
  if (most === null) return `at least ${days(least)}`;
  if (least === most) return days(most);
  return least === 0 ? `up to ${days(most)}` : `${least.toLocaleString("en-GB")} to ${days(most)}`;
}

function days(count: number): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "day" : "days"}`;
}
