import type { ActDraft } from "../../../api/act/act-draft.ts";
import { milestoneKind, type milestones } from "../milestone/table.ts";
import { sayNotDone, withdrawNotDone } from "./decisions.ts";
import { itemsOf, reportedNotDoneOn } from "./store.ts";
import { statusReportKind, type statusReports } from "./table.ts";

type Report = typeof statusReports.$inferSelect;
type Milestone = typeof milestones.$inferSelect;

/** To say in a report that a milestone is not done, and to say so no more, is asked at that milestone. */
export const SAY_NOT_DONE = "status-report:say-not-done";

/**
 * Lets the milestones know what a report that is being published says of them. What a correction repeats was said when it
 * was first published; what it leaves out is said no more. Who wrote the one or the other was asked for it at the milestone.
 */
export function tellMilestones(draft: ActDraft, report: Report): void {
  const said = notDoneIn(draft, report.id);
  const corrected = correctedBy(draft, report);
  const saidBefore = new Set(corrected.slice(0, 1).flatMap(({ id }) => notDoneIn(draft, id)));
  for (const milestone of milestonesOf(draft, said.filter((id) => !saidBefore.has(id)))) {
    draft.change(milestoneKind, milestone.id, sayNotDone(milestone, draft.today));
  }
  const days = corrected.flatMap(({ published }) => published.latest ?? []);
  for (const milestone of milestonesOf(draft, [...saidBefore].filter((id) => !said.includes(id)))) {
    const before = dayBefore(draft, milestone, days);
    draft.change(milestoneKind, milestone.id, withdrawNotDone(milestone, { corrected: days, before, elsewhere: reportedNotDoneOn(draft.graph, milestone.id) }));
  }
}

/** The milestones of which a report says that they are not done. */
export function notDoneIn(draft: ActDraft, reportId: string): string[] {
  return [...new Set(itemsOf(draft.graph, reportId).flatMap(({ kind, milestoneId }) => (kind === "NOT_DONE" && milestoneId !== null ? [milestoneId] : [])))];
}

/** Asks at every milestone of which a correction leaves out what is published, and had not left it out before. */
export function mayLeaveOut(draft: ActDraft, { id, correctsId }: Pick<Report, "id" | "correctsId">, before: readonly string[]): void {
  const [published, says] = [correctsId === null ? [] : notDoneIn(draft, correctsId), notDoneIn(draft, id)];
  for (const milestoneId of before.filter((one) => published.includes(one) && !says.includes(one))) {
    const milestone: Milestone | null = draft.read(milestoneKind, milestoneId);
    if (milestone !== null) draft.demand(milestoneKind, milestone, SAY_NOT_DONE);
  }
}

/** The report that this one corrects, the one that that one corrects, and so on. */
function correctedBy(draft: ActDraft, { correctsId }: Report): Report[] {
  const before = correctsId === null ? null : draft.read(statusReportKind, correctsId);
  return before === null ? [] : [before, ...correctedBy(draft, before)];
}

function milestonesOf(draft: ActDraft, ids: readonly string[]): Milestone[] {
  return ids.flatMap((id) => {
    const milestone: Milestone | null = draft.read(milestoneKind, id);
    if (milestone === null) return [];
    draft.reach(id);
    return [milestone];
  });
}

/** The last day, other than these, on which somebody had said that a milestone is not done: its history tells. */
function dayBefore(draft: ActDraft, { id, version }: Milestone, days: readonly string[]): string | null {
  for (let earlier = version; earlier > 0; earlier -= 1) {
    const day: unknown = draft.draft.versionOf(milestoneKind, id, earlier)?.["saidNotDoneOn"];
    if (typeof day !== "string") return null;
    if (!days.includes(day)) return day;
  }
  return null;
}
