import { alternativeOf, type Alternatives } from "../../../api/alternatives.ts";
import type { eventParties } from "./table.ts";

export const eventPartyKinds = ["ORGANISATION", "HEALTH_INTEGRATION_TEAM", "GROUP", "PERSON", "DESCRIBED"] as const;

type Column = "organisationId" | "healthIntegrationTeamId" | "groupId" | "personId";
type EventPartyKind = (typeof eventPartyKinds)[number];

export const eventPartyAlternatives: Alternatives<Column, EventPartyKind> = {
  kinds: [["organisationId", "ORGANISATION"], ["healthIntegrationTeamId", "HEALTH_INTEGRATION_TEAM"], ["groupId", "GROUP"], ["personId", "PERSON"]],
  otherwise: "DESCRIBED",
};

/** What a party to an event is. */
export function eventPartyKindOf(party: Pick<typeof eventParties.$inferSelect, Column>): EventPartyKind {
  return alternativeOf(party, eventPartyAlternatives);
}
