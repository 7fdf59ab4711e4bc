import { eq, sql } from "drizzle-orm";
import { isIn } from "../../../api/list/condition.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { query, statement } from "../../../ledger/graph.ts";
import { ofSystem } from "../../foundation/place/store.ts";
import { criteria } from "../criterion/table.ts";
import { milestones } from "../milestone/table.ts";
import { programmes } from "../programme/table.ts";
import { workstreams } from "../workstream/table.ts";
import type { DependencyFilter } from "./inputs.ts";
import { dependencies, dependencyWaivers } from "./table.ts";

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

/** For an act: what a rule has to know, whoever may see it. Each takes the id that the records point at. */
export const dependenciesOfWaitingWorkstream = statement(query.select().from(dependencies).where(eq(dependencies.successorWorkstreamId, sql.placeholder("id"))).orderBy(dependencies.id));
export const dependenciesOfWaitingMilestone = statement(query.select().from(dependencies).where(eq(dependencies.successorMilestoneId, sql.placeholder("id"))).orderBy(dependencies.id));
export const waiversGivenFor = statement(query.select().from(dependencyWaivers).where(eq(dependencyWaivers.dependencyId, sql.placeholder("id"))).orderBy(dependencyWaivers.id));
export const criteriaSetFor = statement(query.select().from(criteria).where(eq(criteria.workstreamId, sql.placeholder("id"))).orderBy(criteria.statement, criteria.id));
