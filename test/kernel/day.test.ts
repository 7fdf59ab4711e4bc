import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  endOfLondonDay,
  isDay,
  lastDayOfMonth,
  londonDay,
  readDay,
} from "../../src/kernel/day.ts";
import { anyDay } from "./arbitraries.ts";
import { refusalCodes, refusedWith } from "./refused.ts";

describe("readDay", () => {
  it.each(["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2023-04-30", "2023-12-31"])("reads %s", (text) => {
    expect(readDay(text)).toBe(text);
  });

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2023-04-31",
    "2023-13-01",
    "2023-00-10",
    "2023-01-00",
    "2023-01-32",
    "0000-01-01",
    "2023-1-5",
    "23-01-05",
    "+02023-01-05",
    "2023-01-05T00:00:00Z",
    " 2023-01-05",
    "2023-01-05\n",
    "",
  ])("refuses %j", (text) => {
    expect(refusalCodes(() => readDay(text))).toEqual(["INVALID_DAY"]);
  });

  it("says which day is not in the calendar, and how to write one", () => {
    expect(refusedWith(() => readDay("2023-02-29"))).toEqual([
      { code: "INVALID_DAY", message: "“2023-02-29” is not a day in the calendar. Write a day as 2024-07-05." },
    ]);
  });

  it("cuts what it quotes from a very long text", () => {
    expect(refusedWith(() => readDay("9".repeat(5000)))[0]?.message.length).toBeLessThan(200);
  });
});

describe("isDay", () => {
  it.each([null, undefined, 20240705, new Date(), ["2024-07-05"]])("is false for %j", (value) => {
    expect(isDay(value)).toBe(false);
  });

  it("agrees with the platform's calendar about every month's end", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 27, max: 32 }),
        (year, month, day) => {
          const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${day}`;
          const date = new Date(0);
          date.setUTCFullYear(year, month - 1, day);
          expect(isDay(text)).toBe(date.getUTCMonth() === month - 1);
        },
      ),
    );
  });
});

describe("addDays", () => {
  it.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2023-12-31", 1, "2024-01-01"],
    ["2024-01-01", -1, "2023-12-31"],
    ["0099-12-31", 1, "0100-01-01"],
    ["2023-03-26", 0, "2023-03-26"],
  ])("from %s by %i is %s", (day, days, expected) => {
    expect(addDays(readDay(day), days)).toBe(expected);
  });

  it.each([
    ["9999-12-31", 1],
    ["0001-01-01", -1],
    ["2024-01-01", Number.MAX_SAFE_INTEGER],
  ])("refuses to leave the calendar: %s by %i", (day, days) => {
    expect(refusalCodes(() => addDays(readDay(day), days))).toEqual(["INVALID_DAY"]);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])("does not take %d days", (days) => {
    expect(() => addDays(readDay("2024-01-01"), days)).toThrow(RangeError);
  });

  it("is undone by daysBetween", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
      }),
    );
  });

  it("keeps days in order as text", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });
});

describe("lastDayOfMonth", () => {
  it.each([
    [2023, 2, "2023-02-28"],
    [2024, 2, "2024-02-29"],
    [2100, 2, "2100-02-28"],
    [2023, 4, "2023-04-30"],
    [2023, 12, "2023-12-31"],
    [1, 1, "0001-01-31"],
  ])("of %i, %i is %s", (year, month, expected) => {
    expect(lastDayOfMonth(year, month)).toBe(expected);
  });

  it.each([
    [2023, 13],
    [2023, 0],
    [0, 1],
    [10000, 1],
  ])("refuses year %i, month %i", (year, month) => {
    expect(refusalCodes(() => lastDayOfMonth(year, month))).toEqual(["INVALID_DAY"]);
  });
});

describe("londonDay", () => {
  it.each([
    ["2023-03-25T23:59:59.999Z", "2023-03-25", "the last winter midnight"],
    ["2023-03-26T22:59:59.999Z", "2023-03-26", "the first summer day still runs"],
    ["2023-03-26T23:00:00.000Z", "2023-03-27", "summer midnight comes an hour early"],
    ["2023-10-28T23:00:00.000Z", "2023-10-29", "the last summer midnight"],
    ["2023-10-29T23:59:59.999Z", "2023-10-29", "the day that has 25 hours"],
    ["2023-10-30T00:00:00.000Z", "2023-10-30", "winter again"],
    ["2024-02-29T12:00:00.000Z", "2024-02-29", "a leap day"],
    ["1970-01-01T23:30:00.000Z", "1970-01-02", "British Standard Time, all year"],
    ["1941-07-01T22:00:00.000Z", "1941-07-02", "double summer time"],
  ])("at %s is %s: %s", (instant, expected) => {
    expect(londonDay(new Date(instant))).toBe(expected);
  });

  it("is what the platform's calendar says, whatever was asked before and however near to it", () => {
    const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" });
    const minute = 60_000;
    // Within a day of a midnight of any year since the first change of London's clocks, some of them in the same hour.
    const asked = fc.array(fc.integer({ min: -26 * 60, max: 26 * 60 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), asked, (days, minutes) => {
        const midnight = Date.UTC(1847, 10, 30) + days * 24 * 60 * minute;
        for (const each of minutes.flatMap((minute) => [minute, minute + 1])) {
          const instant = midnight + each * minute + 59_999;
          expect(londonDay(new Date(instant))).toBe(calendar.format(instant));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("endOfLondonDay", () => {
  it.each([
    ["2023-01-15", "2023-01-15T23:59:59.999Z"],
    ["2023-07-15", "2023-07-15T22:59:59.999Z"],
    ["2023-03-25", "2023-03-25T23:59:59.999Z"],
    ["2023-03-26", "2023-03-26T22:59:59.999Z"],
    ["2023-10-28", "2023-10-28T22:59:59.999Z"],
    ["2023-10-29", "2023-10-29T23:59:59.999Z"],
    ["2023-12-31", "2023-12-31T23:59:59.999Z"],
    ["1970-01-01", "1970-01-01T22:59:59.999Z"],
    ["9999-12-31", "9999-12-31T23:59:59.999Z"],
  ])("of %s is %s", (day, expected) => {
    expect(endOfLondonDay(readDay(day))).toBe(expected);
  });

  it("is still that day, and a millisecond later it is the next", () => {
    const days = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays(readDay("1847-12-02"), days));
    fc.assert(
      fc.property(days, (day) => {
        const end = new Date(endOfLondonDay(day));
        expect(londonDay(end)).toBe(day);
        expect(londonDay(new Date(end.getTime() + 1))).toBe(addDays(day, 1));
      }),
    );
  });
});
