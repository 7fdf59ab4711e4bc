import { sql, type SQL } from "drizzle-orm";
import { contains, isIn, within } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { holdingCertainty, mayHoldOn, spanOf } from "../../../api/list/held-on.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { groups } from "../group/table.ts";
import { healthIntegrationTeams } from "../health-integration-team/table.ts";
import { ofOrganisation } from "../organisation/succession.ts";
import { organisations } from "../organisation/table.ts";
import { people } from "../person/table.ts";
import type { MembershipFilter } from "./inputs.ts";
import { membershipUnits, memberships } from "./table.ts";

const memberKind = sql`case when ${memberships.organisationId} is not null then 'ORGANISATION' when ${memberships.personId} is not null then 'PERSON' else 'CONSTITUENCY' end`;

const capacityRank = sql`case ${memberships.capacity} when 'CHAIR' then 1 when 'DEPUTY_CHAIR' then 2 when 'DIRECTOR' then 3 when 'REPRESENTATIVE' then 4 when 'MEMBER' then 5 else 6 end`;

export const membershipListing: Listing<typeof memberships, MembershipFilter> = {
  table: memberships,
  orders: {
    CAPACITY: { by: capacityRank },
    SINCE: { by: sql`coalesce(json_extract(${memberships.since}, '$.earliest'), '9999-12-31')` },
  },
  where: (filter, context) => [
    isIn(memberKind, filter.memberKind),
    isIn(memberships.capacity, filter.capacity),
    isIn(memberships.constituencyKind, filter.constituencyKind),
    pointsAt(context, memberships.organisationId, organisations, isIn(organisations.sector, filter.sector)),
    memberCalled(context, filter.memberNameContains),
    ofOrganisation(context, memberships.organisationId, filter.organisation, filter),
    pointedAtBy(context, memberships.id, membershipUnits, membershipUnits.membershipId, ofOrganisation(context, membershipUnits.organisationId, filter.unit, filter)),
    pointsTo(context, memberships.personId, people, filter.person),
    pointsTo(context, memberships.groupId, groups, filter.group),
    pointsAt(context, memberships.groupId, groups, isIn(groups.kind, filter.groupKind)),
    pointsTo(context, memberships.healthIntegrationTeamId, healthIntegrationTeams, filter.healthIntegrationTeam),
    either(
      pointsAt(context, memberships.groupId, groups, inPlace(context, groups.placeId, filter.place)),
      pointsAt(context, memberships.healthIntegrationTeamId, healthIntegrationTeams, inPlace(context, healthIntegrationTeams.placeId, filter.place)),
    ),
    ofSystem(context, memberships, filter.system),
    within(spanOf(memberships.since), filter.since),
    within(spanOf(memberships.until), filter.until),
    mayHoldOn(memberships, filter.on),
  ],
  certainty: (filter) => holdingCertainty(memberships, filter),
};

function memberCalled(context: Context, words: string | null | undefined): SQL | undefined {
  return either(
    pointsAt(context, memberships.organisationId, organisations, contains(organisations.name, words)),
    pointsAt(context, memberships.personId, people, contains(people.name, words)),
    contains(memberships.constituency, words),
  );
}
