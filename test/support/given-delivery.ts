import { milestoneKind, type milestones } from "../../src/domain/delivery/milestone/table.ts";
import { riskKind, type risks } from "../../src/domain/delivery/risk/table.ts";
import { judgementKind, statusReportItemKind, statusReportKind, type judgements, type statusReportItems, type statusReports } from "../../src/domain/delivery/status-report/table.ts";
import { sourceKind, type sources } from "../../src/domain/foundation/source/table.ts";
import { collaborationKind, collaborationPartyKind, type collaborationParties, type collaborations } from "../../src/domain/partners/collaboration/table.ts";
import { personRoleKind, type personRoles } from "../../src/domain/partners/person/table.ts";
import { measureActualKind, measureKind, type measureActuals, type measures } from "../../src/domain/resources/measure/table.ts";
import { postFunderKind, postHolderKind, postKind, type postFunders, type postHolders, type posts } from "../../src/domain/resources/post/table.ts";
import {
  cohortKind, trainingProgrammeKind, trainingRoleKind, trainingTierKind, type cohorts, type trainingProgrammes, type trainingRoles, type trainingTiers,
} from "../../src/domain/resources/training/table.ts";
import { readQuantity } from "../../src/kernel/read-quantity.ts";
import type { World } from "./domain-world.ts";
import type { Make } from "./given.ts";

/** What is done, by whom and with what, each with the parents that it needs. */
export interface DeliveryMakers {
  readonly source: Make<typeof sources>;
  readonly personRole: Make<typeof personRoles>;
  readonly collaboration: Make<typeof collaborations>;
  /** An organisation's, unless somebody else's is given. */
  readonly collaborationParty: Make<typeof collaborationParties>;
  readonly milestone: Make<typeof milestones>;
  /** Published, and on a programme unless it is on something else. */
  readonly statusReport: Make<typeof statusReports>;
  readonly statusReportItem: Make<typeof statusReportItems>;
  /** Amber overall, unless something else is given. */
  readonly judgement: Make<typeof judgements>;
  readonly risk: Make<typeof risks>;
  readonly post: Make<typeof posts>;
  readonly postHolder: Make<typeof postHolders>;
  /** An organisation's, unless somebody else's is given. */
  readonly postFunder: Make<typeof postFunders>;
  readonly training: Make<typeof trainingProgrammes>;
  readonly trainingTier: Make<typeof trainingTiers>;
  readonly trainingRole: Make<typeof trainingRoles>;
  readonly cohort: Make<typeof cohorts>;
  readonly measure: Make<typeof measures>;
  readonly measureActual: Make<typeof measureActuals>;
}

export function deliveryOf({ record, given }: World): DeliveryMakers {
  const silent = readQuantity("not stated");
  const made: DeliveryMakers = {
    source: async (values) => record(sourceKind, { title: "HIT report", kind: "REPORT", ...values }),
    personRole: async (values = {}) => record(personRoleKind, { capacity: "LEAD", ...values, personId: values.personId ?? (await given.person()) }),
    collaboration: async (values) => record(collaborationKind, { subject: "Weight and trauma", status: "ACTIVE", ...values }),
    collaborationParty: async (values = {}) => {
      const who = values.organisationId ?? values.healthIntegrationTeamId ?? values.groupId ?? values.description ?? null;
      return record(collaborationPartyKind, {
        ...(who === null ? { organisationId: await given.organisation() } : {}),
        ...values,
        collaborationId: values.collaborationId ?? (await made.collaboration()),
      });
    },
    milestone: async (values = {}) =>
      record(milestoneKind, { title: "Business case", type: "DECISION", status: "SCHEDULED", ...values, programmeId: values.programmeId ?? (await given.programme()) }),
    statusReport: async (values = {}) => {
      const what = values.programmeId ?? values.workstreamId ?? values.healthIntegrationTeamId ?? null;
      return record(statusReportKind, { title: "Report", status: "PUBLISHED", ...(what === null ? { programmeId: await given.programme() } : {}), ...values });
    },
    statusReportItem: async (values = {}) =>
      record(statusReportItemKind, { kind: "ACHIEVED", position: 1, statement: "The charter is out", ...values, reportId: values.reportId ?? (await made.statusReport()) }),
    judgement: async (values = {}) =>
      record(judgementKind, {
        dimension: "OVERALL", scheme: "DELIVERY_CONFIDENCE_3", rating: "Amber", wording: "Feasible, with significant problems", ...values,
        reportId: values.reportId ?? (await made.statusReport()),
      }),
    risk: async (values = {}) => record(riskKind, { title: "No post holder", kind: "RISK", status: "OPEN", ...values, programmeId: values.programmeId ?? (await given.programme()) }),
    post: async (values) => record(postKind, { title: "Coordinator", status: "PROPOSED", ...values }),
    postHolder: async (values = {}) => record(postHolderKind, { ...values, postId: values.postId ?? (await made.post()) }),
    postFunder: async (values = {}) => {
      const who = values.organisationId ?? values.healthIntegrationTeamId ?? values.groupId ?? values.description ?? null;
      return record(postFunderKind, {
        role: "FUNDER", share: silent,
        ...(who === null ? { organisationId: await given.organisation() } : {}),
        ...values,
        postId: values.postId ?? (await made.post()),
      });
    },
    training: async (values) => record(trainingProgrammeKind, { name: "Training", status: "RUNNING", ...values }),
    trainingTier: async (values = {}) => record(trainingTierKind, { number: 1, ...values, trainingProgrammeId: values.trainingProgrammeId ?? (await made.training()) }),
    trainingRole: async (values = {}) =>
      record(trainingRoleKind, { role: "DELIVERER", basis: "STATED", ...values, trainingProgrammeId: values.trainingProgrammeId ?? (await made.training()) }),
    cohort: async (values = {}) => record(cohortKind, { size: silent, ...values, trainingProgrammeId: values.trainingProgrammeId ?? (await made.training()) }),
    measure: async (values) => record(measureKind, { title: "People trained", kind: "TRAINING_REACH", unit: "PEOPLE", baseline: silent, target: silent, ...values }),
    measureActual: async (values = {}) => record(measureActualKind, { value: silent, ...values, measureId: values.measureId ?? (await made.measure()) }),
  };
  return made;
}
