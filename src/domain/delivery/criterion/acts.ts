import type { Act } from "../../../api/access/act.ts";
import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import type { Ruled } from "../../../api/act/ruled.ts";
import type { Day } from "../../../kernel/day.ts";
import { workstreamKind } from "../workstream/table.ts";
import type { AddCriterionInput, DecideCriterionInput, RewordCriterionInput, SupplyCriterionInput } from "./act-inputs.ts";
import { acceptCriterion, addCriterion, rejectCriterion, requireCriterion, rewordCriterion, supplyCriterion, waiveCriterion, type Decided } from "./decisions.ts";
import { criterionKind, type criteria } from "./table.ts";

type Criterion = typeof criteria.$inferSelect;
type Decide = (criterion: Criterion, by: Decided, today: Day) => Ruled;

/** What people do with criteria: each reads, asks, lets the rule decide, and writes. */
export const criterionActs = {
  add(draft: ActDraft, sent: AddCriterionInput, path: Path): string {
    const workstream = draft.findFor("criterion:add", workstreamKind, sent.workstream, [...path, "workstream"]);
    return draft.create(criterionKind, addCriterion(valuesOf(criterionKind, sent), workstream), path);
  },

  reword(draft: ActDraft, { id, expectedVersion, ...sent }: RewordCriterionInput, path: Path): string {
    const criterion = draft.findFor("criterion:reword", criterionKind, id, [...path, "id"]);
    const edits = draft.merge(criterionKind, id, expectedVersion, valuesOf(criterionKind, sent), path);
    draft.change(criterionKind, id, rewordCriterion(criterion, edits), path);
    return id;
  },

  supply(draft: ActDraft, { id, expectedVersion, evidence, evidenceAddress }: SupplyCriterionInput, path: Path): string {
    const criterion = draft.findFor("criterion:supply", criterionKind, id, [...path, "id"]);
    draft.unchanged(criterionKind, id, expectedVersion, ["status", "statement", "evidence", "evidenceAddress"], path);
    draft.change(criterionKind, id, supplyCriterion(criterion, evidence, evidenceAddress ?? null), path);
    return id;
  },

  accept(draft: ActDraft, sent: DecideCriterionInput, path: Path): string {
    return decideOn(draft, { act: "criterion:accept", decide: acceptCriterion }, sent, path);
  },

  reject(draft: ActDraft, sent: DecideCriterionInput, path: Path): string {
    draft.because("this evidence is not enough, so that better can be found");
    return decideOn(draft, { act: "criterion:reject", decide: rejectCriterion }, sent, path);
  },

  waive(draft: ActDraft, sent: DecideCriterionInput, path: Path): string {
    draft.because("the work may go on without it");
    return decideOn(draft, { act: "criterion:waive", decide: waiveCriterion }, sent, path);
  },

  require(draft: ActDraft, sent: DecideCriterionInput, path: Path): string {
    draft.because("the work may not go on without it any more");
    return decideOn(draft, { act: "criterion:require", decide: requireCriterion }, sent, path);
  },
};

interface Decision {
  readonly act: Act;
  readonly decide: Decide;
}

/** What was seen has to be what is decided on. */
function decideOn(draft: ActDraft, { act, decide }: Decision, { id, expectedVersion, decided, decidedBy }: DecideCriterionInput, path: Path): string {
  const criterion = draft.findFor(act, criterionKind, id, [...path, "id"]);
  draft.unchanged(criterionKind, id, expectedVersion, ["status", "statement", "evidence", "evidenceAddress"], path);
  draft.change(criterionKind, id, decide(criterion, { decidedById: decidedBy ?? null, decided: decided ?? null }, draft.today), path);
  return id;
}
