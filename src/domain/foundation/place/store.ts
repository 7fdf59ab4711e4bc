import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { contains, is, isIn } from "../../../api/condition.ts";
import type { Listing } from "../../../api/page.ts";
import type { PlaceFilter } from "./inputs.ts";
import { places } from "./table.ts";

/** A column points at a place or at one that lies in it, however deep. */
export function inPlace(column: AnySQLiteColumn, placeId: string | null | undefined): SQL | undefined {
  if (placeId === null || placeId === undefined) return undefined;
  return sql`${column} in (with recursive inside(id) as (select ${placeId} union select p.id from places p join inside on p.parentId = inside.id) select id from inside)`;
}

export const placeListing: Listing<typeof places, PlaceFilter> = {
  table: places,
  orders: { NAME: { by: sql`${places.name} collate nocase` } },
  where: (filter) => [
    isIn(places.level, filter.level),
    is(places.parentId, filter.parent),
    inPlace(places.id, filter.within),
    contains(places.name, filter.nameContains),
  ],
};
