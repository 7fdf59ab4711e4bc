import type { DatePrecision, DateQualifier } from "./date-precision.ts";
import { hasDays, type DayInterval } from "./day-interval.ts";
import { writeEdtf } from "./edtf.ts";
import { checkPartialDate, dayOrNull, invalidDate, type PartialDate } from "./partial-date.ts";
import { quoted } from "./quoted.ts";
import { readAbsence, type ValueStatus } from "./value-status.ts";
import { readWrittenDate, type DateMeaning, type WrittenDate } from "./written-date.ts";
import { isWrittenText } from "./written-text.ts";

/**
 * A date as somebody gives it: the words, and whatever else they know. A `PartialDate` is one too, and is read as
 * itself.
 */
export interface PartialDateInput {
  readonly text: string;
  readonly earliest?: string | null | undefined;
  readonly latest?: string | null | undefined;
  readonly precision?: DatePrecision | null | undefined;
  readonly qualifier?: DateQualifier | null | undefined;
  readonly edtf?: string | null | undefined;
  readonly status?: ValueStatus | null | undefined;
}

/** All of a date but its words. Whether it holds together is for `checkPartialDate` to judge. */
type Days = Pick<PartialDate, "earliest" | "latest" | "precision" | "edtf" | "status">;

/**
 * Reads a date and keeps its words. Days that are given are taken; otherwise the words must say them, say why there are
 * none ("not stated"), or be given as RELATIVE ("last year"), which leaves the days NOT_STATED. Nothing is guessed:
 * words with two meanings are refused unless the precision or the days that are given decide between them.
 */
export function readPartialDate(input: string | PartialDateInput): PartialDate {
  const given = typeof input === "string" ? { text: input } : input;
  const words = isWrittenText(given.text) ? readWrittenDate(given.text) : noWords;
  return checkPartialDate({ text: given.text, qualifier: qualifierOf(given, words), ...daysOf(given, words) });
}

const noWords: WrittenDate = { meanings: [], qualifier: null };

function qualifierOf(given: PartialDateInput, words: WrittenDate): DateQualifier {
  if (given.qualifier === "STATED" && words.qualifier !== null) {
    throw invalidDate("The words call the date an estimate or a conclusion. Leave the qualifier out, or change it.", [
      "qualifier",
    ]);
  }
  return given.qualifier ?? words.qualifier ?? "STATED";
}

function daysOf(given: PartialDateInput, { meanings }: WrittenDate): Days {
  const days = {
    earliest: dayOrNull(given.earliest ?? null, "earliest"),
    latest: dayOrNull(given.latest ?? null, "latest"),
  };
  if (hasDays(days)) return daysAsGiven(given, days, meanings);
  const status = given.status ?? statusInWords(given);
  return status === "KNOWN" ? daysInWords(given, meanings) : noDays(given, status);
}

function statusInWords({ text, precision }: PartialDateInput): ValueStatus {
  return readAbsence(text) ?? (precision === "RELATIVE" ? "NOT_STATED" : "KNOWN");
}

/**
 * Where the words say these days too, they also say how exactly; otherwise it is a range, the least that can be
 * claimed.
 */
function daysAsGiven(given: PartialDateInput, days: DayInterval, meanings: readonly DateMeaning[]): Days {
  const said = meanings.find(({ earliest, latest }) => earliest === days.earliest && latest === days.latest);
  const precision = given.precision ?? said?.precision ?? "RANGE";
  const edtf = given.edtf ?? said?.edtf ?? writeEdtf(days, precision);
  return { ...days, precision, edtf, status: given.status ?? "KNOWN" };
}

function daysInWords(given: PartialDateInput, meanings: readonly DateMeaning[]): Days {
  const [meaning, another] = chosen(meanings, given.precision ?? null);
  if (meaning === undefined) {
    throw invalidDate(`${quoted(given.text)} cannot be read as a date in the calendar. ${acceptedForms}`, ["text"]);
  }
  if (another !== undefined)
    throw invalidDate(`${quoted(given.text)} can mean more than one date. ${howToChoose}`, ["text"]);
  const { earliest, latest, precision, edtf } = meaning;
  return { earliest, latest, precision: given.precision ?? precision, edtf: given.edtf ?? edtf, status: "KNOWN" };
}

/** Of several meanings, those with the precision that was asked for, if it decides anything. */
function chosen(meanings: readonly DateMeaning[], precision: DatePrecision | null): readonly DateMeaning[] {
  const suiting = meanings.filter((meaning) => meaning.precision === precision);
  return suiting.length > 0 ? suiting : meanings;
}

function noDays(given: PartialDateInput, status: ValueStatus): Days {
  return { earliest: null, latest: null, precision: given.precision ?? "UNKNOWN", edtf: given.edtf ?? null, status };
}

const acceptedForms =
  "Write it as 5 July 2024, 2024-07-05, January 2023, 2023-01, April to May 2023, 5 to 7 June 2023, 2021, 2022-23, Q1 2023, " +
  "from April 2023 or until March 2024, with “(estimated)” or “(inferred)” after it where it is so; or write “not stated” or “unknown”. " +
  "Words such as “last year” are kept with the precision RELATIVE.";

const howToChoose = "Write the month as February 2001 and the financial year as FY 2001-02.";
