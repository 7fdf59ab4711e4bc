import { is, isIn } from "../../../api/condition.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointsAt } from "../../../api/related.ts";
import { milestones } from "../milestone/table.ts";
import { workstreams } from "../workstream/table.ts";
import type { DependencyFilter } from "./inputs.ts";
import { dependencies } from "./table.ts";

export const dependencyListing: Listing<typeof dependencies, DependencyFilter> = {
  table: dependencies,
  orders: { TYPE: { by: dependencies.type } },
  where: (filter, context) => [
    either(
      pointsAt(context, dependencies.successorWorkstreamId, workstreams, is(workstreams.programmeId, filter.programme)),
      pointsAt(context, dependencies.successorMilestoneId, milestones, is(milestones.programmeId, filter.programme)),
    ),
    isIn(dependencies.type, filter.type),
    isIn(dependencies.basis, filter.basis),
  ],
};
