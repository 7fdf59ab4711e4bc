import { describe, expect, it } from "vitest";
import { actualProblems, inUnit, recordMeasure, reportMeasure, setMeasureTarget } from "../../../src/domain/resources/measure/decisions.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { Refusal, type Problem } from "../../../src/kernel/problem.ts";
import type { QuantityUnit } from "../../../src/kernel/quantity-kind.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";
import { readQuantity } from "../../../src/kernel/read-quantity.ts";

const today = readDay("2024-07-05");
const codes = ({ problems }: { readonly problems: readonly Problem[] }): string[] => problems.map(({ code, path = [] }) => [code, ...path].join(" "));

function reading(text: string, unit: QuantityUnit, given?: QuantityUnit): unknown {
  try {
    const { operator, value, upper, fraction, unit: read } = inUnit({ text, unit: given }, unit);
    return [operator, value ?? fraction, upper, read];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems[0]?.code;
  }
}

describe("inUnit", () => {
  it.each([
    ["96 people", "PEOPLE", ["EXACT", 96, null, "PEOPLE"]],
    ["96", "PEOPLE", ["EXACT", 96, null, "PEOPLE"]],
    ["at least 10", "ORGANISATIONS", ["AT_LEAST", 10, null, "ORGANISATIONS"]],
    ["10 or more", "ORGANISATIONS", ["AT_LEAST", 10, null, "ORGANISATIONS"]],
    ["between 5 and 10", "GROUPS", ["BETWEEN", 5, 10, "GROUPS"]],
    ["two thirds", "PEOPLE", ["EXACT", "2/3", null, "PEOPLE"]],
    ["several", "GROUPS", ["SEVERAL", null, null, "GROUPS"]],
    ["not stated", "PEOPLE", ["UNKNOWN", null, null, "PEOPLE"]],
    ["12 widgets", "OTHER", ["EXACT", 12, null, "OTHER"]],
    ["96 organisations", "PEOPLE", "DIFFERENT_UNITS"],
    ["96 champions", "PEOPLE", "DIFFERENT_UNITS"],
    ["12 widgets", "PEOPLE", "DIFFERENT_UNITS"],
    ["several widgets", "PEOPLE", "DIFFERENT_UNITS"],
    ["12 people", "OTHER", "DIFFERENT_UNITS"],
    ["lots", "PEOPLE", "INVALID_QUANTITY"],
  ] as const)("reads %s for %s as %j", (text, unit, expected) => {
    expect(reading(text, unit)).toEqual(expected);
  });

  it("goes by the unit that is given with it", () => {
    expect(reading("96", "PEOPLE", "GROUPS")).toBe("DIFFERENT_UNITS");
    expect(reading("96", "PEOPLE", "OTHER")).toBe("DIFFERENT_UNITS");
    expect(reading("12 delegations", "PEOPLE", "PEOPLE")).toEqual(["EXACT", 12, null, "PEOPLE"]);
  });
});

describe("recordMeasure", () => {
  const home = { audience: "MEMBERS", systemId: "pl_1" } as const;
  const sent = { title: "Trained", kind: "TRAINING_REACH", unit: "PEOPLE" } as const;
  const none = { programme: null, ofWorkstream: null };
  it.each([
    [{}, none, []],
    [{ baseline: { text: "none yet" } }, none, ["INVALID_QUANTITY baseline text"]],
    [{ target: { text: "20 groups" }, baseline: { text: "1 event" } }, none, ["DIFFERENT_UNITS baseline", "DIFFERENT_UNITS target"]],
    [{ targetDue: { text: "soon" } }, none, ["INVALID_DATE targetDue text"]],
    [{}, { programme: "pr_1", ofWorkstream: "pr_2" }, ["RULE workstream"]],
    [{}, { programme: "pr_1", ofWorkstream: "pr_1" }, []],
  ])("of %j in %j is wrong in %j", (values, programmes, problems) => {
    expect(codes(recordMeasure({ ...sent, ...values }, [home], null, programmes))).toEqual(problems);
  });

  it("belongs with what it is counted of, in its unit", () => {
    expect(recordMeasure({ ...sent, target: { text: "100" } }, [home], null, none).fields).toMatchObject({ ...home, target: { value: 100, unit: "PEOPLE" }, baseline: { status: "UNKNOWN", unit: "PEOPLE" } });
  });
});

const at = (target: string) => ({ unit: "PEOPLE", target: readQuantity(target) }) as const;

describe("setMeasureTarget", () => {
  it.each([
    ["not stated", "100", [], false],
    ["50 people", "100 people", [], true],
    ["50 people", "100 groups", ["DIFFERENT_UNITS target"], true],
  ])("from %s to %s is wrong in %j, and moves it: %s", (from, to, problems, isMoved) => {
    const decided = setMeasureTarget(at(from), { target: { text: to } });
    expect([codes(decided), decided.isMoved]).toEqual([problems, isMoved]);
    expect(decided.fields).not.toHaveProperty("targetDue");
  });
});

const count = (id: string, period: string, asAt: string) => ({ id, value: readQuantity("5 people"), period: readPartialDate(period), asAt: readPartialDate(asAt) });

describe("reportMeasure", () => {
  const measure = { id: "me_1", audience: "MEMBERS", systemId: "pl_1", unit: "PEOPLE", target: readQuantity("100 people") } as const;
  const standing = [count("ma_1", "not applicable", "June 2024"), count("ma_2", "2023-24", "not applicable")];
  it.each([
    [{ value: "96", asAt: "5 July 2024" }, []],
    [{ value: "96 people", period: "2022-23" }, []],
    [{ value: "96", period: "2022-23", asAt: "March 2024" }, []],
    [{ value: "not stated", asAt: "5 July 2024" }, []],
    [{ value: "96" }, ["MISSING_FIELD asAt"]],
    [{ value: "96", asAt: "not stated" }, ["MISSING_FIELD asAt"]],
    [{ value: "96", asAt: "6 July 2024" }, ["NOT_YET asAt"]],
    [{ value: "96", period: "2025-26" }, ["NOT_YET period"]],
    [{ value: "96", period: "2024-25" }, []],
    [{ value: "96 groups", asAt: "6 July 2024" }, ["DIFFERENT_UNITS value", "NOT_YET asAt"]],
    [{ value: "96", asAt: "some day" }, ["INVALID_DATE asAt text"]],
    [{ value: "96", asAt: "2024-06" }, ["ALREADY_EXISTS asAt"]],
    [{ value: "96", period: "2023/24" }, ["ALREADY_EXISTS period"]],
    [{ value: "96", period: "2023-24", asAt: "June 2024" }, []],
  ])("of %j is wrong in %j", ({ value, period, asAt }: { value: string; period?: string; asAt?: string }, problems) => {
    const sent = { value: { text: value }, ...(period === undefined ? {} : { period: { text: period } }), ...(asAt === undefined ? {} : { asAt: { text: asAt } }) };
    expect(codes(reportMeasure(measure, sent, standing, today))).toEqual(problems);
  });

  it("is for whom the measure is, and names the time it has not as not applicable", () => {
    expect(reportMeasure(measure, { value: { text: "96" }, asAt: { text: "5 July 2024" } }, [], today).fields).toMatchObject({ audience: "MEMBERS", systemId: "pl_1", value: { value: 96, unit: "PEOPLE" }, period: { status: "NOT_APPLICABLE" } });
  });

  it("leaves a count that is set right its own time", () => {
    expect(actualProblems(count("ma_1", "not applicable", "June 2024"), standing, today)).toEqual([]);
    expect(actualProblems(count("ma_3", "not applicable", "June 2024"), standing, today)).toMatchObject([{ code: "ALREADY_EXISTS", records: ["ma_1"] }]);
  });
});
