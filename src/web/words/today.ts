import { dayOf, numberOf } from "./day-number.ts";

const london = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" });

/** The day it is in London. */
export function today(): string {
  return london.format(new Date());
}

export function daysAfter(day: string, days: number): string {
  return dayOf(numberOf(day) + days);
}
