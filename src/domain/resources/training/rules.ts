import { alternativeOf, type Alternatives } from "../../../api/alternatives.ts";
import { partyAlternatives } from "../../partners/party/rules.ts";
import type { cohorts, trainingRoles } from "./table.ts";

export const trainingPartyKinds = ["ORGANISATION", "HEALTH_INTEGRATION_TEAM", "GROUP", "POST", "DESCRIBED"] as const;

export const cohortKinds = ["ORGANISATION", "GROUP", "DESCRIBED"] as const;

type Part = Pick<typeof trainingRoles.$inferSelect, "organisationId" | "healthIntegrationTeamId" | "groupId" | "postId">;

type Trained = Pick<typeof cohorts.$inferSelect, "organisationId" | "groupId">;

export const trainingPartyAlternatives: Alternatives<keyof Part, (typeof trainingPartyKinds)[number]> = { ...partyAlternatives, kinds: [["postId", "POST"], ...partyAlternatives.kinds] };

export const cohortAlternatives: Alternatives<keyof Trained, (typeof cohortKinds)[number]> = { kinds: [["organisationId", "ORGANISATION"], ["groupId", "GROUP"]], otherwise: "DESCRIBED" };

/** What somebody is who has a part: exactly one of the five is recorded. */
export function trainingPartyKindOf(role: Part): (typeof trainingPartyKinds)[number] {
  return alternativeOf(role, trainingPartyAlternatives);
}

/** Whose people they are: exactly one of the three is recorded. */
export function cohortKindOf(cohort: Trained): (typeof cohortKinds)[number] {
  return alternativeOf(cohort, cohortAlternatives);
}
