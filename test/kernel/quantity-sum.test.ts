import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addQuantities } from "../../src/kernel/quantity-sum.ts";
import type { Quantity } from "../../src/kernel/quantity.ts";
import { readQuantity } from "../../src/kernel/read-quantity.ts";
import { quantityOf } from "./quantities.ts";
import { refusedWith } from "./refused.ts";

const total = (...texts: string[]) => addQuantities(texts.map((text) => readQuantity(text)));

describe("addQuantities", () => {
  it.each([
    [["96 people", "4 people"], "100 people", 2, 0],
    [["96 people", "not stated"], "96 people", 1, 1],
    [["96 people", "at least 4 people"], "at least 100 people", 2, 0],
    [["96 people", "more than 3 people"], "at least 100 people", 2, 0],
    [["96 people", "fewer than 5 people"], "between 96 and 100 people", 2, 0],
    [["between 5 and 10 people", "2 people"], "between 7 and 12 people", 2, 0],
    [["between 5 and 10 people", "at least 2 people"], "at least 7 people", 2, 0],
    [["96 people", "about 30 people"], "about 126 people", 2, 0],
    [["at least 10 people", "about 30 people"], "at least 10 people", 1, 1],
    [["96 people", "several people"], "96 people", 1, 1],
    [["96 people", "half of people"], "96 people", 1, 1],
    [["0 people", "unknown"], "0 people", 1, 1],
    [["one person"], "1 person", 1, 0],
    [["3 vans"], "3", 1, 0],
  ])("of %j is %s, %i known and %i not", (texts, text, knownCount, unknownCount) => {
    expect(total(...texts)).toEqual({ known: readQuantity(text), knownCount, unknownCount });
  });

  it("is zero for no quantities", () => {
    expect(addQuantities([])).toEqual({ known: readQuantity("0"), knownCount: 0, unknownCount: 0 });
  });

  it("is never zero where nothing can be added", () => {
    const unstated = readQuantity({ text: "not stated", unit: "PEOPLE" });
    expect(addQuantities([unstated, unstated])).toEqual({ known: unstated, knownCount: 0, unknownCount: 2 });
    expect(total("several people").known).toEqual(readQuantity({ text: "unknown", unit: "PEOPLE" }));
  });

  it("refuses to add different units", () => {
    expect(refusedWith(() => total("96 people", "10 organisations"))).toEqual([
      { code: "DIFFERENT_UNITS", message: "PEOPLE and ORGANISATIONS are not added. Ask for a sum of each." },
    ]);
    expect(refusedWith(() => total("several people", "10 organisations"))).toMatchObject([{ code: "DIFFERENT_UNITS" }]);
  });

  it("refuses to add OTHER things, which need not be the same", () => {
    expect(refusedWith(() => total("3 vans", "2 posters"))).toMatchObject([{ code: "DIFFERENT_UNITS" }]);
  });

  it("refuses a total that is too large to be exact", () => {
    const largest = readQuantity({ text: "all", value: Number.MAX_SAFE_INTEGER, unit: "PEOPLE" });
    expect(refusedWith(() => addQuantities([largest, readQuantity("1 person")]))).toMatchObject([
      { code: "TOTAL_TOO_LARGE" },
    ]);
  });

  it("counts every quantity once, is the same in any order, and claims no bound that its parts do not have", () => {
    fc.assert(
      fc.property(fc.array(quantityOf("PEOPLE")), (quantities) => {
        const sum = addQuantities(quantities);
        expect(sum.knownCount + sum.unknownCount).toBe(quantities.length);
        expect(sum.unknownCount).toBeGreaterThanOrEqual(quantities.filter(({ value }) => value === null).length);
        expect(addQuantities(quantities.toReversed())).toMatchObject({
          ...sum,
          known: { value: sum.known.value, upper: sum.known.upper },
        });
        expect(sum.known.operator === "AT_LEAST").toBe(quantities.some(isOpen));
      }),
    );
  });
});

/** Whether there can be any number more. */
function isOpen({ operator, value }: Quantity): boolean {
  return value !== null && (operator === "AT_LEAST" || operator === "MORE_THAN");
}
