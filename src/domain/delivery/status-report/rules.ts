import { addDays, daysBetween, lastDayOfMonth, readDay, type Day } from "../../../kernel/day.ts";
import type { DayInterval } from "../../../kernel/day-interval.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import type { DayCount } from "../../../kernel/say-days.ts";
import type { reportingRhythms } from "../programme/table.ts";

/** Whether somebody has judged. Without a judgement nothing is rated: not green, and not red. */
export const ratingStatuses = ["RATED", "NOT_RATED"] as const;

/** What a rating has to know of a published judgement. */
export interface Judged {
  readonly id: string;
  readonly judged: PartialDate;
  readonly published: PartialDate;
  readonly period: PartialDate;
  /** The first day on which a published report can have corrected the one that it stands in; null where none has. */
  readonly correctedFrom: Day | null;
}

/** The latest published judgement that can have been made by a day, and that no report published by then corrects. */
export function judgementOn<Judgement extends Judged>(judgements: readonly Judgement[], on: Day): Judgement | null {
  const standing = judgements.filter(({ judged, published, correctedFrom }) => canBeBy(judged, on) && canBeBy(published, on) && !isCorrectedBy(correctedFrom, on));
  return standing.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0] ?? null;
}

/** When a judgement was made: on the day that it names, else when its report was published, else at the end of its period; null where nobody knows. */
export function madeOn({ judged, published, period }: Pick<Judged, "judged" | "published" | "period">): PartialDate | null {
  return [judged, published, period].find(({ earliest, latest }) => earliest !== null || latest !== null) ?? null;
}

/** How many days old something is on a day: an interval where its date is one, and never below zero. Null where its last day is not known. */
export function ageOn({ earliest, latest }: DayInterval, on: Day): DayCount | null {
  if (latest === null) return null;
  return { least: Math.max(0, daysBetween(latest, on)), most: earliest === null ? null : Math.max(0, daysBetween(earliest, on)) };
}

function rank(judgement: Judged): string {
  return [madeOn(judgement), judgement.published, judgement.period].map((date) => date?.latest ?? date?.earliest ?? "0000-00-00").join(" ") + judgement.id;
}

function isCorrectedBy(correctedFrom: Day | null, on: Day): boolean {
  return correctedFrom !== null && correctedFrom <= on;
}

function canBeBy({ earliest }: DayInterval, on: Day): boolean {
  return earliest === null || earliest <= on;
}

export const freshnesses = ["CURRENT", "DUE", "OVERDUE", "NOT_APPLICABLE"] as const;

/** What freshness has to know of a published report. */
export interface Reported {
  readonly id: string;
  readonly period: DayInterval;
  readonly published: DayInterval;
  /** The first day on which a published report can have corrected it; null where none has. */
  readonly correctedFrom: Day | null;
}

type Rhythm = (typeof reportingRhythms)[number];

export interface Freshness<Report> {
  readonly status: (typeof freshnesses)[number];
  readonly rhythm: Rhythm | null;
  /** The report that covers the latest time, of those that can have been published by the day and that none corrects. */
  readonly lastReport: Report | null;
  /** The first day of the period that the next report covers. */
  readonly nextPeriodBegins: Day | null;
  /** The last day of the period that the next report covers. */
  readonly nextPeriodEnds: Day | null;
  /** The last day on which the next report is in time. */
  readonly nextDueOn: Day | null;
}

const MONTHS: Readonly<Record<Rhythm, number | null>> = { MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12, NONE: null };

/** A report on a period has this many months from its end. */
const MONTHS_TO_REPORT = 1;

/**
 * How fresh reporting is on a day. What is corrected does not count, its correction does. Periods follow one another in the
 * rhythm, from the end of the last one that was reported, or from the start. CURRENT while the next one runs, DUE in the month
 * after it, OVERDUE after that. Where nobody knows since when reports are due, one is DUE and none is late.
 */
export function freshnessOn<Report extends Reported>(reports: readonly Report[], { rhythm, start, ended }: { rhythm: Rhythm | null; start: DayInterval; ended: boolean }, on: Day): Freshness<Report> {
  const standing = reports.filter(({ published, correctedFrom }) => canBeBy(published, on) && !isCorrectedBy(correctedFrom, on));
  const lastReport = standing.toSorted((a, b) => (covered(a) < covered(b) ? 1 : -1))[0] ?? null;
  const months = rhythm === null || ended ? null : MONTHS[rhythm];
  if (months === null) return { status: "NOT_APPLICABLE", rhythm, lastReport, nextPeriodBegins: null, nextPeriodEnds: null, nextDueOn: null };
  const from = (lastReport && (lastReport.period.latest ?? lastReport.published.latest)) ?? (start.latest === null ? null : addDays(start.latest, -1));
  if (from === null) return { status: "DUE", rhythm, lastReport, nextPeriodBegins: null, nextPeriodEnds: null, nextDueOn: null };
  const nextPeriodEnds = monthsLater(from, months);
  const nextDueOn = monthsLater(nextPeriodEnds, MONTHS_TO_REPORT);
  return { status: on <= nextPeriodEnds ? "CURRENT" : on <= nextDueOn ? "DUE" : "OVERDUE", rhythm, lastReport, nextPeriodBegins: addDays(from, 1), nextPeriodEnds, nextDueOn };
}

function covered({ period, published, id }: Reported): string {
  return (period.latest ?? published.latest ?? "0000-00-00") + id;
}

/** The same day so many months later; the last day of a month stays the last one. */
function monthsLater(day: Day, months: number): Day {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const last = lastDayOf(month + months);
  if (day === lastDayOf(month)) return last;
  const same = `${last.slice(0, 8)}${day.slice(8)}`;
  return same > last ? last : readDay(same);
}

/** Of a month that is counted from the year 0. */
function lastDayOf(month: number): Day {
  return lastDayOfMonth(Math.floor(month / 12), (month % 12) + 1);
}

/** The shortest of several rhythms: whoever answers for several reports as often as the most demanding asks. */
export function shortestRhythm(rhythms: readonly (Rhythm | null)[]): Rhythm | null {
  return rhythms.filter((rhythm) => rhythm !== null).toSorted((a, b) => (MONTHS[a] ?? 99) - (MONTHS[b] ?? 99))[0] ?? null;
}
