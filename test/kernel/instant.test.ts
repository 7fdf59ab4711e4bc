import { describe, expect, it } from "vitest";
import { readInstant } from "../../src/kernel/instant.ts";
import { refusedWith, refusalCodes } from "./refused.ts";

describe("readInstant", () => {
  it.each([
    ["2024-07-05T11:00:00.000Z", "2024-07-05T11:00:00.000Z"],
    ["2024-07-05T11:00Z", "2024-07-05T11:00:00.000Z"],
    ["2024-07-05T11:00:01.5Z", "2024-07-05T11:00:01.500Z"],
    ["2024-07-05T11:00:00+01:00", "2024-07-05T10:00:00.000Z"],
    ["2024-02-29T23:30:00-05:00", "2024-03-01T04:30:00.000Z"],
  ])("reads %s", (text, instant) => {
    expect(readInstant(text)).toBe(instant);
  });

  it.each(["2024-07-05", "2024-07-05T11:00", "2024-02-30T11:00Z", "2023-02-29T00:00:00Z", "2024-07-05T25:00Z", "2024-07-05T11:00:00.0000Z", "2024-07-05 11:00Z", "now", ""])("refuses %j", (text) => {
    expect(refusalCodes(() => readInstant(text))).toEqual(["INVALID_INSTANT"]);
  });

  it("says how to write one", () => {
    expect(refusedWith(() => readInstant("soon"))).toEqual([{ code: "INVALID_INSTANT", message: "“soon” is not an instant. Write one as 2024-07-05T11:00:00.000Z." }]);
  });
});
