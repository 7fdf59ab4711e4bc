import { index, sqliteTable, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../ledger/concept.ts";
import { anyReference, identity, oneOf, partialDate, reference, words } from "../../ledger/column.ts";
import { belonging, places } from "../foundation/place/table.ts";
import { sources } from "../foundation/source/table.ts";
import { organisations } from "../partners/organisation/table.ts";
import { healthIntegrationTeams } from "../partners/health-integration-team/table.ts";
import { groups } from "../partners/group/table.ts";
import { programmes } from "../delivery/programme/table.ts";
import { outputs } from "../learning/output/table.ts";

/**
 * INFERRED is our own conclusion; CLAIMED is the claimant's word without evidence; CONFLICTING stands beside another that says otherwise; OPEN is a question
 * that no source answers.
 */
export const claimStatuses = ["STATED", "INFERRED", "CLAIMED", "CONFLICTING", "OPEN", "SUPERSEDED"] as const;

export const claimKinds = ["STATEMENT", "FINDING", "BENEFIT", "CAUSE", "PLAN"] as const;

/**
 * A statement by somebody about a record, about one of its fields, or about nothing else in the graph. It is held beside
 * the record and changes nothing in it. Whoever makes it is exactly one of organisation, HIT, group, output and source;
 * nobody, where it is INFERRED or OPEN.
 */
export const claims = sqliteTable(
  "claims",
  {
    ...identity,
    ...belonging,
    /** What it is about, in short. */
    subject: words().notNull(),
    kind: oneOf(claimKinds).notNull(),
    /** What it says, in short. */
    value: words().notNull(),
    status: oneOf(claimStatuses).notNull(),
    /** The record that it is about, of any kind. */
    recordId: anyReference(),
    /** The field of that record, where it is about one. */
    field: words(),
    claimantOrganisationId: reference(() => organisations.id),
    claimantHealthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    claimantGroupId: reference(() => groups.id),
    claimantOutputId: reference(() => outputs.id),
    claimantSourceId: reference(() => sources.id),
    made: partialDate(),
    conflictsWithId: reference((): AnySQLiteColumn => claims.id),
    placeId: reference(() => places.id),
    programmeId: reference(() => programmes.id),
  },
  (claim) => [
    index("claims_by_record").on(claim.recordId, claim.field),
    index("claims_by_claimant_organisation").on(claim.claimantOrganisationId),
    index("claims_by_claimant_health_integration_team").on(claim.claimantHealthIntegrationTeamId),
    index("claims_by_claimant_group").on(claim.claimantGroupId),
    index("claims_by_claimant_output").on(claim.claimantOutputId),
    index("claims_by_claimant_source").on(claim.claimantSourceId),
    index("claims_by_conflicts_with").on(claim.conflictsWithId),
    index("claims_by_place").on(claim.placeId),
    index("claims_by_programme").on(claim.programmeId),
    index("claims_by_status").on(claim.status),
  ],
);

export const claimKind = recordKind("Claim", "cl", claims, {
  statements: [claims.subject],
  choices: [{
    among: [claims.claimantOrganisationId, claims.claimantHealthIntegrationTeamId, claims.claimantGroupId, claims.claimantOutputId, claims.claimantSourceId],
    unsaid: null,
  }],
});
