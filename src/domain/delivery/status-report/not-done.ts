import type { ActDraft } from "../../../api/act/act-draft.ts";
import { milestoneKind, type milestones } from "../milestone/table.ts";
import { sayNotDone, withdrawNotDone } from "./decisions.ts";
import { itemsOf, reportedNotDoneOn } from "./store.ts";
import { statusReportKind, type statusReports } from "./table.ts";

type Report = typeof statusReports.$inferSelect;
type Milestone = typeof milestones.$inferSelect;

/**
 * Lets the milestones know what a report that is being published says of them. What a correction repeats was said when it
 * was first published; what it leaves out is said no more.
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

function notDoneIn(draft: ActDraft, reportId: string): string[] {
  return [...new Set(itemsOf(draft.graph, reportId).flatMap(({ kind, milestoneId }) => (kind === "NOT_DONE" && milestoneId !== null ? [milestoneId] : [])))];
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
    draft.demand(milestoneKind, milestone, "status-report:publish");
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
