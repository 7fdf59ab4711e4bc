import type { Context } from "../../../api/context.ts";
import type { Day } from "../../../kernel/day.ts";
import { criteriaOfWorkstream } from "../criterion/loaders.ts";
import { milestoneById } from "../milestone/loaders.ts";
import { workstreamById } from "../workstream/loaders.ts";
import { waiversOfDependency } from "./loaders.ts";
import { blockers, type Blocker } from "./rules.ts";
import type { dependencies } from "./table.ts";

/** What of some dependencies stands in the way on a day: loads what they point at, then decides. */
export async function blockersAmong(context: Context, all: readonly (typeof dependencies.$inferSelect)[], on: Day): Promise<Blocker[]> {
  const considered = await Promise.all(
    all.map(async (dependency) => {
      const { predecessorWorkstreamId, predecessorMilestoneId } = dependency;
      const [workstream, milestone, criteria, waivers] = await Promise.all([
        workstreamById(context, predecessorWorkstreamId),
        milestoneById(context, predecessorMilestoneId),
        predecessorWorkstreamId === null ? [] : criteriaOfWorkstream(context, predecessorWorkstreamId),
        waiversOfDependency(context, dependency.id),
      ]);
      return { dependency, workstream, milestone, criteria, waivers };
    }),
  );
  return blockers(considered, on);
}
