import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, reference, wordList, words } from "../../../ledger/column.ts";
import { belonging, places } from "../../foundation/place/table.ts";
import { organisations } from "../organisation/table.ts";

export const healthIntegrationTeamStatuses = ["ACTIVE", "ENDED", "NOT_REPORTED"] as const;

export const healthIntegrationTeams = sqliteTable(
  "health_integration_teams",
  {
    ...identity,
    ...belonging,
    name: words().notNull(),
    formerNames: wordList(),
    aim: words(),
    /** What the team says its part is, beside its aim. */
    role: words(),
    status: oneOf(healthIntegrationTeamStatuses).notNull(),
    placeId: reference(() => places.id),
    sponsorId: reference(() => organisations.id),
  },
  (team) => [index("health_integration_teams_by_place").on(team.placeId), index("health_integration_teams_by_sponsor").on(team.sponsorId)],
);

export const healthIntegrationTeamKind = recordKind("HealthIntegrationTeam", "ht", healthIntegrationTeams, {
  whole: true,
  spoken: "HIT",
  names: [healthIntegrationTeams.name], aliases: [healthIntegrationTeams.formerNames],
});
