import { describe, expect, it } from "vitest";
import { blockers, type Blocker, type Considered } from "../../../src/domain/delivery/dependency/rules.ts";
import { workstreamStatuses } from "../../../src/domain/delivery/workstream/table.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { notKnown, type PartialDate } from "../../../src/kernel/partial-date.ts";
import { readPartialDate, type PartialDateInput } from "../../../src/kernel/read-partial-date.ts";

type Criterion = Considered["criteria"][number];
type Waiver = Considered["waivers"][number];
type Status = NonNullable<Considered["workstream"]>["status"];

const record = { version: 1, audience: "PUBLIC", systemId: null, gaps: {}, isExample: null } as const;

const date = (written: string | PartialDateInput | undefined): PartialDate => (written === undefined ? notKnown("UNKNOWN") : readPartialDate(written));

const dependencyOf = (of: Partial<Considered["dependency"]> = {}): Considered["dependency"] => ({
  ...record, id: "dependency", type: "READY_TO_START", basis: "STATED", rationale: null,
  predecessorWorkstreamId: null, predecessorMilestoneId: null, predecessorDescription: null, successorWorkstreamId: "successor", successorMilestoneId: null, ...of,
});

const criterion = (status: Criterion["status"], id: string = status): Criterion => ({
  ...record, id, status, workstreamId: "predecessor", statement: "Agreed", supplierId: null, evidence: null, evidenceAddress: null, decided: date(undefined), decidedById: null,
});

const waiver = (until: string | PartialDateInput | undefined, ended?: string | PartialDateInput): Waiver => ({
  ...record, id: "waiver", dependencyId: "dependency", reason: "Agreed by the board", grantedById: null, until: date(until), ended: date(ended),
});

/** What stands in the way of something that waits for the workstream Training. */
function onWorkstream(status: Status, { type = "READY_TO_START", evidence = [], waivers = [], on = "2023-06-15" }: Waiting = {}): Blocker[] {
  const dependency = dependencyOf({ type, predecessorWorkstreamId: "predecessor" });
  const criteria = evidence.map((one) => criterion(one));
  return blockers([{ dependency, workstream: { name: "Training", status }, milestone: null, criteria, waivers }], readDay(on));
}

interface Waiting {
  readonly type?: Considered["dependency"]["type"];
  readonly evidence?: readonly Criterion["status"][];
  readonly waivers?: readonly Waiver[];
  readonly on?: string;
}

const satisfied: readonly string[] = [];

describe("what has to come first", () => {
  it.each<{ status: Status; ready: readonly string[]; finished: readonly string[] }>([
    { status: "READY", ready: satisfied, finished: ["Training has to be closed; it is ready."] },
    { status: "CLOSED", ready: satisfied, finished: satisfied },
    { status: "NOT_STARTED", ready: ["Training has to be ready or closed; it is not started."], finished: ["Training has to be closed; it is not started."] },
    { status: "IN_PROGRESS", ready: ["Training has to be ready or closed; it is in progress."], finished: ["Training has to be closed; it is in progress."] },
    { status: "PAUSED", ready: ["Training has to be ready or closed; it is paused."], finished: ["Training has to be closed; it is paused."] },
    { status: "NOT_REPORTED", ready: ["Training has to be ready or closed; it is not reported."], finished: ["Training has to be closed; it is not reported."] },
    {
      status: "MERGED",
      ready: ["Training was merged into others, and no accepted evidence shows that it is ready."],
      finished: ["Training was merged into others, and no accepted evidence shows that it is ready."],
    },
  ])("a workstream that is $status", ({ status, ready, finished }) => {
    expect(onWorkstream(status).map(({ missing }) => missing)).toEqual(ready);
    expect(onWorkstream(status, { type: "FINISH_TO_START" }).map(({ missing }) => missing)).toEqual(finished);
  });

  it.each<{ what: string; evidence: readonly Criterion["status"][]; blocks: boolean }>([
    { what: "without criteria", evidence: [], blocks: true },
    { what: "with accepted evidence", evidence: ["ACCEPTED"], blocks: false },
    { what: "with evidence accepted or waived", evidence: ["ACCEPTED", "WAIVED"], blocks: false },
    { what: "with evidence waived only", evidence: ["WAIVED"], blocks: true },
    { what: "with evidence that nobody has decided on", evidence: ["SUPPLIED"], blocks: true },
    { what: "with some accepted and some outstanding", evidence: ["ACCEPTED", "OUTSTANDING"], blocks: true },
    { what: "with some accepted and some not decided on", evidence: ["ACCEPTED", "SUPPLIED"], blocks: true },
  ])("a merged workstream $what blocks: $blocks", ({ evidence, blocks }) => {
    for (const type of ["READY_TO_START", "FINISH_TO_START"] as const) expect(onWorkstream("MERGED", { type, evidence })).toHaveLength(blocks ? 1 : 0);
  });

  it("open criteria do not hold up what is ready, and accepted ones do not make it so", () => {
    expect(onWorkstream("READY", { evidence: ["OUTSTANDING"] })).toEqual([]);
    for (const status of workstreamStatuses.filter((one) => !["READY", "CLOSED", "MERGED"].includes(one))) {
      expect(onWorkstream(status, { evidence: ["ACCEPTED"] })).toHaveLength(1);
    }
  });

  it("lists the criteria of the predecessor that are still open", () => {
    const [blocker] = onWorkstream("IN_PROGRESS", { evidence: ["ACCEPTED", "OUTSTANDING", "WAIVED", "SUPPLIED"] });
    expect(blocker?.outstanding.map(({ status }) => status)).toEqual(["OUTSTANDING", "SUPPLIED"]);
  });

  it.each<{ status: NonNullable<Considered["milestone"]>["status"]; missing: readonly string[] }>([
    { status: "MET", missing: satisfied },
    { status: "PARTIALLY_MET", missing: ["“Launch” has to be met; it is partially met."] },
    { status: "SCHEDULED", missing: ["“Launch” has to be met; it is scheduled."] },
    { status: "CANCELLED", missing: ["“Launch” has to be met; it is cancelled."] },
    { status: "NOT_REPORTED", missing: ["“Launch” has to be met; it is not reported."] },
  ])("a milestone that is $status", ({ status, missing }) => {
    for (const type of ["READY_TO_START", "FINISH_TO_START"] as const) {
      const one: Considered = { dependency: dependencyOf({ type, predecessorMilestoneId: "m" }), workstream: null, milestone: { title: "Launch", status }, criteria: [], waivers: [] };
      expect(blockers([one], readDay("2023-06-15")).map((blocker) => blocker.missing)).toEqual(missing);
    }
  });

  it("something that is named but not tracked is never seen to be done", () => {
    const one: Considered = { dependency: dependencyOf({ predecessorDescription: "The national framework" }), workstream: null, milestone: null, criteria: [], waivers: [] };
    expect(blockers([one], readDay("2023-06-15")).map(({ missing }) => missing)).toEqual([
      "The national framework: this is not tracked here, so nobody can see whether it is done.",
    ]);
  });

  it("something that cannot be seen is not named, nor are its criteria", () => {
    const dependency = dependencyOf({ predecessorWorkstreamId: "hidden" });
    const one: Considered = { dependency, workstream: null, milestone: null, criteria: [criterion("OUTSTANDING")], waivers: [] };
    expect(blockers([one], readDay("2023-06-15"))).toEqual([{ dependency, missing: "Something that you may not see has to come first.", outstanding: [], waiver: null }]);
  });

  it("names each blocker, and only those", () => {
    const all = (["READY", "PAUSED", "CLOSED", "NOT_STARTED"] as const).map((status, index): Considered => ({
      dependency: dependencyOf({ id: String(index) }), workstream: { name: status, status }, milestone: null, criteria: [], waivers: [],
    }));
    expect(blockers(all, readDay("2023-06-15")).map(({ dependency, missing }) => [dependency.id, missing])).toEqual([
      ["1", "PAUSED has to be ready or closed; it is paused."], ["3", "NOT_STARTED has to be ready or closed; it is not started."],
    ]);
  });
});

describe("a waiver", () => {
  it.each<{ what: string; waivers: readonly Waiver[]; on: string; holds: boolean }>([
    { what: "until a day to come", waivers: [waiver("2023-07-01")], on: "2023-06-15", holds: true },
    { what: "on its last day", waivers: [waiver("2023-06-15")], on: "2023-06-15", holds: true },
    { what: "on the day after", waivers: [waiver("2023-06-14")], on: "2023-06-15", holds: false },
    { what: "to the end of its last possible day", waivers: [waiver("June 2023")], on: "2023-06-30", holds: true },
    { what: "after its last possible day", waivers: [waiver("June 2023")], on: "2023-07-01", holds: false },
    { what: "without an end", waivers: [waiver("not stated")], on: "2023-06-15", holds: false },
    { what: "with an open end", waivers: [waiver("from June 2023")], on: "2023-06-15", holds: false },
    { what: "ended on the day before", waivers: [waiver("2023-07-01", "2023-06-14")], on: "2023-06-15", holds: false },
    { what: "ended on that day", waivers: [waiver("2023-07-01", "2023-06-15")], on: "2023-06-15", holds: false },
    { what: "ended later", waivers: [waiver("2023-07-01", "2023-06-16")], on: "2023-06-15", holds: true },
    { what: "ended some time in the month", waivers: [waiver("2023-07-01", "June 2023")], on: "2023-06-15", holds: false },
    { what: "ended some time in a month to come", waivers: [waiver("2023-08-01", "July 2023")], on: "2023-06-15", holds: true },
    { what: "ended some time until a day to come", waivers: [waiver("2023-07-01", "until 20 June 2023")], on: "2023-06-15", holds: false },
    { what: "ended, in words that name no day", waivers: [waiver("2023-07-01", { text: "recently", precision: "RELATIVE" })], on: "2023-06-15", holds: false },
    { what: "of whose ending nothing is stated", waivers: [waiver("2023-07-01", "not stated")], on: "2023-06-15", holds: true },
    { what: "beside one that has run out", waivers: [waiver("2023-06-01"), waiver("2023-07-01")], on: "2023-06-15", holds: true },
  ])("$what holds: $holds", ({ waivers, on, holds }) => {
    const [blocker] = onWorkstream("PAUSED", { waivers, on });
    expect(blocker?.missing).toBe("Training has to be ready or closed; it is paused.");
    expect(blocker?.waiver).toBe(holds ? waivers.at(-1) : null);
  });
});
