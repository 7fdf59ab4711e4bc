import { isIn } from "../../../api/condition.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointsAt, pointsTo } from "../../../api/related.ts";
import { ofSystem } from "../../foundation/place/store.ts";
import { milestones } from "../milestone/table.ts";
import { programmes } from "../programme/table.ts";
import { workstreams } from "../workstream/table.ts";
import type { DependencyFilter } from "./inputs.ts";
import { dependencies } from "./table.ts";

export const dependencyListing: Listing<typeof dependencies, DependencyFilter> = {
  table: dependencies,
  orders: { TYPE: { by: dependencies.type } },
  where: (filter, context) => [
    either(
      pointsAt(context, dependencies.successorWorkstreamId, workstreams, pointsTo(context, workstreams.programmeId, programmes, filter.programme)),
      pointsAt(context, dependencies.successorMilestoneId, milestones, pointsTo(context, milestones.programmeId, programmes, filter.programme)),
    ),
    isIn(dependencies.type, filter.type),
    isIn(dependencies.basis, filter.basis),
    ofSystem(context, dependencies, filter.system),
  ],
};
