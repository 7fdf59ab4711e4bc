import { valuesOf } from "../../../api/act/columns.ts";
import { Problems, type Ruled } from "../../../api/act/ruled.ts";
import { dateSent, isToCome } from "../../../api/act/sent.ts";
import type { Day } from "../../../kernel/day.ts";
import { notKnown } from "../../../kernel/partial-date.ts";
import { Refusal, refusal, type Problem } from "../../../kernel/problem.ts";
import type { QuantityUnit } from "../../../kernel/quantity-kind.ts";
import type { Quantity } from "../../../kernel/quantity.ts";
import { readQuantity, type QuantityInput } from "../../../kernel/read-quantity.ts";
import { homeIn, type Home } from "../../foundation/place/rules.ts";
import type { places } from "../../foundation/place/table.ts";
import type { RecordMeasureInput, ReportMeasureInput, SetMeasureTargetInput } from "./act-inputs.ts";
import type { Counted } from "./rules.ts";
import { measureKind, type measures } from "./table.ts";

type Measure = Pick<typeof measures.$inferSelect, "id" | "audience" | "systemId" | "unit" | "target">;

/** A count in a measure's unit: words that name none are in it, words that name another are refused, whatever they count. */
export function inUnit(sent: QuantityInput, unit: QuantityUnit): Quantity {
  const count = readQuantity(sent);
  const isOther = count.unit !== unit && (count.unit !== "OTHER" || sent.unit === "OTHER" || namesSomething(count));
  if (isOther && count.status === "KNOWN") {
    throw refusal("DIFFERENT_UNITS", `“${count.text}” does not count ${unit}, and this measure does. What is counted in another unit is another measure: record that one, or write the count in ${unit}.`);
  }
  return { ...count, unit };
}

/** A measure begins in one unit, in which its baseline and its target are. */
export function recordMeasure(sent: RecordMeasureInput, wholes: readonly Home[], system: typeof places.$inferSelect | null, programmeIds: Readonly<{ programme: string | null; ofWorkstream: string | null }>): Ruled {
  const wrong = new Problems();
  const home = homeIn(wrong, wholes, system);
  const { system: _, ...said } = sent;
  const { programme, ofWorkstream } = programmeIds;
  wrong.when(programme !== null && ofWorkstream !== null && programme !== ofWorkstream, "RULE", "This workstream belongs to another programme. Choose one of this programme's, or none.", ["workstream"]);
  const [baseline, target] = [sent.baseline ?? { text: "unknown" }, sent.target ?? { text: "unknown" }];
  const counts = { baseline: wrong.gather(() => inUnit(baseline, sent.unit), ["baseline"]), target: wrong.gather(() => inUnit(target, sent.unit), ["target"]) };
  const dates = { baselineAsAt: dateSent(wrong, sent.baselineAsAt, ["baselineAsAt"]), targetDue: dateSent(wrong, sent.targetDue, ["targetDue"]) };
  return { fields: { ...home, ...valuesOf(measureKind, said), ...dates, ...filled(counts, sent.unit) }, problems: wrong.all() };
}

/** A target can be set; one that is known is moved only with a reason, which is asked for where the reason is. */
export function setMeasureTarget({ unit, target: standing }: Pick<Measure, "unit" | "target">, sent: Pick<SetMeasureTargetInput, "target" | "targetDue">): Ruled & { readonly isMoved: boolean } {
  const wrong = new Problems();
  const target = wrong.gather(() => inUnit(sent.target, unit), ["target"]);
  const targetDue = sent.targetDue === null || sent.targetDue === undefined ? {} : { targetDue: dateSent(wrong, sent.targetDue, ["targetDue"]) };
  return { fields: { ...filled({ target }, unit), ...targetDue }, problems: wrong.all(), isMoved: standing.status === "KNOWN" };
}

/** A count is in the measure's unit, says when it was counted, and stands for that time once. */
export function reportMeasure(measure: Measure, sent: Pick<ReportMeasureInput, "value" | "period" | "asAt" | "note" | "audience">, actuals: readonly Counted[], today: Day): Ruled {
  const wrong = new Problems();
  const value = wrong.gather(() => inUnit(sent.value, measure.unit), ["value"]);
  const unread = new Problems();
  const period = sent.period === null || sent.period === undefined ? notKnown("NOT_APPLICABLE") : dateSent(unread, sent.period, ["period"]);
  const asAt = sent.asAt === null || sent.asAt === undefined ? notKnown("NOT_APPLICABLE") : dateSent(unread, sent.asAt, ["asAt"]);
  wrong.add(unread.all().length > 0 ? unread.all() : actualProblems({ id: "", period, asAt }, actuals, today));
  const { audience, systemId } = measure;
  return { fields: { audience: sent.audience ?? audience, systemId, measureId: measure.id, ...filled({ value }, measure.unit), period, asAt, note: sent.note ?? null }, problems: wrong.all() };
}

/** What is wrong with when a count was made, beside the others of its measure. */
export function actualProblems({ id, period, asAt }: Pick<Counted, "id" | "period" | "asAt">, actuals: readonly Counted[], today: Day): readonly Problem[] {
  const wrong = new Problems();
  wrong.when(period.status !== "KNOWN" && asAt.status !== "KNOWN", "MISSING_FIELD", "Say when it was counted: the period that it covers, the day as at which it stood, or both. A month will do.", ["asAt"]);
  wrong.when(isToCome(period, today), "NOT_YET", "That period has not begun. What is expected is a target.", ["period"]);
  wrong.when(isToCome(asAt, today), "NOT_YET", "That day has not come yet. What is expected is a target.", ["asAt"]);
  const same = actuals.find((actual) => actual.id !== id && actual.period.edtf === period.edtf && actual.asAt.edtf === asAt.edtf && (period.status === "KNOWN" || asAt.status === "KNOWN"));
  wrong.when(same !== undefined, "ALREADY_EXISTS", "There is a count for this time already. Nothing of yours was written: to set that one right, use amendMeasureActual.", [asAt.status === "KNOWN" ? "asAt" : "period"], same === undefined ? [] : [same.id]);
  return wrong.all();
}

/** Its last word is a noun: without it the rest says the same number. */
function namesSomething(count: Quantity): boolean {
  const rest = count.text.trim().split(/\s+/).slice(0, -1).join(" ");
  try {
    const { operator, value, upper, fraction } = readQuantity(rest);
    return operator === count.operator && value === count.value && upper === count.upper && fraction === count.fraction;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Counts that could not be read are among the problems; a record needs some all the same, so that nothing is said twice. */
function filled(counts: Readonly<Record<string, Quantity | null>>, unit: QuantityUnit): Record<string, Quantity> {
  return Object.fromEntries(Object.entries(counts).map(([field, count]) => [field, count ?? inUnit({ text: "unknown" }, unit)]));
}
