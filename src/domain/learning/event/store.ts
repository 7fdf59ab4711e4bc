import { and, sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { alternativeIn } from "../../../api/alternatives.ts";
import { certaintyWithin, contains, isIn, within } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { byWords, earliestFirst, inOrderOf } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { milestones } from "../../delivery/milestone/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { collaborations } from "../../partners/collaboration/table.ts";
import { groups } from "../../partners/group/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { people } from "../../partners/person/table.ts";
import type { EventFilter, EventPartyFilter, EventSeriesFilter } from "./inputs.ts";
import { eventPartyAlternatives } from "./rules.ts";
import { eventParties, eventParts, events, eventSeries } from "./table.ts";

const date = { earliest: events.dateEarliest, latest: events.dateLatest };

const partyKind = alternativeIn(eventParties, eventPartyAlternatives);

export const eventPartyListing: Listing<typeof eventParties, EventPartyFilter> = {
  table: eventParties,
  orders: { ROLE: inOrderOf(eventParts, eventParties.role) },
  where: partyIs,
};

export const eventSeriesListing: Listing<typeof eventSeries, EventSeriesFilter> = {
  table: eventSeries,
  orders: { TITLE: byWords(eventSeries.title) },
  where: (filter, context) => [
    ...heldFor(eventSeries, filter, context),
    filter.party ? withParty(context, eventSeries.id, eventParties.seriesId, filter.party) : undefined,
    contains(eventSeries.title, filter.titleContains),
  ],
};

export const eventListing: Listing<typeof events, EventFilter> = {
  table: events,
  orders: {
    DATE: earliestFirst(events.date),
    NUMBER: { by: sql`coalesce(${events.numberInSeries}, 1e15)` },
    TITLE: byWords(events.title),
  },
  where: (filter, context) => [
    ...heldFor(events, filter, context),
    pointsTo(context, events.seriesId, eventSeries, filter.series),
    pointsTo(context, events.collaborationId, collaborations, filter.collaboration),
    pointsTo(context, events.milestoneId, milestones, filter.milestone),
    within(date, filter.date),
    isIn(sql`json_extract(${events.date}, '$.status')`, filter.dateStatus),
    filter.party
      ? either(withParty(context, events.id, eventParties.eventId, filter.party), withParty(context, events.seriesId, eventParties.seriesId, filter.party))
      : undefined,
    either(contains(events.title, filter.contains), contains(events.subject, filter.contains)),
  ],
  certainty: (filter) => (filter.date ? certaintyWithin(date, filter.date) : undefined),
};

/** What may be asked of an event and of a series alike: whose it is and where. */
function heldFor(table: typeof events | typeof eventSeries, { place, system, programme, group, kind, status }: EventSeriesFilter, context: Context): (SQL | undefined)[] {
  return [
    either(inPlace(context, table.placeId, place), pointsAt(context, table.programmeId, programmes, inPlace(context, programmes.placeId, place))),
    ofSystem(context, table, system),
    pointsTo(context, table.programmeId, programmes, programme),
    pointsTo(context, table.groupId, groups, group),
    isIn(table.kind, kind),
    isIn(table.status, status),
  ];
}

function withParty(context: Context, column: AnySQLiteColumn, foreignKey: AnySQLiteColumn, filter: EventPartyFilter): SQL | undefined {
  return pointedAtBy(context, column, eventParties, foreignKey, and(...partyIs(filter, context)) ?? sql`1`);
}

function partyIs(filter: EventPartyFilter, context: Context): (SQL | undefined)[] {
  return [
    isIn(eventParties.role, filter.role),
    isIn(partyKind, filter.partyKind),
    ofOrganisation(context, eventParties.organisationId, filter.organisation, filter),
    pointsAt(context, eventParties.organisationId, organisations, isIn(organisations.sector, filter.sector)),
    pointsTo(context, eventParties.healthIntegrationTeamId, healthIntegrationTeams, filter.healthIntegrationTeam),
    pointsTo(context, eventParties.groupId, groups, filter.group),
    pointsTo(context, eventParties.personId, people, filter.person),
    ofSystem(context, eventParties, filter.system),
  ];
}
