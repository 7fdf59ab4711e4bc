import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { organisations } from "../organisation/table.ts";
import { healthIntegrationTeams } from "../health-integration-team/table.ts";
import { groups } from "../group/table.ts";
import { partyOf } from "../party/rules.ts";

export const collaborationStatuses = ["EXPLORING", "ACTIVE", "ENDED", "NOT_REPORTED"] as const;

export const collaborations = sqliteTable(
  "collaborations",
  {
    ...identity,
    ...belonging,
    subject: words().notNull(),
    result: words(),
    status: oneOf(collaborationStatuses).notNull(),
    since: partialDate(),
    until: partialDate(),
  },
  (collaboration) => [index("collaborations_by_status").on(collaboration.status)],
);

/** Somebody who works together with the others: exactly one of HIT, organisation, group and description. */
export const collaborationParties = sqliteTable(
  "collaboration_parties",
  {
    ...identity,
    ...belonging,
    collaborationId: reference(() => collaborations.id).notNull(),
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    organisationId: reference(() => organisations.id),
    groupId: reference(() => groups.id),
    /** Who it is where a source describes but does not name them. */
    description: words(),
  },
  (party) => [
    index("collaboration_parties_by_collaboration").on(party.collaborationId),
    index("collaboration_parties_by_health_integration_team").on(party.healthIntegrationTeamId),
    index("collaboration_parties_by_organisation").on(party.organisationId),
    index("collaboration_parties_by_group").on(party.groupId),
  ],
);

export const collaborationKind = recordKind("Collaboration", "co", collaborations, { statements: [collaborations.subject] });
export const collaborationPartyKind = recordKind("CollaborationParty", "cp", collaborationParties, {
  spoken: "party",
  partOf: [collaborationParties.collaborationId],
  choices: [partyOf(collaborationParties)],
});
