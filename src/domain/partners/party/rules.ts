import type { Problem } from "../../../kernel/problem.ts";

/** What somebody is who has a part in something: exactly one of the four is recorded. */
export const partyKinds = ["ORGANISATION", "HEALTH_INTEGRATION_TEAM", "GROUP", "DESCRIBED"] as const;

export type PartyKind = (typeof partyKinds)[number];

/** A row that names a party, as its table has it. */
export interface PartyRow {
  readonly organisationId: string | null;
  readonly healthIntegrationTeamId: string | null;
  readonly groupId: string | null;
}

export function partyKindOf({ organisationId, healthIntegrationTeamId, groupId }: PartyRow): PartyKind {
  if (organisationId !== null) return "ORGANISATION";
  if (healthIntegrationTeamId !== null) return "HEALTH_INTEGRATION_TEAM";
  return groupId === null ? "DESCRIBED" : "GROUP";
}

/** What is sent of a party: exactly one of the four, and words that are no words are none. */
export interface PartySent {
  readonly organisation?: string | null | undefined;
  readonly healthIntegrationTeam?: string | null | undefined;
  readonly group?: string | null | undefined;
  readonly description?: string | null | undefined;
}

/** What is wrong with who a party is said to be. */
export function partyProblems({ organisation, healthIntegrationTeam, group, description }: PartySent): Problem[] {
  const named = Object.entries({ organisation, healthIntegrationTeam, group, description }).flatMap(([field, value]) => (value === null || value === undefined ? [] : [field]));
  if (named.length === 1) return [];
  if (named.length === 0) return [{ code: "MISSING_FIELD", message: "Say who it is: an organisation, a HIT or a group; or describe them where nobody names them." }];
  return [{ code: "RULE", message: `This names ${named.length} at once (${named.join(", ")}), and a party is exactly one. Send one party for each.` }];
}
