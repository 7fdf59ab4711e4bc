import { describe, expect, it } from "vitest";
import { sayShift } from "../../src/kernel/say-shift.ts";

describe("how far a date has moved, in words", () => {
  it.each([
    [31, 91, "31 to 91 days later"], [31, 31, "31 days later"], [1, 1, "1 day later"], [0, 30, "up to 30 days later"], [0, 0, "the same day"],
    [-91, -31, "31 to 91 days earlier"], [-1, -1, "1 day earlier"], [-30, 0, "up to 30 days earlier"], [-5, 60, "between 5 days earlier and 60 days later"], [1_200, 1_300, "1,200 to 1,300 days later"],
  ])("from %i to %i days: %s", (least, most, words) => {
    expect(sayShift({ least, most })).toBe(words);
  });
});
