import { boardPackProgrammes, boardPacks } from "./concepts/board-pack.ts";
import { claims } from "./concepts/claim.ts";
import { collaborationParties, collaborations } from "./concepts/collaboration.ts";
import { commitmentEvents, commitments } from "./concepts/commitment.ts";
import { consultations, consultees } from "./concepts/consultation.ts";
import { criteria } from "./concepts/criterion.ts";
import { decisions } from "./concepts/decision.ts";
import { dependencies, dependencyWaivers } from "./concepts/dependency.ts";
import { eventParties, events, eventSeries } from "./concepts/event.ts";
import { awardParties, awardSpends, funding, fundingTotals } from "./concepts/funding.ts";
import { groups } from "./concepts/group.ts";
import { healthIntegrationTeams } from "./concepts/health-integration-team.ts";
import { measureActuals, measures } from "./concepts/measure.ts";
import { memberships, membershipUnits } from "./concepts/membership.ts";
import { milestones } from "./concepts/milestone.ts";
import { identifiers, organisationNames, organisations, successions } from "./concepts/organisation.ts";
import { outcomeContributions, outcomes } from "./concepts/outcome.ts";
import { outputContributors, outputInfluences, outputs } from "./concepts/output.ts";
import { places } from "./concepts/place.ts";
import {
  actionCommitments, actions, exampleActions, pledgeCommitments, pledgeDifferences, pledgeEligibilities, pledges, pledgeSchemes, pledgeSigners, pledgeVersions,
} from "./concepts/pledge.ts";
import { postFunders, postHolders, posts } from "./concepts/post.ts";
import { practice, practiceMaps } from "./concepts/practice.ts";
import { principles, principleSets } from "./concepts/principle-set.ts";
import { programmeGovernances, programmes } from "./concepts/programme.ts";
import { realisations, recommendations } from "./concepts/recommendation.ts";
import { risks } from "./concepts/risk.ts";
import { sources } from "./concepts/source.ts";
import { judgements, statusReportItems, statusReports } from "./concepts/status-report.ts";
import { studies, studyOutputs } from "./concepts/study.ts";
import { cohorts, trainingProgrammes, trainingRoles, trainingTiers } from "./concepts/training.ts";
import { workstreamContinuations, workstreams } from "./concepts/workstream.ts";
import type { MakeTable } from "./record-table.ts";

/** The tables of records, what people ask for first in front. People have none: who asks to be erased is not reached in a file that somebody keeps. */
export const recordTables: readonly MakeTable[] = [
  organisations, identifiers, healthIntegrationTeams, groups, memberships,
  programmes, workstreams, criteria, dependencies, milestones, statusReports, judgements, boardPacks, risks,
  funding, posts, measures, measureActuals, trainingProgrammes, cohorts,
  pledges, actions, commitments,
  events, outputs, recommendations, decisions, outcomes, practice, claims, sources, places,
  organisationNames, successions, membershipUnits, collaborations, collaborationParties, programmeGovernances, workstreamContinuations, dependencyWaivers, statusReportItems, boardPackProgrammes,
  awardParties, awardSpends, fundingTotals, postHolders, postFunders, trainingTiers, trainingRoles,
  actionCommitments, pledgeSchemes, pledgeVersions, pledgeCommitments, pledgeEligibilities, pledgeSigners, pledgeDifferences, exampleActions, commitmentEvents,
  eventSeries, eventParties, outputContributors, outputInfluences, studies, studyOutputs, realisations, outcomeContributions, principleSets, principles, consultations, consultees, practiceMaps,
];
