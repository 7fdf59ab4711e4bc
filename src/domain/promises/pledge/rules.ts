import { addDays, isDay, lastDayOfMonth, type Day } from "../../../kernel/day.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import type { Problem } from "../../../kernel/problem.ts";
import { readPartialDate } from "../../../kernel/read-partial-date.ts";
import type { missingActionReasons, pledgeSignatures, pledgeVersions } from "./table.ts";

/** What a pledge asks of a signatory: how many actions, to be done within how many months of signing. */
export interface Terms {
  readonly actions: number;
  readonly months: number;
}

/** What holds where the version that was signed does not say, or nobody knows which it was: two actions, twelve months. */
export const UNSAID: Terms = { actions: 2, months: 12 };

/** What a version asks. */
export function termsOf(version: Pick<typeof pledgeVersions.$inferSelect, "actionCount" | "actionMonths"> | null): Terms {
  return { actions: version?.actionCount ?? UNSAID.actions, months: version?.actionMonths ?? UNSAID.months };
}

type Reason = (typeof missingActionReasons)[number] | null;

/** What is wrong with the number of actions that a signature is to name: exactly as many as its pledge asks for, fewer only with a reason. */
export function actionProblems(count: number, reason: Reason, { actions }: Pick<Terms, "actions"> = UNSAID): Problem[] {
  if (count > actions) return [problem(`A signature names ${said(actions)}, and this has ${count}. Keep those that matter most; nothing you typed is lost.`, "actions")];
  if (count < actions && reason === null) return [problem(`A signature names ${said(actions)}, and this has ${count}. Add what is missing, or say why: NOT_STATED or INCOMPLETE.`, "actions")];
  if (count === actions && reason !== null) return [problem("All its actions are there, so nothing is missing. Leave the reason out.", "missingActionsReason")];
  return [];
}

function said(actions: number): string {
  return actions === 2 ? "exactly two actions" : `exactly ${actions} actions`;
}

function problem(message: string, field: string): Problem {
  return { code: "RULE", message, path: [field] };
}

/** Whether a signature names as many actions as its pledge asks for. */
export const actionStandings = ["COMPLETE", "NOT_STATED", "INCOMPLETE", "NOT_EXPLAINED", "TOO_MANY"] as const;

export function actionStanding(count: number, { missingActionsReason }: Pick<typeof pledgeSignatures.$inferSelect, "missingActionsReason">, { actions }: Pick<Terms, "actions"> = UNSAID): (typeof actionStandings)[number] {
  if (count === actions) return "COMPLETE";
  return count > actions ? "TOO_MANY" : (missingActionsReason ?? "NOT_EXPLAINED");
}

/** When an action is due: as recorded; where nobody has recorded that, so many months after signing as the pledge gives, no more exactly than the signing. */
export function dueBy(due: PartialDate, signed: PartialDate, { months }: Pick<Terms, "months"> = UNSAID): PartialDate {
  const isRecorded = due.status !== "UNKNOWN" && due.status !== "NOT_STATED";
  if (isRecorded || signed.status !== "KNOWN") return due;
  const earliest = signed.earliest === null ? null : later(signed.earliest, months);
  const latest = signed.latest === null ? null : signed.precision === "DAY" ? later(signed.latest, months) : endLater(signed.latest, months);
  if (earliest === null && latest === null) return due;
  const precision = months % 12 === 0 || !["YEAR", "FINANCIAL_YEAR", "QUARTER"].includes(signed.precision) ? signed.precision : "RANGE";
  const count = months === 12 ? "Twelve" : String(months);
  return readPartialDate({ text: `${count} months after signing: ${signed.text}`.slice(0, 300), earliest, latest, precision, qualifier: "INFERRED" });
}

/** The same day months later; where that month has no such day, its last. Null where the calendar ends. */
function later(day: Day, months: number): Day | null {
  const last = endOfMonthLater(day, months);
  return last === null ? null : dayOrNull(day.slice(8) > last.slice(8) ? last : `${last.slice(0, 8)}${day.slice(8)}`);
}

/** The same for the end of a span, which stays the end of its month. */
function endLater(day: Day, months: number): Day | null {
  if (day === "9999-12-31") return null;
  const next = addDays(day, 1);
  const last = endOfMonthLater(next, months);
  if (last === null) return null;
  return next.slice(8) > last.slice(8) ? last : addDays(later(next, months) ?? last, -1);
}

function endOfMonthLater(day: Day, months: number): Day | null {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(month / 12);
  return year > 9999 ? null : lastDayOfMonth(year, (month % 12) + 1);
}

function dayOrNull(text: string): Day | null {
  return isDay(text) ? text : null;
}
