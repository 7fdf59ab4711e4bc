import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, quantity, reference, wholeNumber, words, yesOrNo } from "../../../ledger/column.ts";
import { belonging, places } from "../../foundation/place/table.ts";
import { bases, organisations } from "../../partners/organisation/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { groups } from "../../partners/group/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { workstreams } from "../../delivery/workstream/table.ts";
import { fundingAwards } from "../funding/table.ts";
import { posts } from "../post/table.ts";

export const trainingStatuses = ["PROPOSED", "IN_DEVELOPMENT", "RUNNING", "ENDED", "NOT_REPORTED"] as const;

export const trainingParts = ["FUNDER", "COMMISSIONER", "DEVELOPER", "DELIVERER", "OVERSEER"] as const;

export const trainingModes = ["ONLINE", "FACILITATED", "BLENDED"] as const;

export const trainingProgrammes = sqliteTable(
  "training_programmes",
  {
    ...identity,
    ...belonging,
    name: words().notNull(),
    status: oneOf(trainingStatuses).notNull(),
    /** Who it is meant for. */
    intendedFor: words(),
    purpose: words(),
    start: partialDate(),
    end: partialDate(),
    placeId: reference(() => places.id),
    programmeId: reference(() => programmes.id),
    workstreamId: reference(() => workstreams.id),
    awardId: reference(() => fundingAwards.id),
    startEarliest: text().generatedAlwaysAs(sql`json_extract("start", '$.earliest')`, { mode: "virtual" }),
    endLatest: text().generatedAlwaysAs(sql`json_extract("end", '$.latest')`, { mode: "virtual" }),
  },
  (training) => [
    index("training_programmes_by_place").on(training.placeId),
    index("training_programmes_by_programme").on(training.programmeId),
    index("training_programmes_by_workstream").on(training.workstreamId),
    index("training_programmes_by_award").on(training.awardId),
    index("training_programmes_by_status").on(training.status),
  ],
);

/** A level of a training programme. */
export const trainingTiers = sqliteTable(
  "training_tiers",
  {
    ...identity,
    ...belonging,
    trainingProgrammeId: reference(() => trainingProgrammes.id).notNull(),
    number: wholeNumber().notNull(),
    mode: oneOf(trainingModes),
    /** Whether it costs those who take part nothing. */
    free: yesOrNo(),
    /** Whom it is meant to reach, where that differs from the whole programme. */
    intendedFor: words(),
    address: words(),
  },
  (tier) => [index("training_tiers_by_training_programme").on(tier.trainingProgrammeId, tier.number)],
);

/**
 * Somebody's part in a training programme: exactly one of organisation, HIT, group, post and description. With a tier it
 * is about that one only. Sources that disagree about who delivers have one each, and their claims say that they conflict.
 */
export const trainingRoles = sqliteTable(
  "training_roles",
  {
    ...identity,
    ...belonging,
    trainingProgrammeId: reference(() => trainingProgrammes.id).notNull(),
    tierId: reference(() => trainingTiers.id),
    role: oneOf(trainingParts).notNull(),
    organisationId: reference(() => organisations.id),
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    groupId: reference(() => groups.id),
    postId: reference(() => posts.id),
    /** Who it is where a source describes but does not name them. */
    description: words(),
    /** What of it is theirs, where a source says so without naming a tier. */
    scope: words(),
    basis: oneOf(bases).notNull(),
  },
  (role) => [
    index("training_roles_by_training_programme").on(role.trainingProgrammeId),
    index("training_roles_by_tier").on(role.tierId),
    index("training_roles_by_organisation").on(role.organisationId),
    index("training_roles_by_health_integration_team").on(role.healthIntegrationTeamId),
    index("training_roles_by_group").on(role.groupId),
    index("training_roles_by_post").on(role.postId),
  ],
);

/** A body whose people were trained, or are to be: exactly one of organisation, group and description. */
export const cohorts = sqliteTable(
  "cohorts",
  {
    ...identity,
    ...belonging,
    trainingProgrammeId: reference(() => trainingProgrammes.id).notNull(),
    tierId: reference(() => trainingTiers.id),
    organisationId: reference(() => organisations.id),
    groupId: reference(() => groups.id),
    description: words(),
    size: quantity(),
    trained: partialDate(),
  },
  (cohort) => [
    index("cohorts_by_training_programme").on(cohort.trainingProgrammeId),
    index("cohorts_by_tier").on(cohort.tierId),
    index("cohorts_by_organisation").on(cohort.organisationId),
    index("cohorts_by_group").on(cohort.groupId),
  ],
);

export const trainingProgrammeKind = recordKind("TrainingProgramme", "tp", trainingProgrammes, { whole: true, names: [trainingProgrammes.name], partOf: [trainingProgrammes.programmeId, trainingProgrammes.workstreamId] });
export const trainingTierKind = recordKind("TrainingTier", "tt", trainingTiers, {
  called: (row) => [{ of: row.trainingProgrammeId }, `, tier ${row.number}`], spoken: "tier",
  partOf: [trainingTiers.trainingProgrammeId],
});
export const trainingRoleKind = recordKind("TrainingRole", "tr", trainingRoles, {
  spoken: "part",
  partOf: [trainingRoles.trainingProgrammeId],
  choices: [{
    among: [trainingRoles.organisationId, trainingRoles.healthIntegrationTeamId, trainingRoles.groupId, trainingRoles.postId, trainingRoles.description],
    unsaid: "Say who has this part: an organisation, a HIT, a group or a post; or describe them where nobody names them.",
  }],
});
export const cohortKind = recordKind("Cohort", "ch", cohorts, {
  partOf: [cohorts.trainingProgrammeId],
  choices: [{ among: [cohorts.organisationId, cohorts.groupId, cohorts.description], unsaid: "Say whose people they are: an organisation's or a group's; or describe the body where nobody names it." }],
});
