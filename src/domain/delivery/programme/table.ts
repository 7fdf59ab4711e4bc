import { index, sqliteTable, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, words } from "../../../ledger/column.ts";
import { belonging, places } from "../../foundation/place/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { groups } from "../../partners/group/table.ts";

export const programmeStatuses = ["PROPOSED", "ACTIVE", "PAUSED", "CLOSED", "NOT_REPORTED"] as const;

export const reportingRhythms = ["MONTHLY", "QUARTERLY", "HALF_YEARLY", "YEARLY", "NONE"] as const;

export const governingCapacities = ["GOVERNS", "OVERSEES", "ADVISES", "SCRUTINISES", "DEVELOPS"] as const;

export const programmes = sqliteTable(
  "programmes",
  {
    ...identity,
    ...belonging,
    name: words().notNull(),
    aim: words(),
    status: oneOf(programmeStatuses).notNull(),
    start: partialDate(),
    end: partialDate(),
    reportingRhythm: oneOf(reportingRhythms),
    hostId: reference(() => organisations.id),
    placeId: reference(() => places.id),
    parentId: reference((): AnySQLiteColumn => programmes.id),
  },
  (programme) => [
    index("programmes_by_host").on(programme.hostId),
    index("programmes_by_place").on(programme.placeId),
    index("programmes_by_parent").on(programme.parentId),
  ],
);

/** A HIT or a group that governs a programme: exactly one of the two. */
export const programmeGovernances = sqliteTable(
  "programme_governances",
  {
    ...identity,
    ...belonging,
    programmeId: reference(() => programmes.id).notNull(),
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    groupId: reference(() => groups.id),
    capacity: oneOf(governingCapacities).notNull(),
  },
  (governance) => [
    index("programme_governances_by_programme").on(governance.programmeId),
    index("programme_governances_by_health_integration_team").on(governance.healthIntegrationTeamId),
    index("programme_governances_by_group").on(governance.groupId),
  ],
);

export const programmeKind = recordKind("Programme", "pr", programmes, {
  whole: true,
  names: [programmes.name],
  partOf: [programmes.parentId, { through: programmeGovernances.programmeId, to: programmeGovernances.healthIntegrationTeamId }],
});
export const programmeGovernanceKind = recordKind("ProgrammeGovernance", "pg", programmeGovernances, {
  spoken: "part in governing",
  partOf: [programmeGovernances.programmeId],
  choices: [{ among: [programmeGovernances.healthIntegrationTeamId, programmeGovernances.groupId], unsaid: "Say who governs it: a HIT or a group." }],
});
