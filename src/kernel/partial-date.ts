import { datePrecisions, dateQualifiers, type DatePrecision, type DateQualifier } from "./date-precision.ts";
import { hasDays, runsForward, wholeMonths, type DayInterval } from "./day-interval.ts";
import { isDay, type Day } from "./day.ts";
import { findEdtf } from "./edtf.ts";
import { fieldsOf } from "./fields.ts";
import { isOneOf } from "./one-of.ts";
import { refusal, type Refusal } from "./problem.ts";
import { sayAbsence, valueStatuses, type Absence, type ValueStatus } from "./value-status.ts";
import { isWrittenText } from "./written-text.ts";

/** A date as exactly as its source has it, and no more exactly. */
export interface PartialDate extends DayInterval {
  /** As written, to the letter. */
  readonly text: string;
  /** The first day that it can be. Null: open, if there is a latest day; otherwise the days are not known. */
  readonly earliest: Day | null;
  /** The last day that it can be, included. Null: open, if there is an earliest day. */
  readonly latest: Day | null;
  readonly precision: DatePrecision;
  readonly qualifier: DateQualifier;
  /** The same days in the Extended Date/Time Format, without the qualifier, which has a field of its own. */
  readonly edtf: string | null;
  /** Of the days: KNOWN exactly when there is one. Words that name none ("recently") are NOT_STATED. */
  readonly status: ValueStatus;
}

const names = [
  "text",
  "earliest",
  "latest",
  "precision",
  "qualifier",
  "edtf",
  "status",
] as const satisfies (keyof PartialDate)[];

/** A date of which no day is known, and why. */
export function notKnown(status: Absence): PartialDate {
  return {
    text: sayAbsence(status),
    earliest: null,
    latest: null,
    precision: "UNKNOWN",
    qualifier: "STATED",
    edtf: null,
    status,
  };
}

/**
 * The last guard before a date is stored: it is whole and contradicts itself nowhere, and its fields stand in one
 * order.
 */
export function checkPartialDate(value: unknown): PartialDate {
  const date = fieldsOfDate(value);
  if (!runsForward(date)) {
    const message = `It ends (${date.latest}) before it begins (${date.earliest}). Exchange the two days.`;
    throw invalidDate(message, ["latest"]);
  }
  if (hasDays(date) !== (date.status === "KNOWN")) {
    throw invalidDate(
      "The status is KNOWN exactly when there is an earliest or a latest day. Change the one or the other.",
      ["status"],
    );
  }
  if (!suits(date.precision, date)) {
    throw invalidDate(
      `Its days are not one ${sayPrecision(date.precision)}. Change the days, or choose another precision.`,
      ["precision"],
    );
  }
  if (!saysTheSame(date.edtf, date)) {
    throw invalidDate(
      "The EDTF form does not say the same days as earliest and latest. Leave it out and it is made from them.",
      ["edtf"],
    );
  }
  return date;
}

export function invalidDate(message: string, path?: readonly string[]): Refusal {
  return refusal("INVALID_DATE", message, path);
}

function fieldsOfDate(value: unknown): PartialDate {
  const field = fieldsOf(value, names);
  if (field === null) throw invalidDate(`A date has these fields and no others: ${names.join(", ")}.`);
  const text = field("text");
  if (!isWrittenText(text)) {
    const message = "Write the date as its source has it, in at most 300 characters, or write “not stated”.";
    throw invalidDate(message, ["text"]);
  }
  return {
    text,
    earliest: dayOrNull(field("earliest"), "earliest"),
    latest: dayOrNull(field("latest"), "latest"),
    precision: oneOf(datePrecisions, field("precision"), "precision"),
    qualifier: oneOf(dateQualifiers, field("qualifier"), "qualifier"),
    edtf: textOrNull(field("edtf"), "edtf"),
    status: oneOf(valueStatuses, field("status"), "status"),
  };
}

export function dayOrNull(value: unknown, name: string): Day | null {
  if (value === null || isDay(value)) return value;
  throw invalidDate(`The ${name} day is not a day in the calendar. Write a day as 2024-07-05.`, [name]);
}

function textOrNull(value: unknown, name: string): string | null {
  if (value === null || typeof value === "string") return value;
  throw invalidDate(`The field ${name} is text or null.`, [name]);
}

function oneOf<const Word extends string>(words: readonly Word[], value: unknown, name: string): Word {
  if (isOneOf(words, value)) return value;
  throw invalidDate(`The ${name} of a date is one of ${words.join(", ")}.`, [name]);
}

/** Whether days can be stated with that precision. An open end is a range, or is told in words only. */
function suits(precision: DatePrecision, days: DayInterval): boolean {
  const months = wholeMonths(days);
  switch (precision) {
    case "DAY":
      return days.earliest !== null && days.earliest === days.latest;
    case "MONTH":
      return months?.count === 1;
    case "QUARTER":
      return months?.count === 3 && months.first % 3 === 1;
    case "YEAR":
      return months?.count === 12 && months.first === 1;
    case "FINANCIAL_YEAR":
      return months?.count === 12 && months.first === 4;
    case "RANGE":
      return hasDays(days);
    case "RELATIVE":
      return true;
    case "UNKNOWN":
      return !hasDays(days);
  }
}

function sayPrecision(precision: DatePrecision): string {
  return precision.toLowerCase().replace("_", " ");
}

function saysTheSame(edtf: string | null, days: DayInterval): boolean {
  if (edtf === null) return !hasDays(days);
  const said = findEdtf(edtf);
  return said !== null && said.earliest === days.earliest && said.latest === days.latest;
}
