import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, quantity, reference, wholeNumber, words } from "../../../ledger/column.ts";
import { belonging, places } from "../../foundation/place/table.ts";
import { bases, organisations } from "../../partners/organisation/table.ts";
import { people } from "../../partners/person/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { groups } from "../../partners/group/table.ts";
import { collaborations } from "../../partners/collaboration/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { milestones } from "../../delivery/milestone/table.ts";

export const eventKinds = ["LAUNCH", "NETWORK_EVENT", "WORKSHOP", "PRESENTATION", "ENGAGEMENT", "CONVERSATION", "MEETING", "CONFERENCE"] as const;

export const eventStatuses = ["PROPOSED", "PLANNED", "HELD", "CANCELLED", "NOT_REPORTED"] as const;

export const eventParts = ["ORGANISER", "HOST", "PRESENTER", "ATTENDEE"] as const;

/** Events that come again and again for one purpose. */
export const eventSeries = sqliteTable(
  "event_series",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    kind: oneOf(eventKinds).notNull(),
    status: oneOf(eventStatuses).notNull(),
    purpose: words(),
    /** How often, as written. */
    frequency: words(),
    placeId: reference(() => places.id),
    groupId: reference(() => groups.id),
    programmeId: reference(() => programmes.id),
  },
  (series) => [
    index("event_series_by_place").on(series.placeId),
    index("event_series_by_group").on(series.groupId),
    index("event_series_by_programme").on(series.programmeId),
  ],
);

export const events = sqliteTable(
  "events",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    kind: oneOf(eventKinds).notNull(),
    status: oneOf(eventStatuses).notNull(),
    date: partialDate(),
    subject: words(),
    result: words(),
    /** How many events are meant, where a source speaks of several in one breath. */
    occurrences: quantity(),
    attendance: quantity(),
    seriesId: reference(() => eventSeries.id),
    numberInSeries: wholeNumber(),
    /** Whether a source gives the number, or it was counted by us. */
    numberBasis: oneOf(bases),
    placeId: reference(() => places.id),
    groupId: reference(() => groups.id),
    collaborationId: reference(() => collaborations.id),
    programmeId: reference(() => programmes.id),
    milestoneId: reference(() => milestones.id),
    dateEarliest: text().generatedAlwaysAs(sql`json_extract("date", '$.earliest')`, { mode: "virtual" }),
    dateLatest: text().generatedAlwaysAs(sql`json_extract("date", '$.latest')`, { mode: "virtual" }),
  },
  (event) => [
    index("events_by_series").on(event.seriesId, event.numberInSeries),
    index("events_by_place").on(event.placeId),
    index("events_by_group").on(event.groupId),
    index("events_by_collaboration").on(event.collaborationId),
    index("events_by_programme").on(event.programmeId),
    index("events_by_milestone").on(event.milestoneId),
    index("events_by_date").on(event.dateEarliest, event.id),
    index("events_by_status").on(event.status),
  ],
);

/** Somebody's part in an event or in every event of a series: exactly one of those two, and exactly one of organisation, HIT, group, person and description. */
export const eventParties = sqliteTable(
  "event_parties",
  {
    ...identity,
    ...belonging,
    eventId: reference(() => events.id),
    seriesId: reference(() => eventSeries.id),
    role: oneOf(eventParts).notNull(),
    organisationId: reference(() => organisations.id),
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    groupId: reference(() => groups.id),
    personId: reference(() => people.id),
    /** Who it is where a source describes but does not name them. */
    description: words(),
  },
  (party) => [
    index("event_parties_by_event").on(party.eventId),
    index("event_parties_by_series").on(party.seriesId),
    index("event_parties_by_organisation").on(party.organisationId),
    index("event_parties_by_health_integration_team").on(party.healthIntegrationTeamId),
    index("event_parties_by_group").on(party.groupId),
    index("event_parties_by_person").on(party.personId),
  ],
);

export const eventSeriesKind = recordKind("EventSeries", "es", eventSeries, { names: [eventSeries.title], partOf: [eventSeries.programmeId, eventSeries.groupId] });
export const eventKind = recordKind("Event", "ev", events, { names: [events.title], partOf: [events.seriesId, events.programmeId, events.groupId, events.milestoneId] });
export const eventPartyKind = recordKind("EventParty", "ep", eventParties, {
  spoken: "party",
  partOf: [eventParties.eventId, eventParties.seriesId],
  choices: [
    { among: [eventParties.eventId, eventParties.seriesId], unsaid: "Say in what they have a part: in an event, or in every event of a series." },
    {
      among: [eventParties.organisationId, eventParties.healthIntegrationTeamId, eventParties.groupId, eventParties.personId, eventParties.description],
      unsaid: "Say who has this part: an organisation, a HIT, a group or a person; or describe them where nobody names them.",
    },
  ],
});
