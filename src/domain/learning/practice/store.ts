import { sql, type SQL } from "drizzle-orm";
import { certaintyWithin, contains, isIn, within } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { spanOf } from "../../../api/list/held-on.ts";
import { byWords, earliestFirst } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { organisations } from "../../partners/organisation/table.ts";
import type { PracticeFilter, PracticeMapFilter } from "./inputs.ts";
import { practiceMaps, practices } from "./table.ts";

const opened = spanOf(practiceMaps.opened);
const since = spanOf(practices.since);

export const practiceMapListing: Listing<typeof practiceMaps, PracticeMapFilter> = {
  table: practiceMaps,
  orders: { TITLE: byWords(practiceMaps.title) },
  where: (filter, context) => [
    ...foundAt(practiceMaps, filter, context),
    ofOrganisation(context, practiceMaps.ownerId, filter.owner, filter),
    pointsAt(context, practiceMaps.ownerId, organisations, isIn(organisations.sector, filter.sector)),
    isIn(practiceMaps.status, filter.status),
    within(opened, filter.opened),
    contains(practiceMaps.title, filter.titleContains),
  ],
  certainty: (filter) => (filter.opened ? certaintyWithin(opened, filter.opened) : undefined),
};

export const practiceListing: Listing<typeof practices, PracticeFilter> = {
  table: practices,
  orders: {
    TITLE: byWords(practices.title),
    SINCE: earliestFirst(practices.since),
  },
  where: (filter, context) => [
    ...foundAt(practices, filter, context),
    pointsTo(context, practices.mapId, practiceMaps, filter.map),
    ofOrganisation(context, practices.organisationId, filter.organisation, filter),
    pointsAt(context, practices.organisationId, organisations, isIn(organisations.sector, filter.sector)),
    isIn(practices.status, filter.status),
    about(filter.theme),
    within(since, filter.since),
    either(contains(practices.title, filter.contains), contains(practices.description, filter.contains)),
  ],
  certainty: (filter) => (filter.since ? certaintyWithin(since, filter.since) : undefined),
};

function foundAt(table: typeof practices | typeof practiceMaps, { place, system, programme }: Pick<PracticeFilter, "place" | "system" | "programme">, context: Context): (SQL | undefined)[] {
  return [
    either(inPlace(context, table.placeId, place), pointsAt(context, table.programmeId, programmes, inPlace(context, programmes.placeId, place))),
    ofSystem(context, table, system),
    pointsTo(context, table.programmeId, programmes, programme),
  ];
}

function about(themes: readonly string[] | null | undefined): SQL | undefined {
  const asked = isIn(sql`lower(value)`, themes?.map((theme) => theme.toLowerCase()));
  return asked === undefined ? undefined : sql`exists (select 1 from json_each(${practices.themes}) where ${asked})`;
}
