import { describe, expect, it } from "vitest";
import { advertisePost, approvePost, endPost, fillPost, fundPost, heldBy, postProblems, recordPost, restoreHolder, shareProblems, vacatePost } from "../../../src/domain/resources/post/decisions.ts";
import { readDay } from "../../../src/kernel/day.ts";
import type { Problem } from "../../../src/kernel/problem.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";
import { readQuantity } from "../../../src/kernel/read-quantity.ts";

const today = readDay("2024-07-05");
const codes = ({ problems }: { readonly problems: readonly Problem[] }): string[] => problems.map(({ code, path = [] }) => [code, ...path].join(" "));
const date = (text: string) => readPartialDate(text);
const post = (status: "PROPOSED" | "APPROVED" | "ADVERTISED" | "FILLED" | "VACANT" | "ENDED" | "NOT_REPORTED", start = "1 April 2024") =>
  ({ id: "po_1", audience: "PUBLIC", systemId: null, status, start: date(start), end: date("unknown") }) as const;
const holder = (id: string, until = "unknown", since = "May 2024") => ({ id, since: date(since), until: date(until) });

describe("recordPost", () => {
  const home = { audience: "MEMBERS", systemId: "pl_1" } as const;
  it.each([
    [{}, []],
    [{ start: { text: "May 2024" }, end: { text: "May 2024" } }, []],
    [{ start: { text: "May 2024" }, end: { text: "April 2024" } }, ["RULE end"]],
    [{ status: "ENDED", end: { text: "6 July 2024" } }, ["NOT_YET end"]],
    [{ end: { text: "6 July 2024" } }, []],
    [{ cost: {} }, ["INVALID_MONEY cost status"]],
    [{ start: { text: "soon" } }, ["INVALID_DATE start text"]],
  ])("of %j is wrong in %j", (sent, problems) => {
    expect(codes(recordPost({ title: "Coordinator", status: "APPROVED", ...sent }, home, null, today))).toEqual(problems);
  });

  it("belongs with its programme", () => {
    expect(recordPost({ title: "Coordinator", status: "APPROVED" }, home, null, today).fields).toMatchObject(home);
  });
});

describe("postProblems", () => {
  it("leaves an end that is only planned", () => {
    expect(postProblems({ ...post("FILLED"), end: date("2030") }, today)).toEqual([]);
  });
});

describe("how far a post is", () => {
  it.each([
    ["PROPOSED", true, false, false, false, true],
    ["APPROVED", false, true, true, false, true],
    ["ADVERTISED", false, false, true, false, true],
    ["FILLED", false, false, false, true, true],
    ["VACANT", false, true, true, false, true],
    ["ENDED", false, false, false, false, false],
    ["NOT_REPORTED", true, true, true, false, true],
  ] as const)("%s: can be approved %s, advertised %s, filled %s, vacated %s, ended %s", (status, ...expected) => {
    const at = post(status);
    const may = [approvePost(at), advertisePost(at), fillPost(at, { since: { text: "May 2024" } }, [], today), vacatePost(at, { until: { text: "June 2024" } }, [], today), endPost(at, { end: { text: "June 2024" } }, [], today)];
    expect(may.map(({ problems }) => problems.length === 0)).toEqual(expected);
  });
});

describe("fillPost", () => {
  it.each([
    ["5 July 2024", []],
    ["6 July 2024", ["NOT_YET since"]],
    ["April 2024", []],
    ["March 2024", ["RULE since"]],
    ["not stated", []],
    ["soon", ["INVALID_DATE since text"]],
  ])("since %s is wrong in %j", (text, problems) => {
    expect(codes(fillPost(post("VACANT"), { since: { text } }, [], today))).toEqual(problems);
  });

  it("names who holds it now, where somebody does", () => {
    expect(fillPost(post("FILLED"), { since: { text: "May 2024" } }, [holder("ph_1", "May 2024"), holder("ph_2")], today).problems).toMatchObject([{ code: "NOT_ALLOWED_NOW", records: ["ph_2"] }]);
  });

  it("leaves whoever it is unnamed, and says so", () => {
    expect(fillPost(post("VACANT"), { since: { text: "May 2024" } }, [], today).fields).toMatchObject({ personId: null, gaps: { personId: "NOT_STATED" } });
    expect(fillPost(post("VACANT"), { since: { text: "May 2024" }, person: "pe_1" }, [], today).fields).not.toHaveProperty("gaps");
  });
});

describe("vacatePost", () => {
  it.each([
    ["one who leaves", { until: "June 2024" }, [holder("ph_1")], [], "VACANT"],
    ["one who left before", { until: "June 2024" }, [holder("ph_1", "May 2024"), holder("ph_2")], [], "VACANT"],
    ["nobody recorded", { until: "June 2024" }, [], [], "VACANT"],
    ["two, and neither named", { until: "June 2024" }, [holder("ph_1"), holder("ph_2")], ["MISSING_FIELD holder"], "FILLED"],
    ["one of two", { until: "June 2024", holder: "ph_2" }, [holder("ph_1"), holder("ph_2")], [], "FILLED"],
    ["one who left already", { until: "June 2024", holder: "ph_1" }, [holder("ph_1", "May 2024"), holder("ph_2")], ["RULE holder"], "VACANT"],
    ["one who leaves before they came", { until: "April 2024" }, [holder("ph_1")], ["RULE until"], "VACANT"],
    ["a day to come", { until: "6 July 2024" }, [holder("ph_1")], ["NOT_YET until"], "VACANT"],
    ["no day", { until: "not stated" }, [holder("ph_1")], ["MISSING_FIELD until"], "VACANT"],
  ] as const)("of %s", (_, { until, ...sent }, holders, problems, status) => {
    const vacated = vacatePost(post("FILLED"), { ...sent, until: { text: until } }, holders, today);
    expect(codes(vacated)).toEqual(problems);
    expect(vacated.fields).toEqual({ status });
  });
});

describe("restoreHolder", () => {
  it.each([
    ["VACANT", holder("ph_1"), [], []],
    ["FILLED", holder("ph_1"), [holder("ph_2")], ["NOT_ALLOWED_NOW"]],
    ["FILLED", holder("ph_1", "May 2024"), [holder("ph_2")], []],
    ["ENDED", holder("ph_1"), [], ["NOT_ALLOWED_NOW"]],
    ["ENDED", holder("ph_1", "May 2024"), [], []],
  ] as const)("of a post that is %s: %j beside %j has the problems %j", (status, one, others, problems) => {
    expect(codes({ problems: restoreHolder(post(status), one, others) })).toEqual(problems);
  });
});

describe("heldBy", () => {
  it.each([
    ["FILLED", [], "VACANT"],
    ["FILLED", [holder("ph_1", "May 2024")], "VACANT"],
    ["FILLED", [holder("ph_1")], null],
    ["VACANT", [holder("ph_1")], "FILLED"],
    ["ADVERTISED", [holder("ph_1")], "FILLED"],
    ["ADVERTISED", [], null],
    ["ENDED", [holder("ph_1")], null],
  ] as const)("a post that is %s, with the holders %j, is %s", (status, holders, is) => {
    expect(heldBy(post(status), holders)).toBe(is);
  });
});

describe("endPost", () => {
  it.each([
    ["July 2024", [], []],
    ["6 July 2024", [], ["NOT_YET end"]],
    ["March 2024", [], ["RULE end"]],
    ["unknown", [], ["MISSING_FIELD end"]],
    ["July 2024", [holder("ph_1")], ["NOT_ALLOWED_NOW"]],
    ["July 2024", [holder("ph_1", "June 2024")], []],
  ])("on %s with holders %j is wrong in %j", (end, holders, problems) => {
    expect(codes(endPost(post("VACANT"), { end: { text: end } }, holders, today))).toEqual(problems);
  });
});

const paying = (id: string, share: string, period = "unknown") => ({ id, share: readQuantity(share), period: date(period) });

describe("fundPost", () => {
  const sent = { post: "po_1", role: "FUNDER", organisation: "or_1" };
  it.each([
    ["a half beside a half", { share: "1/2" }, [paying("pf_1", "half")], []],
    ["a third beside two", { share: "one third" }, [paying("pf_1", "1/3"), paying("pf_2", "1/3")], []],
    ["more than is left", { share: "51%" }, [paying("pf_1", "half")], ["RULE share"]],
    ["more than is left, in another year", { share: "51%", period: "2022-23" }, [paying("pf_1", "half", "2023-24")], []],
    ["more than is left, on one day", { share: "51%", period: "2022-23" }, [paying("pf_1", "half", "from 31 March 2023")], ["RULE share"]],
    ["a share that is not stated", { share: "not stated" }, [paying("pf_1", "100%")], []],
    ["no share", {}, [], []],
    ["a number of people", { share: "2 people" }, [], ["INVALID_QUANTITY share"]],
    ["no words", { share: "?" }, [], ["INVALID_QUANTITY share text"]],
  ])("by %s", (_, { share, period }: { share?: string; period?: string }, others, problems) => {
    expect(codes(fundPost(post("FILLED"), { ...sent, ...(share === undefined ? {} : { share: { text: share } }), ...(period === undefined ? {} : { period: { text: period } }) }, others))).toEqual(problems);
  });
});

describe("shareProblems", () => {
  it("names the day and those who pay beside", () => {
    const [problem] = shareProblems(paying("pf_2", "1/2", "from April 2024"), [paying("pf_1", "2/3")]);
    expect(problem).toMatchObject({ code: "RULE", records: ["pf_1"] });
    expect(problem?.message).toContain("on 2024-04-01");
  });
});
