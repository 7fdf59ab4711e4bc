import { describe, expect, it } from "vitest";
import { checkQuantity } from "../../src/kernel/quantity.ts";
import { refusalCodes, refusedWith } from "./refused.ts";

const sound = {
  text: "96 people",
  operator: "EXACT",
  value: 96,
  upper: null,
  fraction: null,
  unit: "PEOPLE",
  status: "KNOWN",
};

describe("checkQuantity", () => {
  it("answers with the fields in one order", () => {
    const shuffled = Object.fromEntries(Object.entries(sound).toReversed());
    expect(JSON.stringify(checkQuantity(shuffled))).toBe(JSON.stringify(sound));
  });

  it.each([
    ["text", { text: " " }],
    ["text", { text: "a".repeat(301) }],
    ["value", { value: -1 }],
    ["value", { value: 1.5 }],
    ["value", { value: "96" }],
    ["upper", { upper: Number.MAX_SAFE_INTEGER + 1 }],
    ["fraction", { value: null, fraction: "2/4" }],
    ["fraction", { value: null, fraction: "3/2" }],
    ["fraction", { value: null, fraction: "0.5" }],
    ["fraction", { value: null, fraction: "01/2" }],
    ["fraction", { value: null, fraction: "1/0" }],
    ["unit", { unit: "CATS" }],
    ["status", { status: "SURE" }],
    ["status", { status: "WITHHELD" }],
    ["status", { operator: "UNKNOWN", value: null }],
    ["operator", { operator: "ROUGHLY" }],
    ["operator", { operator: "UNKNOWN", status: "WITHHELD" }],
    ["operator", { value: null }],
    ["operator", { fraction: "1/2" }],
    ["operator", { upper: 100 }],
    ["operator", { operator: "BETWEEN" }],
    ["operator", { operator: "BETWEEN", upper: 96 }],
    ["operator", { operator: "SEVERAL" }],
    ["operator", { operator: "LESS_THAN", value: 0 }],
    ["operator", { operator: "LESS_THAN", value: null, fraction: "0/1" }],
    ["operator", { operator: "MORE_THAN", value: null, fraction: "1/1" }],
  ])("refuses and points at %s: %j", (field, change) => {
    expect(refusedWith(() => checkQuantity({ ...sound, ...change }))).toMatchObject([
      { code: "INVALID_QUANTITY", path: [field] },
    ]);
  });

  it("says what an operator needs", () => {
    expect(refusedWith(() => checkQuantity({ ...sound, operator: "BETWEEN" }))[0]?.message).toBe(
      "BETWEEN takes a value and an upper value above it, and no fraction. Change the operator or the numbers.",
    );
  });

  it.each([null, 96, "96 people", [], {}, { ...sound, colour: "red" }])(
    "refuses %j, which is not a quantity",
    (value) => {
      expect(refusalCodes(() => checkQuantity(value))).toEqual(["INVALID_QUANTITY"]);
    },
  );
});
