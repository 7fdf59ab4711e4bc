import { index, sqliteTable, text, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, wordList, words, yesOrNo } from "../../../ledger/column.ts";
import { belonging, places } from "../../foundation/place/table.ts";
import { sources } from "../../foundation/source/table.ts";
import { bases, organisations } from "../../partners/organisation/table.ts";
import { people } from "../../partners/person/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { groups } from "../../partners/group/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { milestones } from "../../delivery/milestone/table.ts";

export const outputKinds = [
  "FRAMEWORK", "CHARTER", "STRATEGY", "BUSINESS_CASE", "POLICY_BRIEFING", "REVIEW", "RESOURCE_LIBRARY", "TRAINING_RESOURCE",
  "EVALUATION", "REPORT", "WORK_PLAN", "ACTION_PLAN", "GUIDANCE", "FIGURE",
] as const;

export const outputStatuses = ["PROPOSED", "IN_DEVELOPMENT", "DEVELOPED", "PUBLISHED", "SUPERSEDED", "NOT_REPORTED"] as const;

export const contributorRoles = ["AUTHOR", "CONTRIBUTOR", "PUBLISHER", "OWNER"] as const;

export const outputs = sqliteTable(
  "outputs",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    /** Other names under which sources speak of it. */
    otherTitles: wordList(),
    kind: oneOf(outputKinds).notNull(),
    status: oneOf(outputStatuses).notNull(),
    /** Which version it is, in its own words. */
    edition: words(),
    purpose: words(),
    /** When it was finished, as far as that is not the day of publication. */
    developed: partialDate(),
    published: partialDate(),
    address: words(),
    licence: words(),
    free: yesOrNo(),
    placeId: reference(() => places.id),
    programmeId: reference(() => programmes.id),
    /** The milestone that it is to be ready for, or that makes it. */
    milestoneId: reference(() => milestones.id),
    supersedesId: reference((): AnySQLiteColumn => outputs.id),
    /** The same document, where the tracker cites it. */
    sourceId: reference(() => sources.id),
    publishedEarliest: text().generatedAlwaysAs(sql`json_extract("published", '$.earliest')`, { mode: "virtual" }),
    publishedLatest: text().generatedAlwaysAs(sql`json_extract("published", '$.latest')`, { mode: "virtual" }),
  },
  (output) => [
    index("outputs_by_title").on(sql`title collate nocase`),
    index("outputs_by_kind").on(output.kind),
    index("outputs_by_place").on(output.placeId),
    index("outputs_by_programme").on(output.programmeId),
    index("outputs_by_milestone").on(output.milestoneId),
    index("outputs_by_supersedes").on(output.supersedesId),
    index("outputs_by_source").on(output.sourceId),
    index("outputs_by_published").on(output.publishedLatest, output.id),
  ],
);

/** Who made, helped with, published or keeps an output: exactly one of person, organisation, HIT, group, programme and description. */
export const outputContributors = sqliteTable(
  "output_contributors",
  {
    ...identity,
    ...belonging,
    outputId: reference(() => outputs.id).notNull(),
    role: oneOf(contributorRoles).notNull(),
    personId: reference(() => people.id),
    organisationId: reference(() => organisations.id),
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    groupId: reference(() => groups.id),
    programmeId: reference(() => programmes.id),
    /** Who it is where a source describes but does not name them. */
    description: words(),
  },
  (contributor) => [
    index("output_contributors_by_output").on(contributor.outputId),
    index("output_contributors_by_person").on(contributor.personId),
    index("output_contributors_by_organisation").on(contributor.organisationId),
    index("output_contributors_by_health_integration_team").on(contributor.healthIntegrationTeamId),
    index("output_contributors_by_group").on(contributor.groupId),
    index("output_contributors_by_programme").on(contributor.programmeId),
  ],
);

/** What an output, or a programme's work, is informed by: one of the first two, and exactly one of an output and a description. */
export const outputInfluences = sqliteTable(
  "output_influences",
  {
    ...identity,
    ...belonging,
    outputId: reference(() => outputs.id),
    programmeId: reference(() => programmes.id),
    informedById: reference(() => outputs.id),
    /** What it is where a source describes but does not name it. */
    description: words(),
    basis: oneOf(bases).notNull(),
  },
  (influence) => [
    index("output_influences_by_output").on(influence.outputId),
    index("output_influences_by_programme").on(influence.programmeId),
    index("output_influences_by_informed_by").on(influence.informedById),
  ],
);

export const outputKind = recordKind("Output", "ou", outputs, { names: [outputs.title], aliases: [outputs.otherTitles], partOf: [outputs.programmeId, outputs.milestoneId] });
export const outputContributorKind = recordKind("OutputContributor", "oc", outputContributors, {
  spoken: "contributor",
  partOf: [outputContributors.outputId],
  choices: [{
    among: [
      outputContributors.personId, outputContributors.organisationId, outputContributors.healthIntegrationTeamId, outputContributors.groupId, outputContributors.programmeId,
      outputContributors.description,
    ],
    unsaid: "Say who it is: a person, an organisation, a HIT, a group or a programme; or describe them where nobody names them.",
  }],
});
export const outputInfluenceKind = recordKind("OutputInfluence", "of", outputInfluences, {
  spoken: "influence", called: (row) => [{ of: row.outputId ?? row.programmeId }, " is informed by ", row.description ?? { of: row.informedById }],
  partOf: [outputInfluences.outputId, outputInfluences.programmeId],
  choices: [
    { among: [outputInfluences.outputId, outputInfluences.programmeId], unsaid: "Say what is informed: an output, or a programme's work." },
    { among: [outputInfluences.informedById, outputInfluences.description], unsaid: "Say what informs it: an output; or describe it where nobody names it." },
  ],
});
