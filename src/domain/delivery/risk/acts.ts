import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import { milestoneKind } from "../milestone/table.ts";
import { programmeKind } from "../programme/table.ts";
import { workstreamKind } from "../workstream/table.ts";
import type { AmendRiskInput, CloseRiskInput, RaiseRiskInput, ReviewRiskInput } from "./act-inputs.ts";
import { amendRisk, closeRisk, raiseRisk, reopenRisk, reviewRisk } from "./decisions.ts";
import { riskKind } from "./table.ts";

/** What people do with risks: each reads, asks, lets the rule decide, and writes. A monthly update is made of the same. */
export const riskActs = {
  raise(draft: ActDraft, { raised, ...risk }: RaiseRiskInput, path: Path): string {
    const programme = draft.find(programmeKind, risk.programme, [...path, "programme"]);
    const workstream = draft.findAny(workstreamKind, risk.workstream, [...path, "workstream"]);
    const milestone = draft.findAny(milestoneKind, risk.milestone, [...path, "milestone"]);
    if (workstream !== null) draft.demand(workstreamKind, workstream, "risk:raise");
    else if (milestone === null) draft.demand(programmeKind, programme, "risk:raise");
    else draft.demand(milestoneKind, milestone, "risk:raise");
    return draft.create(riskKind, raiseRisk(valuesOf(riskKind, risk), raised ?? null, { programme, workstream, milestone }, draft.today), path);
  },

  amend(draft: ActDraft, { id, expectedVersion, ...sent }: AmendRiskInput, path: Path): string {
    const risk = draft.findFor("risk:amend", riskKind, id, [...path, "id"]);
    const edits = draft.merge(riskKind, id, expectedVersion, valuesOf(riskKind, sent), path);
    const raised = Object.hasOwn(edits, "raised") ? { raised: sent.raised ?? null } : {};
    draft.change(riskKind, id, amendRisk(risk, { ...edits, ...raised }, draft.today), path);
    return id;
  },

  review(draft: ActDraft, { id, expectedVersion, reviewedOn, ...sent }: ReviewRiskInput, path: Path): string {
    const risk = draft.findFor("risk:review", riskKind, id, [...path, "id"]);
    const edits = draft.merge(riskKind, id, expectedVersion, valuesOf(riskKind, sent), path);
    draft.change(riskKind, id, reviewRisk(risk, { edits, reviewedOn: reviewedOn ?? null }, draft.today), path);
    return id;
  },

  close(draft: ActDraft, { id, expectedVersion, closed }: CloseRiskInput, path: Path): string {
    const reason = draft.because("it is closed and how it ended");
    const risk = draft.findFor("risk:close", riskKind, id, [...path, "id"]);
    draft.unchanged(riskKind, id, expectedVersion, ["status", "closed"], path);
    draft.change(riskKind, id, closeRisk(risk, { closed: closed ?? null, reason }, draft.today), path);
    return id;
  },

  reopen(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    draft.because("it is a risk again");
    const risk = draft.findFor("risk:reopen", riskKind, id, [...path, "id"]);
    draft.unchanged(riskKind, id, expectedVersion, ["status", "closed"], path);
    draft.change(riskKind, id, reopenRisk(risk), path);
    return id;
  },
};
