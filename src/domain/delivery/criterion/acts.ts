import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import { because } from "../../../api/act/because.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import type { Ruled } from "../../../api/act/ruled.ts";
import type { Day } from "../../../kernel/day.ts";
import { organisationKind } from "../../partners/organisation/table.ts";
import { programmeKind } from "../programme/table.ts";
import { workstreamKind } from "../workstream/table.ts";
import type { AddCriterionInput, DecideCriterionInput, RewordCriterionInput, SupplyCriterionInput } from "./act-inputs.ts";
import { acceptCriterion, addCriterion, rejectCriterion, requireCriterion, rewordCriterion, supplyCriterion, waiveCriterion, type Decided } from "./decisions.ts";
import { criterionKind, type criteria } from "./table.ts";

type Criterion = typeof criteria.$inferSelect;
type Reason = string | null | undefined;
type Decide = (criterion: Criterion, by: Decided, today: Day) => Ruled;

/** What people do with criteria: each reads, asks, lets the rule decide, and writes. */
export const criterionActs = {
  add(draft: ActDraft, sent: AddCriterionInput, path: Path): string {
    const workstream = draft.find(workstreamKind, sent.workstream, [...path, "workstream"]);
    draft.demand(workstreamKind, workstream, "criterion:add");
    draft.findAny(organisationKind, sent.supplier, [...path, "supplier"]);
    return draft.create(criterionKind, addCriterion(valuesOf(criterionKind, sent), workstream), path);
  },

  reword(draft: ActDraft, { id, expectedVersion, ...sent }: RewordCriterionInput, path: Path): string {
    const criterion = draft.find(criterionKind, id, [...path, "id"]);
    draft.demand(criterionKind, criterion, "criterion:reword");
    draft.findAny(organisationKind, sent.supplier, [...path, "supplier"]);
    const edits = draft.merge(criterionKind, id, expectedVersion, valuesOf(criterionKind, sent), path);
    draft.change(criterionKind, id, rewordCriterion(criterion, edits), path);
    return id;
  },

  supply(draft: ActDraft, { id, expectedVersion, evidence, evidenceAddress }: SupplyCriterionInput, path: Path): string {
    const criterion = draft.find(criterionKind, id, [...path, "id"]);
    draft.demand(criterionKind, criterion, "criterion:supply");
    draft.unchanged(criterionKind, id, expectedVersion, ["status", "statement", "evidence", "evidenceAddress"], path);
    draft.change(criterionKind, id, supplyCriterion(criterion, evidence, evidenceAddress ?? null), path);
    return id;
  },

  accept(draft: ActDraft, sent: DecideCriterionInput, path: Path): string {
    return decideOn(draft, { act: "criterion:accept", decide: acceptCriterion }, sent, path);
  },

  reject(draft: ActDraft, sent: DecideCriterionInput, path: Path, reason: Reason): string {
    return decideOn(draft, { act: "criterion:reject", decide: rejectCriterion, why: { reason, whatFor: "this evidence is not enough, so that better can be found" } }, sent, path);
  },

  waive(draft: ActDraft, sent: DecideCriterionInput, path: Path, reason: Reason): string {
    return decideOn(draft, { act: "criterion:waive", decide: waiveCriterion, why: { reason, whatFor: "the work may go on without it" } }, sent, path);
  },

  require(draft: ActDraft, sent: DecideCriterionInput, path: Path, reason: Reason): string {
    return decideOn(draft, { act: "criterion:require", decide: requireCriterion, why: { reason, whatFor: "the work may not go on without it any more" } }, sent, path);
  },
};

interface Decision {
  readonly act: string;
  readonly decide: Decide;
  /** Given where the act has to say why. */
  readonly why?: { readonly reason: Reason; readonly whatFor: string };
}

/** Asks at the programme, which decides on the readiness of its workstreams. What was seen has to be what is decided on. */
function decideOn(draft: ActDraft, { act, decide, why }: Decision, { id, expectedVersion, decided, decidedBy }: DecideCriterionInput, path: Path): string {
  const criterion = draft.find(criterionKind, id, [...path, "id"]);
  const programmeId = draft.read(workstreamKind, criterion.workstreamId)?.programmeId;
  const programme = draft.read(programmeKind, programmeId ?? "");
  if (programme !== null) draft.demand(programmeKind, { ...programme }, act);
  const body = draft.findAny(organisationKind, decidedBy, [...path, "decidedBy"]);
  draft.unchanged(criterionKind, id, expectedVersion, ["status", "statement", "evidence", "evidenceAddress"], path);
  const ruled = decide(criterion, { decidedById: body?.id ?? null, decided: decided ?? null }, draft.today);
  if (why === undefined) draft.change(criterionKind, id, ruled, path);
  else draft.change(criterionKind, id, because(why.reason, why.whatFor, ruled, path));
  return id;
}
