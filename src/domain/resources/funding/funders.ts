import type { Context } from "../../../api/context.ts";
import { groupById } from "../../partners/group/loaders.ts";
import { healthIntegrationTeamById } from "../../partners/health-integration-team/loaders.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import { partyKindOf } from "../../partners/party/rules.ts";
import { partiesOfAward } from "./loaders.ts";
import { isFunder, type Funder } from "./rules.ts";
import type { awardParties } from "./table.ts";

type PartyRow = typeof awardParties.$inferSelect;

/** Somebody who funds awards, as a party that the viewer may see; whom they may not see is the same as any other of the kind whom they may not see. */
export interface FunderRow extends Funder, Pick<PartyRow, "role" | "organisationId" | "healthIntegrationTeamId" | "groupId" | "description"> {}

/** The funders of an award, as far as the viewer may see them: one statement for the awards that are asked about together, one for each kind of funder. */
export async function fundersOfAward(context: Context, awardId: string): Promise<FunderRow[]> {
  const parties = await partiesOfAward(context, awardId);
  return Promise.all(parties.filter(isFunder).map(async (party) => funderOf(context, party)));
}

async function funderOf(context: Context, { role, organisationId, healthIntegrationTeamId, groupId, description }: PartyRow): Promise<FunderRow> {
  const kind = partyKindOf({ organisationId, healthIntegrationTeamId, groupId });
  const [organisation, team, group] = await Promise.all([organisationById(context, organisationId), healthIntegrationTeamById(context, healthIntegrationTeamId), groupById(context, groupId)]);
  const seen = organisation ?? team ?? group;
  return { role, organisationId, healthIntegrationTeamId, groupId, description, key: `${role} ${kind} ${seen?.id ?? description ?? ""}`, name: seen?.name ?? description ?? "" };
}
