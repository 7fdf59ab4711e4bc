import type { RecordTable } from "../../src/api/loaders.ts";
import { criterionKind, type criteria } from "../../src/domain/delivery/criterion/table.ts";
import { dependencyKind, dependencyWaiverKind, type dependencies, type dependencyWaivers } from "../../src/domain/delivery/dependency/table.ts";
import { milestoneKind, type milestones } from "../../src/domain/delivery/milestone/table.ts";
import { programmeGovernanceKind, programmeKind, type programmeGovernances, type programmes } from "../../src/domain/delivery/programme/table.ts";
import { workstreamContinuationKind, workstreamKind, type workstreamContinuations, type workstreams } from "../../src/domain/delivery/workstream/table.ts";
import { placeKind, type places } from "../../src/domain/foundation/place/table.ts";
import { sourceKind, type sources } from "../../src/domain/foundation/source/table.ts";
import { groupKind, type groups } from "../../src/domain/partners/group/table.ts";
import { healthIntegrationTeamKind, type healthIntegrationTeams } from "../../src/domain/partners/health-integration-team/table.ts";
import { membershipKind, membershipUnitKind, type memberships, type membershipUnits } from "../../src/domain/partners/membership/table.ts";
import {
  organisationIdentifierKind, organisationKind, organisationNameKind, successionKind,
  type organisationIdentifiers, type organisationNames, type organisations, type successions,
} from "../../src/domain/partners/organisation/table.ts";
import { personKind, type people } from "../../src/domain/partners/person/table.ts";
import {
  awardPartyKind, awardSpendKind, fundingAwardKind, fundingTotalKind, type awardParties, type awardSpends, type fundingAwards, type fundingTotals,
} from "../../src/domain/resources/funding/table.ts";
import type { Day } from "../../src/kernel/day.ts";
import type { Money } from "../../src/kernel/money.ts";
import type { PartialDate } from "../../src/kernel/partial-date.ts";
import type { RecordKind } from "../../src/ledger/concept.ts";

/** What a record is to say: dates and amounts as written, in words or whole. PUBLIC and of no system unless it says so. */
export type Values<Table extends RecordTable> = AsWritten<Omit<Table["$inferInsert"], "id" | "version" | "audience"> & Partial<Pick<Table["$inferInsert"], "audience">>>;

type AsWritten<Fields> = { readonly [Field in keyof Fields]: Fields[Field] | (Extract<Fields[Field], PartialDate | Money | Day> extends never ? never : string) };

/** Makes a record in an act of its own, and gives its id. */
export type MakeRecord = <Table extends RecordTable>(kind: RecordKind<Table>, values: Values<Table>) => Promise<string>;

/** Makes a record with what is given of it; the rest is made up. */
export type Make<Table extends RecordTable> = (values?: Partial<Values<Table>>) => Promise<string>;

export interface Makers {
  readonly place: Make<typeof places>;
  readonly source: Make<typeof sources>;
  readonly organisation: Make<typeof organisations>;
  readonly organisationName: Make<typeof organisationNames>;
  readonly organisationIdentifier: Make<typeof organisationIdentifiers>;
  readonly succession: Make<typeof successions>;
  readonly person: Make<typeof people>;
  readonly healthIntegrationTeam: Make<typeof healthIntegrationTeams>;
  readonly group: Make<typeof groups>;
  /** An organisation's in a group, unless somebody else's or elsewhere is given. */
  readonly membership: Make<typeof memberships>;
  readonly membershipUnit: Make<typeof membershipUnits>;
  readonly programme: Make<typeof programmes>;
  /** A HIT's, unless a group's is given. */
  readonly programmeGovernance: Make<typeof programmeGovernances>;
  readonly workstream: Make<typeof workstreams>;
  readonly workstreamContinuation: Make<typeof workstreamContinuations>;
  readonly criterion: Make<typeof criteria>;
  readonly milestone: Make<typeof milestones>;
  /** Between two workstreams, unless something else is given. */
  readonly dependency: Make<typeof dependencies>;
  readonly dependencyWaiver: Make<typeof dependencyWaivers>;
  readonly award: Make<typeof fundingAwards>;
  /** An organisation's, unless somebody else's is given. */
  readonly awardParty: Make<typeof awardParties>;
  readonly awardSpend: Make<typeof awardSpends>;
  readonly fundingTotal: Make<typeof fundingTotals>;
}

export function makers(record: MakeRecord): Makers {
  const given: Makers = {
    place: async (values) => record(placeKind, { name: "Bristol", level: "PLACE", ...values }),
    source: async (values) => record(sourceKind, { title: "Annual report", kind: "REPORT", ...values }),
    organisation: async (values) => record(organisationKind, { name: "Second Step", status: "ACTIVE", ...values }),
    organisationName: async (values = {}) =>
      record(organisationNameKind, { name: "2nd Step", kind: "ALIAS", basis: "STATED", ...values, organisationId: values.organisationId ?? (await given.organisation()) }),
    organisationIdentifier: async (values = {}) =>
      record(organisationIdentifierKind, { scheme: "GB_NHS", value: "RVJ", ...values, organisationId: values.organisationId ?? (await given.organisation()) }),
    succession: async (values = {}) =>
      record(successionKind, {
        ...values,
        predecessorId: values.predecessorId ?? (await given.organisation({ name: "Somerset County Council", status: "DISSOLVED" })),
        successorId: values.successorId ?? (await given.organisation({ name: "Somerset Council" })),
      }),
    person: async (values) => record(personKind, { name: "Dr Ada Example", visibility: "PUBLIC_ROLE", ...values }),
    healthIntegrationTeam: async (values) => record(healthIntegrationTeamKind, { name: "Adversity and Trauma HIT", status: "ACTIVE", ...values }),
    group: async (values) => record(groupKind, { name: "Trauma Sub-Group", kind: "SUB_GROUP", status: "ACTIVE", ...values }),
    membership: async (values = {}) => {
      const where = values.healthIntegrationTeamId ?? values.groupId ?? null;
      const who = values.organisationId ?? values.personId ?? values.constituency ?? null;
      return record(membershipKind, {
        capacity: "MEMBER",
        ...(where === null ? { groupId: await given.group() } : {}),
        ...(who === null ? { organisationId: await given.organisation() } : {}),
        ...values,
      });
    },
    membershipUnit: async (values = {}) =>
      record(membershipUnitKind, {
        ...values,
        membershipId: values.membershipId ?? (await given.membership()),
        organisationId: values.organisationId ?? (await given.organisation({ name: "Public Health", kind: "DEPARTMENT" })),
      }),
    programme: async (values) => record(programmeKind, { name: "Trauma Informed Somerset", status: "ACTIVE", ...values }),
    workstream: async (values = {}) =>
      record(workstreamKind, { name: "Training", theme: "TRAINING", status: "NOT_REPORTED", ...values, programmeId: values.programmeId ?? (await given.programme()) }),
    programmeGovernance: async (values = {}) =>
      record(programmeGovernanceKind, {
        capacity: "GOVERNS",
        ...((values.healthIntegrationTeamId ?? values.groupId ?? null) === null ? { healthIntegrationTeamId: await given.healthIntegrationTeam() } : {}),
        ...values,
        programmeId: values.programmeId ?? (await given.programme()),
      }),
    workstreamContinuation: async (values = {}) =>
      record(workstreamContinuationKind, {
        ...values,
        workstreamId: values.workstreamId ?? (await given.workstream({ name: "Principles", theme: "PRINCIPLES", status: "MERGED" })),
        continuedInId: values.continuedInId ?? (await given.workstream()),
      }),
    criterion: async (values = {}) =>
      record(criterionKind, { statement: "Training plan agreed", status: "OUTSTANDING", ...values, workstreamId: values.workstreamId ?? (await given.workstream()) }),
    milestone: async (values = {}) =>
      record(milestoneKind, { title: "Launch", type: "LAUNCH", status: "SCHEDULED", ...values, programmeId: values.programmeId ?? (await given.programme()) }),
    dependency: async (values = {}) => {
      const first = values.predecessorWorkstreamId ?? values.predecessorMilestoneId ?? values.predecessorDescription ?? null;
      const then = values.successorWorkstreamId ?? values.successorMilestoneId ?? null;
      return record(dependencyKind, {
        type: "READY_TO_START",
        basis: "STATED",
        ...(first === null ? { predecessorWorkstreamId: await given.workstream() } : {}),
        ...(then === null ? { successorWorkstreamId: await given.workstream({ name: "Service delivery", theme: "SERVICE_DELIVERY" }) } : {}),
        ...values,
      });
    },
    dependencyWaiver: async (values = {}) =>
      record(dependencyWaiverKind, { reason: "Agreed by the board", ...values, dependencyId: values.dependencyId ?? (await given.dependency()) }),
    award: async (values) => record(fundingAwardKind, { title: "Community champions", status: "AWARDED", ...values }),
    awardParty: async (values = {}) => {
      const who = values.organisationId ?? values.healthIntegrationTeamId ?? values.groupId ?? values.description ?? null;
      return record(awardPartyKind, {
        role: "FUNDER",
        ...(who === null ? { organisationId: await given.organisation() } : {}),
        ...values,
        awardId: values.awardId ?? (await given.award()),
      });
    },
    awardSpend: async (values = {}) => record(awardSpendKind, { financialYear: "2022-23", ...values, awardId: values.awardId ?? (await given.award()) }),
    fundingTotal: async (values) => record(fundingTotalKind, { title: "Funding secured", financialYear: "2022-23", itemised: false, ...values }),
  };
  return given;
}
