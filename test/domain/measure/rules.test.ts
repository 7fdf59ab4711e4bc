import { describe, expect, it } from "vitest";
import { latestActual, progressOn, type Counted } from "../../../src/domain/resources/measure/rules.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";
import { readQuantity } from "../../../src/kernel/read-quantity.ts";

const today = readDay("2024-07-05");
const counted = (id: string, value: string, dates: { asAt?: string; period?: string } = {}): Counted => ({
  id,
  value: readQuantity(value),
  asAt: readPartialDate(dates.asAt ?? "not applicable"),
  period: readPartialDate(dates.period ?? "not applicable"),
});

const compare = (actual: string, target: string, baseline = "not stated"): string =>
  progressOn({ baseline: readQuantity(baseline), target: readQuantity(target) }, [counted("a", actual, { asAt: "March 2024" })], today).status;

describe("progressOn", () => {
  it.each([
    ["96 people", "96 people", "REACHED"],
    ["96 people", "100 people", "NOT_REACHED"],
    ["at least 100 people", "100 people", "REACHED"],
    ["at least 90 people", "100 people", "UNCERTAIN"],
    ["more than 99 people", "100 people", "REACHED"],
    ["less than 100 people", "100 people", "NOT_REACHED"],
    ["between 90 and 110 people", "100 people", "UNCERTAIN"],
    ["between 100 and 110 people", "100 people", "REACHED"],
    ["about 100 people", "100 people", "UNCERTAIN"],
    ["several people", "100 people", "UNCERTAIN"],
    ["100 people", "more than 100 people", "NOT_REACHED"],
    ["101 people", "more than 100 people", "REACHED"],
    ["100 people", "at least 100 people", "REACHED"],
    ["96 people", "96 organisations", "NOT_COMPARABLE"],
    ["96 people", "more than half of people", "NOT_COMPARABLE"],
    ["more than half of people", "96 people", "NOT_COMPARABLE"],
    ["96 people", "about 100 people", "NOT_COMPARABLE"],
    ["96 people", "not stated", "TARGET_NOT_KNOWN"],
    ["not stated", "96 people", "ACTUAL_NOT_KNOWN"],
    ["withheld", "96 people", "ACTUAL_NOT_KNOWN"],
    ["96 people", "withheld", "TARGET_NOT_KNOWN"],
  ])("%s against %s: %s", (actual, target, status) => {
    expect(compare(actual, target)).toBe(status);
  });

  it.each([
    ["10 people", "20 people", "50 people", "REACHED"],
    ["20 people", "20 people", "50 people", "REACHED"],
    ["21 people", "20 people", "50 people", "NOT_REACHED"],
    ["between 10 and 30 people", "20 people", "50 people", "UNCERTAIN"],
    ["at least 10 people", "20 people", "50 people", "UNCERTAIN"],
    ["19 people", "less than 20 people", "not stated", "REACHED"],
    ["20 people", "less than 20 people", "not stated", "NOT_REACHED"],
    ["60 people", "100 people", "50 people", "NOT_REACHED"],
    ["10 people", "20 people", "50 organisations", "NOT_REACHED"],
  ])("%s against %s, from %s: %s", (actual, target, baseline, status) => {
    expect(compare(actual, target, baseline)).toBe(status);
  });

  it("takes the latest count as at a day, and never one over a period", () => {
    const goal = { baseline: readQuantity("not stated"), target: readQuantity("100 people") };
    const [early, late, period] = [counted("early", "50 people", { asAt: "2023" }), counted("late", "120 people", { asAt: "June 2024" }), counted("period", "10 people", { period: "July 2024" })];
    expect(progressOn(goal, [late, early, period], today)).toEqual({ status: "REACHED", actual: late });
    expect(progressOn(goal, [late, early, period], readDay("2024-05-31"))).toEqual({ status: "NOT_REACHED", actual: early });
    expect(progressOn(goal, [period], today)).toEqual({ status: "COUNTED_BY_PERIOD", actual: period });
    expect(progressOn(goal, [], today)).toEqual({ status: "ACTUAL_NOT_KNOWN", actual: null });
    expect(progressOn(goal, [late], readDay("2022-01-01"))).toEqual({ status: "ACTUAL_NOT_KNOWN", actual: null });
  });
});

describe("latestActual", () => {
  const undated = counted("undated", "1 person", { asAt: "not stated" });
  const march = counted("march", "1 person", { asAt: "March 2024" });
  const year = counted("year", "1 person", { period: "2022-23" });
  it.each([
    ["the latest", [year, march, undated], "2024-07-05", "march"],
    ["what can have been counted by the day", [year, march], "2024-02-29", "year"],
    ["what may have been counted on the day", [march], "2024-03-01", "march"],
    ["one without a day before none", [undated, march], "2024-02-29", "undated"],
    ["nothing that is to come", [march], "2024-02-29", undefined],
  ])("takes %s", (_, actuals, on, id) => {
    expect(latestActual(actuals, readDay(on))?.id).toBe(id);
  });
});
