import { isDay, readDay, type Day } from "../../../kernel/day.ts";
import { refusal } from "../../../kernel/problem.ts";
import { quoted } from "../../../kernel/quoted.ts";
import { readWrittenDate } from "../../../kernel/written-date.ts";

/** How a file can write days beside 2024-07-05: only where whoever imports it says so, since 05/07/2024 alone does not tell which is the month. */
export const dayForms = ["dd/mm/yyyy"] as const;

export type DayForm = (typeof dayForms)[number];

const SLASHED = String.raw`(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])`;

const IS_SLASHED = new RegExp(`^${SLASHED}$`);

/** The day in a cell that holds nothing else. Refuses what is in no calendar, and 05/07/2024 where nobody says how days are written. */
export function dayIn(cell: string, form: DayForm | null): Day {
  if (!IS_SLASHED.test(cell)) return readDay(cell);
  const day = form === null ? null : asIso(cell);
  if (day !== null && isDay(day)) return day;
  throw refusal("INVALID_DAY", whyNot(cell, form));
}

/** The words of a date with the days in them as 2024-07-05, where they are a date then; otherwise to the letter. Refuses a day in them that is in no calendar. */
export function wordsOfDays(text: string, form: DayForm | null): string {
  if (form === null || text.length > 300) return text;
  const days = text.match(new RegExp(SLASHED, "g")) ?? [];
  const wrong = days.find((day) => !isDay(asIso(day)));
  if (wrong !== undefined) throw refusal("INVALID_DATE", whyNot(wrong, form));
  const words = asIso(text);
  return readWrittenDate(words).meanings.length > 0 ? words : text;
}

/** Whether words say no date only because nobody says how days are written in them. */
export function lacksForm(text: string, form: DayForm | null): boolean {
  return form === null && text.length <= 300 && readWrittenDate(text).meanings.length === 0 && readWrittenDate(asIso(text)).meanings.length > 0;
}

/** What to do about a day that is not taken as it is written. */
export function whyNot(written: string, form: DayForm | null): string {
  return form === null
    ? `${quoted(written)} does not say which is the day and which is the month. If days in this file begin with the day, say so: on the page, or by days=dd/mm/yyyy in the address, or by --days dd/mm/yyyy from the command line. Otherwise write it as 2024-07-05.`
    : `${quoted(written)} is not a day in the calendar. Days in this file are said to be written as ${form}: write it so, or as 2024-07-05.`;
}

function asIso(text: string): string {
  return text.replaceAll(new RegExp(SLASHED, "g"), (_, day: string, month: string, year: string) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
