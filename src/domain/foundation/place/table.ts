import { index, sqliteTable, uniqueIndex, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { gaps, identity, oneOf, partialDate, reference, words, yesOrNo } from "../../../ledger/column.ts";
import { audiences } from "../../../api/access/audience.ts";

export const placeLevels = ["SYSTEM", "PLACE", "NEIGHBOURHOOD"] as const;

export const places = sqliteTable(
  "places",
  {
    ...identity,
    audience: oneOf(audiences).notNull(),
    systemId: reference((): AnySQLiteColumn => places.id),
    gaps: gaps(),
    isExample: yesOrNo(),
    name: words().notNull(),
    level: oneOf(placeLevels).notNull(),
    gssCode: words(),
    parentId: reference((): AnySQLiteColumn => places.id),
    since: partialDate(),
    until: partialDate(),
  },
  (place) => [index("places_by_parent").on(place.parentId), uniqueIndex("places_by_gss_code").on(place.gssCode)],
);

/** What every record has beside its identity: who may see it, the system it belongs to, why fields are empty, and whether it is only an example. */
export const belonging = {
  audience: oneOf(audiences).notNull(),
  systemId: reference(() => places.id),
  gaps: gaps(),
  isExample: yesOrNo(),
};

export const placeKind = recordKind("Place", "pl", places, { names: [places.name], identifier: [places.gssCode] });
