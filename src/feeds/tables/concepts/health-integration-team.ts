import { healthIntegrationTeamListing } from "../../../domain/partners/health-integration-team/store.ts";
import { healthIntegrationTeamKind } from "../../../domain/partners/health-integration-team/table.ts";
import { recordTable } from "../record-table.ts";

export const healthIntegrationTeams = recordTable({
  name: "health_integration_teams",
  kind: healthIntegrationTeamKind,
  list: { filter: "HealthIntegrationTeamFilter", listing: healthIntegrationTeamListing },
  fields: [
    "name", "formerNames", "aim", "role", "status", "rating.status", "rating.rating", "rating.scheme", "rating.wording", "rating.date",
    "freshness.status", "freshness.rhythm", "freshness.nextPeriodEnds", "freshness.nextDueOn", "place", "sponsor",
  ],
});
