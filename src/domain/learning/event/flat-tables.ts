import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { eventListing, eventPartyListing, eventSeriesListing } from "./store.ts";
import { eventKind, eventPartyKind, eventSeriesKind } from "./table.ts";

export const eventFlatTables: readonly FlatTable[] = [
  {
    name: "events",
    kind: eventKind,
    list: { filter: "EventFilter", listing: eventListing },
    fields: [
      "title", "kind", "status", "date", "subject", "result", "occurrences", "attendance", "series", "numberInSeries", "numberBasis", "place", "group",
      "collaboration", "programme", "milestone",
    ],
  },
  {
    name: "event_series",
    kind: eventSeriesKind,
    list: { filter: "EventSeriesFilter", listing: eventSeriesListing },
    fields: ["title", "kind", "status", "purpose", "frequency", "place", "group", "programme"],
  },
  {
    name: "event_parties",
    kind: eventPartyKind,
    list: { filter: "EventPartyFilter", listing: eventPartyListing },
    fields: ["event", "series", "role", "partyKind", "organisation", "healthIntegrationTeam", "group", "person", "description"],
  },
];
