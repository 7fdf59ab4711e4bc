import type { ActDraft } from "../../../api/act/act-draft.ts";
import { milestoneKind, type milestones } from "../milestone/table.ts";
import { workstreamKind, type workstreams } from "../workstream/table.ts";
import type { Link, Waiting } from "./circle.ts";
import { dependenciesOfWaitingMilestone, dependenciesOfWaitingWorkstream } from "./store.ts";
import type { dependencies } from "./table.ts";

/** What a workstream or milestone waits for, as it stands in a draft, whoever may see it. */
export function dependenciesOf({ graph }: ActDraft, id: string): (typeof dependencies.$inferSelect)[] {
  return [...dependenciesOfWaitingWorkstream.all(graph, { id }), ...dependenciesOfWaitingMilestone.all(graph, { id })];
}

/** From one thing to what it waits for; what is only described leads nowhere. */
export function linksFrom(draft: ActDraft): (of: Waiting) => Link[] {
  return ({ id }) =>
    dependenciesOf(draft, id).flatMap((by) => {
      const { predecessorWorkstreamId, predecessorMilestoneId } = by;
      const workstream = predecessorWorkstreamId === null ? null : draft.read(workstreamKind, predecessorWorkstreamId);
      const milestone = predecessorMilestoneId === null ? null : draft.read(milestoneKind, predecessorMilestoneId);
      const to = waitingWorkstream(workstream) ?? waitingMilestone(milestone);
      return to === null ? [] : [{ by, to }];
    });
}

export function waitingWorkstream(workstream: typeof workstreams.$inferSelect | null): Waiting | null {
  return workstream === null ? null : { ...workstream, called: workstream.name };
}

export function waitingMilestone(milestone: typeof milestones.$inferSelect | null): Waiting | null {
  return milestone === null ? null : { ...milestone, called: `“${milestone.title}”` };
}
