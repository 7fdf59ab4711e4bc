import { and, sql, type SQL } from "drizzle-orm";
import { alternativeIn } from "../../../api/alternatives.ts";
import { certaintyWithin, contains, isIn, within } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { holdingCertainty, mayHoldOn, spanOf } from "../../../api/list/held-on.ts";
import { byWords, earliestFirst, inOrderOf } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { workstreams } from "../../delivery/workstream/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { groups } from "../../partners/group/table.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { partyIs } from "../../partners/party/store.ts";
import { fundingAwards } from "../funding/table.ts";
import { posts } from "../post/table.ts";
import type { CohortFilter, TrainingProgrammeFilter, TrainingRoleFilter } from "./inputs.ts";
import { cohortAlternatives, trainingPartyAlternatives } from "./rules.ts";
import { cohorts, trainingParts, trainingProgrammes, trainingRoles, trainingTiers } from "./table.ts";

const running = { since: trainingProgrammes.start, until: trainingProgrammes.end };

const cohortKind = alternativeIn(cohorts, cohortAlternatives);
const partyKind = alternativeIn(trainingRoles, trainingPartyAlternatives);

export const trainingProgrammeListing: Listing<typeof trainingProgrammes, TrainingProgrammeFilter> = {
  table: trainingProgrammes,
  orders: { NAME: byWords(trainingProgrammes.name), START: earliestFirst(trainingProgrammes.start) },
  where: (filter, context) => [
    either(
      inPlace(context, trainingProgrammes.placeId, filter.place),
      pointsAt(context, trainingProgrammes.programmeId, programmes, inPlace(context, programmes.placeId, filter.place)),
    ),
    ofSystem(context, trainingProgrammes, filter.system),
    pointsTo(context, trainingProgrammes.programmeId, programmes, filter.programme),
    pointsTo(context, trainingProgrammes.workstreamId, workstreams, filter.workstream),
    pointsTo(context, trainingProgrammes.awardId, fundingAwards, filter.award),
    isIn(trainingProgrammes.status, filter.status),
    pointedAtBy(context, trainingProgrammes.id, trainingTiers, trainingTiers.trainingProgrammeId, isIn(trainingTiers.mode, filter.mode)),
    filter.role ? pointedAtBy(context, trainingProgrammes.id, trainingRoles, trainingRoles.trainingProgrammeId, and(...roleIs(filter.role, context)) ?? sql`1`) : undefined,
    filter.cohort ? pointedAtBy(context, trainingProgrammes.id, cohorts, cohorts.trainingProgrammeId, and(...cohortIs(filter.cohort, context)) ?? sql`1`) : undefined,
    within(spanOf(trainingProgrammes.start), filter.start),
    within(spanOf(trainingProgrammes.end), filter.end),
    mayHoldOn(running, filter.on),
    contains(trainingProgrammes.name, filter.nameContains),
  ],
  certainty: ({ start, end, on }) => holdingCertainty(running, { since: start ?? null, until: end ?? null, on: on ?? null }),
};

export const trainingRoleListing: Listing<typeof trainingRoles, TrainingRoleFilter> = {
  table: trainingRoles,
  orders: { ROLE: inOrderOf(trainingParts, trainingRoles.role) },
  where: roleIs,
};

export const cohortListing: Listing<typeof cohorts, CohortFilter> = {
  table: cohorts,
  orders: { TRAINED: earliestFirst(cohorts.trained) },
  where: cohortIs,
  certainty: (filter) => (filter.trained ? certaintyWithin(spanOf(cohorts.trained), filter.trained) : undefined),
};

function roleIs(filter: TrainingRoleFilter, context: Context): (SQL | undefined)[] {
  const { partyKind: kind, ...party } = filter;
  return [
    isIn(trainingRoles.role, filter.role),
    isIn(partyKind, kind),
    ...partyIs(trainingRoles, party, context),
    pointsTo(context, trainingRoles.postId, posts, filter.post),
    pointsTo(context, trainingRoles.tierId, trainingTiers, filter.tier),
    isIn(trainingRoles.basis, filter.basis),
    ofSystem(context, trainingRoles, filter.system),
  ];
}

function cohortIs(filter: CohortFilter, context: Context): (SQL | undefined)[] {
  return [
    isIn(cohortKind, filter.cohortKind),
    ofOrganisation(context, cohorts.organisationId, filter.organisation, filter),
    pointsAt(context, cohorts.organisationId, organisations, isIn(organisations.sector, filter.sector)),
    pointsTo(context, cohorts.groupId, groups, filter.group),
    pointsTo(context, cohorts.tierId, trainingTiers, filter.tier),
    within(spanOf(cohorts.trained), filter.trained),
    ofSystem(context, cohorts, filter.system),
  ];
}
