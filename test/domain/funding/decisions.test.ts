import { describe, expect, it } from "vitest";
import type { Problem } from "../../../src/kernel/problem.ts";
import {
  addAwardParty, applyForFunding, awardFunding, awardProblems, endFundingAward, listedTwice, recordAwardSpend, recordFundingAward, recordFundingTotal, spentTwice, withinItself,
} from "../../../src/domain/resources/funding/decisions.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { readMoney } from "../../../src/kernel/money.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";

const today = readDay("2024-07-05");
const codes = ({ problems }: { readonly problems: readonly Problem[] }): string[] => problems.map(({ code, path = [] }) => [code, ...path].join(" "));

const belongs = { id: "x", version: 1, audience: "MEMBERS", systemId: "pl_1", gaps: {}, isExample: null } as const;
const none = readPartialDate("unknown");
const programme = { ...belongs, id: "pr_1" };
const workstream = (programmeId: string) => ({ ...belongs, programmeId });
const nothing = { programme: null, workstream: null, team: null, system: null };
const sent = { title: "Post", amount: { amount: "£15,450" }, status: "AWARDED", parties: [] };
const org = (role: string) => ({ role, organisation: "or_1" });

describe("recordFundingAward", () => {
  it.each([
    ["is clean", sent, []],
    ["takes an amount that is not known, with the reason", { ...sent, amount: { status: "NOT_STATED" as const } }, []],
    ["refuses an amount that is neither known nor explained", { ...sent, amount: {} }, ["INVALID_MONEY amount status"]],
    ["refuses an amount with a reason for having none", { ...sent, amount: { amount: "5", status: "UNKNOWN" as const } }, ["INVALID_MONEY amount status"]],
    ["refuses a part of a penny", { ...sent, amount: { amount: "5.001" } }, ["INVALID_MONEY amount amount"]],
    ["refuses a day that has not come", { ...sent, awarded: { text: "6 July 2024" } }, ["NOT_YET awarded"]],
    ["takes today", { ...sent, awarded: { text: "5 July 2024" } }, []],
    ["takes a month that has begun", { ...sent, awarded: { text: "July 2024" } }, []],
    ["refuses a day of what is only sought", { ...sent, status: "APPLIED", awarded: { text: "May 2024" } }, ["RULE awarded"]],
    ["takes a day that is not stated of what is only sought", { ...sent, status: "PROPOSED", awarded: { text: "not stated" } }, []],
    ["refuses a date that cannot be read, once", { ...sent, period: { text: "31 February 2024" } }, ["INVALID_DATE period text"]],
    ["takes one body in two roles", { ...sent, parties: [org("FUNDER"), org("RECIPIENT")] }, []],
    ["refuses it twice in one", { ...sent, parties: [org("FUNDER"), org("FUNDER")] }, ["ALREADY_EXISTS parties 1"]],
    ["refuses a party that is nobody", { ...sent, parties: [{ role: "FUNDER" }] }, ["MISSING_FIELD parties 0 organisation"]],
    ["refuses a party that is two", { ...sent, parties: [org("FUNDER"), { ...org("FUNDER"), group: "gr_1" }] }, ["RULE parties 1 group"]],
    ["says all of it at once", { ...sent, amount: {}, awarded: { text: "6 July 2024" }, parties: [{ role: "FUNDER" }] }, ["INVALID_MONEY amount status", "NOT_YET awarded", "MISSING_FIELD parties 0 organisation"]],
  ])("%s", (_, award, problems) => {
    expect(codes(recordFundingAward(award, { ...nothing, programme }, today))).toEqual(problems);
  });

  it("belongs with what it is for", () => {
    expect(recordFundingAward(sent, { ...nothing, programme }, today).fields).toMatchObject({ audience: "MEMBERS", systemId: "pl_1", amount: { pence: 1_545_000, status: "KNOWN" }, awarded: { status: "UNKNOWN" } });
    expect(recordFundingAward({ ...sent, audience: "DRAFT" }, { ...nothing, programme }, today).fields).toMatchObject({ audience: "DRAFT" });
  });

  it.each([
    [null, null, []],
    ["pr_1", "pr_1", []],
    ["pr_1", "pr_2", ["RULE workstream"]],
    [null, "pr_2", []],
  ])("for the programme %s and a workstream of %s is wrong in %j", (asked, its, problems) => {
    const to = { programme: asked === null ? null : programme, workstream: its === null ? null : workstream(its) };
    expect(codes({ problems: awardProblems({ status: "AWARDED", awarded: none }, to, today) })).toEqual(problems);
  });
});

const larger = (id: string) => ({ id, title: id });

describe("withinItself", () => {
  it.each([
    [[], []],
    [["b", "c"], []],
    [["b", "a"], ["CIRCLE partOf"]],
    [["a"], ["CIRCLE partOf"]],
  ])("of an award a under %j is %j", (above, problems) => {
    expect(codes({ problems: withinItself("a", above.map(larger)) })).toEqual(problems);
  });
});

describe("how far an award is", () => {
  it.each([
    ["PROPOSED", true, true, false],
    ["APPLIED", false, true, false],
    ["AWARDED", false, false, true],
    ["ENDED", false, false, false],
    ["NOT_REPORTED", true, true, true],
  ] as const)("%s: can be applied for %s, given %s, ended %s", (status, applied, given, ended) => {
    expect([applyForFunding({ status }), awardFunding({ status }, { awarded: { text: "May 2024" } }, today), endFundingAward({ status })].map(({ problems }) => problems.length === 0)).toEqual([applied, given, ended]);
  });

  it.each([
    ["5 July 2024", []],
    ["6 July 2024", ["NOT_YET awarded"]],
    ["not stated", ["MISSING_FIELD awarded"]],
    ["2023-24", []],
  ])("is given %s: %j", (text, problems) => {
    expect(codes(awardFunding({ status: "APPLIED" }, { awarded: { text } }, today))).toEqual(problems);
  });

  it("leaves the amount that was sought, unless another was given", () => {
    expect(awardFunding({ status: "APPLIED" }, { awarded: { text: "May 2024" } }, today).fields).not.toHaveProperty("amount");
    expect(awardFunding({ status: "APPLIED" }, { awarded: { text: "May 2024" }, amount: { amount: "10" } }, today).fields).toMatchObject({ amount: { pence: 1000 } });
  });
});

describe("addAwardParty", () => {
  const award = { id: "fa_1", audience: "PUBLIC", systemId: null } as const;
  const standing = { ...belongs, id: "ap_1", awardId: "fa_1", role: "FUNDER", organisationId: "or_1", healthIntegrationTeamId: null, groupId: null, description: null } as const;
  it.each([
    [{ role: "FUNDER", organisation: "or_2" }, []],
    [{ role: "RECIPIENT", organisation: "or_1" }, []],
    [{ role: "FUNDER", organisation: "or_1" }, ["ALREADY_EXISTS"]],
    [{ role: "FUNDER", description: "A trust" }, []],
  ])("of %j is wrong in %j", (party, problems) => {
    expect(codes(addAwardParty(award, party, [standing]))).toEqual(problems);
  });
});

const row = (id: string, financialYear: string, awardId = "fa_1") => ({ ...belongs, id, awardId, financialYear, amount: readMoney("£10") }) as const;

describe("recordAwardSpend", () => {
  const award = { id: "fa_1", audience: "PUBLIC", systemId: null, status: "AWARDED", period: readPartialDate("1 June 2022 to 31 May 2023"), amount: readMoney("£100") } as const;
  const amount = { amount: "£20" };
  const first = row("as_1", "2022-23");
  it.each([
    ["a year in the period", award, { financialYear: "2022-23", amount, replaces: null }, [], []],
    ["one in which the period ends", award, { financialYear: "FY24", amount, replaces: null }, [], []],
    ["one before the period", award, { financialYear: "2021-22", amount, replaces: null }, [], ["RULE financialYear"]],
    ["one after it", award, { financialYear: "2024-25", amount, replaces: null }, [], ["RULE financialYear"]],
    ["any that has begun, where no period is known", { ...award, period: none }, { financialYear: "2024-25", amount, replaces: null }, [], []],
    ["one that has not begun", { ...award, period: none }, { financialYear: "2025-26", amount, replaces: null }, [], ["NOT_YET financialYear"]],
    ["no year", award, { financialYear: "soon", amount, replaces: null }, [], ["INVALID_FINANCIAL_YEAR financialYear"]],
    ["a second figure for a year", award, { financialYear: "2022/23", amount, replaces: null }, [first], ["ALREADY_EXISTS replaces"]],
    ["one in its place", award, { financialYear: "2022-23", amount, replaces: first }, [first], []],
    ["one in the place of another year's", award, { financialYear: "2023-24", amount, replaces: first }, [first], ["RULE replaces id"]],
    ["one in the place of another award's", award, { financialYear: "2022-23", amount, replaces: row("as_9", "2022-23", "fa_2") }, [], ["RULE replaces id"]],
    ["what was only sought", { ...award, status: "APPLIED" as const }, { financialYear: "2022-23", amount, replaces: null }, [], ["NOT_ALLOWED_NOW"]],
    ["another currency", award, { financialYear: "2022-23", amount: { amount: "20", currency: "EUR" }, replaces: null }, [], ["RULE amount currency"]],
    ["an amount that is withheld", award, { financialYear: "2022-23", amount: { status: "WITHHELD" as const }, replaces: null }, [], []],
  ] as const)("of %s", (_, of, spend, spends, problems) => {
    expect(codes(recordAwardSpend(of, spend, spends, today))).toEqual(problems);
  });
});

describe("what takes the place of a figure or a party that was removed", () => {
  it.each([["2022-23", ["ALREADY_EXISTS"]], ["2021-22", []]])("is another figure for %s: %j", (year, problems) => {
    expect(codes({ problems: spentTwice(year, [{ id: "as_1", financialYear: "2022-23" }]) })).toEqual(problems);
  });

  it.each([["FUNDER", "or_1", ["ALREADY_EXISTS"]], ["RECIPIENT", "or_1", []], ["FUNDER", "or_2", []]])("is a party that is %s, %s: %j", (role, organisationId, problems) => {
    const party = { ...belongs, id: "ap_1", awardId: "fa_1", role: "FUNDER", organisationId: "or_1", healthIntegrationTeamId: null, groupId: null, description: null } as const;
    expect(codes({ problems: listedTwice({ role, organisationId, healthIntegrationTeamId: null, groupId: null, description: null }, [party]) })).toEqual(problems);
  });
});

describe("recordFundingTotal", () => {
  it.each([
    [{ financialYear: "FY23", amount: { amount: "5" } }, []],
    [{ financialYear: "2022-24", amount: { amount: "5" } }, ["INVALID_FINANCIAL_YEAR financialYear"]],
    [{ financialYear: "2022-23", amount: {} }, ["INVALID_MONEY amount status"]],
  ])("of %j is wrong in %j", (total, problems) => {
    expect(codes(recordFundingTotal({ title: "All", itemised: false, ...total }, { ...nothing, programme }))).toEqual(problems);
  });
});
