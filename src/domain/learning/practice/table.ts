import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, wordList, words } from "../../../ledger/column.ts";
import { belonging, places } from "../../foundation/place/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { programmes } from "../../delivery/programme/table.ts";

export const practiceMapStatuses = ["OPEN", "CLOSED", "NOT_REPORTED"] as const;

export const practiceStatuses = ["REPORTED", "CONFIRMED", "ENDED"] as const;

/** Somebody's search for work that is already happening in a place. */
export const practiceMaps = sqliteTable(
  "practice_maps",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    status: oneOf(practiceMapStatuses).notNull(),
    /** Who is asked to come forward. */
    invited: wordList(),
    opened: partialDate(),
    closed: partialDate(),
    address: words(),
    ownerId: reference(() => organisations.id),
    placeId: reference(() => places.id),
    programmeId: reference(() => programmes.id),
  },
  (map) => [
    index("practice_maps_by_owner").on(map.ownerId),
    index("practice_maps_by_place").on(map.placeId),
    index("practice_maps_by_programme").on(map.programmeId),
  ],
);

/** Work that is already happening somewhere. Who wants to know more asks the organisation. */
export const practices = sqliteTable(
  "practices",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    description: words(),
    status: oneOf(practiceStatuses).notNull(),
    themes: wordList(),
    since: partialDate(),
    organisationId: reference(() => organisations.id),
    /** Who does it where a source describes but does not name them. */
    doneBy: words(),
    placeId: reference(() => places.id),
    mapId: reference(() => practiceMaps.id),
    programmeId: reference(() => programmes.id),
  },
  (practice) => [
    index("practices_by_organisation").on(practice.organisationId),
    index("practices_by_place").on(practice.placeId),
    index("practices_by_map").on(practice.mapId),
    index("practices_by_programme").on(practice.programmeId),
  ],
);

export const practiceMapKind = recordKind("PracticeMap", "pm", practiceMaps, { names: [practiceMaps.title], partOf: [practiceMaps.programmeId] });
export const practiceKind = recordKind("Practice", "pt", practices, {
  names: [practices.title],
  partOf: [practices.mapId, practices.programmeId],
  choices: [{ among: [practices.organisationId, practices.doneBy], unsaid: null }],
});
