import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import { Problems, type Ruled } from "../../../api/act/ruled.ts";
import type {
  CorrectStatusReportInput, DraftStatusReportInput, ReviseStatusReportInput, } from "./act-inputs.ts";
import { correctStatusReport, draftStatusReport, publishStatusReport, returnStatusReport, reviseStatusReport, submitStatusReport } from "./decisions.ts";
import { mayLeaveOut, notDoneIn, tellMilestones } from "./not-done.ts";
import { copiedItems, copiedJudgements, itemParts, judgementParts, reviseItems, reviseJudgements, writeParts, type Part } from "./parts.ts";
import { subjectNamed, subjectOf } from "./reported-on.ts";
import { correctionsOf, itemsOf, judgementsOf, reportsOn } from "./store.ts";
import { judgementKind, statusReportItemKind, statusReportKind } from "./table.ts";

/** What people do with status reports: each reads, asks, lets the rule decide, and writes. A monthly update is made of the same. */
export const statusReportActs = {
  draft(draft: ActDraft, sent: DraftStatusReportInput, path: Path): string {
    const wrong = new Problems();
    const on = wrong.gather(() => subjectNamed(draft, sent, path));
    if (on !== null) draft.demand(on.kind, on.record, "status-report:draft");
    if (on !== null && sent.submit) draft.demand(on.kind, on.record, "status-report:submit");
    const parts = [...itemParts(draft, sent.items ?? [], [...path, "items"]), ...judgementParts(draft, sent.judgements ?? [], [...path, "judgements"])];
    if (on === null) {
      for (const part of parts) wrong.add(part.ruled.problems, part.path);
      return draft.refuse(wrong.all());
    }
    const handedIn = sent.submit ? { items: sent.items?.length ?? 0, today: draft.today } : null;
    return writeReport(draft, draftStatusReport(sent, on, reportsOn(draft.graph, on.id), handedIn), parts, path);
  },

  revise(draft: ActDraft, { id, expectedVersion, items, judgements, ...sent }: ReviseStatusReportInput, path: Path): string {
    const report = draft.findFor("status-report:revise", statusReportKind, id, [...path, "id"]);
    const edits = draft.merge(statusReportKind, id, expectedVersion, valuesOf(statusReportKind, sent), path);
    const period = Object.hasOwn(edits, "period") ? { period: sent.period ?? null } : {};
    const wrong = new Problems();
    wrong.gather(() => { draft.change(statusReportKind, id, reviseStatusReport(report, { ...edits, ...period }, reportsOn(draft.graph, subjectOf(draft, report).id)), path); });
    const saidBefore = notDoneIn(draft, id);
    if (items) reviseItems(draft, report, items, [...path, "items"], wrong);
    if (judgements) reviseJudgements(draft, report, judgements, [...path, "judgements"], wrong);
    wrong.refuse();
    mayLeaveOut(draft, report, saidBefore);
    return id;
  },

  submit(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    const report = draft.findFor("status-report:submit", statusReportKind, id, [...path, "id"]);
    draft.unchanged(statusReportKind, id, expectedVersion, ["status"], path);
    draft.change(statusReportKind, id, submitStatusReport(report, itemsOf(draft.graph, id).length, draft.today), path);
    return id;
  },

  return(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    const reason = draft.because("it is returned and what is to be reworked");
    const report = draft.findFor("status-report:return", statusReportKind, id, [...path, "id"]);
    draft.unchanged(statusReportKind, id, expectedVersion, ["status"], path);
    draft.change(statusReportKind, id, returnStatusReport(report, reason), path);
    return id;
  },

  publish(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    const report = draft.findFor("status-report:publish", statusReportKind, id, [...path, "id"]);
    draft.unchanged(statusReportKind, id, expectedVersion, ["status"], path);
    const { audience } = subjectOf(draft, report);
    draft.change(statusReportKind, id, publishStatusReport(report, audience, draft.today), path);
    for (const item of itemsOf(draft.graph, id)) draft.change(statusReportItemKind, item.id, { fields: { audience }, problems: [] });
    for (const judgement of judgementsOf(draft.graph, id)) draft.change(judgementKind, judgement.id, { fields: { audience }, problems: [] });
    tellMilestones(draft, report);
    return id;
  },

  correct(draft: ActDraft, { id, items, judgements, ...sent }: CorrectStatusReportInput, path: Path): string {
    draft.because("it is corrected and what was wrong");
    const report = draft.find(statusReportKind, id, [...path, "id"]);
    const on = subjectOf(draft, report);
    const { period, ...texts } = sent;
    const decided = correctStatusReport(report, { ...valuesOf(statusReportKind, texts), ...(period ? { period } : {}) }, correctionsOf(draft.graph, id), reportsOn(draft.graph, on.id));
    draft.demand(statusReportKind, report, "status-report:correct", decided.fields);
    const parts = [
      ...(items ? itemParts(draft, items, [...path, "items"]) : copiedItems(draft, id)),
      ...(judgements ? judgementParts(draft, judgements, [...path, "judgements"]) : copiedJudgements(draft, id)),
    ];
    const correction = writeReport(draft, decided, parts, path);
    mayLeaveOut(draft, { id: correction, correctsId: id }, notDoneIn(draft, id));
    return correction;
  },
};

/** Writes a new report with its parts, or says of all of it what stands in the way. */
function writeReport(draft: ActDraft, report: Ruled, parts: readonly Part[], path: Path): string {
  const wrong = new Problems();
  const id = wrong.gather(() => draft.create(statusReportKind, report, path));
  const written = id === null ? null : draft.read(statusReportKind, id);
  if (written === null) for (const part of parts) wrong.add(part.ruled.problems, part.path);
  else writeParts(draft, written, parts, wrong);
  wrong.refuse();
  return id ?? "";
}
