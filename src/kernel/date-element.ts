import type { DatePrecision } from "./date-precision.ts";
import type { Day } from "./day.ts";
import { findEdtfElement } from "./edtf.ts";
import { findFinancialYear } from "./financial-year.ts";
import { findMonth } from "./month.ts";

/** One written day, month, quarter, year or financial year, with the EDTF of its beginning and of its end. */
export interface DateElement {
  readonly earliest: Day;
  readonly latest: Day;
  readonly precision: DatePrecision;
  readonly first: string;
  readonly last: string;
}

/**
 * Every meaning of one written date: usually one, none where it cannot be read, and two for the few pairs, 2000-01 to
 * 2011-12, that are a month in ISO 8601 and a financial year in a report.
 */
export function meaningsOfElement(text: string): DateElement[] {
  return [findDay(text), findMonthOfYear(text), findYear(text), findQuarter(text), findWholeFinancialYear(text)].filter(
    (element) => element !== null,
  );
}

function findDay(text: string): DateElement | null {
  const [, day, name, year] = /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]+)\.? (\d{4})$/i.exec(text) ?? [];
  if (day === undefined || name === undefined) return /^\d{4}-\d\d-\d\d$/.test(text) ? element("DAY", text) : null;
  const month = findMonth(name);
  return month === null ? null : element("DAY", `${year}-${month}-${day.padStart(2, "0")}`);
}

function findMonthOfYear(text: string): DateElement | null {
  const [, name, year] = /^([a-z]+)\.? (\d{4})$/i.exec(text) ?? [];
  if (name === undefined) return /^\d{4}-\d\d$/.test(text) ? element("MONTH", text) : null;
  const month = findMonth(name);
  return month === null ? null : element("MONTH", `${year}-${month}`);
}

function findYear(text: string): DateElement | null {
  return /^\d{4}$/.test(text) ? element("YEAR", text) : null;
}

function findWholeFinancialYear(text: string): DateElement | null {
  const year = findFinancialYear(text);
  return year === null ? null : element("FINANCIAL_YEAR", monthOf(year.firstDay), monthOf(year.lastDay));
}

/** `Q1 2023` is January to March: of a calendar year. `Q1 2022-23` is April to June 2022: of a financial year. */
function findQuarter(text: string): DateElement | null {
  const [, number, of] = /^Q([1-4]) (.+)$/i.exec(text) ?? [];
  if (number === undefined || of === undefined) return null;
  const financialYear = findFinancialYear(of);
  const firstMonth = Number(number) * 3 - 2;
  if (financialYear === null) return /^\d{4}$/.test(of) ? quarterFrom(of, firstMonth) : null;
  return number === "4"
    ? quarterFrom(financialYear.lastDay.slice(0, 4), 1)
    : quarterFrom(financialYear.firstDay.slice(0, 4), firstMonth + 3);
}

function quarterFrom(year: string, month: number): DateElement | null {
  return element("QUARTER", `${year}-${twoDigits(month)}`, `${year}-${twoDigits(month + 2)}`);
}

function element(precision: DatePrecision, first: string, last = first): DateElement | null {
  const beginning = findEdtfElement(first);
  const end = findEdtfElement(last);
  if (beginning === null || end === null) return null;
  return { earliest: beginning.earliest, latest: end.latest, precision, first, last };
}

function monthOf(day: Day): string {
  return day.slice(0, "YYYY-MM".length);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
