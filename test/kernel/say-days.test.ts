import { expect, it } from "vitest";
import { sayDays } from "../../src/kernel/say-days.ts";

it.each([[1, 1, "1 day"], [0, 0, "0 days"], [31, 91, "31 to 91 days"], [0, 30, "up to 30 days"], [12, null, "at least 12 days"], [1_200, 1_300, "1,200 to 1,300 days"]])("from %s to %s: %s", (least, most, words) => {
  expect(sayDays({ least, most })).toBe(words);
});
