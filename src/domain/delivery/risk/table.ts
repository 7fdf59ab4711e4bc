import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { day, identity, oneOf, partialDate, reference, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { groups } from "../../partners/group/table.ts";
import { programmes } from "../programme/table.ts";
import { workstreams } from "../workstream/table.ts";
import { milestones } from "../milestone/table.ts";

/** What may happen, and what has happened. */
export const riskKinds = ["RISK", "ISSUE"] as const;

export const riskLevels = ["VERY_LOW", "LOW", "MEDIUM", "HIGH", "VERY_HIGH"] as const;

export const riskResponses = ["AVOID", "REDUCE", "TRANSFER", "ACCEPT"] as const;

export const riskStatuses = ["OPEN", "CLOSED", "NOT_REPORTED"] as const;

/** At least a programme; where it is about a workstream or a milestone, that too. At most one owner. */
export const risks = sqliteTable(
  "risks",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    kind: oneOf(riskKinds).notNull(),
    cause: words(),
    effect: words(),
    likelihood: oneOf(riskLevels),
    impact: oneOf(riskLevels),
    response: oneOf(riskResponses),
    /** What is being done about it. */
    plan: words(),
    status: oneOf(riskStatuses).notNull(),
    raised: partialDate(),
    reviewDue: partialDate(),
    /** The last day on which somebody looked at it. */
    reviewedOn: day(),
    closed: partialDate(),
    /** How it ended. */
    closeReason: words(),
    programmeId: reference(() => programmes.id).notNull(),
    workstreamId: reference(() => workstreams.id),
    milestoneId: reference(() => milestones.id),
    ownerOrganisationId: reference(() => organisations.id),
    ownerHealthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    ownerGroupId: reference(() => groups.id),
  },
  (risk) => [
    index("risks_by_programme").on(risk.programmeId),
    index("risks_by_workstream").on(risk.workstreamId),
    index("risks_by_milestone").on(risk.milestoneId),
    index("risks_by_owner_organisation").on(risk.ownerOrganisationId),
    index("risks_by_owner_health_integration_team").on(risk.ownerHealthIntegrationTeamId),
    index("risks_by_owner_group").on(risk.ownerGroupId),
    index("risks_by_status").on(risk.status),
  ],
);

export const riskKind = recordKind("Risk", "rk", risks, {
  names: [risks.title],
  partOf: [risks.programmeId, risks.workstreamId, risks.milestoneId],
  choices: [{ among: [risks.ownerOrganisationId, risks.ownerHealthIntegrationTeamId, risks.ownerGroupId], unsaid: null }],
});
