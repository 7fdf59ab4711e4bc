import type { SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { alternativeIn } from "../../../api/alternatives.ts";
import { isIn } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { pointsAt, pointsTo } from "../../../api/list/related.ts";
import { groups } from "../group/table.ts";
import { healthIntegrationTeams } from "../health-integration-team/table.ts";
import { ofOrganisation } from "../organisation/succession.ts";
import { organisations } from "../organisation/table.ts";
import type { PartyFilter } from "./inputs.ts";
import { partyAlternatives, type PartyRow } from "./rules.ts";

/** The columns of a table whose rows name a party. */
export type PartyColumns = Readonly<Record<keyof PartyRow, AnySQLiteColumn>>;

/** What holds for the parties that a filter asks for. */
export function partyIs(table: PartyColumns, filter: PartyFilter, context: Context): (SQL | undefined)[] {
  return [
    isIn(alternativeIn(table, partyAlternatives), filter.partyKind),
    ofOrganisation(context, table.organisationId, filter.organisation, filter),
    pointsAt(context, table.organisationId, organisations, isIn(organisations.sector, filter.sector)),
    pointsTo(context, table.healthIntegrationTeamId, healthIntegrationTeams, filter.healthIntegrationTeam),
    pointsTo(context, table.groupId, groups, filter.group),
  ];
}
