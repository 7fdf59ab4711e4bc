import type { Slip } from "./date-comparison.ts";

/** How far a date has moved, in plain English: `31 to 91 days later`, `between 5 days earlier and 60 days later`. */
export function sayShift({ least, most }: Slip): string {
  if (least < 0 && most > 0) return `between ${days(-least)} earlier and ${days(most)} later`;
  if (most === 0 && least === 0) return "the same day";
  return most > 0 ? `${span(least, most)} later` : `${span(-most, -least)} earlier`;
}

function span(few: number, many: number): string {
  if (few === many) return days(many);
  return few === 0 ? `up to ${days(many)}` : `${few.toLocaleString("en-GB")} to ${days(many)}`;
}

function days(count: number): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "day" : "days"}`;
}
