import * as fc from "fast-check";
import { addDays, readDay, type Day } from "../../src/kernel/day.ts";
import { notKnown, type PartialDate } from "../../src/kernel/partial-date.ts";
import { readPartialDate } from "../../src/kernel/read-partial-date.ts";

/** One of twelve days around the end of the financial year 2023-24: close enough for edges to meet. */
export const closeDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 11 }).map((days) => addDays(readDay("2024-03-26"), days));

/** A date that is one or some of those days, with or without open ends; or of which no day is known. */
export const closeDate: fc.Arbitrary<PartialDate> = fc.oneof(
  { weight: 3, arbitrary: closeDay.map((day) => readPartialDate(day)) },
  { weight: 5, arbitrary: fc.tuple(fc.option(closeDay), fc.option(closeDay)).map(([a, b]) => between(a, b)) },
  { weight: 1, arbitrary: fc.constantFrom(notKnown("NOT_STATED"), notKnown("UNKNOWN")) },
  { weight: 1, arbitrary: fc.constant(readPartialDate({ text: "soon", precision: "RELATIVE" })) },
);

function between(a: Day | null, b: Day | null): PartialDate {
  if (a === null && b === null) return notKnown("UNKNOWN");
  const [earliest, latest] = a !== null && b !== null && a > b ? [b, a] : [a, b];
  return readPartialDate({ text: "when the board decides", earliest, latest });
}
