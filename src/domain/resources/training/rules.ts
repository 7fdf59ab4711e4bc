import { partyKindOf } from "../../partners/party/rules.ts";
import type { cohorts, trainingRoles } from "./table.ts";

export const trainingPartyKinds = ["ORGANISATION", "HEALTH_INTEGRATION_TEAM", "GROUP", "POST", "DESCRIBED"] as const;

export const cohortKinds = ["ORGANISATION", "GROUP", "DESCRIBED"] as const;

/** What somebody is who has a part: exactly one of the five is recorded. */
export function trainingPartyKindOf(
  role: Pick<typeof trainingRoles.$inferSelect, "organisationId" | "healthIntegrationTeamId" | "groupId" | "postId">,
): (typeof trainingPartyKinds)[number] {
  return role.postId === null ? partyKindOf(role) : "POST";
}

/** Whose people they are: exactly one of the three is recorded. */
export function cohortKindOf({ organisationId, groupId }: Pick<typeof cohorts.$inferSelect, "organisationId" | "groupId">): (typeof cohortKinds)[number] {
  if (organisationId !== null) return "ORGANISATION";
  return groupId === null ? "DESCRIBED" : "GROUP";
}
