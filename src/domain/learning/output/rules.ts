import { alternativeOf, type Alternatives } from "../../../api/alternatives.ts";
import type { outputContributors } from "./table.ts";

export const contributorKinds = ["PERSON", "ORGANISATION", "HEALTH_INTEGRATION_TEAM", "GROUP", "PROGRAMME", "DESCRIBED"] as const;

type Column = "personId" | "organisationId" | "healthIntegrationTeamId" | "groupId" | "programmeId";
type ContributorKind = (typeof contributorKinds)[number];

export const contributorAlternatives: Alternatives<Column, ContributorKind> = {
  kinds: [
    ["personId", "PERSON"], ["organisationId", "ORGANISATION"], ["healthIntegrationTeamId", "HEALTH_INTEGRATION_TEAM"],
    ["groupId", "GROUP"], ["programmeId", "PROGRAMME"],
  ],
  otherwise: "DESCRIBED",
};

/** What a contributor to an output is. */
export function contributorKindOf(contributor: Pick<typeof outputContributors.$inferSelect, Column>): ContributorKind {
  return alternativeOf(contributor, contributorAlternatives);
}
