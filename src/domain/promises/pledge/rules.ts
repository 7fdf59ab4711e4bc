import { isDay, type Day } from "../../../kernel/day.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import type { Problem } from "../../../kernel/problem.ts";
import { readPartialDate } from "../../../kernel/read-partial-date.ts";
import type { missingActionReasons, pledgeSignatures } from "./table.ts";

/** How many actions a signature names. */
const ACTIONS = 2;

type Reason = (typeof missingActionReasons)[number] | null;

/** What is wrong with the number of actions that a signature is to name: exactly two, fewer only with a reason. */
export function actionProblems(count: number, reason: Reason): Problem[] {
  if (count > ACTIONS) return [problem("TOO_MANY_ACTIONS", `A signature names two actions, and this has ${count}. Keep the two that matter most; nothing is lost.`, "actions")];
  if (count < ACTIONS && reason === null) return [problem("TOO_FEW_ACTIONS", `A signature names two actions, and this has ${count}. Add what is missing, or say why: NOT_STATED or INCOMPLETE.`, "actions")];
  if (count === ACTIONS && reason !== null) return [problem("NEEDLESS_REASON", "Both actions are there, so nothing is missing. Leave the reason out.", "missingActionsReason")];
  return [];
}

function problem(code: string, message: string, field: string): Problem {
  return { code, message, path: [field] };
}

/** Whether a signature names its two actions. */
export const actionStandings = ["COMPLETE", "NOT_STATED", "INCOMPLETE", "NOT_EXPLAINED", "TOO_MANY"] as const;

export function actionStanding(count: number, { missingActionsReason }: Pick<typeof pledgeSignatures.$inferSelect, "missingActionsReason">): (typeof actionStandings)[number] {
  if (count === ACTIONS) return "COMPLETE";
  return count > ACTIONS ? "TOO_MANY" : (missingActionsReason ?? "NOT_EXPLAINED");
}

/** When an action is due: as recorded; where nobody has recorded that, twelve months after signing, no more exactly than the signing. */
export function dueBy(due: PartialDate, signed: PartialDate): PartialDate {
  const isRecorded = due.status !== "UNKNOWN" && due.status !== "NOT_STATED";
  if (isRecorded || signed.status !== "KNOWN") return due;
  const earliest = signed.earliest === null ? null : yearLater(signed.earliest);
  const latest = signed.latest === null ? null : signed.precision === "DAY" ? yearLater(signed.latest) : endYearLater(signed.latest);
  if (earliest === null && latest === null) return due;
  return readPartialDate({ text: `Twelve months after signing: ${signed.text}`.slice(0, 300), earliest, latest, precision: signed.precision, qualifier: "INFERRED" });
}

/** The same day a year later; of 29 February the day before, since that year has none. Null where the calendar ends. */
function yearLater(day: Day): Day | null {
  const year = nextYear(day);
  return dayOrNull(`${year}-${day.slice(5)}`) ?? dayOrNull(`${year}-02-28`);
}

/** The same for the end of a span, which stays the end of its month. */
function endYearLater(day: Day): Day | null {
  const endsFebruary = day.endsWith("02-28") && !isDay(`${day.slice(0, 4)}-02-29`);
  return (endsFebruary ? dayOrNull(`${nextYear(day)}-02-29`) : null) ?? yearLater(day);
}

function nextYear(day: Day): string {
  return String(Number(day.slice(0, 4)) + 1).padStart(4, "0");
}

function dayOrNull(text: string): Day | null {
  return isDay(text) ? text : null;
}
