import { and, sql, type SQL } from "drizzle-orm";
import { contains, isIn, within } from "../../../api/list/condition.ts";
import { holdingCertainty, mayHoldOn, spanOf } from "../../../api/list/held-on.ts";
import { byWords, earliestFirst } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsTo } from "../../../api/list/related.ts";
import { ofSystem } from "../../foundation/place/store.ts";
import { healthIntegrationTeams } from "../health-integration-team/table.ts";
import { partyIs } from "../party/store.ts";
import type { CollaborationFilter } from "./inputs.ts";
import { collaborationParties, collaborations } from "./table.ts";

export const collaborationListing: Listing<typeof collaborations, CollaborationFilter> = {
  table: collaborations,
  orders: { SUBJECT: byWords(collaborations.subject), SINCE: earliestFirst(collaborations.since) },
  where: (filter, context) => [
    isIn(collaborations.status, filter.status),
    pointedAtBy(context, collaborations.id, collaborationParties, collaborationParties.collaborationId, pointsTo(context, collaborationParties.healthIntegrationTeamId, healthIntegrationTeams, filter.healthIntegrationTeam)),
    filter.party ? pointedAtBy(context, collaborations.id, collaborationParties, collaborationParties.collaborationId, and(...partyIs(collaborationParties, filter.party, context), isNot(filter.healthIntegrationTeam)) ?? sql`1`) : undefined,
    either(contains(collaborations.subject, filter.contains), contains(collaborations.result, filter.contains)),
    ofSystem(context, collaborations, filter.system),
    within(spanOf(collaborations.since), filter.since),
    within(spanOf(collaborations.until), filter.until),
    mayHoldOn(collaborations, filter.on),
  ],
  certainty: (filter) => holdingCertainty(collaborations, filter),
};

/** Whoever is asked for beside a HIT is somebody else. */
function isNot(teamId: string | null | undefined): SQL | undefined {
  return typeof teamId === "string" ? sql`${collaborationParties.healthIntegrationTeamId} is not ${teamId}` : undefined;
}
