import { sql } from "drizzle-orm";
import { certaintyWithin, contains, isIn, within } from "../../../api/list/condition.ts";
import { spanOf } from "../../../api/list/held-on.ts";
import { latestFirst } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { milestones } from "../../delivery/milestone/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { groups } from "../../partners/group/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { recommendations } from "../recommendation/table.ts";
import type { DecisionFilter } from "./inputs.ts";
import { decisions } from "./table.ts";

const decided = spanOf(decisions.decided);

export const decisionListing: Listing<typeof decisions, DecisionFilter> = {
  table: decisions,
  orders: { DECIDED: latestFirst(decisions.decided) },
  where: (filter, context) => [
    either(
      pointsAt(context, decisions.programmeId, programmes, inPlace(context, programmes.placeId, filter.place)),
      pointsAt(context, decisions.groupId, groups, inPlace(context, groups.placeId, filter.place)),
    ),
    ofSystem(context, decisions, filter.system),
    pointsTo(context, decisions.programmeId, programmes, filter.programme),
    pointsTo(context, decisions.groupId, groups, filter.group),
    pointsAt(context, decisions.groupId, groups, pointsTo(context, groups.healthIntegrationTeamId, healthIntegrationTeams, filter.healthIntegrationTeam)),
    pointsTo(context, decisions.recommendationId, recommendations, filter.recommendation),
    pointsTo(context, decisions.milestoneId, milestones, filter.milestone),
    isIn(decisions.kind, filter.kind),
    within(decided, filter.decided),
    isIn(sql`json_extract(${decisions.decided}, '$.status')`, filter.decidedStatus),
    either(contains(decisions.statement, filter.contains), contains(decisions.rationale, filter.contains), contains(decisions.reference, filter.contains)),
  ],
  certainty: (filter) => (filter.decided ? certaintyWithin(decided, filter.decided) : undefined),
};
