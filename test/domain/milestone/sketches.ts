import type { milestones } from "../../../src/domain/delivery/milestone/table.ts";
import type { programmes } from "../../../src/domain/delivery/programme/table.ts";
import type { workstreams } from "../../../src/domain/delivery/workstream/table.ts";
import { notKnown, type PartialDate } from "../../../src/kernel/partial-date.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";

type Milestone = typeof milestones.$inferSelect;

/** What of a milestone matters to a case; dates in words. The first baseline is the baseline, unless it was set anew. */
export interface Sketch extends Partial<Pick<Milestone, "status" | "saidNotDoneOn" | "parts" | "metBy" | "ownerOrganisationId" | "ownerHealthIntegrationTeamId">> {
  readonly first?: string;
  readonly baseline?: string;
  readonly forecast?: string;
  readonly actual?: string;
}

const date = (written: string | undefined): PartialDate => (written === undefined ? notKnown("UNKNOWN") : readPartialDate(written));

export function aMilestone({ baseline = "May 2023", first = baseline, forecast = baseline, actual, ...rest }: Sketch): Milestone {
  const dates = { firstBaseline: date(first), baseline: date(baseline), forecast: date(forecast), actual: date(actual) };
  const days = { dueEarliest: null, dueLatest: null, dueOrder: null, firstBaselineEarliest: null, firstBaselineLatest: null, actualEarliest: null, actualLatest: null };
  return {
    id: "ms_1", version: 1, audience: "PUBLIC", systemId: null, gaps: {}, isExample: null, title: "Launch", type: "LAUNCH", status: "SCHEDULED",
    saidNotDoneOn: null, parts: [], metBy: null, programmeId: "pr_here", workstreamId: null, ownerOrganisationId: null, ownerHealthIntegrationTeamId: null,
    ...dates, ...days, ...rest,
  };
}

export function aProgramme(id: string, systemId: string): typeof programmes.$inferSelect {
  const silent = notKnown("UNKNOWN");
  return {
    id, version: 1, audience: "MEMBERS", systemId, gaps: {}, isExample: null, name: "Programme", aim: null, status: "ACTIVE", start: silent, end: silent,
    reportingRhythm: null, hostId: null, placeId: null, parentId: null,
  };
}

export function aWorkstream(id: string, programmeId: string): typeof workstreams.$inferSelect {
  return {
    id, version: 1, audience: "MEMBERS", systemId: "pl_bristol", gaps: {}, isExample: null, name: "Training", theme: "TRAINING", ownTheme: null, kind: null,
    status: "IN_PROGRESS", purpose: null, programmeId, leadHealthIntegrationTeamId: null, leadOrganisationId: null,
  };
}

/** A date in its words; anything else as it is. */
export function said(value: unknown): unknown {
  return typeof value === "object" && value !== null && "text" in value ? value.text : value;
}
