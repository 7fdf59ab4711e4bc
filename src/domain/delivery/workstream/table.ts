import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, reference, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { programmes } from "../programme/table.ts";

export const workstreamThemes = ["PRINCIPLES", "TRAINING", "SERVICE_DELIVERY", "ORGANISATIONAL_CHANGE", "OWN"] as const;

export const workstreamKinds = ["TASK_AND_FINISH", "STANDING"] as const;

export const workstreamStatuses = ["NOT_STARTED", "IN_PROGRESS", "READY", "PAUSED", "MERGED", "CLOSED", "NOT_REPORTED"] as const;

export const workstreams = sqliteTable(
  "workstreams",
  {
    ...identity,
    ...belonging,
    name: words().notNull(),
    theme: oneOf(workstreamThemes).notNull(),
    /** The programme's own word for the theme, where the theme is OWN. */
    ownTheme: words(),
    kind: oneOf(workstreamKinds),
    status: oneOf(workstreamStatuses).notNull(),
    purpose: words(),
    programmeId: reference(() => programmes.id).notNull(),
    leadHealthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    leadOrganisationId: reference(() => organisations.id),
  },
  (workstream) => [
    index("workstreams_by_name").on(sql`name collate nocase`, workstream.id, workstream.audience, workstream.systemId),
    index("workstreams_by_programme").on(workstream.programmeId),
    index("workstreams_by_lead_health_integration_team").on(workstream.leadHealthIntegrationTeamId),
    index("workstreams_by_lead_organisation").on(workstream.leadOrganisationId),
  ],
);

/** A workstream that ended by being continued in another. */
export const workstreamContinuations = sqliteTable(
  "workstream_continuations",
  {
    ...identity,
    ...belonging,
    workstreamId: reference(() => workstreams.id).notNull(),
    continuedInId: reference(() => workstreams.id).notNull(),
  },
  (continuation) => [
    index("workstream_continuations_by_workstream").on(continuation.workstreamId),
    index("workstream_continuations_by_continued_in").on(continuation.continuedInId),
  ],
);

export const workstreamKind = recordKind("Workstream", "ws", workstreams, { whole: true, names: [workstreams.name], partOf: [workstreams.programmeId, workstreams.leadHealthIntegrationTeamId] });
export const workstreamContinuationKind = recordKind("WorkstreamContinuation", "wc", workstreamContinuations, {
  spoken: "continuation", called: (row) => [{ of: row.workstreamId }, " goes on in ", { of: row.continuedInId }],
  partOf: [workstreamContinuations.workstreamId], goesWith: workstreamContinuations.workstreamId,
});
