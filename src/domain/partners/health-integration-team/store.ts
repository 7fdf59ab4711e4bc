import { sql, type SQL } from "drizzle-orm";
import { is, isIn } from "../../../api/condition.ts";
import type { Listing } from "../../../api/page.ts";
import { inPlace } from "../../foundation/place/store.ts";
import type { HealthIntegrationTeamFilter } from "./inputs.ts";
import { healthIntegrationTeams } from "./table.ts";

const calledSomehow = (words: string): SQL =>
  sql`(instr(lower(${healthIntegrationTeams.name}), ${words.toLowerCase()}) > 0
    or exists (select 1 from json_each(${healthIntegrationTeams.formerNames}) where instr(lower(value), ${words.toLowerCase()}) > 0))`;

export const healthIntegrationTeamListing: Listing<typeof healthIntegrationTeams, HealthIntegrationTeamFilter> = {
  table: healthIntegrationTeams,
  orders: { NAME: { by: sql`${healthIntegrationTeams.name} collate nocase` } },
  where: ({ nameContains, status, place, system, sponsor }) => [
    typeof nameContains === "string" ? calledSomehow(nameContains) : undefined,
    isIn(healthIntegrationTeams.status, status),
    inPlace(healthIntegrationTeams.placeId, place),
    is(healthIntegrationTeams.systemId, system),
    is(healthIntegrationTeams.sponsorId, sponsor),
  ],
};
