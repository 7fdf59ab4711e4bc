import { sql, type SQL } from "drizzle-orm";
import { alternativeIn } from "../../api/alternatives.ts";
import { certaintyWithin, contains, is, isIn, within } from "../../api/list/condition.ts";
import type { Context } from "../../api/context.ts";
import { spanOf } from "../../api/list/held-on.ts";
import { byWords, earliestFirst, inOrderOf } from "../../api/list/ordering.ts";
import type { Listing } from "../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../api/list/related.ts";
import { programmes } from "../delivery/programme/table.ts";
import { inPlace, ofSystem } from "../foundation/place/store.ts";
import { sources } from "../foundation/source/table.ts";
import { outputs } from "../learning/output/table.ts";
import { groups } from "../partners/group/table.ts";
import { healthIntegrationTeams } from "../partners/health-integration-team/table.ts";
import { ofOrganisation } from "../partners/organisation/succession.ts";
import type { ClaimFilter } from "./inputs.ts";
import { claimantAlternatives, namesOf } from "./rules.ts";
import { claims, claimStatuses } from "./table.ts";

const claimantKind = alternativeIn(claims, claimantAlternatives);

export const claimListing: Listing<typeof claims, ClaimFilter> = {
  table: claims,
  orders: { SUBJECT: byWords(claims.subject), MADE: earliestFirst(claims.made), STATUS: inOrderOf(claimStatuses, claims.status) },
  where: (filter, context) => [
    typeof filter.field === "string" ? isIn(claims.field, namesOf(filter.field)) : undefined,
    is(sql`(${claims.recordId} is not null)`, filter.isAboutRecord),
    isIn(claims.kind, filter.kind),
    isIn(claims.status, filter.status),
    isIn(claimantKind, filter.claimantKind),
    madeBy(context, filter),
    against(context, filter.conflictsWith),
    either(inPlace(context, claims.placeId, filter.place), pointsAt(context, claims.programmeId, programmes, inPlace(context, programmes.placeId, filter.place))),
    pointsTo(context, claims.programmeId, programmes, filter.programme),
    ofSystem(context, claims, filter.system),
    within(spanOf(claims.made), filter.made),
    either(contains(claims.subject, filter.contains), contains(claims.value, filter.contains)),
  ],
  certainty: ({ made }) => (made ? certaintyWithin(spanOf(claims.made), made) : undefined),
};

function madeBy(context: Context, { claimant: id, succession }: ClaimFilter): SQL | undefined {
  return either(
    ofOrganisation(context, claims.claimantOrganisationId, id, { succession }),
    pointsTo(context, claims.claimantHealthIntegrationTeamId, healthIntegrationTeams, id),
    pointsTo(context, claims.claimantGroupId, groups, id),
    pointsTo(context, claims.claimantOutputId, outputs, id),
    pointsTo(context, claims.claimantSourceId, sources, id),
  );
}

/** The contradiction is recorded on either of the two. */
function against(context: Context, id: string | null | undefined): SQL | undefined {
  return either(pointsTo(context, claims.conflictsWithId, claims, id), pointedAtBy(context, claims.id, claims, claims.conflictsWithId, is(claims.id, id)));
}
