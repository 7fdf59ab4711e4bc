import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { contains, is, isIn } from "../../../api/condition.ts";
import type { Context } from "../../../api/context.ts";
import type { Listing } from "../../../api/page.ts";
import { pointedAtBy, pointsAt } from "../../../api/related.ts";
import { inPlace } from "../../foundation/place/store.ts";
import type { ProgrammeFilter } from "./inputs.ts";
import { programmeGovernances, programmes } from "./table.ts";

/** A column points at a programme that is at a place or at one in it. */
export function ofProgrammeAt(context: Context, column: AnySQLiteColumn, placeId: string | null | undefined): SQL | undefined {
  return pointsAt(context, column, programmes, inPlace(programmes.placeId, placeId));
}

export const programmeListing: Listing<typeof programmes, ProgrammeFilter> = {
  table: programmes,
  orders: { NAME: { by: sql`${programmes.name} collate nocase` } },
  where: (filter, context) => [
    inPlace(programmes.placeId, filter.place),
    is(programmes.systemId, filter.system),
    is(programmes.hostId, filter.host),
    isIn(programmes.status, filter.status),
    governedBy(context, is(programmeGovernances.healthIntegrationTeamId, filter.healthIntegrationTeam)),
    governedBy(context, is(programmeGovernances.groupId, filter.group)),
    is(programmes.parentId, filter.parent),
    contains(programmes.name, filter.nameContains),
  ],
};

function governedBy(context: Context, by: SQL | undefined): SQL | undefined {
  return pointedAtBy(context, programmes.id, programmeGovernances, programmeGovernances.programmeId, by);
}
