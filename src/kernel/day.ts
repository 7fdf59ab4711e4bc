import { atFirstUse } from "./at-first-use.ts";
import { refusal } from "./problem.ts";
import { quoted } from "./quoted.ts";

declare const realDay: unique symbol;

/** A day that is in the calendar, `YYYY-MM-DD`, years 0001 to 9999. As text, days sort in order. */
export type Day = string & { readonly [realDay]: true };

const millisecondsADay = 86_400_000;

export function isDay(value: unknown): value is Day {
  if (typeof value !== "string") return false;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The day that is written; anything else, 2023-02-29 included, is refused. */
export function readDay(text: string): Day {
  if (isDay(text)) return text;
  throw refusal("INVALID_DAY", `${quoted(text)} is not a day in the calendar. Write a day as 2024-07-05.`);
}

export function addDays(day: Day, days: number): Day {
  if (!Number.isSafeInteger(days)) throw new RangeError("Only whole days can be added to a day.");
  return dayAt(startOf(day) + days * millisecondsADay);
}

/** How many days after `from` the day `to` is: negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (startOf(to) - startOf(from)) / millisecondsADay;
}

export function lastDayOfMonth(year: number, month: number): Day {
  return readDay(`${pad(year, 4)}-${pad(month, 2)}-${daysIn(year, month)}`);
}

/** The day it is in London at that instant. */
export function londonDay(instant: Date): Day {
  const time = instant.getTime();
  if (!(time >= sinceFullHours)) return dayAt(time + londonAheadOfUtc(time));
  // A day begins with an hour, so in each hour it is one day.
  const hour = Math.floor(time / anHour);
  if (hour !== lastDay.hour) lastDay = { hour, day: dayAt(time + londonAheadOfUtc(time)) };
  return lastDay.day ?? dayAt(time);
}

/** The last millisecond of that day in London, as an ISO instant. */
export function endOfLondonDay(day: Day): string {
  const nextMidnight = startOf(day) + millisecondsADay;
  // The difference at midnight UTC is a guess, right but for the hours around a change; the second look settles it.
  const guess = nextMidnight - londonAheadOfUtc(nextMidnight);
  return new Date(nextMidnight - londonAheadOfUtc(guess) - 1).toISOString();
}

const londonClock = atFirstUse(() => new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", timeZoneName: "longOffset" }));

const anHour = 3_600_000;

/** From then on London's clocks were changed at full hours of UTC only. */
const sinceFullHours = Date.UTC(1848, 0);

/** The difference in the hour that was asked for last: what is asked is nearly always about now. */
let lastHour = { hour: Number.NaN, ahead: 0 };
let lastDay: { readonly hour: number; readonly day: Day | null } = { hour: Number.NaN, day: null };

/** Milliseconds: 0 in winter, an hour in summer, and whatever it was in earlier times. */
function londonAheadOfUtc(instant: number): number {
  if (instant < sinceFullHours) return workedOutAheadOfUtc(instant);
  const hour = Math.floor(instant / anHour);
  if (hour !== lastHour.hour) lastHour = { hour, ahead: workedOutAheadOfUtc(instant) };
  return lastHour.ahead;
}

function workedOutAheadOfUtc(instant: number): number {
  const zone = londonClock().formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "";
  const offset = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(zone);
  if (offset === null) return 0;
  const [, sign, hours, minutes, seconds = "0"] = offset;
  const size = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (sign === "-" ? -size : size) * 1000;
}

function startOf(day: Day): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

function dayAt(instant: number): Day {
  const date = new Date(instant);
  const text = Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, -"T00:00:00.000Z".length);
  if (isDay(text)) return text;
  throw refusal("INVALID_DAY", "That is outside the calendar: days run from 0001-01-01 to 9999-12-31.");
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, "0");
}
