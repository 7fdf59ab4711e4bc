import { sql, type SQL } from "drizzle-orm";
import { isIn } from "../../../api/list/condition.ts";
import type { Listing } from "../../../api/page.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { ofOrganisation } from "../organisation/succession.ts";
import type { HealthIntegrationTeamFilter } from "./inputs.ts";
import { healthIntegrationTeams } from "./table.ts";

const calledSomehow = (words: string): SQL =>
  sql`(instr(lower(${healthIntegrationTeams.name}), ${words.toLowerCase()}) > 0
    or exists (select 1 from json_each(${healthIntegrationTeams.formerNames}) where instr(lower(value), ${words.toLowerCase()}) > 0))`;

export const healthIntegrationTeamListing: Listing<typeof healthIntegrationTeams, HealthIntegrationTeamFilter> = {
  table: healthIntegrationTeams,
  orders: { NAME: { by: sql`${healthIntegrationTeams.name} collate nocase` } },
  where: ({ nameContains, status, place, system, sponsor, succession }, context) => [
    typeof nameContains === "string" ? calledSomehow(nameContains) : undefined,
    isIn(healthIntegrationTeams.status, status),
    inPlace(context, healthIntegrationTeams.placeId, place),
    ofSystem(context, healthIntegrationTeams, system),
    ofOrganisation(context, healthIntegrationTeams.sponsorId, sponsor, { succession }),
  ],
};
