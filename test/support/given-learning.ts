import { milestoneKind, type milestones } from "../../src/domain/delivery/milestone/table.ts";
import { consultationKind, consulteeKind, type consultations, type consultees } from "../../src/domain/learning/consultation/table.ts";
import { decisionKind, type decisions } from "../../src/domain/learning/decision/table.ts";
import { eventKind, eventPartyKind, eventSeriesKind, type eventParties, type events, type eventSeries } from "../../src/domain/learning/event/table.ts";
import { outcomeContributionKind, outcomeKind, type outcomeContributions, type outcomes } from "../../src/domain/learning/outcome/table.ts";
import {
  outputContributorKind, outputInfluenceKind, outputKind, type outputContributors, type outputInfluences, type outputs,
} from "../../src/domain/learning/output/table.ts";
import { practiceKind, practiceMapKind, type practiceMaps, type practices } from "../../src/domain/learning/practice/table.ts";
import { principleKind, principleSetKind, type principles, type principleSets } from "../../src/domain/learning/principle-set/table.ts";
import { realisationKind, recommendationKind, type realisations, type recommendations } from "../../src/domain/learning/recommendation/table.ts";
import { studyKind, studyOutputKind, type studies, type studyOutputs } from "../../src/domain/learning/study/table.ts";
import { collaborationKind, type collaborations } from "../../src/domain/partners/collaboration/table.ts";
import { readQuantity } from "../../src/kernel/read-quantity.ts";
import type { World } from "./domain-world.ts";
import type { Make } from "./given.ts";

/** What was learnt and how, each with the parents that it needs. */
export interface LearningMakers {
  readonly milestone: Make<typeof milestones>;
  readonly collaboration: Make<typeof collaborations>;
  readonly series: Make<typeof eventSeries>;
  readonly event: Make<typeof events>;
  /** An organisation's in an event, unless somebody else's or a series is given. */
  readonly eventParty: Make<typeof eventParties>;
  readonly output: Make<typeof outputs>;
  /** An organisation, unless somebody else is given. */
  readonly contributor: Make<typeof outputContributors>;
  readonly influence: Make<typeof outputInfluences>;
  readonly study: Make<typeof studies>;
  readonly studyOutput: Make<typeof studyOutputs>;
  readonly recommendation: Make<typeof recommendations>;
  readonly realisation: Make<typeof realisations>;
  readonly decision: Make<typeof decisions>;
  readonly outcome: Make<typeof outcomes>;
  readonly contribution: Make<typeof outcomeContributions>;
  readonly principleSet: Make<typeof principleSets>;
  readonly principle: Make<typeof principles>;
  readonly consultation: Make<typeof consultations>;
  readonly consultee: Make<typeof consultees>;
  readonly practiceMap: Make<typeof practiceMaps>;
  readonly practice: Make<typeof practices>;
}

export function learningOf({ record, given }: World): LearningMakers {
  const none = readQuantity("not applicable");
  const made: LearningMakers = {
    milestone: async (values = {}) =>
      record(milestoneKind, { title: "Business case", type: "DECISION", status: "SCHEDULED", ...values, programmeId: values.programmeId ?? (await given.programme()) }),
    collaboration: async (values) => record(collaborationKind, { subject: "Weight and trauma", status: "ACTIVE", ...values }),
    series: async (values) => record(eventSeriesKind, { title: "Network events", kind: "NETWORK_EVENT", status: "PROPOSED", ...values }),
    event: async (values) => record(eventKind, { title: "Second network event", kind: "NETWORK_EVENT", status: "PLANNED", occurrences: none, attendance: readQuantity("not stated"), ...values }),
    eventParty: async (values = {}) => {
      const who = values.organisationId ?? values.healthIntegrationTeamId ?? values.groupId ?? values.personId ?? values.description ?? null;
      const what = values.eventId ?? values.seriesId ?? null;
      return record(eventPartyKind, {
        role: "ORGANISER",
        ...(what === null ? { eventId: await made.event() } : {}),
        ...(who === null ? { organisationId: await given.organisation() } : {}),
        ...values,
      });
    },
    output: async (values) => record(outputKind, { title: "Framework", kind: "FRAMEWORK", status: "PUBLISHED", ...values }),
    contributor: async (values = {}) => {
      const who = values.organisationId ?? values.healthIntegrationTeamId ?? values.groupId ?? values.personId ?? values.programmeId ?? values.description ?? null;
      return record(outputContributorKind, {
        role: "AUTHOR",
        ...(who === null ? { organisationId: await given.organisation() } : {}),
        ...values,
        outputId: values.outputId ?? (await made.output()),
      });
    },
    influence: async (values) => record(outputInfluenceKind, { basis: "STATED", ...values }),
    study: async (values) => record(studyKind, { name: "TAP CARE", status: "RUNNING", ...values }),
    studyOutput: async (values = {}) => record(studyOutputKind, { ...values, studyId: values.studyId ?? (await made.study()), outputId: values.outputId ?? (await made.output()) }),
    recommendation: async (values = {}) =>
      record(recommendationKind, { position: 1, statement: "Create a post", status: "MADE", ...values, outputId: values.outputId ?? (await made.output()) }),
    realisation: async (values = {}) => record(realisationKind, { ...values, recommendationId: values.recommendationId ?? (await made.recommendation()) }),
    decision: async (values) => record(decisionKind, { statement: "Care comes last", kind: "AGREED", ...values }),
    outcome: async (values) => record(outcomeKind, { plan: "County Business Plan", title: "Fairer life chances", ...values }),
    contribution: async (values = {}) =>
      record(outcomeContributionKind, { basis: "CLAIMED", ...values, outcomeId: values.outcomeId ?? (await made.outcome()), programmeId: values.programmeId ?? (await given.programme()) }),
    principleSet: async (values) => record(principleSetKind, { name: "Working definition", ...values }),
    principle: async (values = {}) =>
      record(principleKind, { position: 1, positionBasis: "INFERRED", kind: "PRINCIPLE", statement: "Realise", ...values, principleSetId: values.principleSetId ?? (await made.principleSet()) }),
    consultation: async (values) => record(consultationKind, { title: "Shaping the model", status: "FINISHED", ...values }),
    consultee: async (values = {}) => record(consulteeKind, { ...values, consultationId: values.consultationId ?? (await made.consultation()) }),
    practiceMap: async (values) => record(practiceMapKind, { title: "What is already done", status: "OPEN", ...values }),
    practice: async (values) => record(practiceKind, { title: "Staff training", status: "REPORTED", ...values }),
  };
  return made;
}
