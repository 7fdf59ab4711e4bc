import { parseValue } from "graphql";
import { describe, expect, it } from "vitest";
import { MomentScalar } from "../../../src/api/moment/moment.ts";

describe("a moment", () => {
  it.each([
    ['"2024-03-31"', { day: "2024-03-31" }],
    ['"2024-03-31T16:00:00Z"', { instant: "2024-03-31T16:00:00.000Z" }],
    ["120", { entry: 120 }],
    ['"120"', { entry: 120 }],
  ])("is read from a document that says %s", (literal, asked) => {
    expect(MomentScalar.parseLiteral(parseValue(literal))).toEqual(asked);
  });

  it.each(["MARCH", "1.5", '"soon"', "99999999999999999999", "{ day: 1 }", "null"])("is refused where a document says %s", (literal) => {
    expect(() => MomentScalar.parseLiteral(parseValue(literal))).toThrow(/is not a moment. Write a day as 2024-03-31/);
  });

  it("is read from a variable in the same way", () => {
    expect([MomentScalar.parseValue("2024-03-31"), MomentScalar.parseValue(120)]).toEqual([{ day: "2024-03-31" }, { entry: 120 }]);
    expect(() => MomentScalar.parseValue("soon")).toThrow(/“soon” is not a moment/);
  });
});
