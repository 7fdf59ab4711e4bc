import type { Day } from "./day.ts";
import { financialYearOf } from "./financial-year.ts";
import { monthNames } from "./month.ts";
import type { PartialDate } from "./partial-date.ts";
import { sayAbsence } from "./value-status.ts";

/** A date in plain English, for screens: as exactly as it is known, and saying where it is an estimate. */
export function sayPartialDate(date: PartialDate): string {
  if (date.precision === "RELATIVE") return date.text;
  if (date.status !== "KNOWN") return sayAbsence(date.status);
  return date.qualifier === "STATED" ? sayDays(date) : `${sayDays(date)} (${date.qualifier.toLowerCase()})`;
}

/** `2024-07-05` as 5 July 2024. */
export function sayDay(day: Day): string {
  return wordsOf(day).join(" ");
}

function sayDays({ precision, earliest, edtf }: PartialDate): string {
  if (precision === "FINANCIAL_YEAR" && earliest !== null) return financialYearOf(earliest).label;
  const [first = "", last = first] = inYears(edtf ?? "").split("/");
  if (first === "..") return `until ${wordsOf(last).join(" ")}`;
  if (last === "..") return `from ${wordsOf(first).join(" ")}`;
  return first === last ? wordsOf(first).join(" ") : sayRange(wordsOf(first), wordsOf(last));
}

/** Several whole years without their months, with which the EDTF of two in a row is written. */
function inYears(edtf: string): string {
  const [, first, last] = /^(\d{4})-01\/(\d{4})-12$/.exec(edtf) ?? [];
  return first === last ? edtf : `${first}/${last}`;
}

/** `2024-07-05` as 5 July 2024, `2024-07` as July 2024, `2024` as it is. */
function wordsOf(end: string): string[] {
  const [year = "", month, day] = end.split("-");
  const words = [day === undefined ? undefined : String(Number(day)), monthNames[Number(month) - 1], year];
  return words.filter((word) => word !== undefined);
}

/** What both ends share is said once: 5 to 7 June 2023. */
function sayRange(first: readonly string[], last: readonly string[]): string {
  const lastDifferent = first.findLastIndex((word, place) => word !== last[place]);
  const unshared = first.length === last.length ? first.slice(0, lastDifferent + 1) : first;
  return `${unshared.join(" ")} to ${last.join(" ")}`;
}
