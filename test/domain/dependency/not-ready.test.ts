import { describe, expect, it } from "vitest";
import { notReady, notShown, type Body, type Waited } from "../../../src/domain/delivery/dependency/not-ready.ts";
import type { workstreamStatuses } from "../../../src/domain/delivery/workstream/table.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { notKnown } from "../../../src/kernel/partial-date.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";

type Criterion = Waited["criteria"][number];
type Workstream = NonNullable<Waited["workstream"]>;
type Milestone = NonNullable<Waited["milestone"]>;

const record = { version: 1, audience: "PUBLIC", systemId: null, gaps: {}, isExample: null } as const;
const hidden = { audience: "MEMBERS", systemId: "pl_0000000000000001" } as const;
const unknown = notKnown("UNKNOWN");
const today = readDay("2023-06-15");

/** Somebody who sees what is public. */
const sees = ({ audience }: { audience: string }): boolean => audience === "PUBLIC";

const college: Body = { ...record, name: "College" };
const board: Body = { ...record, ...hidden, name: "Secret board" };
const bodies = new Map([["college", college], ["board", board], ["trust", { ...record, name: "Trust" }]]);

const workstream = (status: (typeof workstreamStatuses)[number], of: Partial<Workstream> = {}): Workstream => ({
  ...record, id: "training", name: "Training", theme: "TRAINING", ownTheme: null, kind: null, status, purpose: null, programmeId: "pr", leadHealthIntegrationTeamId: null, leadOrganisationId: null, ...of,
});

const milestone = (status: Milestone["status"], of: Partial<Milestone> = {}): Milestone => ({
  ...record, id: "launch", title: "Launch", type: "LAUNCH", status, programmeId: "pr", workstreamId: null, ownerOrganisationId: null, ownerHealthIntegrationTeamId: null, parts: [], metBy: null,
  saidNotDoneOn: null, firstBaseline: unknown, baseline: unknown, forecast: unknown, actual: unknown,
  dueEarliest: null, dueLatest: null, dueOrder: null, firstBaselineEarliest: null, firstBaselineLatest: null, actualEarliest: null, actualLatest: null, ...of,
});

const criterion = (statement: string, of: Partial<Criterion> = {}): Criterion => ({
  ...record, id: statement, statement, status: "OUTSTANDING", workstreamId: "training", supplierId: null, evidence: null, evidenceAddress: null, decided: unknown, decidedById: null, ...of,
});

const waiver = (until: string, ended?: string): Waited["waivers"][number] => ({
  ...record, id: "waiver", dependencyId: "dependency", reason: "Agreed", grantedById: null, until: readPartialDate(until), ended: ended === undefined ? unknown : readPartialDate(ended),
});

function waited(of: Partial<Omit<Waited, "dependency">> & { dependency?: Partial<Waited["dependency"]> }): Waited {
  const { dependency, ...rest } = of;
  return {
    workstream: null, milestone: null, criteria: [], waivers: [], bodies, ...rest,
    dependency: {
      ...record, id: "dependency", type: "READY_TO_START", basis: "STATED", rationale: null, predecessorWorkstreamId: null, predecessorMilestoneId: null, predecessorDescription: null,
      successorWorkstreamId: "delivery", successorMilestoneId: null, ...dependency,
    },
  };
}

const next = "Nothing was changed: it can go on once that is there, or once a lead or the office of its programme waives it.";

describe("what has to be ready first", () => {
  it.each<{ what: string; waited: Waited; blocks: boolean }>([
    { what: "a predecessor that is ready", waited: waited({ workstream: workstream("READY") }), blocks: false },
    { what: "a predecessor that is closed", waited: waited({ workstream: workstream("CLOSED") }), blocks: false },
    { what: "a predecessor that has not started", waited: waited({ workstream: workstream("NOT_STARTED") }), blocks: true },
    { what: "a predecessor under way", waited: waited({ workstream: workstream("IN_PROGRESS") }), blocks: true },
    { what: "a predecessor that is paused", waited: waited({ workstream: workstream("PAUSED") }), blocks: true },
    { what: "a predecessor of which nobody reports", waited: waited({ workstream: workstream("NOT_REPORTED") }), blocks: true },
    { what: "a predecessor that was merged without evidence", waited: waited({ workstream: workstream("MERGED") }), blocks: true },
    { what: "a predecessor that was merged with evidence outstanding", waited: waited({ workstream: workstream("MERGED"), criteria: [criterion("A plan")] }), blocks: true },
    { what: "a predecessor that was merged with evidence nobody has decided on", waited: waited({ workstream: workstream("MERGED"), criteria: [criterion("A plan", { status: "SUPPLIED" })] }), blocks: true },
    { what: "a predecessor that was merged with accepted evidence", waited: waited({ workstream: workstream("MERGED"), criteria: [criterion("A plan", { status: "ACCEPTED" })] }), blocks: false },
    { what: "a predecessor that is waived for the day", waited: waited({ workstream: workstream("PAUSED"), waivers: [waiver("2023-06-15")] }), blocks: false },
    { what: "a predecessor whose waiver has run out", waited: waited({ workstream: workstream("PAUSED"), waivers: [waiver("2023-06-14")] }), blocks: true },
    { what: "a predecessor whose waiver was ended", waited: waited({ workstream: workstream("PAUSED"), waivers: [waiver("2023-07-01", "2023-06-15")] }), blocks: true },
    { what: "a hidden predecessor that is ready", waited: waited({ workstream: workstream("READY", hidden) }), blocks: false },
    { what: "a hidden predecessor that is not", waited: waited({ workstream: workstream("PAUSED", hidden) }), blocks: true },
    { what: "a hidden dependency", waited: waited({ workstream: workstream("PAUSED"), dependency: hidden }), blocks: true },
    { what: "a predecessor waived in secret", waited: waited({ workstream: workstream("PAUSED"), waivers: [{ ...waiver("2023-06-15"), ...hidden }] }), blocks: false },
    { what: "a milestone that is met", waited: waited({ milestone: milestone("MET") }), blocks: false },
    { what: "a milestone that is scheduled", waited: waited({ milestone: milestone("SCHEDULED") }), blocks: true },
    { what: "something that is not tracked", waited: waited({ dependency: { predecessorDescription: "The national framework" } }), blocks: true },
    { what: "a predecessor that is ready and has to be finished", waited: waited({ workstream: workstream("READY"), dependency: { type: "FINISH_TO_START" } }), blocks: true },
  ])("$what blocks: $blocks", ({ waited, blocks }) => {
    expect(notReady([waited], today, sees).map(({ code, path }) => [code, path])).toEqual(blocks ? [["NOT_READY", ["id"]]] : []);
  });

  it.each<{ what: string; waited: Waited; message: string; records: readonly string[] }>([
    {
      what: "open criteria, with who can supply each", records: ["training", "A plan", "Places", "Words"],
      waited: waited({ workstream: workstream("IN_PROGRESS"), criteria: [criterion("A plan", { supplierId: "college" }), criterion("Places", { supplierId: "trust", status: "SUPPLIED" }), criterion("Words"), criterion("Done", { status: "ACCEPTED" })] }),
      message: "Training has to be ready or closed; it is in progress. Still open: “A plan” (College can supply it); “Places” (Trust supplied it, and nobody has decided on it); “Words” (nobody is recorded who can supply it).",
    },
    {
      what: "hidden criteria only by number, and a hidden supplier by no name", records: ["training", "A plan"],
      waited: waited({ workstream: workstream("IN_PROGRESS"), criteria: [criterion("A plan", { supplierId: "board" }), criterion("Secret", hidden)] }),
      message: "Training has to be ready or closed; it is in progress. Still open: “A plan” (a body that you may not see can supply it); 1 more that you may not see.",
    },
    {
      what: "who leads it, where no criterion is open", records: ["training"],
      waited: waited({ workstream: workstream("PAUSED", { leadHealthIntegrationTeamId: "trust", leadOrganisationId: "college" }) }),
      message: "Training has to be ready or closed; it is paused. It is led by Trust and College.",
    },
    { what: "that nobody leads it", waited: waited({ workstream: workstream("PAUSED") }), records: ["training"], message: "Training has to be ready or closed; it is paused. Nobody is recorded who leads it." },
    { what: "who answers for a milestone", waited: waited({ milestone: milestone("NOT_MET", { ownerOrganisationId: "college" }) }), records: ["launch"], message: "“Launch” has to be met; it is not met. It is answered for by College." },
    { what: "that nobody answers for a milestone", waited: waited({ milestone: milestone("SCHEDULED") }), records: ["launch"], message: "“Launch” has to be met; it is scheduled. Nobody is recorded who answers for it." },
    { what: "what is not tracked", waited: waited({ dependency: { predecessorDescription: "The national framework" } }), records: [], message: "The national framework: this is not tracked here, so nobody can see whether it is done." },
    {
      what: "a workstream that may not be seen as no more than that", records: [],
      waited: waited({ workstream: workstream("PAUSED", { ...hidden, leadOrganisationId: "college" }), criteria: [criterion("A plan")] }),
      message: "A workstream that you may not see has to come first, and is not there yet.",
    },
    { what: "a milestone that may not be seen as no more than that", waited: waited({ milestone: milestone("SCHEDULED", hidden) }), records: [], message: "A milestone that you may not see has to come first, and is not there yet." },
    {
      what: "nothing of what a hidden dependency points at", records: [],
      waited: waited({ workstream: workstream("PAUSED"), dependency: hidden }), message: "A workstream that you may not see has to come first, and is not there yet.",
    },
  ])("tells $what", ({ waited, message, records }) => {
    expect(notReady([waited], today, sees)).toEqual([{ code: "NOT_READY", message: `${message} ${next}`, path: ["id"], records }]);
  });

  it("is told one by one", () => {
    const all = [waited({ workstream: workstream("PAUSED") }), waited({ workstream: workstream("READY") }), waited({ milestone: milestone("SCHEDULED") })];
    expect(notReady(all, today, sees).map(({ records }) => records)).toEqual([["training"], ["launch"]]);
  });
});

describe("what a workstream itself has to show", () => {
  it("is told criterion by criterion, with who can supply it, as far as it may be seen", () => {
    const all = [criterion("A plan", { supplierId: "college" }), criterion("Done", { status: "ACCEPTED" }), criterion("Not needed", { status: "WAIVED" }), criterion("Secret", hidden)];
    expect(notShown(all, bodies, sees)).toEqual([
      { code: "NOT_READY", message: "Before it counts as ready, this has to be accepted or waived: “A plan” (College can supply it). Nothing was changed.", path: ["id"], records: ["A plan"] },
      { code: "NOT_READY", message: "Before it counts as ready, this has to be accepted or waived: a criterion that you may not see. Nothing was changed.", path: ["id"], records: [] },
    ]);
  });
});
