import type { FieldError } from "../form/form.ts";
import type { UpdateWorkstreamMutationVariables } from "../graph/types.ts";
import type { Problem } from "../acts/send.ts";
import { planCriteria } from "./plan-criteria.ts";
import { planMeasures } from "./plan-measures.ts";
import { planMilestones } from "./plan-milestones.ts";
import { planReport } from "./plan-report.ts";
import { planRisks } from "./plan-risks.ts";
import { planStatus } from "./plan-status.ts";
import { wordsIn, type Planned, type Value } from "./planned.ts";
import type { Read } from "./read.ts";

/** All acts that come of what stands in the form, in the order in which they are done. */
export function planned(read: Read, value: Value): readonly Planned[] {
  return [planStatus, planMilestones, planCriteria, planMeasures, planRisks, planReport].flatMap((plan) => plan(read, value));
}

/** What is sent: one act of the graph. */
export function sentOf({ id }: Read, acts: readonly Planned[], value: Value): UpdateWorkstreamMutationVariables {
  const source = wordsIn(value("source.id"));
  return { update: { id, acts: acts.map(({ act }) => act) }, reason: wordsIn(value("reason")), citations: source === null ? [] : [{ source }] };
}

/** What has to be there before anything is sent. */
export function lacking(acts: readonly Planned[], value: Value): readonly FieldError[] {
  if (acts.length === 0) return [{ name: null, message: "There is nothing to save yet. Say what happened, or write the report." }];
  const isReported = acts.some(({ act }) => act.draftStatusReport !== undefined || act.reviseStatusReport !== undefined || act.submitStatusReport !== undefined);
  return isReported && value("report.rating") === "" ? [{ name: "report.rating", message: "Say how confident you are, or that nobody has judged it" }] : [];
}

/** A refusal at the field where it is put right, and in the list above the form with what it is about. */
export function errorOf({ path, message }: Problem, acts: readonly Planned[]): FieldError {
  const [argument, list, index, ...rest] = path;
  if (argument === "update" && list === "acts") {
    const act = acts[Number(index)];
    // The first step names the act itself.
    if (act !== undefined) return { name: act.fieldAt(rest.slice(1)), message, about: act.about };
  }
  if (argument === "reason") return { name: "reason", message, about: null };
  if (argument === "citations") return { name: "source.id", message, about: null };
  return { name: null, message, about: null };
}
