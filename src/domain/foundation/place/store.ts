import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { visible, type GuardedTable } from "../../../api/access/audience.ts";
import { contains, is, isIn } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import type { Listing } from "../../../api/page.ts";
import { pointsTo } from "../../../api/list/related.ts";
import type { PlaceFilter } from "./inputs.ts";
import { places } from "./table.ts";

/** A column points at a place or at one that lies in it, however deep, by way of places that the viewer may see. */
export function inPlace(context: Context, column: AnySQLiteColumn, placeId: string | null | undefined): SQL | undefined {
  if (placeId === null || placeId === undefined) return undefined;
  const seen = visible(context.viewer, places);
  return sql`${column} in (with recursive inside(insideId) as (
    select ${places.id} from ${places} where ${places.id} = ${placeId} and ${seen}
    union select ${places.id} from ${places} join inside on ${places.parentId} = insideId where ${seen}) select insideId from inside)`;
}

/** A record belongs to this system, and the viewer may see the system. */
export function ofSystem(context: Context, table: GuardedTable, systemId: string | null | undefined): SQL | undefined {
  return pointsTo(context, table.systemId, places, systemId);
}

export const placeListing: Listing<typeof places, PlaceFilter> = {
  table: places,
  orders: { NAME: { by: sql`${places.name} collate nocase` } },
  where: (filter, context) => [
    isIn(places.level, filter.level),
    ofSystem(context, places, filter.system),
    pointsTo(context, places.parentId, places, filter.parent),
    inPlace(context, places.id, filter.within),
    is(sql`${places.name} collate nocase`, filter.name),
    contains(places.name, filter.nameContains),
  ],
};
