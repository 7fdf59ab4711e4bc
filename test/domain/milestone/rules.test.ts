import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { due, milestoneTimings, outcomeProblems, slipFrom, timing, type MilestoneTiming, type Timed } from "../../../src/domain/delivery/milestone/rules.ts";
import { milestoneKind, milestoneStatuses } from "../../../src/domain/delivery/milestone/table.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { notKnown, type PartialDate } from "../../../src/kernel/partial-date.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";
import { closeDate, closeDay } from "../../support/close-dates.ts";
import { openWorld, type World } from "../../support/domain-world.ts";

/** Milliseconds in which a property that fails finds its smallest case. */
const TIME_TO_SHRINK = 60_000;

interface Given {
  readonly status?: Timed["status"];
  readonly first?: string;
  readonly baseline?: string;
  readonly forecast?: string;
  readonly actual?: string;
  readonly saidNotDoneOn?: string;
}

const date = (written: string | undefined): PartialDate => (written === undefined ? notKnown("UNKNOWN") : readPartialDate(written));

/** The first baseline is the baseline, unless it was set anew. */
const milestone = ({ status = "SCHEDULED", baseline, first = baseline, forecast, actual, saidNotDoneOn }: Given): Timed => ({
  status, firstBaseline: date(first), baseline: date(baseline), forecast: date(forecast), actual: date(actual), saidNotDoneOn: saidNotDoneOn === undefined ? null : readDay(saidNotDoneOn),
});

describe("due", () => {
  it.each<{ what: string; given: Given; is: string }>([
    { what: "is the forecast", given: { baseline: "January 2023", forecast: "March 2023" }, is: "March 2023" },
    { what: "is the baseline where no forecast is known", given: { baseline: "January 2023", forecast: "not stated" }, is: "January 2023" },
    { what: "is the baseline where the forecast says no day", given: { baseline: "January 2023", forecast: "unknown" }, is: "January 2023" },
    { what: "is never the first baseline", given: { first: "January 2023", baseline: "March 2023" }, is: "March 2023" },
    { what: "is not known where neither is", given: { baseline: "not stated" }, is: "not stated" },
  ])("$what", ({ given, is }) => {
    expect(due(milestone(given)).text).toBe(is);
  });
});

describe("timing", () => {
  const range = { baseline: "April / May 2023" };
  it.each<{ what: string; given: Given; on: string; is: MilestoneTiming }>([
    { what: "without a date", given: {}, on: "2023-05-01", is: "UNDATED" },
    { what: "whose source states none", given: { baseline: "not stated", forecast: "not stated" }, on: "2023-05-01", is: "UNDATED" },
    { what: "without a date, said not to be done", given: { status: "NOT_MET", saidNotDoneOn: "2023-05-01" }, on: "2023-06-01", is: "UNDATED" },
    { what: "long before its window", given: range, on: "2020-01-01", is: "UPCOMING" },
    { what: "on the day before its window", given: range, on: "2023-03-31", is: "UPCOMING" },
    { what: "before its window, though reported as not met", given: { ...range, status: "NOT_MET" }, on: "2023-03-31", is: "UPCOMING" },
    { what: "on the first day of its window", given: range, on: "2023-04-01", is: "IN_WINDOW" },
    { what: "on the last day of its window", given: range, on: "2023-05-31", is: "IN_WINDOW" },
    { what: "within its window, though reported as not met", given: { ...range, status: "NOT_MET", saidNotDoneOn: "2023-05-01" }, on: "2023-05-31", is: "IN_WINDOW" },
    { what: "on its day", given: { baseline: "5 May 2023" }, on: "2023-05-05", is: "IN_WINDOW" },
    { what: "on the day after its window, of which nobody has said anything", given: range, on: "2023-06-01", is: "PAST_DUE_NOT_REPORTED" },
    { what: "long after its window, of which nobody has said anything", given: range, on: "2033-06-01", is: "PAST_DUE_NOT_REPORTED" },
    { what: "after its window, where somebody asked and had no answer", given: { ...range, status: "NOT_REPORTED" }, on: "2023-06-01", is: "PAST_DUE_NOT_REPORTED" },
    { what: "after its window, reported as not met", given: { ...range, status: "NOT_MET" }, on: "2023-06-01", is: "OVERDUE" },
    { what: "after its window, reported as met in part", given: { ...range, status: "PARTIALLY_MET", actual: "May 2023" }, on: "2023-06-01", is: "OVERDUE" },
    { what: "said not to be done since its window", given: { ...range, saidNotDoneOn: "2023-06-10" }, on: "2023-06-20", is: "OVERDUE" },
    { what: "said not to be done on the day after its window", given: { ...range, saidNotDoneOn: "2023-06-01" }, on: "2023-06-20", is: "OVERDUE" },
    { what: "said not to be done on the very day that is asked about", given: { ...range, saidNotDoneOn: "2023-06-10" }, on: "2023-06-10", is: "OVERDUE" },
    { what: "said not to be done after the day that is asked about", given: { ...range, saidNotDoneOn: "2023-06-10" }, on: "2023-06-09", is: "PAST_DUE_NOT_REPORTED" },
    { what: "said not to be done before its window only", given: { ...range, saidNotDoneOn: "2023-03-01" }, on: "2023-06-20", is: "PAST_DUE_NOT_REPORTED" },
    { what: "said not to be done on the last day of its window only", given: { ...range, saidNotDoneOn: "2023-05-31" }, on: "2023-06-20", is: "PAST_DUE_NOT_REPORTED" },
    { what: "past its baseline, but not its forecast", given: { baseline: "January 2023", forecast: "May 2023" }, on: "2023-02-01", is: "UPCOMING" },
    { what: "past its forecast, but not its baseline", given: { baseline: "May 2023", forecast: "January 2023" }, on: "2023-02-01", is: "PAST_DUE_NOT_REPORTED" },
    { what: "with an open end, ever after its beginning", given: { baseline: "from April 2023" }, on: "2043-01-01", is: "IN_WINDOW" },
    { what: "with an open end, before its beginning", given: { baseline: "from April 2023" }, on: "2023-03-31", is: "UPCOMING" },
    { what: "with an open end, reported as not met", given: { baseline: "from April 2023", status: "NOT_MET" }, on: "2043-01-01", is: "IN_WINDOW" },
    { what: "with an open beginning, ever before its end", given: { baseline: "until April 2023" }, on: "1923-01-01", is: "IN_WINDOW" },
    { what: "with an open beginning, after its end", given: { baseline: "until April 2023" }, on: "2023-05-01", is: "PAST_DUE_NOT_REPORTED" },
    { what: "met before its baseline begins", given: { ...range, status: "MET", actual: "March 2023" }, on: "2024-01-01", is: "MET_ON_TIME" },
    { what: "met on the day on which its baseline begins", given: { ...range, status: "MET", actual: "1 April 2023" }, on: "2024-01-01", is: "MET_ON_TIME" },
    { what: "met on the day of its baseline", given: { baseline: "5 May 2023", status: "MET", actual: "5 May 2023" }, on: "2024-01-01", is: "MET_ON_TIME" },
    { what: "met within the days of its baseline", given: { ...range, status: "MET", actual: "2 April 2023" }, on: "2024-01-01", is: "MET_TIMING_UNCERTAIN" },
    { what: "met in the same months as its baseline", given: { ...range, status: "MET", actual: "April / May 2023" }, on: "2024-01-01", is: "MET_TIMING_UNCERTAIN" },
    { what: "met on the last day of its baseline", given: { ...range, status: "MET", actual: "31 May 2023" }, on: "2024-01-01", is: "MET_TIMING_UNCERTAIN" },
    { what: "met perhaps after its baseline", given: { ...range, status: "MET", actual: "May / June 2023" }, on: "2024-01-01", is: "MET_TIMING_UNCERTAIN" },
    { what: "met on the day after its baseline ends", given: { ...range, status: "MET", actual: "1 June 2023" }, on: "2024-01-01", is: "MET_LATE" },
    { what: "met later than first planned, but as planned now", given: { first: "January 2023", baseline: "May 2023", status: "MET", actual: "1 May 2023" }, on: "2024-01-01", is: "MET_LATE" },
    { what: "met as first planned, but later than planned now", given: { first: "5 May 2023", baseline: "January 2023", status: "MET", actual: "5 May 2023" }, on: "2024-01-01", is: "MET_ON_TIME" },
    { what: "met later than forecast, but sooner than first planned", given: { baseline: "May 2023", forecast: "January 2023", status: "MET", actual: "March 2023" }, on: "2024-01-01", is: "MET_ON_TIME" },
    { what: "met on a day that nobody states", given: { ...range, status: "MET", actual: "not stated" }, on: "2024-01-01", is: "MET_TIMING_UNCERTAIN" },
    { what: "met without a baseline", given: { status: "MET", actual: "1 May 2023" }, on: "2024-01-01", is: "MET_TIMING_UNCERTAIN" },
    { what: "met some time until the baseline begins", given: { ...range, status: "MET", actual: "until March 2023" }, on: "2024-01-01", is: "MET_ON_TIME" },
    { what: "met some time from the end of the baseline on", given: { ...range, status: "MET", actual: "from June 2023" }, on: "2024-01-01", is: "MET_LATE" },
    { what: "met against a baseline with an open end", given: { baseline: "from April 2023", status: "MET", actual: "May 2023" }, on: "2024-01-01", is: "MET_TIMING_UNCERTAIN" },
    { what: "met, whatever was said before", given: { ...range, status: "MET", actual: "1 April 2023", saidNotDoneOn: "2023-07-01" }, on: "2023-08-01", is: "MET_ON_TIME" },
    { what: "cancelled, whatever its dates", given: { ...range, status: "CANCELLED", saidNotDoneOn: "2023-07-01" }, on: "2023-08-01", is: "CANCELLED" },
    { what: "cancelled, without a date", given: { status: "CANCELLED" }, on: "2023-08-01", is: "CANCELLED" },
  ])("of a milestone $what is $is", ({ given, on, is }) => {
    expect(timing(milestone(given), readDay(on))).toBe(is);
  });

  const anyMilestone: fc.Arbitrary<Timed> = fc.record({
    status: fc.constantFrom(...milestoneStatuses),
    firstBaseline: closeDate,
    baseline: closeDate,
    forecast: closeDate,
    actual: closeDate,
    saidNotDoneOn: fc.option(closeDay),
  });

  it("never takes silence for lateness", () => {
    fc.assert(
      fc.property(anyMilestone, fc.constantFrom("SCHEDULED", "NOT_REPORTED"), closeDay, (given, status, on) => {
        const silent: Timed = { ...given, status, saidNotDoneOn: null };
        expect(["UNDATED", "UPCOMING", "IN_WINDOW", "PAST_DUE_NOT_REPORTED"]).toContain(timing(silent, on));
      }),
    );
  });

  it("is the same in the filter, in the field and in the rule", async () => {
    const world = await openWorld();
    const property = fc.asyncProperty(fc.array(anyMilestone, { minLength: 30, maxLength: 90 }), fc.array(closeDay, { minLength: 1, maxLength: 2 }), async (given, days) => {
      const programmeId = await world.given.programme();
      const ids = await world.act((draft) => given.map((one) => draft.create(milestoneKind, { audience: "PUBLIC", title: "Launch", type: "LAUNCH", programmeId, ...one })));
      for (const on of days) {
        const ruled = new Map(ids.map((id, index) => [id, timing(given[index] ?? milestone({}), on)]));
        expect(await timingsOf(world, programmeId, on)).toEqual({ field: ruled, filter: ruled });
      }
    });
    await fc.assert(property, { numRuns: 8 });
  }, TIME_TO_SHRINK);
});

const TIMINGS = `query ($programme: ID!, $on: Day!) {
  all: milestones(first: 100, filter: { programme: $programme }) { nodes { id timing(on: $on) } }
  ${milestoneTimings.map((one) => `${one}: milestones(first: 100, filter: { programme: $programme, timing: [${one}], on: $on }) { nodes { id } }`).join("\n  ")}
}`;

/** What the field says of each milestone of a programme, and by which timing the filter finds it. */
async function timingsOf(world: World, programme: string, on: string): Promise<Record<"field" | "filter", ReadonlyMap<string, string>>> {
  const { all, ...byTiming } = await world.ask<Record<string, { nodes: { id: string; timing: string }[] }>>(nobody, TIMINGS, { programme, on });
  const found = Object.entries(byTiming).flatMap(([timing, { nodes }]) => nodes.map(({ id }): [string, string] => [id, timing]));
  expect(found).toHaveLength(all?.nodes.length ?? 0);
  return { field: new Map(all?.nodes.map(({ id, timing }) => [id, timing])), filter: new Map(found) };
}

describe("slip", () => {
  it.each<{ what: string; given: Given; first: [number, number] | null; present: [number, number] | null }>([
    { what: "is none where nothing moved", given: { baseline: "5 May 2023", forecast: "5 May 2023" }, first: [0, 0], present: [0, 0] },
    { what: "goes to the forecast", given: { baseline: "5 May 2023", forecast: "15 May 2023" }, first: [10, 10], present: [10, 10] },
    { what: "goes to the actual date once there is one", given: { baseline: "5 May 2023", forecast: "15 May 2023", actual: "8 May 2023" }, first: [3, 3], present: [3, 3] },
    { what: "is below zero where it is earlier", given: { baseline: "5 May 2023", forecast: "1 May 2023" }, first: [-4, -4], present: [-4, -4] },
    { what: "is an interval when a date is", given: { baseline: "April 2023", forecast: "May 2023" }, first: [1, 60], present: [1, 60] },
    { what: "is none where the forecast is the baseline word for word, however inexact", given: { baseline: "April 2023", forecast: "April 2023" }, first: [0, 0], present: [0, 0] },
    { what: "can be of either direction where the dates overlap", given: { baseline: "April 2023", forecast: "April / May 2023" }, first: [-29, 60], present: [-29, 60] },
    { what: "is an interval once it is met, even in the words of the baseline", given: { baseline: "April 2023", forecast: "April 2023", actual: "April 2023" }, first: [-29, 29], present: [-29, 29] },
    { what: "stays visible when the baseline is set anew", given: { first: "5 May 2023", baseline: "5 June 2023", forecast: "6 June 2023" }, first: [32, 32], present: [1, 1] },
    { what: "is not known without a forecast", given: { baseline: "5 May 2023" }, first: null, present: null },
    { what: "is not known without a baseline", given: { forecast: "5 May 2023" }, first: null, present: null },
    { what: "is not known where an end is open", given: { baseline: "5 May 2023", forecast: "from May 2023" }, first: null, present: null },
    { what: "is known from the one baseline where it is not from the other", given: { first: "not stated", baseline: "5 May 2023", forecast: "6 May 2023" }, first: null, present: [1, 1] },
  ])("$what", ({ given, first, present }) => {
    const one = milestone(given);
    expect([one.firstBaseline, one.baseline].map((from) => slipFrom(from, one))).toEqual([first, present].map((days) => days && { least: days[0], most: days[1] }));
  });
});

describe("outcomeProblems", () => {
  it.each<readonly [Timed["status"], actual: string, readonly string[]]>([
    ["MET", "June 2023", []],
    ["PARTIALLY_MET", "2023", []],
    ["MET", "unknown", ["MISSING_FIELD actual"]],
    ["PARTIALLY_MET", "not stated", ["MISSING_FIELD actual"]],
    ["SCHEDULED", "unknown", []],
    ["SCHEDULED", "June 2023", ["RULE actual"]],
    ["NOT_MET", "June 2023", ["RULE actual"]],
    ["NOT_REPORTED", "June 2023", ["RULE actual"]],
    ["CANCELLED", "June 2023", ["RULE actual"]],
    ["CANCELLED", "not applicable", []],
  ])("of one that is %s, reached %s: %j", (status, actual, problems) => {
    expect(outcomeProblems({ status, actual: readPartialDate(actual) }).map(({ code, path = [] }) => [code, ...path].join(" "))).toEqual(problems);
  });
});
