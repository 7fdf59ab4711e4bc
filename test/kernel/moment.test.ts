import { describe, expect, it } from "vitest";
import { endOf, readMoment } from "../../src/kernel/moment.ts";
import { readDay } from "../../src/kernel/day.ts";
import { refusalCodes, refusedWith } from "./refused.ts";

describe("readMoment", () => {
  it.each([
    ["2024-03-31", { day: "2024-03-31" }],
    ["2024-03-31T17:00:00+01:00", { instant: "2024-03-31T16:00:00.000Z" }],
    [120, { entry: 120 }],
    ["120", { entry: 120 }],
    [0, { entry: 0 }],
  ])("reads %j", (written, asked) => {
    expect(readMoment(written)).toEqual(asked);
  });

  it.each(["2024-02-30", "March", "", "1.5", "-1", "12e3", 1.5, Number.NaN, 2 ** 60, null, undefined, true, {}, ["2024-03-31"]])("refuses %j", (written) => {
    expect(refusalCodes(() => readMoment(written))).toEqual(["INVALID_MOMENT"]);
  });

  it("refuses an instant as an instant", () => {
    expect(refusalCodes(() => readMoment("2024-02-30T10:00:00Z"))).toEqual(["INVALID_INSTANT"]);
  });

  it("says how to write one", () => {
    expect(refusedWith(() => readMoment("March"))).toEqual([
      { code: "INVALID_MOMENT", message: "“March” is not a moment. Write a day as 2024-03-31, an instant as 2024-03-31T16:00:00.000Z, or the number of an entry as 120." },
    ]);
  });
});

describe("the end of a moment", () => {
  it("of a day is its last instant in London", () => {
    expect(endOf({ day: readDay("2024-03-30") })).toBe("2024-03-30T23:59:59.999Z");
    expect(endOf({ day: readDay("2024-03-31") })).toBe("2024-03-31T22:59:59.999Z");
  });

  it("of an instant is the instant", () => {
    expect(endOf({ instant: "2024-03-31T16:00:00.000Z" })).toBe("2024-03-31T16:00:00.000Z");
  });
});
