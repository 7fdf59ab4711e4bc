import { rowById } from "../../../api/act/uphold.ts";
import type { Graph } from "../../../ledger/graph.ts";
import { milestoneKind, type milestones } from "../milestone/table.ts";
import { workstreamKind, type workstreams } from "../workstream/table.ts";
import type { Link, Waiting } from "./circle.ts";
import { dependenciesOfWaitingMilestone, dependenciesOfWaitingWorkstream } from "./store.ts";
import type { dependencies } from "./table.ts";

/** What a workstream or milestone waits for, as it stands where an act is decided, whoever may see it. */
export function dependenciesOf(graph: Graph, id: string): (typeof dependencies.$inferSelect)[] {
  return [...dependenciesOfWaitingWorkstream.all(graph, { id }), ...dependenciesOfWaitingMilestone.all(graph, { id })];
}

/** From one thing to what it waits for; what is only described leads nowhere. */
export function linksFrom(graph: Graph): (of: Waiting) => Link[] {
  return ({ id }) =>
    dependenciesOf(graph, id).flatMap((by) => {
      const to = eitherWaiting(graph, by.predecessorWorkstreamId, by.predecessorMilestoneId);
      return to === null ? [] : [{ by, to }];
    });
}

/** What stands at an end of a dependency, whoever may see it; null where that is only described. */
export function eitherWaiting(graph: Graph, workstreamId: string | null, milestoneId: string | null): Waiting | null {
  const workstream = workstreamId === null ? undefined : workstreamById(graph, workstreamId);
  const milestone = milestoneId === null ? undefined : milestoneById(graph, milestoneId);
  return waitingWorkstream(workstream ?? null) ?? waitingMilestone(milestone ?? null);
}

const workstreamById = rowById(workstreamKind);
const milestoneById = rowById(milestoneKind);

export function waitingWorkstream(workstream: typeof workstreams.$inferSelect | null): Waiting | null {
  return workstream === null ? null : { ...workstream, called: workstream.name };
}

export function waitingMilestone(milestone: typeof milestones.$inferSelect | null): Waiting | null {
  return milestone === null ? null : { ...milestone, called: `“${milestone.title}”` };
}
