import { index, sqliteTable, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, words } from "../../../ledger/column.ts";
import { belonging, places } from "../../foundation/place/table.ts";
import { organisations } from "../organisation/table.ts";
import { healthIntegrationTeams } from "../health-integration-team/table.ts";

export const groupKinds = [
  "BOARD", "COMMITTEE", "SUB_GROUP", "WORKING_GROUP", "TASK_AND_FINISH_GROUP", "LEADERSHIP_TEAM",
  "CHAMPION_NETWORK", "AMBASSADOR_NETWORK", "NETWORK", "GROUP",
] as const;

export const groupStatuses = ["PROPOSED", "FORMING", "ACTIVE", "ENDED", "NOT_REPORTED"] as const;

export const groups = sqliteTable(
  "groups",
  {
    ...identity,
    ...belonging,
    name: words().notNull(),
    kind: oneOf(groupKinds).notNull(),
    status: oneOf(groupStatuses).notNull(),
    purpose: words(),
    since: partialDate(),
    until: partialDate(),
    parentId: reference((): AnySQLiteColumn => groups.id),
    hostId: reference(() => organisations.id),
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    placeId: reference(() => places.id),
  },
  (group) => [
    index("groups_by_parent").on(group.parentId),
    index("groups_by_host").on(group.hostId),
    index("groups_by_health_integration_team").on(group.healthIntegrationTeamId),
    index("groups_by_place").on(group.placeId),
  ],
);

export const groupKind = recordKind("Group", "gr", groups, { whole: true, names: [groups.name], partOf: [groups.parentId, groups.healthIntegrationTeamId] });
