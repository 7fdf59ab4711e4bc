import { describe, expect, it } from "vitest";
import { ageOn, freshnessOn, judgementOn, madeOn, shortestRhythm, type Judged } from "../../../src/domain/delivery/status-report/rules.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { notKnown } from "../../../src/kernel/partial-date.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";

const unknown = notKnown("NOT_STATED");
const judged = (id: string, dates: { judged?: string; published?: string; period?: string; correctedFrom?: string } = {}): Judged => ({
  id,
  judged: dates.judged === undefined ? unknown : readPartialDate(dates.judged),
  published: dates.published === undefined ? unknown : readPartialDate(dates.published),
  period: dates.period === undefined ? unknown : readPartialDate(dates.period),
  correctedFrom: dates.correctedFrom === undefined ? null : readDay(dates.correctedFrom),
});

describe("judgementOn", () => {
  const march = judged("march", { judged: "31 March 2024", published: "5 April 2024" });
  const april = judged("april", { judged: "April 2024", published: "5 May 2024" });
  it.each([
    ["nothing from nothing", [], "2024-07-05", null],
    ["the latest", [march, april], "2024-07-05", "april"],
    ["the latest, in whatever order", [april, march], "2024-07-05", "april"],
    ["what was published by the day", [march, april], "2024-05-04", "march"],
    ["nothing that was judged later", [march, april], "2024-03-30", null],
    ["nothing that was published later", [march], "2024-04-04", null],
    ["what can have been judged by the day", [judged("a", { judged: "April 2024" })], "2024-04-10", "a"],
    ["nothing that is corrected", [march, judged("wrong", { judged: "1 April 2024", correctedFrom: "2024-05-01" })], "2024-05-01", "march"],
    ["what was corrected only later", [march, judged("wrong", { judged: "1 April 2024", correctedFrom: "2024-05-01" })], "2024-04-30", "wrong"],
    ["one without a date before none", [judged("undated")], "2024-07-05", "undated"],
    ["one with a date before one without", [judged("undated"), march], "2024-07-05", "march"],
    ["by when it was published, where no day of judging is known", [judged("b", { published: "1 April 2024" }), judged("a", { published: "1 March 2024" })], "2024-07-05", "b"],
    ["the one published later, of one day", [judged("b", { judged: "March 2024", published: "2 April 2024" }), judged("a", { judged: "March 2024", published: "3 April 2024" })], "2024-07-05", "a"],
  ] as const)("takes %s", (_, judgements, on, id) => {
    expect(judgementOn(judgements, readDay(on))?.id ?? null).toBe(id);
  });
});

describe("madeOn", () => {
  it.each([
    [{ judged: "March 2024", published: "April 2024", period: "2023-24" }, "March 2024"],
    [{ published: "April 2024", period: "2023-24" }, "April 2024"],
    [{ period: "2023-24" }, "2023-24"],
    [{}, undefined],
  ])("of %j is %s", (dates, text) => {
    expect(madeOn(judged("a", dates))?.text).toBe(text);
  });
});

describe("ageOn", () => {
  it.each([
    ["1 July 2024", "2024-07-05", { least: 4, most: 4 }],
    ["June 2024", "2024-07-05", { least: 5, most: 34 }],
    ["July 2024", "2024-07-05", { least: 0, most: 4 }],
  ])("of %s on %s is %j", (text, on, age) => {
    expect(ageOn(readPartialDate(text), readDay(on))).toEqual(age);
  });

  it("has no most without a beginning, and is not known without an end", () => {
    expect(ageOn({ earliest: null, latest: readDay("2024-07-01") }, readDay("2024-07-05"))).toEqual({ least: 4, most: null });
    expect(ageOn({ earliest: readDay("2024-07-01"), latest: null }, readDay("2024-07-05"))).toBeNull();
  });
});

describe("freshnessOn", () => {
  const never = { earliest: null, latest: null };
  const to = (period: string, published?: string, correctedFrom?: string) => ({
    id: period, period: readPartialDate(period), published: published === undefined ? never : readPartialDate(published), correctedFrom: correctedFrom === undefined ? null : readDay(correctedFrom),
  });
  const on = (day: string, rhythm: Parameters<typeof freshnessOn>[1]["rhythm"], reports: readonly ReturnType<typeof to>[], options: { start?: string; ended?: boolean } = {}) => {
    const start = options.start === undefined ? never : readPartialDate(options.start);
    const { status, nextPeriodEnds, nextDueOn, lastReport } = freshnessOn(reports, { rhythm, start, ended: options.ended ?? false }, readDay(day));
    return [status, nextPeriodEnds, nextDueOn, lastReport?.id ?? null];
  };

  it.each([
    ["2024-04-30", "CURRENT"],
    ["2024-05-01", "DUE"],
    ["2024-05-31", "DUE"],
    ["2024-06-01", "OVERDUE"],
  ])("of what is reported monthly, up to March 2024, is on %s %s", (day, status) => {
    expect(on(day, "MONTHLY", [to("March 2024"), to("February 2024")])).toEqual([status, "2024-04-30", "2024-05-31", "March 2024"]);
  });

  it.each([
    ["MONTHLY", "2024-02-29", "2024-03-31"],
    ["QUARTERLY", "2024-04-30", "2024-05-31"],
    ["HALF_YEARLY", "2024-07-31", "2024-08-31"],
    ["YEARLY", "2025-01-31", "2025-02-28"],
  ] as const)("knows when a %s period after 31 January 2024 ends", (rhythm, ends, due) => {
    expect(on("2024-02-01", rhythm, [to("January 2024")])).toEqual(["CURRENT", ends, due, "January 2024"]);
  });

  it("keeps to the day where a period does not end with its month, as far as the month goes", () => {
    expect(on("2024-02-01", "MONTHLY", [to("30 January 2024")])).toEqual(["CURRENT", "2024-02-29", "2024-03-31", "30 January 2024"]);
    expect(on("2024-02-01", "MONTHLY", [to("15 January 2024")])).toEqual(["CURRENT", "2024-02-15", "2024-03-15", "15 January 2024"]);
    expect(on("2023-12-31", "MONTHLY", [to("15 December 2023")])).toEqual(["CURRENT", "2024-01-15", "2024-02-15", "15 December 2023"]);
  });

  it("counts a report only once it can have been published", () => {
    expect(on("2024-05-05", "MONTHLY", [to("March 2024", "5 April 2024"), to("April 2024", "6 May 2024")])).toEqual(["DUE", "2024-04-30", "2024-05-31", "March 2024"]);
    expect(on("2024-05-06", "MONTHLY", [to("March 2024", "5 April 2024"), to("April 2024", "6 May 2024")])).toEqual(["CURRENT", "2024-05-31", "2024-06-30", "April 2024"]);
  });

  it("counts what is corrected only until it is, and its correction from then on", () => {
    const reports = [to("March 2024", "5 April 2024"), to("May 2024", "6 May 2024", "2024-06-10"), to("April 2024", "10 June 2024")];
    expect(on("2024-06-09", "MONTHLY", reports)).toEqual(["CURRENT", "2024-06-30", "2024-07-31", "May 2024"]);
    expect(on("2024-06-10", "MONTHLY", reports)).toEqual(["DUE", "2024-05-31", "2024-06-30", "April 2024"]);
  });

  it("begins with the start where nothing is reported, and is late for nobody who does not know since when", () => {
    expect(on("2024-01-31", "MONTHLY", [], { start: "1 January 2024" })).toEqual(["CURRENT", "2024-01-31", "2024-02-29", null]);
    expect(on("2024-03-01", "MONTHLY", [], { start: "1 January 2024" })).toEqual(["OVERDUE", "2024-01-31", "2024-02-29", null]);
    expect(on("2024-03-01", "MONTHLY", [])).toEqual(["DUE", null, null, null]);
  });

  it("does not apply without a rhythm, nor to what has ended", () => {
    const reports = [to("March 2024")];
    expect(on("2030-01-01", null, reports)).toEqual(["NOT_APPLICABLE", null, null, "March 2024"]);
    expect(on("2030-01-01", "NONE", reports)).toEqual(["NOT_APPLICABLE", null, null, "March 2024"]);
    expect(on("2030-01-01", "MONTHLY", reports, { ended: true })).toEqual(["NOT_APPLICABLE", null, null, "March 2024"]);
  });
});

describe("shortestRhythm", () => {
  it.each([
    [["YEARLY", null, "QUARTERLY"], "QUARTERLY"],
    [["NONE", "YEARLY"], "YEARLY"],
    [["NONE"], "NONE"],
    [[null], null],
  ] as const)("of %j is %s", (rhythms, shortest) => {
    expect(shortestRhythm(rhythms)).toBe(shortest);
  });
});
