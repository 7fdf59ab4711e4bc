import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { healthIntegrationTeamListing } from "./store.ts";
import { healthIntegrationTeamKind } from "./table.ts";

export const healthIntegrationTeamFlatTables: readonly FlatTable[] = [
  {
    name: "health_integration_teams",
    kind: healthIntegrationTeamKind,
    list: { filter: "HealthIntegrationTeamFilter", listing: healthIntegrationTeamListing },
    fields: [
      "name", "formerNames", "aim", "role", "status", "rating.status", "rating.rating", "rating.scheme", "rating.wording", "rating.date",
      "freshness.status", "freshness.rhythm", "freshness.nextPeriodEnds", "freshness.nextDueOn", "place", "sponsor",
    ],
  },
];
