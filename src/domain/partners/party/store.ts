import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { is, isIn } from "../../../api/condition.ts";
import type { Context } from "../../../api/context.ts";
import { pointsAt } from "../../../api/related.ts";
import { organisations } from "../organisation/table.ts";
import type { PartyFilter } from "./inputs.ts";

/** The columns of a table whose rows name a party. */
export interface PartyColumns {
  readonly organisationId: AnySQLiteColumn;
  readonly healthIntegrationTeamId: AnySQLiteColumn;
  readonly groupId: AnySQLiteColumn;
}

/** What holds for the parties that a filter asks for. */
export function partyIs(table: PartyColumns, filter: PartyFilter, context: Context): (SQL | undefined)[] {
  return [
    isIn(partyKind(table), filter.partyKind),
    is(table.organisationId, filter.organisation),
    pointsAt(context, table.organisationId, organisations, isIn(organisations.sector, filter.sector)),
    is(table.healthIntegrationTeamId, filter.healthIntegrationTeam),
    is(table.groupId, filter.group),
  ];
}

/** `partyKindOf` of the rules, in SQL. */
function partyKind({ organisationId, healthIntegrationTeamId, groupId }: PartyColumns): SQL {
  return sql`case when ${organisationId} is not null then 'ORGANISATION' when ${healthIntegrationTeamId} is not null then 'HEALTH_INTEGRATION_TEAM' when ${groupId} is not null then 'GROUP' else 'DESCRIBED' end`;
}
