import { alternativeOf, type Alternatives } from "../../api/alternatives.ts";
import { fieldOf } from "../../api/field.ts";
import type { claims } from "./table.ts";

type Row = typeof claims.$inferSelect;

export const claimantKinds = ["ORGANISATION", "HEALTH_INTEGRATION_TEAM", "GROUP", "OUTPUT", "SOURCE", "NOBODY"] as const;

type Column = "claimantOrganisationId" | "claimantHealthIntegrationTeamId" | "claimantGroupId" | "claimantOutputId" | "claimantSourceId";
type ClaimantKind = (typeof claimantKinds)[number];

export const claimantAlternatives: Alternatives<Column, ClaimantKind> = {
  kinds: [
    ["claimantOrganisationId", "ORGANISATION"], ["claimantHealthIntegrationTeamId", "HEALTH_INTEGRATION_TEAM"], ["claimantGroupId", "GROUP"],
    ["claimantOutputId", "OUTPUT"], ["claimantSourceId", "SOURCE"],
  ],
  otherwise: "NOBODY",
};

/** What the claimant is. */
export function claimantKindOf(claim: Pick<Row, Column>): ClaimantKind {
  return alternativeOf(claim, claimantAlternatives);
}

/** The names under which claims have a field: that of the schema and that of the column. */
export function namesOf(field: string): readonly string[] {
  const name = fieldOf(field);
  return [name, `${name}Id`];
}

/** The claims that are about one field, under whichever of its names they have it. */
export function aboutField<Claim extends Pick<Row, "field">>(all: readonly Claim[], field: string): Claim[] {
  const names = namesOf(field);
  return all.filter((claim) => claim.field !== null && names.includes(claim.field));
}
