import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { alternativeOf, type Alternatives } from "../../../api/alternatives.ts";
import type { Choice } from "../../../ledger/concept.ts";

/** What somebody is who has a part in something: exactly one of the four is recorded. */
export const partyKinds = ["ORGANISATION", "HEALTH_INTEGRATION_TEAM", "GROUP", "DESCRIBED"] as const;

export type PartyKind = (typeof partyKinds)[number];

/** A row that names a party, as its table has it. */
export interface PartyRow {
  readonly organisationId: string | null;
  readonly healthIntegrationTeamId: string | null;
  readonly groupId: string | null;
}

export const partyAlternatives: Alternatives<keyof PartyRow, PartyKind> = {
  kinds: [["organisationId", "ORGANISATION"], ["healthIntegrationTeamId", "HEALTH_INTEGRATION_TEAM"], ["groupId", "GROUP"]],
  otherwise: "DESCRIBED",
};

/** What a party is. */
export function partyKindOf(party: PartyRow): PartyKind {
  return alternativeOf(party, partyAlternatives);
}

/** The choice between the four, for a table whose rows name a party. */
export function partyOf({ organisationId, healthIntegrationTeamId, groupId, description }: Readonly<Record<keyof PartyRow | "description", AnySQLiteColumn>>): Choice {
  return { among: [organisationId, healthIntegrationTeamId, groupId, description], unsaid: "Say who it is: an organisation, a HIT or a group; or describe them where nobody names them." };
}
