import * as fc from "fast-check";
import { dateQualifiers } from "../../src/kernel/date-precision.ts";
import { addDays, readDay, type Day } from "../../src/kernel/day.ts";
import { readFinancialYear } from "../../src/kernel/financial-year.ts";
import { monthNames } from "../../src/kernel/month.ts";
import { notKnown, type PartialDate } from "../../src/kernel/partial-date.ts";
import { readPartialDate } from "../../src/kernel/read-partial-date.ts";
import { valueStatuses, type Absence } from "../../src/kernel/value-status.ts";

const firstDay = readDay("0001-01-01");

/** Any day of the calendar. */
export const anyDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 3_652_058 }).map((days) => addDays(firstDay, days));

/** A day near enough to others for them to meet: 2022 to 2025. */
export const nearDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 1460 })
  .map((days) => addDays(readDay("2022-01-01"), days));

export const absence: fc.Arbitrary<Absence> = fc.constantFrom(...valueStatuses.filter((status) => status !== "KNOWN"));

const year = fc.integer({ min: 2015, max: 2035 });
const month = fc.constantFrom(...monthNames);
const financialYear = fc.integer({ min: 2012, max: 2035 }).map((begins) => readFinancialYear(`FY${begins + 1}`).label);

/** One date as people write it. None is ambiguous. */
const writtenElement = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 28 }), month, year).map((words) => words.join(" ")),
  nearDay,
  fc.tuple(month, year).map((words) => words.join(" ")),
  year.map(String),
  financialYear,
  fc
    .tuple(fc.constantFrom("Q1", "Q2", "Q3", "Q4"), fc.oneof(year.map(String), financialYear))
    .map((words) => words.join(" ")),
);

/** Days as people write them: one date, a range, an open range; exactly or as an estimate. */
export const writtenDate: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      writtenElement,
      fc
        .tuple(writtenElement, writtenElement)
        .map(([a, b]) => (startOf(a) <= startOf(b) && endOf(a) <= endOf(b) ? `${a} to ${b}` : a)),
      writtenElement.map((words) => `from ${words}`),
      writtenElement.map((words) => `until ${words}`),
    ),
    fc.constantFrom("", " (estimated)", " (inferred)"),
  )
  .map(([words, qualifier]) => words + qualifier);

function startOf(words: string): string {
  return readPartialDate(words).earliest ?? "";
}

function endOf(words: string): string {
  return readPartialDate(words).latest ?? "";
}

/** Days that are given, with words that say nothing about them. */
const givenDate: fc.Arbitrary<PartialDate> = fc
  .tuple(fc.option(nearDay), fc.option(nearDay), fc.constantFrom(...dateQualifiers))
  .map(([a, b, qualifier]) => {
    const [earliest, latest] = a !== null && b !== null && a > b ? [b, a] : [a, b];
    return earliest === null && latest === null
      ? notKnown("UNKNOWN")
      : readPartialDate({ text: "when the board decides", earliest, latest, qualifier });
  });

const relativeDate = fc
  .constantFrom("last year", "recently")
  .map((text) => readPartialDate({ text, precision: "RELATIVE" }));

/** Every kind of date there is. */
export const anyPartialDate: fc.Arbitrary<PartialDate> = fc.oneof(
  { weight: 5, arbitrary: writtenDate.map((text) => readPartialDate(text)) },
  { weight: 5, arbitrary: givenDate },
  { weight: 1, arbitrary: relativeDate },
  { weight: 1, arbitrary: absence.map(notKnown) },
);
