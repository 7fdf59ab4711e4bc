import type { Act } from "../../../api/access/act.ts";
import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import { programmeKind } from "../programme/table.ts";
import { workstreamKind } from "../workstream/table.ts";
import type { CorrectMilestoneBaselineInput, MeetMilestoneInput, MissMilestoneInput, PlanMilestoneInput, RebaselineMilestoneInput, ReforecastMilestoneInput, RewordMilestoneInput } from "./act-inputs.ts";
import { demandAt } from "./asking.ts";
import { correctFirstBaseline, planMilestone, rebaselineMilestone, reforecastMilestone, rewordMilestone } from "./decisions.ts";
import { move } from "./move.ts";
import { cancelMilestone, meetMilestone, missMilestone, partlyMeetMilestone, reopenMilestone, sayMilestoneNotDone, sayMilestoneNotReported } from "./outcome-decisions.ts";
import { milestoneKind, type milestones } from "./table.ts";

type Milestone = typeof milestones.$inferSelect;

/** What people do with milestones: each reads, asks, lets the rule decide, and writes. A monthly update is made of the same. */
export const milestoneActs = {
  plan(draft: ActDraft, plan: PlanMilestoneInput, path: Path): string {
    const programme = draft.find(programmeKind, plan.programme, [...path, "programme"]);
    const workstream = draft.findAny(workstreamKind, plan.workstream, [...path, "workstream"]);
    demandAt(draft, { programme, workstream }, "milestone:plan");
    const { baseline, forecast, ...rest } = plan;
    return draft.create(milestoneKind, planMilestone({ baseline, forecast, fields: valuesOf(milestoneKind, rest) }, { programme, workstream }), path);
  },

  reword(draft: ActDraft, { id, expectedVersion, ...sent }: RewordMilestoneInput, path: Path): string {
    const milestone = draft.findFor("milestone:reword", milestoneKind, id, [...path, "id"]);
    const edits = draft.merge(milestoneKind, id, expectedVersion, valuesOf(milestoneKind, sent), path);
    draft.change(milestoneKind, id, rewordMilestone(milestone, edits), path);
    return id;
  },

  reforecast(draft: ActDraft, { id, expectedVersion, forecast }: ReforecastMilestoneInput, path: Path): string {
    const milestone = draft.findFor("milestone:reforecast", milestoneKind, id, [...path, "id"]);
    const ruled = reforecastMilestone(milestone, forecast, draft.today);
    if (ruled.problems.length > 0) draft.refuse(ruled.problems, path);
    // A forecast sent back as it was seen has not been moved: nothing is said by it.
    const edits = draft.merge(milestoneKind, id, expectedVersion, { forecast: ruled.fields["forecast"] }, path);
    if (Object.keys(edits).length > 0) draft.change(milestoneKind, id, ruled, path);
    return id;
  },

  rebaseline(draft: ActDraft, { id, expectedVersion, baseline }: RebaselineMilestoneInput, path: Path): string {
    draft.because("it is to be measured against another date");
    const milestone = draft.findFor("milestone:rebaseline", milestoneKind, id, [...path, "id"]);
    draft.unchanged(milestoneKind, id, expectedVersion, ["baseline", "firstBaseline"], path);
    draft.change(milestoneKind, id, rebaselineMilestone(milestone, baseline), path);
    return id;
  },

  correctBaseline(draft: ActDraft, { id, expectedVersion, firstBaseline }: CorrectMilestoneBaselineInput, path: Path): string {
    draft.because("its first baseline was written down wrongly, and where the right one was agreed");
    const milestone = draft.findFor("milestone:correct-baseline", milestoneKind, id, [...path, "id"]);
    draft.unchanged(milestoneKind, id, expectedVersion, ["baseline", "firstBaseline", "forecast"], path);
    draft.change(milestoneKind, id, correctFirstBaseline(milestone, firstBaseline), path);
    return id;
  },

  meet(draft: ActDraft, { actual, ...seen }: MeetMilestoneInput, path: Path): string {
    const milestone = decidable(draft, seen, "milestone:meet", path);
    draft.change(milestoneKind, seen.id, meetMilestone(milestone, actual, draft.today), path);
    return seen.id;
  },

  partlyMeet(draft: ActDraft, { actual, ...seen }: MeetMilestoneInput, path: Path): string {
    const milestone = decidable(draft, seen, "milestone:partly-meet", path);
    draft.change(milestoneKind, seen.id, partlyMeetMilestone(milestone, actual, draft.today), path);
    return seen.id;
  },

  miss(draft: ActDraft, { saidOn, ...seen }: MissMilestoneInput, path: Path): string {
    const milestone = decidable(draft, seen, "milestone:miss", path);
    draft.change(milestoneKind, seen.id, missMilestone(milestone, saidOn, draft.today), path);
    return seen.id;
  },

  sayNotDone(draft: ActDraft, { saidOn, ...seen }: MissMilestoneInput, path: Path): string {
    const milestone = decidable(draft, seen, "milestone:say-not-done", path);
    draft.change(milestoneKind, seen.id, sayMilestoneNotDone(milestone, saidOn, draft.today), path);
    return seen.id;
  },

  sayNotReported(draft: ActDraft, seen: RecordAsReadInput, path: Path): string {
    draft.change(milestoneKind, seen.id, sayMilestoneNotReported(decidable(draft, seen, "milestone:say-not-reported", path)), path);
    return seen.id;
  },

  cancel(draft: ActDraft, seen: RecordAsReadInput, path: Path): string {
    draft.because("it is not wanted any more");
    draft.change(milestoneKind, seen.id, cancelMilestone(decidable(draft, seen, "milestone:cancel", path)), path);
    return seen.id;
  },

  reopen(draft: ActDraft, seen: RecordAsReadInput, path: Path): string {
    draft.because("what was reported of it is taken back");
    draft.change(milestoneKind, seen.id, reopenMilestone(decidable(draft, seen, "milestone:reopen", path), draft.today), path);
    return seen.id;
  },

  move,
};

/** The milestone, for somebody who may decide on what was reported of it. Refused where somebody else has reported since. */
function decidable(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, act: Act, path: Path): Milestone {
  const milestone = draft.findFor(act, milestoneKind, id, [...path, "id"]);
  draft.unchanged(milestoneKind, id, expectedVersion, ["status", "actual"], path);
  return milestone;
}
