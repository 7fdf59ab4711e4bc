import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, readDay } from "../../src/kernel/day.ts";
import { financialYearOf, financialYearsTouching, readFinancialYear } from "../../src/kernel/financial-year.ts";
import { anyDay, nearDay } from "./arbitraries.ts";
import { refusalCodes, refusedWith } from "./refused.ts";

describe("readFinancialYear", () => {
  it.each([
    "2022-23",
    "2022/23",
    "2022–23",
    "2022—23",
    "2022-2023",
    "2022/2023",
    "2022–2023",
    "2022 / 23",
    " 2022-23 ",
    "FY23",
    "FY 23",
    "fy23",
    "FY2023",
    "FY2022-23",
    "FY 2022/23",
    "FY22/23",
    "FY 22/23",
    "FY22-23",
    "FY2022/2023",
  ])("reads %j as the year to 31 March 2023, written in one form", (text) => {
    expect(readFinancialYear(text)).toEqual({ label: "2022-23", firstDay: "2022-04-01", lastDay: "2023-03-31" });
  });

  it.each([
    ["1999-00", "1999-00"],
    ["1999/2000", "1999-00"],
    ["FY00", "1999-00"],
    ["2099-00", "2099-00"],
    ["2001-02", "2001-02"],
    ["9998-99", "9998-99"],
  ])("reads %s over a century's end or where it could be a month: %s", (text, label) => {
    expect(readFinancialYear(text).label).toBe(label);
  });

  it.each([
    "2022-24",
    "2022-22",
    "2022-21",
    "2022/2024",
    "2022",
    "22/23",
    "2022-123",
    "FY",
    "FY 22/24",
    "9999-00",
    "0000-01",
    "2022-23-24",
    "2023-04-01",
    "",
    "last year",
  ])("refuses %j", (text) => {
    expect(refusalCodes(() => readFinancialYear(text))).toEqual(["INVALID_FINANCIAL_YEAR"]);
  });

  it("says how to write one", () => {
    expect(refusedWith(() => readFinancialYear("2022-24"))[0]?.message).toBe(
      "“2022-24” is not one financial year. Write the year in which it begins and the one in which it ends, as 2022-23.",
    );
  });

  it("reads every label that it writes as itself", () => {
    fc.assert(
      fc.property(nearDay, (day) => {
        const year = financialYearOf(day);
        expect(readFinancialYear(year.label)).toEqual(year);
      }),
    );
  });
});

describe("financialYearOf", () => {
  it.each([
    ["2023-03-31", "2022-23"],
    ["2023-04-01", "2023-24"],
    ["2024-02-29", "2023-24"],
    ["1999-12-31", "1999-00"],
    ["2000-04-01", "2000-01"],
  ])("%s is in %s", (day, label) => {
    expect(financialYearOf(readDay(day)).label).toBe(label);
  });

  it.each(["0001-03-31", "9999-04-01"])("refuses %s, whose year does not lie in the calendar", (day) => {
    expect(refusalCodes(() => financialYearOf(readDay(day)))).toEqual(["INVALID_FINANCIAL_YEAR"]);
  });

  it("holds the day it was asked for", () => {
    const inSomeYear = anyDay.filter((day) => day >= "0001-04-01" && day <= "9999-03-31");
    fc.assert(
      fc.property(inSomeYear, (day) => {
        const { firstDay, lastDay } = financialYearOf(day);
        expect(firstDay <= day && day <= lastDay).toBe(true);
        expect([364, 365]).toContain(daysBetween(firstDay, lastDay));
      }),
    );
  });
});

describe("financialYearsTouching", () => {
  it.each([
    ["2023-03-31", "2023-04-01", ["2022-23", "2023-24"]],
    ["2023-04-01", "2024-03-31", ["2023-24"]],
    ["2021-01-01", "2023-12-31", ["2020-21", "2021-22", "2022-23", "2023-24"]],
    ["2023-05-05", "2023-05-05", ["2023-24"]],
    ["2023-05-06", "2023-05-05", []],
    ["0001-01-01", "0002-03-31", ["0001-02"]],
  ])("from %s to %s are %j", (from, to, labels) => {
    expect(financialYearsTouching(readDay(from), readDay(to)).map(({ label }) => label)).toEqual(labels);
  });

  it("tile the calendar without gap or overlap", () => {
    const years = financialYearsTouching(readDay("0001-01-01"), readDay("9999-12-31"));
    expect(years).toHaveLength(9998);
    expect(years[0]?.firstDay).toBe("0001-04-01");
    years.forEach(({ lastDay }, place) => {
      expect(addDays(lastDay, 1)).toBe(years[place + 1]?.firstDay ?? "9999-04-01");
    });
  });

  it("are the years of the days between, no more and no fewer", () => {
    fc.assert(
      fc.property(nearDay, fc.integer({ min: 0, max: 900 }), (from, length) => {
        const labels = new Set(
          Array.from({ length: length + 1 }, (_, days) => financialYearOf(addDays(from, days)).label),
        );
        expect(financialYearsTouching(from, addDays(from, length)).map(({ label }) => label)).toEqual([...labels]);
      }),
    );
  });
});
