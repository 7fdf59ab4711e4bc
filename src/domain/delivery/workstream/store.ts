import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { contains, is, isIn } from "../../../api/condition.ts";
import type { Context } from "../../../api/context.ts";
import type { Listing } from "../../../api/page.ts";
import { pointsAt } from "../../../api/related.ts";
import { ofProgrammeAt } from "../programme/store.ts";
import type { WorkstreamFilter } from "./inputs.ts";
import { workstreams, workstreamThemes } from "./table.ts";

/** A column points at a workstream about one of these themes. */
export function ofTheme(context: Context, column: AnySQLiteColumn, themes: readonly string[] | null | undefined): SQL | undefined {
  return pointsAt(context, column, workstreams, isIn(workstreams.theme, themes));
}

const themePosition = sql`(case ${workstreams.theme} ${sql.join(workstreamThemes.map((theme, position) => sql.raw(`when '${theme}' then ${position}`)), sql` `)} end)`;

export const workstreamListing: Listing<typeof workstreams, WorkstreamFilter> = {
  table: workstreams,
  orders: { NAME: { by: sql`${workstreams.name} collate nocase` }, THEME: { by: themePosition } },
  where: (filter, context) => [
    ofProgrammeAt(context, workstreams.programmeId, filter.place),
    is(workstreams.systemId, filter.system),
    is(workstreams.programmeId, filter.programme),
    isIn(workstreams.theme, filter.theme),
    isIn(workstreams.status, filter.status),
    isIn(workstreams.kind, filter.kind),
    is(workstreams.leadHealthIntegrationTeamId, filter.leadHealthIntegrationTeam),
    is(workstreams.leadOrganisationId, filter.leadOrganisation),
    contains(workstreams.name, filter.nameContains),
  ],
};
