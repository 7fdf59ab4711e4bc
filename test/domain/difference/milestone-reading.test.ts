import { describe, expect, it } from "vitest";
import type { AnyRow } from "../../../src/domain/board-reading.ts";
import { milestoneReadings, shiftOf } from "../../../src/domain/delivery/milestone/board-reading.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { itemsOf } from "../../../src/domain/difference/compare.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";

const [reading] = milestoneReadings;

/** A milestone, in the words of whoever plans it. */
interface Sketch {
  readonly status?: string;
  readonly baseline?: string;
  readonly forecast?: string;
  readonly actual?: string;
  readonly saidNotDoneOn?: string;
  readonly title?: string;
}

function row({ status = "SCHEDULED", baseline = "April 2023", forecast = "April 2023", actual = "unknown", saidNotDoneOn, title = "Launch" }: Sketch): AnyRow {
  return {
    id: "ms_0000000000000001", version: 1, audience: "PUBLIC", systemId: null, gaps: {}, title, type: "LAUNCH", status, parts: [], metBy: null, saidNotDoneOn: saidNotDoneOn ?? null,
    firstBaseline: readPartialDate("April 2023"), baseline: readPartialDate(baseline), forecast: readPartialDate(forecast), actual: readPartialDate(actual),
  };
}

const days = { from: { entry: 1, at: null, day: readDay("2023-03-31") }, to: { entry: 2, at: null, day: readDay("2023-07-31") } };

/** Under which headings it stands, with how far a date has moved and what is told. */
function read(before: Sketch | null, after: Sketch | null): unknown[] {
  if (reading === undefined) throw new Error("A milestone is read.");
  const standing = (sketch: Sketch | null) => sketch && { kind: milestoneKind, row: row(sketch) };
  return itemsOf(reading, { before: standing(before), after: standing(after) }, days).map(({ group, slip, tells, works }) => [group, slip === null ? null : [slip.least, slip.most], tells.join(" "), ...works.map((worked) => `${worked.before} ${worked.after}`)]);
}

describe("a date that is not exact", () => {
  it.each([
    ["April 2023", "May 2023", "LATER"], ["April 2023", "April / May 2023", "LATER"], ["April 2023", "unknown", "LATER"], ["May 2023", "April 2023", "EARLIER"],
    ["April / May 2023", "May 2023", "NEITHER"], ["April / May 2023", "April 2023", "NEITHER"], ["May 2023", "April / May 2023", "NEITHER"], ["unknown", "April 2023", "NEITHER"],
    ["April 2023", "April 2023", "NEITHER"], ["2023", "May 2023", "NEITHER"],
  ])("that was %s and is %s has moved: %s", (before, after, shift) => {
    expect(shiftOf(readPartialDate(before), readPartialDate(after))).toBe(shift);
  });
});

describe("a board reads a milestone", () => {
  it.each([
    ["that is new", null, {}, [["NEW", null, "baseline forecast actual status"]]],
    ["that is new and met", null, { status: "MET", actual: "2 April 2023" }, [["MET", null, "baseline forecast actual status"]]],
    ["that is new and given up", null, { status: "CANCELLED" }, [["NOT_MET", null, "baseline forecast actual status"]]],
    ["that is gone", {}, null, [["REMOVED", null, "baseline forecast actual status"]]],
    ["that is met, and how late", {}, { status: "MET", actual: "5 May 2023" }, [["MET", [5, 34], "status actual", "UPCOMING MET_LATE"]]],
    ["that was overdue and is met, under both headings", { forecast: "January 2023", status: "NOT_MET" }, { forecast: "January 2023", status: "MET", actual: "5 May 2023" },
      [["MET", [5, 34], "status actual", "OVERDUE MET_LATE"], ["RECOVERED", null, "status actual", "OVERDUE MET_LATE"]]],
    ["that slipped and was met: what was expected in between says nothing more", {}, { status: "MET", forecast: "June 2023", actual: "June 2023", saidNotDoneOn: "2023-05-02" }, [["MET", [32, 90], "status actual", "UPCOMING MET_LATE"]]],
    ["that is expected later", {}, { forecast: "June 2023", saidNotDoneOn: "2023-05-02" }, [["SLIPPED", [32, 90], "forecast"]]],
    ["that nobody expects on a day any more", {}, { forecast: "unknown", baseline: "unknown" }, [["SLIPPED", null, "forecast baseline"], ["REBASELINED", null, "baseline"]]],
    ["that is expected earlier", { forecast: "June 2023" }, { forecast: "April 2023" }, [["RECOVERED", [-90, -32], "forecast"]]],
    ["whose date is more exact now: that is no move", { forecast: "April / May 2023" }, { forecast: "May 2023" }, [["OTHER", null, "forecast"]]],
    ["that is measured against another date, and expected then", {}, { baseline: "June 2023", forecast: "June 2023" }, [["SLIPPED", [32, 90], "forecast baseline"], ["REBASELINED", [32, 90], "baseline"]]],
    ["that is measured against another date, and expected as before", { forecast: "July 2023" }, { baseline: "June 2023", forecast: "July 2023" }, [["REBASELINED", [32, 90], "baseline"]]],
    ["that is reported as not met", {}, { status: "NOT_MET" }, [["NOT_MET", null, "status", "UPCOMING OVERDUE"]]],
    ["that is given up", {}, { status: "CANCELLED" }, [["NOT_MET", null, "status", "UPCOMING CANCELLED"]]],
    ["that was not met after all", { status: "MET", actual: "2 April 2023" }, {}, [["NOT_MET", null, "status", "MET_TIMING_UNCERTAIN PAST_DUE_NOT_REPORTED"]]],
    ["that somebody says is not done though it is due", {}, { saidNotDoneOn: "2023-05-02" }, [["NOT_MET", null, "saidNotDoneOn", "UPCOMING OVERDUE"]]],
    ["of which somebody asked and has an answer now", { status: "NOT_REPORTED" }, { status: "SCHEDULED" }, [["OTHER", null, "status"]]],
    ["that slipped and has another name, under both headings", {}, { forecast: "June 2023", title: "Launch of the charter" }, [["SLIPPED", [32, 90], "forecast"], ["OTHER", null, "title"]]],
    ["that is as it was", {}, {}, []],
  ] as const)("%s", (_, before, after, items) => {
    expect(read(before, after)).toEqual(items);
  });
});
