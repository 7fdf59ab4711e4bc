import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Certainty } from "../../src/kernel/certainty.ts";
import { candidateFinancialYears, certaintyBefore, certaintyWithin, slip } from "../../src/kernel/date-comparison.ts";
import { addDays, daysBetween, readDay, type Day } from "../../src/kernel/day.ts";
import { financialYearOf } from "../../src/kernel/financial-year.ts";
import { notKnown, type PartialDate } from "../../src/kernel/partial-date.ts";
import { readPartialDate } from "../../src/kernel/read-partial-date.ts";
import { absence, anyPartialDate, nearDay } from "./arbitraries.ts";

const recently = readPartialDate({ text: "recently", precision: "RELATIVE" });

describe("certaintyWithin", () => {
  it.each([
    ["April / May 2023", "2023-04-01", "2024-03-31", "CERTAIN"],
    ["April / May 2023", "2023-04-01", "2023-05-31", "CERTAIN"],
    ["April / May 2023", "2023-04-02", "2024-03-31", "POSSIBLE"],
    ["April / May 2023", "2022-04-01", "2023-05-30", "POSSIBLE"],
    ["April / May 2023", "2022-04-01", "2023-04-01", "POSSIBLE"],
    ["April / May 2023", "2023-05-31", "2023-05-31", "POSSIBLE"],
    ["April / May 2023", "2022-04-01", "2023-03-31", "NO"],
    ["April / May 2023", "2023-06-01", "2024-03-31", "NO"],
    ["April / May 2023", "2023-04-01", null, "CERTAIN"],
    ["April / May 2023", null, "2023-05-31", "CERTAIN"],
    ["April / May 2023", null, null, "CERTAIN"],
    ["April / May 2023", "2023-05-10", "2023-04-20", "NO"],
    ["from April 2023", "2023-01-01", "2030-12-31", "POSSIBLE"],
    ["from April 2023", "2023-01-01", null, "CERTAIN"],
    ["from April 2023", "2022-01-01", "2023-03-31", "NO"],
    ["until March 2024", "2024-04-01", null, "NO"],
    ["until March 2024", "2024-03-31", null, "POSSIBLE"],
    ["until March 2024", null, "2024-03-31", "CERTAIN"],
  ])("of %s in %s to %s is %s", (text, from, to, expected) => {
    expect(certaintyWithin(readPartialDate(text), { from: dayOrNull(from), to: dayOrNull(to) })).toBe(expected);
  });

  it("is POSSIBLE for words that can be any day", () => {
    expect(certaintyWithin(recently, { from: readDay("2023-01-01"), to: readDay("2023-12-31") })).toBe("POSSIBLE");
  });

  it("is NO for a date of which nothing is known, lest it be in every window", () => {
    fc.assert(
      fc.property(absence, fc.option(nearDay), fc.option(nearDay), (status, from, to) => {
        expect(certaintyWithin(notKnown(status), { from, to })).toBe("NO");
      }),
    );
  });

  it("agrees with looking at every day", () => {
    // Long enough before and after every date and window for an open end to reach past them.
    const days = Array.from({ length: 14_000 }, (_, place) => addDays(readDay("2005-01-01"), place));
    fc.assert(
      fc.property(anyPartialDate, fc.option(nearDay), fc.option(nearDay), (date, from, to) => {
        fc.pre(date.precision !== "UNKNOWN");
        const canBe = days.filter((day) => isWithin(day, date.earliest, date.latest));
        const inside = canBe.filter((day) => isWithin(day, from, to));
        const expected: Certainty =
          inside.length === 0 ? "NO" : inside.length === canBe.length ? "CERTAIN" : "POSSIBLE";
        expect(certaintyWithin(date, { from, to })).toBe(expected);
      }),
    );
  });
});

describe("certaintyBefore", () => {
  it.each([
    ["April / May 2023", "June 2023", "CERTAIN"],
    ["April / May 2023", "May 2023", "POSSIBLE"],
    ["May 2023", "April / May 2023", "POSSIBLE"],
    ["June 2023", "April / May 2023", "NO"],
    ["5 July 2024", "5 July 2024", "NO"],
    ["5 July 2024", "6 July 2024", "CERTAIN"],
    ["May 2023", "May 2023", "POSSIBLE"],
    ["31 May 2023", "May 2023", "NO"],
    ["until March 2023", "from April 2023", "CERTAIN"],
    ["from April 2023", "until March 2023", "NO"],
    ["from April 2023", "May 2024", "POSSIBLE"],
    ["not stated", "May 2024", "POSSIBLE"],
    ["May 2024", "unknown", "POSSIBLE"],
  ])("of %s before %s is %s", (a, b, expected) => {
    expect(certaintyBefore(readPartialDate(a), readPartialDate(b))).toBe(expected);
  });

  it("agrees with looking at every pair of days", () => {
    fc.assert(
      fc.property(fewDays, fewDays, (a, b) => {
        const verdicts = new Set(pairsOf(a, b).map(([one, other]) => one < other));
        const expected: Certainty = verdicts.size === 2 ? "POSSIBLE" : verdicts.has(true) ? "CERTAIN" : "NO";
        expect(certaintyBefore(a, b)).toBe(expected);
      }),
    );
  });
});

describe("slip", () => {
  it.each([
    ["5 July 2024", "8 July 2024", 3, 3],
    ["8 July 2024", "5 July 2024", -3, -3],
    ["February 2024", "March 2024", 1, 59],
    ["April / May 2023", "April / May 2023", -60, 60],
  ])("from %s to %s is %i to %i days", (from, to, least, most) => {
    expect(slip(readPartialDate(from), readPartialDate(to))).toEqual({ least, most });
  });

  it.each(["not stated", "from April 2023", "until March 2024"])("is not known where one of them is %s", (text) => {
    expect(slip(readPartialDate(text), readPartialDate("May 2023"))).toBeNull();
    expect(slip(readPartialDate("May 2023"), readPartialDate(text))).toBeNull();
  });

  it("is the least and the most between any two of their days", () => {
    fc.assert(
      fc.property(fewDays, fewDays, (a, b) => {
        const moves = pairsOf(a, b).map(([from, to]) => daysBetween(from, to));
        expect(slip(a, b)).toEqual({ least: Math.min(...moves), most: Math.max(...moves) });
      }),
    );
  });
});

describe("candidateFinancialYears", () => {
  it.each([
    ["5 July 2024", ["2024-25"]],
    ["2022-23", ["2022-23"]],
    ["2021", ["2020-21", "2021-22"]],
    ["March to April 2023", ["2022-23", "2023-24"]],
    ["2021 to 2023", ["2020-21", "2021-22", "2022-23", "2023-24"]],
    ["from April 2023", []],
    ["until March 2024", []],
    ["not stated", []],
  ])("of %s are %j", (text, labels) => {
    expect(candidateFinancialYears(readPartialDate(text)).map(({ label }) => label)).toEqual(labels);
  });

  it("are the years of all its days", () => {
    fc.assert(
      fc.property(fewDays, (date) => {
        const labels = new Set(daysOf(date).map((day) => financialYearOf(day).label));
        expect(candidateFinancialYears(date).map(({ label }) => label)).toEqual([...labels]);
      }),
    );
  });
});

/** A date of a few days around the change of a financial year, so that two of them often meet. */
const fewDays: fc.Arbitrary<PartialDate> = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 8 }))
  .map(([start, length]) => {
    const earliest = addDays(readDay("2024-03-25"), start);
    return readPartialDate({ text: "around the end of the year", earliest, latest: addDays(earliest, length) });
  });

function daysOf({ earliest, latest }: PartialDate): Day[] {
  if (earliest === null || latest === null) return [];
  return Array.from({ length: daysBetween(earliest, latest) + 1 }, (_, place) => addDays(earliest, place));
}

function pairsOf(a: PartialDate, b: PartialDate): [Day, Day][] {
  return daysOf(a).flatMap((one) => daysOf(b).map((other): [Day, Day] => [one, other]));
}

function isWithin(day: Day, from: Day | null, to: Day | null): boolean {
  return (from === null || day >= from) && (to === null || day <= to);
}

function dayOrNull(text: string | null): Day | null {
  return text === null ? null : readDay(text);
}
