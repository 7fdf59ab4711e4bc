import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, wholeNumber, wordList, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { groups } from "../../partners/group/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { workstreams } from "../../delivery/workstream/table.ts";
import { milestones, partRules } from "../../delivery/milestone/table.ts";
import { posts } from "../../resources/post/table.ts";
import { trainingProgrammes } from "../../resources/training/table.ts";
import { eventSeries } from "../event/table.ts";
import { outputs } from "../output/table.ts";

export const recommendationStatuses = ["MADE", "ACCEPTED", "PARTLY_ACCEPTED", "REJECTED", "IMPLEMENTED", "NOT_REPORTED"] as const;

export const recommendations = sqliteTable(
  "recommendations",
  {
    ...identity,
    ...belonging,
    /** The document that makes it. */
    outputId: reference(() => outputs.id).notNull(),
    /** Its place among the recommendations of that document, from 1. */
    position: wholeNumber().notNull(),
    /** Its number as the document gives it, where it does. */
    number: words(),
    statement: words().notNull(),
    parts: wordList(),
    /** Whether all of its parts are asked for, or any one. */
    metBy: oneOf(partRules),
    status: oneOf(recommendationStatuses).notNull(),
    addressedToGroupId: reference(() => groups.id),
    addressedToOrganisationId: reference(() => organisations.id),
    /** Whom it addresses where the document describes but does not name them. */
    addressedTo: words(),
    response: words(),
    responded: partialDate(),
    programmeId: reference(() => programmes.id),
  },
  (recommendation) => [
    index("recommendations_by_output").on(recommendation.outputId, recommendation.position),
    index("recommendations_by_addressed_to_group").on(recommendation.addressedToGroupId),
    index("recommendations_by_addressed_to_organisation").on(recommendation.addressedToOrganisationId),
    index("recommendations_by_programme").on(recommendation.programmeId),
    index("recommendations_by_status").on(recommendation.status),
  ],
);

/** What puts a recommendation into practice: exactly one of these. */
export const realisations = sqliteTable(
  "realisations",
  {
    ...identity,
    ...belonging,
    recommendationId: reference(() => recommendations.id).notNull(),
    workstreamId: reference(() => workstreams.id),
    milestoneId: reference(() => milestones.id),
    postId: reference(() => posts.id),
    trainingProgrammeId: reference(() => trainingProgrammes.id),
    groupId: reference(() => groups.id),
    eventSeriesId: reference(() => eventSeries.id),
    outputId: reference(() => outputs.id),
    description: words(),
  },
  (realisation) => [
    index("realisations_by_recommendation").on(realisation.recommendationId),
    index("realisations_by_workstream").on(realisation.workstreamId),
    index("realisations_by_milestone").on(realisation.milestoneId),
    index("realisations_by_post").on(realisation.postId),
    index("realisations_by_training_programme").on(realisation.trainingProgrammeId),
    index("realisations_by_group").on(realisation.groupId),
    index("realisations_by_event_series").on(realisation.eventSeriesId),
    index("realisations_by_output").on(realisation.outputId),
  ],
);

export const recommendationKind = recordKind("Recommendation", "rc", recommendations, { statements: [recommendations.statement], partOf: [recommendations.programmeId, recommendations.outputId] });
export const realisationKind = recordKind("Realisation", "rz", realisations, {
  called: (row) => [{ of: row.recommendationId }, ": put into practice"],
  partOf: [realisations.recommendationId],
  choices: [{
    among: [
      realisations.workstreamId, realisations.milestoneId, realisations.postId, realisations.trainingProgrammeId, realisations.groupId, realisations.eventSeriesId, realisations.outputId,
      realisations.description,
    ],
    unsaid: "Say what puts it into practice: a workstream, a milestone, a post, a training programme, a group, a series of events or an output; or describe it where it is not tracked here.",
  }],
});
