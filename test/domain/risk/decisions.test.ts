import { describe, expect, it } from "vitest";
import { closeRisk, raiseRisk, reopenRisk, reviewRisk, type About } from "../../../src/domain/delivery/risk/decisions.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { notKnown } from "../../../src/kernel/partial-date.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";

const today = readDay("2024-07-05");
const unknown = notKnown("UNKNOWN");
const record = { version: 1, audience: "PUBLIC", systemId: "pl_1", gaps: {}, isExample: null } as const;
const programme: About["programme"] = { ...record, id: "pr_1", name: "P", aim: null, status: "ACTIVE", start: unknown, end: unknown, reportingRhythm: null, hostId: null, placeId: null, parentId: null };
const workstream: NonNullable<About["workstream"]> = {
  ...record, id: "ws_1", name: "W", theme: "TRAINING", ownTheme: null, kind: null, status: "IN_PROGRESS", purpose: null, programmeId: "pr_1", leadHealthIntegrationTeamId: null, leadOrganisationId: null,
};
const milestone: NonNullable<About["milestone"]> = {
  ...record, id: "ms_1", title: "M", type: "LAUNCH", status: "SCHEDULED", firstBaseline: unknown, baseline: unknown, forecast: unknown, actual: unknown, saidNotDoneOn: null, parts: [], metBy: null,
  programmeId: "pr_1", workstreamId: "ws_1", ownerOrganisationId: null, ownerHealthIntegrationTeamId: null, dueEarliest: null, dueLatest: null, dueOrder: null, firstBaselineEarliest: null, firstBaselineLatest: null,
  actualEarliest: null, actualLatest: null,
};
const risk: Parameters<typeof reviewRisk>[0] = {
  ...record, id: "rk_1", title: "No room", kind: "RISK", cause: null, effect: null, likelihood: "HIGH", impact: "LOW", response: null, plan: null, status: "OPEN", raised: unknown, reviewDue: unknown,
  reviewedOn: null, closed: notKnown("NOT_APPLICABLE"), closeReason: null, programmeId: "pr_1", workstreamId: null, milestoneId: null, ownerOrganisationId: "og_1", ownerHealthIntegrationTeamId: null, ownerGroupId: null,
};
const closed = { ...risk, status: "CLOSED", closed: readPartialDate("June 2024"), closeReason: "A room was found" } as const;

const found = ({ problems }: ReturnType<typeof raiseRisk>) => problems.map(({ code, path }) => [code, ...(path ?? [])].join(" "));

describe("raiseRisk", () => {
  const about: About = { programme, workstream: null, milestone: null };
  const owned = { title: "No room", kind: "RISK", ownerGroupId: "gr_1" };
  it.each([
    ["one with an owner", owned, about, null, []],
    ["one about a workstream and its milestone", owned, { programme, workstream, milestone }, null, []],
    ["one about a milestone that is in no workstream", owned, { programme, workstream, milestone: { ...milestone, workstreamId: null } }, null, []],
    ["one that was raised earlier", owned, about, { text: "May 2024" }, []],
    ["one that was raised this month", owned, about, { text: "July 2024" }, []],
    ["an issue without a likelihood", { ...owned, kind: "ISSUE", likelihood: null }, about, null, []],
    ["none without an owner", { title: "No room", kind: "RISK" }, about, null, ["MISSING_FIELD ownerOrganisation"]],
    ["none about another programme's workstream", owned, { ...about, workstream: { ...workstream, programmeId: "pr_2" } }, null, ["RULE workstream"]],
    ["none about another programme's milestone", owned, { ...about, milestone: { ...milestone, programmeId: "pr_2" } }, null, ["RULE milestone"]],
    ["none about another workstream's milestone", owned, { programme, workstream, milestone: { ...milestone, workstreamId: "ws_2" } }, null, ["RULE milestone"]],
    ["no issue with a likelihood", { ...owned, kind: "ISSUE", likelihood: "LOW" }, about, null, ["RULE likelihood"]],
    ["none raised on a day to come", owned, about, { text: "6 July 2024" }, ["NOT_YET raised"]],
    ["none raised on a day that is none", owned, about, { text: "31 June 2024" }, ["INVALID_DATE raised text"]],
    ["and says all at once", { title: "No room", kind: "ISSUE", likelihood: "LOW" }, about, { text: "2025" }, ["MISSING_FIELD ownerOrganisation", "RULE likelihood", "NOT_YET raised"]],
  ] as const)("takes %s", (_, sent, where, raised, problems) => {
    expect(found(raiseRisk(sent, raised, where, today))).toEqual(problems);
  });

  it("begins open, today, for those for whom the programme is, and judged by nobody", () => {
    const { fields } = raiseRisk(owned, null, about, today);
    expect(fields).toMatchObject({ status: "OPEN", raised: { earliest: "2024-07-05" }, closed: { status: "NOT_APPLICABLE" }, audience: "PUBLIC", systemId: "pl_1" });
    expect(fields).not.toHaveProperty("likelihood");
    expect(raiseRisk({ ...owned, audience: "MEMBERS" }, null, about, today).fields).toMatchObject({ audience: "MEMBERS" });
  });
});

describe("reviewRisk", () => {
  it.each([
    ["nothing but that somebody looked", risk, {}, null, { reviewedOn: "2024-07-05" }, []],
    ["another judgement", risk, { likelihood: "LOW", impact: null }, "2024-07-01", { likelihood: "LOW", impact: null, reviewedOn: "2024-07-01" }, []],
    ["no going back to an earlier day of looking", { ...risk, reviewedOn: readDay("2024-07-03") }, {}, "2024-07-01", { reviewedOn: "2024-07-03" }, []],
    ["that a day for looking that has come is done with", { ...risk, reviewDue: readPartialDate("5 July 2024") }, {}, null, { reviewedOn: "2024-07-05", reviewDue: notKnown("NOT_STATED") }, []],
    ["that one to come stays", { ...risk, reviewDue: readPartialDate("July 2024") }, {}, null, { reviewedOn: "2024-07-05" }, []],
    ["the next day for looking", { ...risk, reviewDue: readPartialDate("5 July 2024") }, { reviewDue: "August 2024" }, null, { reviewedOn: "2024-07-05", reviewDue: "August 2024" }, []],
    ["that it has happened: then it is not likely any more", risk, { kind: "ISSUE" }, null, { kind: "ISSUE", likelihood: null, reviewedOn: "2024-07-05" }, []],
    ["that an issue is a risk again", { ...risk, kind: "ISSUE" }, { kind: "RISK", likelihood: "LOW" }, null, { kind: "RISK", likelihood: "LOW", reviewedOn: "2024-07-05" }, []],
    ["no likelihood of an issue", { ...risk, kind: "ISSUE" }, { likelihood: "LOW" }, null, null, ["RULE likelihood"]],
    ["nothing of a closed one", closed, {}, null, null, ["NOT_ALLOWED_NOW"]],
    ["no closing", risk, { status: "CLOSED" }, null, null, ["RULE status"]],
    ["no day to come", risk, {}, "2024-07-06", null, ["NOT_YET reviewedOn"]],
    ["no day that is none", risk, {}, "2024-06-31", null, ["INVALID_DAY reviewedOn"]],
  ] as const)("takes %s", (_, standing, edits, reviewedOn, fields, problems) => {
    const decided = reviewRisk(standing, { edits, reviewedOn }, today);
    expect(found(decided)).toEqual(problems);
    expect(problems.length > 0 ? null : decided.fields).toEqual(fields);
  });
});

describe("closeRisk", () => {
  it.each([
    ["an open one", risk, null, "2024-07-05", []],
    ["one of which no source said how it stands", { ...risk, status: "NOT_REPORTED" }, { text: "June 2024" }, "2024-06-01", []],
    ["no closed one", closed, null, "2024-07-05", ["NOT_ALLOWED_NOW"]],
    ["no day to come", risk, { text: "August 2024" }, "2024-08-01", ["NOT_YET closed"]],
    ["no closing at nobody knows when", risk, { text: "not stated" }, null, ["MISSING_FIELD closed"]],
  ] as const)("takes %s", (_, standing, on, earliest, problems) => {
    const decided = closeRisk(standing, { closed: on, reason: "A room was found" }, today);
    expect(found(decided)).toEqual(problems);
    expect(decided.fields).toMatchObject({ status: "CLOSED", closed: { earliest }, closeReason: "A room was found" });
  });
});

describe("reopenRisk", () => {
  it.each([
    ["a closed one", closed, []],
    ["no open one", risk, ["NOT_ALLOWED_NOW"]],
    ["none of which no source says how it stands", { ...risk, status: "NOT_REPORTED" }, ["NOT_ALLOWED_NOW"]],
  ] as const)("takes %s", (_, standing, problems) => {
    const decided = reopenRisk(standing);
    expect(found(decided)).toEqual(problems);
    expect(decided.fields).toMatchObject({ status: "OPEN", closed: { status: "NOT_APPLICABLE" }, closeReason: null });
  });
});
