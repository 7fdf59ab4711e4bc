import { alternativeOf, type Alternatives } from "../../../api/alternatives.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import type { consultees } from "./table.ts";

export const consulteeKinds = ["ORGANISATION", "SERVICE", "HEALTH_INTEGRATION_TEAM", "GROUP", "PERSON", "CONSTITUENCY", "DESCRIBED"] as const;

/** Kinds of organisation that are a part of a body, or something that it offers, and no body of their own. */
export const partKinds = ["SERVICE", "DEPARTMENT", "TEAM"] as const;

type Column = "organisationId" | "healthIntegrationTeamId" | "groupId" | "personId" | "constituency";
type ConsulteeKind = (typeof consulteeKinds)[number];

export const consulteeAlternatives: Alternatives<Column, ConsulteeKind> = {
  kinds: [
    ["organisationId", "ORGANISATION"], ["healthIntegrationTeamId", "HEALTH_INTEGRATION_TEAM"], ["groupId", "GROUP"],
    ["personId", "PERSON"], ["constituency", "CONSTITUENCY"],
  ],
  otherwise: "DESCRIBED",
};

/** What a consultee is. A service is told from an organisation only where the viewer may see which one it is. */
export function consulteeKindOf(consultee: Pick<typeof consultees.$inferSelect, Column>, organisation: Pick<typeof organisations.$inferSelect, "kind" | "parentId"> | null): ConsulteeKind {
  return organisation !== null && isPart(organisation) ? "SERVICE" : alternativeOf(consultee, consulteeAlternatives);
}

function isPart({ kind, parentId }: Pick<typeof organisations.$inferSelect, "kind" | "parentId">): boolean {
  return parentId !== null || partKinds.some((part) => part === kind);
}
