import { eq, sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { contains, isIn } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import type { Listing } from "../../../api/page.ts";
import { pointsAt, pointsTo } from "../../../api/list/related.ts";
import { query, statement } from "../../../ledger/graph.ts";
import { ofSystem } from "../../foundation/place/store.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { ofProgrammeAt } from "../programme/store.ts";
import { programmes } from "../programme/table.ts";
import type { WorkstreamFilter } from "./inputs.ts";
import { workstreamContinuations, workstreams, workstreamThemes } from "./table.ts";

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
    ofSystem(context, workstreams, filter.system),
    pointsTo(context, workstreams.programmeId, programmes, filter.programme),
    isIn(workstreams.theme, filter.theme),
    isIn(workstreams.status, filter.status),
    isIn(workstreams.kind, filter.kind),
    pointsTo(context, workstreams.leadHealthIntegrationTeamId, healthIntegrationTeams, filter.leadHealthIntegrationTeam),
    ofOrganisation(context, workstreams.leadOrganisationId, filter.leadOrganisation, filter),
    contains(workstreams.name, filter.nameContains),
  ],
};

/** In which others the workstream with this id goes on, whoever may see it. */
export const continuationsFrom = statement(query.select().from(workstreamContinuations).where(eq(workstreamContinuations.workstreamId, sql.placeholder("id"))));
