import { sql } from "drizzle-orm";
import { contains, isIn, within } from "../../../api/list/condition.ts";
import { holdingCertainty, mayHoldOn, spanOf } from "../../../api/list/held-on.ts";
import type { Listing } from "../../../api/page.ts";
import { pointsTo } from "../../../api/list/related.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { healthIntegrationTeams } from "../health-integration-team/table.ts";
import { ofOrganisation } from "../organisation/succession.ts";
import type { GroupFilter } from "./inputs.ts";
import { groups } from "./table.ts";

export const groupListing: Listing<typeof groups, GroupFilter> = {
  table: groups,
  orders: {
    NAME: { by: sql`${groups.name} collate nocase` },
    SINCE: { by: sql`coalesce(json_extract(${groups.since}, '$.earliest'), '9999-12-31')` },
  },
  where: (filter, context) => [
    contains(groups.name, filter.nameContains),
    isIn(groups.kind, filter.kind),
    isIn(groups.status, filter.status),
    inPlace(context, groups.placeId, filter.place),
    ofSystem(context, groups, filter.system),
    ofOrganisation(context, groups.hostId, filter.host, filter),
    pointsTo(context, groups.healthIntegrationTeamId, healthIntegrationTeams, filter.healthIntegrationTeam),
    pointsTo(context, groups.parentId, groups, filter.parent),
    within(spanOf(groups.since), filter.since),
    within(spanOf(groups.until), filter.until),
    mayHoldOn(groups, filter.on),
  ],
  certainty: (filter) => holdingCertainty(groups, filter),
};
