import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { contains, isIn } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import type { Listing } from "../../../api/page.ts";
import { pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { groups } from "../../partners/group/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import type { ProgrammeFilter } from "./inputs.ts";
import { programmeGovernances, programmes } from "./table.ts";

/** A column points at a programme that is at a place or at one in it. */
export function ofProgrammeAt(context: Context, column: AnySQLiteColumn, placeId: string | null | undefined): SQL | undefined {
  return pointsAt(context, column, programmes, inPlace(context, programmes.placeId, placeId));
}

export const programmeListing: Listing<typeof programmes, ProgrammeFilter> = {
  table: programmes,
  orders: { NAME: { by: sql`${programmes.name} collate nocase` } },
  where: (filter, context) => [
    inPlace(context, programmes.placeId, filter.place),
    ofSystem(context, programmes, filter.system),
    ofOrganisation(context, programmes.hostId, filter.host, filter),
    isIn(programmes.status, filter.status),
    governedBy(context, pointsTo(context, programmeGovernances.healthIntegrationTeamId, healthIntegrationTeams, filter.healthIntegrationTeam)),
    governedBy(context, pointsTo(context, programmeGovernances.groupId, groups, filter.group)),
    pointsTo(context, programmes.parentId, programmes, filter.parent),
    contains(programmes.name, filter.nameContains),
  ],
};

function governedBy(context: Context, by: SQL | undefined): SQL | undefined {
  return pointedAtBy(context, programmes.id, programmeGovernances, programmeGovernances.programmeId, by);
}
