import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuantity } from "../../src/kernel/read-quantity.ts";
import { sayNumbers, sayQuantity } from "../../src/kernel/say-quantity.ts";
import { quantityOf } from "./quantities.ts";
import { refusalCodes, refusedWith } from "./refused.ts";

describe("readQuantity", () => {
  it.each([
    ["96 people", "EXACT", 96, null, null, "PEOPLE"],
    ["1,500 staff", "EXACT", 1500, null, null, "PEOPLE"],
    ["two groups", "EXACT", 2, null, null, "GROUPS"],
    ["Twenty champions", "EXACT", 20, null, null, "CHAMPIONS"],
    ["0 events", "EXACT", 0, null, null, "EVENTS"],
    ["one person", "EXACT", 1, null, null, "PEOPLE"],
    ["1 session", "EXACT", 1, null, null, "SESSIONS"],
    ["96", "EXACT", 96, null, null, "OTHER"],
    ["three vans", "EXACT", 3, null, null, "OTHER"],
    ["two groups of people", "EXACT", 2, null, null, "GROUPS"],
    ["12 partner organisations from the system", "EXACT", 12, null, null, "ORGANISATIONS"],
    ["5 group leaders", "EXACT", 5, null, null, "OTHER"],
    ["5 organisations and groups", "EXACT", 5, null, null, "OTHER"],
    ["at least 10 organisations", "AT_LEAST", 10, null, null, "ORGANISATIONS"],
    ["no fewer than ten organisations", "AT_LEAST", 10, null, null, "ORGANISATIONS"],
    ["no less than ten groups", "AT_LEAST", 10, null, null, "GROUPS"],
    ["10+ people", "AT_LEAST", 10, null, null, "PEOPLE"],
    ["ten or more people", "AT_LEAST", 10, null, null, "PEOPLE"],
    ["more than 30 people", "MORE_THAN", 30, null, null, "PEOPLE"],
    ["over 30 people", "MORE_THAN", 30, null, null, "PEOPLE"],
    ["fewer than 5 actions", "LESS_THAN", 5, null, null, "ACTIONS"],
    ["about 30 people", "ABOUT", 30, null, null, "PEOPLE"],
    ["c. 30 people", "ABOUT", 30, null, null, "PEOPLE"],
    ["between 5 and 10 groups", "BETWEEN", 5, 10, null, "GROUPS"],
    ["five to ten groups", "BETWEEN", 5, 10, null, "GROUPS"],
    ["5-10 events", "BETWEEN", 5, 10, null, "EVENTS"],
    ["5 – 10 events", "BETWEEN", 5, 10, null, "EVENTS"],
    ["up to 10 events", "BETWEEN", 0, 10, null, "EVENTS"],
    ["several groups", "SEVERAL", null, null, null, "GROUPS"],
    ["A number of organisations", "SEVERAL", null, null, null, "ORGANISATIONS"],
    ["more than half of champions", "MORE_THAN", null, null, "1/2", "CHAMPIONS"],
    ["More than half of these community champions", "MORE_THAN", null, null, "1/2", "CHAMPIONS"],
    ["two thirds of staff", "EXACT", null, null, "2/3", "PEOPLE"],
    ["about a quarter of organisations", "ABOUT", null, null, "1/4", "ORGANISATIONS"],
    ["at least 80% of people", "AT_LEAST", null, null, "4/5", "PEOPLE"],
    ["100 per cent of staff", "EXACT", null, null, "1/1", "PEOPLE"],
    ["3/4 of groups", "EXACT", null, null, "3/4", "GROUPS"],
  ])("reads %j as %s %j, %j, %j %s", (text, operator, value, upper, fraction, unit) => {
    expect(readQuantity(text)).toEqual({ text, operator, value, upper, fraction, unit, status: "KNOWN" });
  });

  it.each([
    ["not stated", "NOT_STATED"],
    ["Unknown", "UNKNOWN"],
  ])("reads %j as no quantity", (text, status) => {
    expect(readQuantity(text)).toEqual({
      text,
      operator: "UNKNOWN",
      value: null,
      upper: null,
      fraction: null,
      unit: "OTHER",
      status,
    });
  });

  it.each([
    "",
    "people",
    "-5 people",
    "5.5 people",
    "1,50 people",
    "96 people from 23 organisations",
    "1 in 3 champions",
    "one in three champions",
    "some 30 people",
    "about 5-10 events",
    "10-5 events",
    "between 5 and 5 groups",
    "150% of people",
    "fewer than 0 people",
    "more than 100% of staff",
    "99999999999999999 people",
    "1 / 2 of people",
    "x1/2 of people",
    "-80% of staff",
    "-half of champions",
    "say 5 to 10 people",
    "not up to 10 events",
  ])("refuses %j", (text) => {
    expect(refusalCodes(() => readQuantity(text))).toEqual(["INVALID_QUANTITY"]);
  });

  it("says how a quantity can be written", () => {
    const [problem] = refusedWith(() => readQuantity("1 in 3 champions"));
    expect(problem?.message).toMatch(/^“1 in 3 champions” cannot be read as one quantity\. Write it as 96 people, /);
  });

  it("takes the unit that is given for words that do not name it", () => {
    expect(readQuantity({ text: "96", unit: "PEOPLE" })).toMatchObject({ value: 96, unit: "PEOPLE" });
    expect(readQuantity({ text: "not stated", unit: "PEOPLE" })).toMatchObject({
      unit: "PEOPLE",
      status: "NOT_STATED",
    });
  });

  it("takes numbers that are given, and the unit from the words", () => {
    const text = "see annex B";
    expect(readQuantity({ text, value: 5 })).toMatchObject({ text, operator: "EXACT", value: 5, unit: "OTHER" });
    expect(readQuantity({ text, value: 5, upper: 9, unit: "GROUPS" })).toMatchObject({
      operator: "BETWEEN",
      upper: 9,
      unit: "GROUPS",
    });
    expect(readQuantity({ text: "most people", operator: "MORE_THAN", fraction: "1/2", unit: "PEOPLE" })).toMatchObject(
      { fraction: "1/2" },
    );
    expect(readQuantity({ text: "90 people", value: 91 })).toMatchObject({
      text: "90 people",
      value: 91,
      unit: "PEOPLE",
    });
  });

  it("takes a status that says why there is none, and keeps the words", () => {
    expect(readQuantity({ text: "3 people", status: "WITHHELD" })).toMatchObject({
      text: "3 people",
      value: null,
      operator: "UNKNOWN",
      status: "WITHHELD",
    });
  });

  it("reads what it has read as itself", () => {
    fc.assert(
      fc.property(quantityOf("PEOPLE", "OTHER"), (quantity) => {
        expect(readQuantity(structuredClone(quantity))).toEqual(quantity);
      }),
    );
  });
});

describe("sayQuantity", () => {
  it.each(["96 people", "More than half of these community champions", "two groups", "three vans"])(
    "leaves %j in its own words",
    (text) => {
      expect(sayQuantity(readQuantity(text))).toBe(text);
    },
  );

  it.each([
    [{ text: "96", unit: "PEOPLE" }, "96 people"],
    [{ text: "1", unit: "PEOPLE" }, "1 person"],
    [{ text: "annex B", value: 1500, operator: "AT_LEAST", unit: "EVENTS" }, "at least 1,500 events"],
    [{ text: "annex B", value: 5, upper: 9, unit: "GROUPS" }, "between 5 and 9 groups"],
    [{ text: "most", operator: "MORE_THAN", fraction: "1/2", unit: "CHAMPIONS" }, "more than 1/2 of champions"],
    [{ text: "lots", operator: "SEVERAL", unit: "SESSIONS" }, "several sessions"],
    [{ text: "90 people", value: 91 }, "91 people"],
    [{ text: "vans, see annex B", value: 5 }, "5 (vans, see annex B)"],
    [{ text: "three people", status: "WITHHELD" }, "withheld"],
    [{ text: "Not stated" }, "not stated"],
  ] as const)("says %j as %j", (input, expected) => {
    expect(sayQuantity(readQuantity(input))).toBe(expected);
  });

  it("says without the text what is read as the same quantity", () => {
    fc.assert(
      fc.property(quantityOf("PEOPLE", "EVENTS", "OTHER"), (quantity) => {
        fc.pre(quantity.status === "KNOWN");
        const { operator, value, upper, fraction, unit } = quantity;
        expect(readQuantity({ text: sayNumbers(quantity), unit })).toMatchObject({
          operator,
          value,
          upper,
          fraction,
          unit,
        });
      }),
    );
  });
});
