import { sql } from "drizzle-orm";
import { contains, is, isIn, within } from "../../../api/condition.ts";
import { holdingCertainty, mayHoldOn, spanOf } from "../../../api/held-on.ts";
import type { Listing } from "../../../api/page.ts";
import { inPlace } from "../../foundation/place/store.ts";
import type { GroupFilter } from "./inputs.ts";
import { groups } from "./table.ts";

export const groupListing: Listing<typeof groups, GroupFilter> = {
  table: groups,
  orders: {
    NAME: { by: sql`${groups.name} collate nocase` },
    SINCE: { by: sql`coalesce(json_extract(${groups.since}, '$.earliest'), '9999-12-31')` },
  },
  where: (filter) => [
    contains(groups.name, filter.nameContains),
    isIn(groups.kind, filter.kind),
    isIn(groups.status, filter.status),
    inPlace(groups.placeId, filter.place),
    is(groups.systemId, filter.system),
    is(groups.hostId, filter.host),
    is(groups.healthIntegrationTeamId, filter.healthIntegrationTeam),
    is(groups.parentId, filter.parent),
    within(spanOf(groups.since), filter.since),
    within(spanOf(groups.until), filter.until),
    mayHoldOn(groups, filter.on),
  ],
  certainty: (filter) => holdingCertainty(groups, filter),
};
