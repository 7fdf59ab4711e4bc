import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { organisations } from "../organisation/table.ts";
import { people } from "../person/table.ts";
import { healthIntegrationTeams } from "../health-integration-team/table.ts";
import { groups } from "../group/table.ts";

export const membershipCapacities = ["MEMBER", "REPRESENTATIVE", "CHAIR", "DEPUTY_CHAIR", "DIRECTOR", "PUBLIC_CONTRIBUTOR"] as const;

/** What a member is. */
export const memberKinds = ["ORGANISATION", "PERSON", "CONSTITUENCY"] as const;

export const constituencyKinds = ["SECTOR", "COMMUNITY", "LIVED_EXPERIENCE"] as const;

/** Exactly one of the first two, and exactly one of organisation, person and constituency. */
export const memberships = sqliteTable(
  "memberships",
  {
    ...identity,
    ...belonging,
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    groupId: reference(() => groups.id),
    organisationId: reference(() => organisations.id),
    personId: reference(() => people.id),
    /** A sector, community or "people with lived experience": not an organisation, never counted as one. */
    constituency: words(),
    constituencyKind: oneOf(constituencyKinds),
    capacity: oneOf(membershipCapacities).notNull(),
    since: partialDate(),
    until: partialDate(),
  },
  (membership) => [
    index("memberships_by_health_integration_team").on(membership.healthIntegrationTeamId),
    index("memberships_by_group").on(membership.groupId),
    index("memberships_by_organisation").on(membership.organisationId),
    index("memberships_by_person").on(membership.personId),
  ],
);

/** A unit of the member organisation through which it takes part. */
export const membershipUnits = sqliteTable(
  "membership_units",
  {
    ...identity,
    ...belonging,
    membershipId: reference(() => memberships.id).notNull(),
    organisationId: reference(() => organisations.id).notNull(),
  },
  (unit) => [index("membership_units_by_membership").on(unit.membershipId), index("membership_units_by_organisation").on(unit.organisationId)],
);

export const membershipKind = recordKind("Membership", "mb", memberships, {
  spoken: "member", called: (row) => [row.constituency ?? { of: row.organisationId ?? row.personId }],
  partOf: [memberships.healthIntegrationTeamId, memberships.groupId],
  choices: [
    { among: [memberships.healthIntegrationTeamId, memberships.groupId], unsaid: "Say of what it is a membership: of a HIT, or of a group." },
    { among: [memberships.organisationId, memberships.personId, memberships.constituency], unsaid: "Say who the member is: an organisation, a person or a constituency." },
  ],
});
export const membershipUnitKind = recordKind("MembershipUnit", "mu", membershipUnits, {
  spoken: "unit", called: ({ organisationId }) => [{ of: organisationId }],
  partOf: [membershipUnits.membershipId],
});
