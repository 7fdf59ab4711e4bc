import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import { Problems, type Ruled } from "../../../api/act/ruled.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { storedColumns } from "../../../ledger/graph.ts";
import { milestoneKind } from "../milestone/table.ts";
import type { JudgementInput, ReviseJudgementInput, ReviseJudgementsInput, ReviseStatusReportItemInput, ReviseStatusReportItemsInput, StatusReportItemInput } from "./act-inputs.ts";
import { sayItem } from "./decisions.ts";
import { judge, rejudge } from "./judgement-decisions.ts";
import { SAY_NOT_DONE } from "./not-done.ts";
import { itemsOf, judgementsOf } from "./store.ts";
import { judgementKind, statusReportItemKind, type judgements, type statusReportItems, type statusReports } from "./table.ts";

/** An item or a judgement of a report that is yet to be written, and where it stands in what was sent. */
export interface Part {
  readonly kind: RecordKind;
  readonly ruled: Ruled;
  readonly path: Path;
}

/** The report to which parts belong. */
type Whole = Pick<typeof statusReports.$inferSelect, "id" | "audience" | "systemId">;
type Item = typeof statusReportItems.$inferSelect;
type Judgement = typeof judgements.$inferSelect;

/** Items as they were sent, in that order, the first in this place. */
export function itemParts(draft: ActDraft, items: readonly StatusReportItemInput[], path: Path, from = 1): Part[] {
  return items.map((item, index) => {
    const wrong = new Problems();
    wrong.gather(() => { maySayNotDone(draft, item.kind, item.milestone); });
    const { fields, problems } = sayItem({ ...valuesOf(statusReportItemKind, item), kind: item.kind, date: item.date }, from + index, draft.today);
    wrong.add(problems);
    return { kind: statusReportItemKind, ruled: { fields, problems: wrong.all() }, path: [...path, index] };
  });
}

/** Judgements as they were sent, at most one for each side of the work, those that are judged already included. */
export function judgementParts(draft: ActDraft, sent: readonly JudgementInput[], path: Path, judged: Iterable<string> = []): Part[] {
  const taken = new Set(judged);
  return sent.map(({ judgedBy: judgedById, judgedByHealthIntegrationTeam: judgedByHealthIntegrationTeamId, ...judging }, index) => {
    const ruled = judge({ ...judging, judgedById, judgedByHealthIntegrationTeamId }, taken, draft.today);
    taken.add(judging.dimension);
    return { kind: judgementKind, ruled, path: [...path, index] };
  });
}

/** The items of a report, as they are, for another one. */
export function copiedItems(draft: ActDraft, reportId: string): Part[] {
  return itemsOf(draft.graph, reportId).map(({ kind, position, statement, purpose, date, groupId, milestoneId, gaps }) => ({
    kind: statusReportItemKind, ruled: { fields: { kind, position, statement, purpose, date, groupId, milestoneId, gaps }, problems: [] }, path: [],
  }));
}

/** The judgements of a report, made when and by whom they were, for another one. */
export function copiedJudgements(draft: ActDraft, reportId: string): Part[] {
  return judgementsOf(draft.graph, reportId).map(({ dimension, scheme, localScheme, rating, wording, rationale, judged, judgedById, judgedByHealthIntegrationTeamId, gaps }) => ({
    kind: judgementKind, ruled: { fields: { dimension, scheme, localScheme, rating, wording, rationale, judged, judgedById, judgedByHealthIntegrationTeamId, gaps }, problems: [] }, path: [],
  }));
}

/** Writes parts of a report, and keeps of each what stands in its way. */
export function writeParts(draft: ActDraft, { id: reportId, audience, systemId }: Whole, parts: readonly Part[], wrong: Problems): void {
  for (const { kind, ruled: { fields, problems }, path } of parts) {
    wrong.gather(() => draft.create(kind, { fields: { ...fields, reportId, audience, systemId }, problems }, path));
  }
}

/** Takes items out, revises others and adds new ones last. */
export function reviseItems(draft: ActDraft, report: Whole, { add, revise, remove }: ReviseStatusReportItemsInput, path: Path, wrong: Problems): void {
  removeParts(draft, statusReportItemKind, report, remove, [...path, "remove"], wrong);
  revise?.forEach((item, index) => { wrong.gather(() => { reviseItem(draft, report, item, [...path, "revise", index]); }); });
  const last = Math.max(0, ...itemsOf(draft.graph, report.id).map(({ position }) => position));
  writeParts(draft, report, itemParts(draft, add ?? [], [...path, "add"], last + 1), wrong);
}

/** Takes judgements out, revises others and adds new ones. */
export function reviseJudgements(draft: ActDraft, report: Whole, { add, revise, remove }: ReviseJudgementsInput, path: Path, wrong: Problems): void {
  removeParts(draft, judgementKind, report, remove, [...path, "remove"], wrong);
  revise?.forEach((judgement, index) => { wrong.gather(() => { reviseJudgement(draft, report, judgement, [...path, "revise", index]); }); });
  const judged = judgementsOf(draft.graph, report.id).map(({ dimension }) => dimension);
  writeParts(draft, report, judgementParts(draft, add ?? [], [...path, "add"], judged), wrong);
}

function reviseItem(draft: ActDraft, report: Whole, { id, expectedVersion, ...sent }: ReviseStatusReportItemInput, path: Path): void {
  const item: Item = partOf(draft, draft.find(statusReportItemKind, id, [...path, "id"]), report, path);
  const edits = draft.merge(statusReportItemKind, id, expectedVersion, valuesOf(statusReportItemKind, sent), path);
  const merged: Item = { ...item, ...edits };
  maySayNotDone(draft, merged.kind, merged.milestoneId, path);
  const { problems } = sayItem(merged, merged.position, draft.today);
  draft.change(statusReportItemKind, id, { fields: edits, problems }, path);
}

/** A rating, its scheme and its wording are one thing: whoever changes one of them has to have seen all. */
function reviseJudgement(draft: ActDraft, report: Whole, { id, expectedVersion, ...sent }: ReviseJudgementInput, path: Path): void {
  const judgement: Judgement = partOf(draft, draft.find(judgementKind, id, [...path, "id"]), report, path);
  const edits = draft.merge(judgementKind, id, expectedVersion, valuesOf(judgementKind, sent), path);
  const together = ["scheme", "localScheme", "rating", "wording"];
  if (together.some((column) => Object.hasOwn(edits, column))) draft.unchanged(judgementKind, id, expectedVersion, together, path);
  draft.change(judgementKind, id, rejudge(judgement, { edits, wording: sent.wording ?? null }, draft.today), path);
}

function removeParts(draft: ActDraft, kind: typeof statusReportItemKind | typeof judgementKind, report: Whole, parts: readonly RecordAsReadInput[] | null | undefined, path: Path, wrong: Problems): void {
  parts?.forEach(({ id, expectedVersion }, index) => {
    wrong.gather(() => {
      const at = [...path, index];
      partOf(draft, draft.find<typeof statusReportItems | typeof judgements>(kind, id, [...at, "id"]), report, at);
      draft.unchanged(kind, id, expectedVersion, storedColumns(kind.table).map(({ name }) => name), at);
      draft.remove(kind, id);
    });
  });
}

/** The same part, where it is one of this report. */
function partOf<Row extends { readonly reportId: string }>(draft: ActDraft, part: Row, report: Whole, path: Path): Row {
  if (part.reportId !== report.id) draft.refuse([{ code: "RULE", message: "This belongs to another report. Nothing was changed: revise it there.", path: ["id"] }], path);
  return part;
}

/** Saying in a report that a milestone is not done is an act on that milestone. */
function maySayNotDone(draft: ActDraft, kind: string, milestoneId: string | null | undefined, path: Path = []): void {
  const milestone = draft.findAny(milestoneKind, milestoneId, [...path, "milestone"]);
  if (milestone !== null && kind === "NOT_DONE") draft.demand(milestoneKind, milestone, SAY_NOT_DONE);
}
