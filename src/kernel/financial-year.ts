import { readDay, type Day } from "./day.ts";
import { refusal } from "./problem.ts";
import { quoted } from "./quoted.ts";

/** A year from 1 April to 31 March. */
export interface FinancialYear {
  /** The one form in which it is written: `2022-23`. */
  readonly label: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** The first and the last to lie wholly in the calendar, by the year in which they begin. */
const firstBeginning = 1;
const lastBeginning = 9998;

/**
 * Reads `2022-23`, `2022/23`, `2022-2023`, `2022/2023`, each with or without FY before it and with a hyphen or a dash,
 * and `FY 22/23`. A single year is the one in which it ends: `FY23` and `FY2023` end in March 2023. Two digits are of
 * this century.
 */
export function readFinancialYear(text: string): FinancialYear {
  const year = findFinancialYear(text);
  if (year !== null) return year;
  throw refusal(
    "INVALID_FINANCIAL_YEAR",
    `${quoted(text)} is not one financial year. Write the year in which it begins and the one in which it ends, as 2022-23.`,
  );
}

/** As `readFinancialYear`, but null for what it refuses. */
export function findFinancialYear(text: string): FinancialYear | null {
  const written = text.trim().replace(/[–—]/g, "-");
  const [, begins, ends] =
    /^(?:FY ?)?(\d{4}) ?[-/] ?(\d{2}|\d{4})$/i.exec(written) ?? /^FY ?(\d{2}) ?[-/] ?(\d{2})$/i.exec(written) ?? [];
  if (begins !== undefined && ends !== undefined) {
    const year = beginningIn(thisCentury(begins));
    return year !== null && endOf(year).endsWith(ends) ? year : null;
  }
  const [, endsAlone] = /^FY ?(\d{2}|\d{4})$/i.exec(written) ?? [];
  return endsAlone === undefined ? null : beginningIn(thisCentury(endsAlone) - 1);
}

/** The financial year in which a day falls. */
export function financialYearOf(day: Day): FinancialYear {
  const year = beginningIn(beginningOf(day));
  if (year !== null) return year;
  throw refusal(
    "INVALID_FINANCIAL_YEAR",
    `${day} is in no financial year that can be written: they run from 0001-02 to 9998-99.`,
  );
}

/** Every financial year that has a day between the two, both included, in order. */
export function financialYearsTouching(from: Day, to: Day): FinancialYear[] {
  if (from > to) return [];
  const first = beginningOf(from);
  return Array.from({ length: beginningOf(to) - first + 1 }, (_, place) => beginningIn(first + place)).filter(
    (year) => year !== null,
  );
}

function beginningIn(year: number): FinancialYear | null {
  if (year < firstBeginning || year > lastBeginning) return null;
  const begins = fourDigits(year);
  const ends = fourDigits(year + 1);
  return {
    label: `${begins}-${ends.slice(2)}`,
    firstDay: readDay(`${begins}-04-01`),
    lastDay: readDay(`${ends}-03-31`),
  };
}

function beginningOf(day: Day): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= "04-01" ? year : year - 1;
}

function endOf(year: FinancialYear): string {
  return year.lastDay.slice(0, 4);
}

function thisCentury(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function fourDigits(year: number): string {
  return String(year).padStart(4, "0");
}
