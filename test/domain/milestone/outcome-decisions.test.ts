import { describe, expect, it } from "vitest";
import type { Ruled } from "../../../src/api/act/ruled.ts";
import {
  cancelMilestone, meetMilestone, missMilestone, partlyMeetMilestone, reopenMilestone, sayMilestoneNotDone, sayMilestoneNotReported,
} from "../../../src/domain/delivery/milestone/outcome-decisions.ts";
import { readDay } from "../../../src/kernel/day.ts";
import type { FieldValues } from "../../../src/ledger/record.ts";
import { aMilestone, said, type Sketch } from "./sketches.ts";

const today = readDay("2023-07-05");

type Status = NonNullable<Sketch["status"]>;

/** A milestone with a status, and the actual date that goes with it. */
const standing = (status: Status, rest: Sketch = {}): Sketch => ({ status, ...(status === "MET" || status === "PARTIALLY_MET" ? { actual: "May 2023" } : {}), ...rest });

const found = ({ problems }: Ruled): string[] => problems.map(({ code, path }) => [code, ...(path ?? [])].join(" "));

/** What a decision writes, dates in words; or its problems. */
const came = (ruled: Ruled): FieldValues | string[] => (ruled.problems.length > 0 ? found(ruled) : Object.fromEntries(Object.entries(ruled.fields).map(([name, value]) => [name, said(value)])));

const CLOSED = ["NOT_ALLOWED_NOW"];
const SAID = { saidNotDoneOn: "2023-07-05" };

describe("from each status", () => {
  it.each<{ status: Status; meet: unknown; partly: unknown; miss: unknown; say: unknown; cancel: unknown; reopen: unknown }>([
    {
      status: "SCHEDULED", meet: { status: "MET", actual: "June 2023" }, partly: { status: "PARTIALLY_MET", actual: "June 2023" },
      miss: { ...SAID, status: "NOT_MET" }, say: SAID, cancel: { status: "CANCELLED" }, reopen: CLOSED,
    },
    {
      status: "NOT_REPORTED", meet: { status: "MET", actual: "June 2023" }, partly: { status: "PARTIALLY_MET", actual: "June 2023" },
      miss: { ...SAID, status: "NOT_MET" }, say: { ...SAID, status: "SCHEDULED" }, cancel: { status: "CANCELLED" }, reopen: CLOSED,
    },
    {
      status: "NOT_MET", meet: { status: "MET", actual: "June 2023" }, partly: { status: "PARTIALLY_MET", actual: "June 2023" },
      miss: CLOSED, say: SAID, cancel: { status: "CANCELLED" }, reopen: { ...SAID, status: "SCHEDULED", actual: null },
    },
    {
      status: "PARTIALLY_MET", meet: { status: "MET", actual: "June 2023" }, partly: { status: "PARTIALLY_MET", actual: "June 2023" },
      miss: CLOSED, say: SAID, cancel: CLOSED, reopen: { ...SAID, status: "SCHEDULED", actual: null },
    },
    { status: "MET", meet: CLOSED, partly: CLOSED, miss: CLOSED, say: CLOSED, cancel: CLOSED, reopen: { ...SAID, status: "SCHEDULED", actual: null } },
    { status: "CANCELLED", meet: CLOSED, partly: CLOSED, miss: CLOSED, say: CLOSED, cancel: CLOSED, reopen: { ...SAID, status: "SCHEDULED", actual: null } },
  ])("$status", ({ status, meet, partly, miss, say, cancel, reopen }) => {
    const one = aMilestone(standing(status));
    const june = { text: "June 2023" };
    expect({
      meet: came(meetMilestone(one, june, today)), partly: came(partlyMeetMilestone(one, june, today)), miss: came(missMilestone(one, null, today)),
      say: came(sayMilestoneNotDone(one, null, today)), cancel: came(cancelMilestone(one)), reopen: came(reopenMilestone(one, today)),
    }).toEqual({ meet, partly, miss, say, cancel, reopen });
  });
});

describe.each([{ verb: "meetMilestone", decide: meetMilestone }, { verb: "partlyMeetMilestone", decide: partlyMeetMilestone }])("$verb", ({ decide }) => {
  it.each<{ what: string; actual: string; is: string[] }>([
    { what: "takes a day", actual: "5 July 2023", is: [] },
    { what: "takes a month that is not over", actual: "July 2023", is: [] },
    { what: "takes a year", actual: "2023", is: [] },
    { what: "takes an estimate", actual: "June 2023 (estimated)", is: [] },
    { what: "takes a date with an open beginning", actual: "until June 2023", is: [] },
    { what: "refuses a day that has not come", actual: "6 July 2023", is: ["NOT_YET actual"] },
    { what: "refuses a month that has not begun", actual: "August 2023", is: ["NOT_YET actual"] },
    { what: "refuses that nobody says when", actual: "not stated", is: ["MISSING_FIELD actual"] },
    { what: "refuses that nobody knows when", actual: "unknown", is: ["MISSING_FIELD actual"] },
    { what: "refuses words that are no date", actual: "last week or so", is: ["INVALID_DATE actual text"] },
  ])("$what", ({ actual, is }) => {
    expect(found(decide(aMilestone({}), { text: actual }, today))).toEqual(is);
  });

  it("leaves the forecast and both baselines as they are", () => {
    const { fields } = decide(aMilestone({ forecast: "August 2023" }), { text: "June 2023" }, today);
    expect(Object.keys(fields).toSorted()).toEqual(["actual", "status"]);
  });
});

describe("partlyMeetMilestone", () => {
  it("refuses where any one part is enough, and not where all are needed", () => {
    const problems = (["ANY", "ALL"] as const).map((metBy) => found(partlyMeetMilestone(aMilestone({ parts: ["A", "B"], metBy }), { text: "June 2023" }, today)));
    expect(problems).toEqual([["RULE"], []]);
  });
});

describe.each([{ verb: "missMilestone", decide: missMilestone }, { verb: "sayMilestoneNotDone", decide: sayMilestoneNotDone }])("$verb", ({ decide }) => {
  it.each<{ what: string; of?: Sketch; saidOn: string | null; is: unknown }>([
    { what: "is said today, unless it was said before", saidOn: null, is: "2023-07-05" },
    { what: "takes the day on which it was said", saidOn: "2023-06-20", is: "2023-06-20" },
    { what: "moves on the last day on which it was said", of: { saidNotDoneOn: readDay("2023-06-01") }, saidOn: "2023-06-20", is: "2023-06-20" },
    { what: "never moves that day back", of: { saidNotDoneOn: readDay("2023-07-01") }, saidOn: "2023-06-20", is: undefined },
  ])("$what", ({ of = {}, saidOn, is }) => {
    const { problems, fields } = decide(aMilestone(of), saidOn, today);
    expect([problems, fields["saidNotDoneOn"]]).toEqual([[], is]);
  });

  it("refuses a day that has not come, and one that is none", () => {
    expect([found(decide(aMilestone({}), "2023-07-06", today)), found(decide(aMilestone({}), "2023-02-30", today))]).toEqual([["NOT_YET saidOn"], ["INVALID_DAY saidOn"]]);
  });
});

describe("sayMilestoneNotReported", () => {
  it.each<readonly [Status, unknown]>([
    ["SCHEDULED", { status: "NOT_REPORTED" }], ["NOT_REPORTED", CLOSED], ["NOT_MET", CLOSED], ["PARTIALLY_MET", CLOSED], ["MET", CLOSED], ["CANCELLED", CLOSED],
  ])("of one that is %s comes to %j", (status, is) => {
    expect(came(sayMilestoneNotReported(aMilestone(standing(status))))).toEqual(is);
  });
});
