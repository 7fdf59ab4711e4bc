import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSame } from "../../src/kernel/same.ts";

describe("two values of JSON", () => {
  it("say the same whatever the order of their keys, and where what is left out is null", () => {
    expect([isSame({ a: 1, b: [2] }, { b: [2], a: 1 }), isSame(null, undefined), isSame("a", "a")]).toEqual([true, true, true]);
    expect([isSame({ a: 1 }, { a: 2 }), isSame([1, 2], [2, 1]), isSame(null, {}), isSame(undefined, 0), isSame("1", 1)]).toEqual([false, false, false, false, false]);
  });

  it("say the same as any copy of themselves", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(isSame(value, structuredClone(value))).toBe(true);
    }));
  });
});
