import { and, sql, type SQL } from "drizzle-orm";
import { alternativeIn } from "../../../api/alternatives.ts";
import { certaintyWithin, contains, isIn, within } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { byWords } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { milestones } from "../../delivery/milestone/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { outputs } from "../../learning/output/table.ts";
import { groups } from "../../partners/group/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { organisations } from "../../partners/organisation/table.ts";
import type { CommitmentEventFilter, CommitmentFilter } from "./inputs.ts";
import { makerAlternatives } from "./rules.ts";
import { commitmentEvents, commitments } from "./table.ts";

const eventSpan = { earliest: commitmentEvents.dateEarliest, latest: commitmentEvents.dateLatest };

const maker = alternativeIn(commitments, makerAlternatives);

export const commitmentListing: Listing<typeof commitments, CommitmentFilter> = {
  table: commitments,
  orders: { STATEMENT: byWords(commitments.statement) },
  where: (filter, context) => [
    inPlace(context, commitments.placeId, filter.place),
    ofSystem(context, commitments, filter.system),
    isIn(maker, filter.maker),
    ofOrganisation(context, commitments.organisationId, filter.organisation, filter),
    pointsAt(context, commitments.organisationId, organisations, isIn(organisations.sector, filter.sector)),
    pointsTo(context, commitments.groupId, groups, filter.group),
    pointsTo(context, commitments.securedByHealthIntegrationTeamId, healthIntegrationTeams, filter.securedByHealthIntegrationTeam),
    ofOrganisation(context, commitments.securedByOrganisationId, filter.securedByOrganisation, filter),
    either(pointsTo(context, commitments.publishedInId, outputs, filter.output), pointsTo(context, commitments.partOfId, outputs, filter.output)),
    pointsTo(context, commitments.programmeId, programmes, filter.programme),
    filter.event ? pointedAtBy(context, commitments.id, commitmentEvents, commitmentEvents.commitmentId, eventIs(filter.event, context)) : undefined,
    contains(commitments.statement, filter.statementContains),
  ],
  certainty: ({ event }, context) => (event ? surest(event, context) : undefined),
};

function eventIs(filter: CommitmentEventFilter, context: Context): SQL {
  return and(sql`1`, isIn(commitmentEvents.kind, filter.kind), within(eventSpan, filter.date), pointsTo(context, commitmentEvents.milestoneId, milestones, filter.milestone)) ?? sql`1`;
}

/** A hit is as sure as the surest of its events that are asked for. */
function surest(filter: CommitmentEventFilter, context: Context): SQL | undefined {
  if (!filter.date) return undefined;
  const isSure = and(eventIs(filter, context), sql`${certaintyWithin(eventSpan, filter.date)} = 'CERTAIN'`);
  return sql`case when ${pointedAtBy(context, commitments.id, commitmentEvents, commitmentEvents.commitmentId, isSure)} then 'CERTAIN' else 'POSSIBLE' end`;
}
