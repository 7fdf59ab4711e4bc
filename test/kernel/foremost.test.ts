import * as fc from "fast-check";
import { expect, it } from "vitest";
import { foremost } from "../../src/kernel/foremost.ts";

it("the foremost of any items are those that come first when all are in order, and what is equal stays as it came", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ key: fc.nat({ max: 9 }), came: fc.nat() })), fc.nat({ max: 12 }), (items, most) => {
      expect(foremost(items, most, (one, other) => one.key < other.key)).toEqual(items.toSorted((a, b) => a.key - b.key).slice(0, most));
    }),
  );
});
