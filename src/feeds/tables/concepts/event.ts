import { eventListing, eventPartyListing, eventSeriesListing } from "../../../domain/learning/event/store.ts";
import { eventKind, eventPartyKind, eventSeriesKind } from "../../../domain/learning/event/table.ts";
import { recordTable } from "../record-table.ts";

export const events = recordTable({
  name: "events",
  kind: eventKind,
  list: { filter: "EventFilter", listing: eventListing },
  fields: [
    "title", "kind", "status", "date", "subject", "result", "occurrences", "attendance", "series", "numberInSeries", "numberBasis", "place", "group",
    "collaboration", "programme", "milestone",
  ],
});

export const eventSeries = recordTable({
  name: "event_series",
  kind: eventSeriesKind,
  list: { filter: "EventSeriesFilter", listing: eventSeriesListing },
  fields: ["title", "kind", "status", "purpose", "frequency", "place", "group", "programme"],
});

export const eventParties = recordTable({
  name: "event_parties",
  kind: eventPartyKind,
  list: { filter: "EventPartyFilter", listing: eventPartyListing },
  fields: ["event", "series", "role", "partyKind", "organisation", "healthIntegrationTeam", "group", "person", "description"],
});
