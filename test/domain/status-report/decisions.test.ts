import { describe, expect, it } from "vitest";
import {
  correctStatusReport, draftStatusReport, publishStatusReport, removeStatusReport, restoreStatusReport, returnStatusReport, reviseStatusReport, sayItem, sayNotDone, submitStatusReport, withdrawNotDone, type ReportedOn,
} from "../../../src/domain/delivery/status-report/decisions.ts";
import { judge, rejudge, type Judging } from "../../../src/domain/delivery/status-report/judgement-decisions.ts";
import type { OtherReport } from "../../../src/domain/delivery/status-report/store.ts";
import type { Ruled } from "../../../src/api/act/ruled.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { notKnown } from "../../../src/kernel/partial-date.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";

const saying = (words: string | RegExp): unknown => expect.stringMatching(words);
const today = readDay("2024-07-05");
const found = ({ problems }: Ruled) => problems.map(({ code, path, records }) => [code, ...(path ?? []), ...(records ?? [])].join(" "));

const on: ReportedOn = { column: "workstreamId", id: "ws_1", name: "Training", audience: "PUBLIC", systemId: "pl_1" };
type Report = Parameters<typeof publishStatusReport>[0];
const report = (values: Partial<Report> = {}): Report => ({
  id: "sr_1", version: 1, audience: "DRAFT", systemId: "pl_1", gaps: { returnReason: "NOT_APPLICABLE", correctsId: "NOT_APPLICABLE" }, isExample: null, title: "Training, May 2024", period: readPartialDate("May 2024"), status: "DRAFT",
  narrative: "Slow", returnReason: null, submitted: notKnown("NOT_APPLICABLE"), published: notKnown("NOT_APPLICABLE"), programmeId: null, workstreamId: "ws_1", healthIntegrationTeamId: null, publishedAsId: null,
  correctsId: null, periodEarliest: null, periodLatest: null, publishedLatest: null, ...values,
});
const other = (id: string, status: OtherReport["status"], period: string, correctsId: string | null = null): OtherReport => ({ id, status, period: readPartialDate(period), correctsId });

describe("draftStatusReport", () => {
  it.each([
    ["a month", "May 2024", [], on, []],
    ["a financial year", "2023-24", [], on, []],
    ["a period beside another one", "May 2024", [other("sr_2", "PUBLISHED", "April 2024")], on, []],
    ["none that is published already", "May 2024", [other("sr_2", "PUBLISHED", "1 to 31 May 2024")], on, ["ALREADY_EXISTS period sr_2"]],
    ["none that is being written already", "May 2024", [other("sr_2", "RETURNED", "May 2024")], on, ["ALREADY_EXISTS period sr_2"]],
    ["none without days", "not stated", [], on, ["MISSING_FIELD period"]],
    ["none without an end", "from May 2024", [], on, ["MISSING_FIELD period"]],
    ["none that is no date", "31 June 2024", [], on, ["INVALID_DATE period text"]],
    ["none on what nobody could see a draft of", "May 2024", [], { ...on, systemId: null }, ["RULE"]],
  ] as const)("takes %s", (_, period, others, subject, problems) => {
    expect(found(draftStatusReport({ period: { text: period } }, subject, others))).toEqual(problems);
  });

  it("begins as a draft of its system, named after what it is on and the period, without a judgement", () => {
    const { fields } = draftStatusReport({ period: { text: "2024-05" } }, on, []);
    expect(fields).toMatchObject({ title: "Training, May 2024", audience: "DRAFT", status: "DRAFT", systemId: "pl_1", workstreamId: "ws_1", published: { status: "NOT_APPLICABLE" } });
    expect(fields["gaps"]).toEqual({ programmeId: "NOT_APPLICABLE", healthIntegrationTeamId: "NOT_APPLICABLE", publishedAsId: "NOT_APPLICABLE", correctsId: "NOT_APPLICABLE", returnReason: "NOT_APPLICABLE" });
    expect(draftStatusReport({ period: { text: "2024-05" }, title: "May" }, on, []).fields).toMatchObject({ title: "May" });
  });

  it.each([
    ["one that says something", { period: "May 2024", narrative: "Slow" }, 0, []],
    ["one with an item", { period: "May 2024" }, 1, []],
    ["none that says nothing", { period: "May 2024" }, 0, ["MISSING_FIELD narrative"]],
    ["none of a time to come, which says nothing", { period: "August 2024" }, 0, ["MISSING_FIELD narrative", "NOT_YET period"]],
    ["none whose period cannot be read, and which says nothing", { period: "31 June 2024" }, 0, ["INVALID_DATE period text", "MISSING_FIELD narrative"]],
  ] as const)("hands in at once %s", (_, { period, ...sent }, items, problems) => {
    const ruled = draftStatusReport({ period: { text: period }, ...sent }, on, [], { items, today });
    expect(found(ruled)).toEqual(problems);
    expect(ruled.fields).toMatchObject({ status: "SUBMITTED", audience: "DRAFT", submitted: { text: "2024-07-05" } });
  });
});

const revise = (given: Report) => reviseStatusReport(given, {}, []);
const submit = (given: Report) => submitStatusReport(given, 0, today);
const back = (given: Report) => returnStatusReport(given, "Too short");
const publish = (given: Report) => publishStatusReport(given, "PUBLIC", today);
const correct = (given: Report) => correctStatusReport(given, {}, [], []);

describe("what a report allows", () => {
  const NO = ["NOT_ALLOWED_NOW"];
  const STAYS = ["NOT_ALLOWED_NOW sr_1"];
  it.each([
    ["DRAFT", revise, []],
    ["RETURNED", revise, []],
    ["SUBMITTED", revise, NO],
    ["PUBLISHED", revise, STAYS],
    ["DRAFT", submit, []],
    ["RETURNED", submit, []],
    ["SUBMITTED", submit, NO],
    ["PUBLISHED", submit, STAYS],
    ["DRAFT", back, NO],
    ["RETURNED", back, NO],
    ["SUBMITTED", back, []],
    ["PUBLISHED", back, STAYS],
    ["DRAFT", publish, NO],
    ["RETURNED", publish, NO],
    ["SUBMITTED", publish, []],
    ["PUBLISHED", publish, STAYS],
    ["DRAFT", correct, NO],
    ["RETURNED", correct, NO],
    ["SUBMITTED", correct, NO],
    ["PUBLISHED", correct, []],
  ] as const)("that is %s: %o is refused for %j", (status, decide, problems) => {
    expect(found(decide(report({ status })))).toEqual(problems);
  });

  it.each([
    ["another period", { period: { text: "June 2024" } }, [], []],
    ["its own", { period: { text: "May 2024" } }, [other("sr_1", "DRAFT", "May 2024"), other("sr_0", "PUBLISHED", "May 2024")], []],
    ["another's", { period: { text: "June 2024" } }, [other("sr_2", "SUBMITTED", "June 2024")], ["ALREADY_EXISTS period sr_2"]],
    ["none", { period: null }, [], ["MISSING_FIELD period"]],
  ] as const)("when it is revised to %s, which corrects sr_0", (_, edits, others, problems) => {
    expect(found(reviseStatusReport(report({ correctsId: "sr_0" }), edits, others))).toEqual(problems);
  });

  it.each([
    ["an account", report(), 0, []],
    ["an item", report({ narrative: null }), 1, []],
    ["nothing", report({ narrative: null }), 0, ["MISSING_FIELD narrative"]],
    ["something of a time to come", report({ period: readPartialDate("August 2024") }), 0, ["NOT_YET period"]],
    ["something of a time that runs", report({ period: readPartialDate("July 2024") }), 0, []],
  ] as const)("when it is handed in and says %s", (_, given, items, problems) => {
    expect(found(submitStatusReport(given, items, today))).toEqual(problems);
  });

  it("says why it is returned, as long as it is not published", () => {
    const returned = back(report({ status: "SUBMITTED" })).fields;
    expect(returned).toEqual({ status: "RETURNED", returnReason: "Too short", gaps: { correctsId: "NOT_APPLICABLE" } });
    expect(publish(report({ status: "SUBMITTED", returnReason: "Too short", gaps: { correctsId: "NOT_APPLICABLE" } })).fields).toMatchObject({
      status: "PUBLISHED", audience: "PUBLIC", published: { earliest: "2024-07-05" }, returnReason: null, gaps: { correctsId: "NOT_APPLICABLE", returnReason: "NOT_APPLICABLE" },
    });
  });
});

describe("correctStatusReport", () => {
  const published = report({ status: "PUBLISHED" });
  it.each([
    ["what nobody corrects yet", {}, [], [], []],
    ["the period too", { period: { text: "April 2024" } }, [], [other("sr_1", "PUBLISHED", "April 2024")], []],
    ["no period into that of another", { period: { text: "April 2024" } }, [], [other("sr_2", "PUBLISHED", "April 2024")], ["ALREADY_EXISTS period sr_2"]],
    ["nothing that is corrected", {}, [other("sr_2", "PUBLISHED", "May 2024", "sr_1"), other("sr_3", "DRAFT", "May 2024", "sr_1")], [], ["NOT_ALLOWED_NOW id sr_2"]],
    ["nothing that is being corrected", {}, [other("sr_3", "DRAFT", "May 2024", "sr_1")], [], ["ALREADY_EXISTS id sr_3"]],
  ] as const)("takes %s", (_, sent, corrections, others, problems) => {
    expect(found(correctStatusReport(published, sent, corrections, others))).toEqual(problems);
  });

  it("is a draft with what stood there, but for what is sent", () => {
    expect(correctStatusReport(published, { narrative: "Quick" }, [], []).fields).toMatchObject({
      title: "Training, May 2024", narrative: "Quick", status: "DRAFT", audience: "DRAFT", workstreamId: "ws_1", correctsId: "sr_1", period: { text: "May 2024" },
      gaps: { publishedAsId: "NOT_APPLICABLE", returnReason: "NOT_APPLICABLE" },
    });
  });
});

describe("removeStatusReport", () => {
  it.each([["DRAFT", []], ["RETURNED", []], ["SUBMITTED", ["NOT_ALLOWED_NOW"]], ["PUBLISHED", ["NOT_ALLOWED_NOW sr_1"]]] as const)("of one that is %s has the problems %j", (status, problems) => {
    expect(found({ fields: {}, problems: removeStatusReport(report({ status })) })).toEqual(problems);
  });
});

describe("restoreStatusReport", () => {
  it.each([
    ["where nothing has taken its place", null, [other("sr_1", "DRAFT", "May 2024")], [], []],
    ["beside one on another period", null, [other("sr_2", "DRAFT", "June 2024")], [], []],
    ["not beside one on its period", null, [other("sr_2", "DRAFT", "May 2024")], [], ["ALREADY_EXISTS period sr_2"]],
    ["not where its period is published by now", null, [other("sr_2", "PUBLISHED", "May 2024")], [], ["ALREADY_EXISTS period sr_2"]],
    ["as a correction of what it corrects", "sr_9", [other("sr_9", "PUBLISHED", "May 2024")], [other("sr_1", "DRAFT", "May 2024", "sr_9")], []],
    ["not beside another correction", "sr_9", [other("sr_9", "PUBLISHED", "May 2024"), other("sr_2", "DRAFT", "May 2024", "sr_9")], [other("sr_2", "DRAFT", "May 2024", "sr_9")], ["ALREADY_EXISTS sr_2"]],
  ] as const)("%s", (_, correctsId, others, corrections, problems) => {
    expect(found({ fields: {}, problems: restoreStatusReport(report({ correctsId }), { others, corrections }) })).toEqual(problems);
  });
});

describe("sayItem", () => {
  it.each([
    ["what was achieved", { kind: "ACHIEVED", date: { text: "June 2024" } }, 1, []],
    ["what was achieved this month", { kind: "ACHIEVED", date: { text: "July 2024" } }, 1, []],
    ["what comes next", { kind: "NEXT", date: { text: "August 2024" } }, 1, []],
    ["what has no date", { kind: "ACHIEVED" }, 1, []],
    ["nothing achieved on a day to come", { kind: "ACHIEVED", date: { text: "August 2024" } }, 1, ["NOT_YET date"]],
    ["no day that is none", { kind: "NEXT", date: { text: "31 June 2024" } }, 1, ["INVALID_DATE date text"]],
    ["no place before the first", { kind: "NEXT" }, 0, ["INVALID_NUMBER position"]],
  ] as const)("takes %s", (_, item, position, problems) => {
    expect(found(sayItem(item, position, today))).toEqual(problems);
  });
});

describe("judge", () => {
  const green: Judging = { dimension: "OVERALL", scheme: "DELIVERY_CONFIDENCE_3", rating: "green" };
  const local: Judging = { dimension: "COST", scheme: "LOCAL", localScheme: "ICB", rating: "B", wording: "Mostly fine" };
  it.each([
    ["the published scale without its words", green, []],
    ["the published scale in its full words", { ...green, wording: "Successful delivery appears highly likely" }, []],
    ["a local scheme with a name and words", local, []],
    ["the older scale with words", { ...green, scheme: "DELIVERY_CONFIDENCE_5", rating: "Amber/Red", wording: "In doubt" }, []],
    ["a day on which it was made", { ...green, judged: { text: "30 June 2024" } }, []],
    ["no side twice", { ...green, dimension: "RISK" }, ["ALREADY_EXISTS dimension"]],
    ["no word that the scale does not have", { ...green, rating: "Amber/Red" }, ["INVALID_CHOICE rating"]],
    ["no older scale without words", { ...green, scheme: "DELIVERY_CONFIDENCE_5" }, ["MISSING_FIELD wording"]],
    ["no local scheme without a name or words", { ...local, localScheme: null, wording: " " }, ["MISSING_FIELD wording", "MISSING_FIELD localScheme"]],
    ["no local name of a published scale", { ...green, localScheme: "ICB" }, ["RULE localScheme"]],
    ["no day to come", { ...green, judged: { text: "6 July 2024" } }, ["NOT_YET judged"]],
    ["no day that is none", { ...green, judged: { text: "31 June 2024" } }, ["INVALID_DATE judged text"]],
  ] as const)("takes %s", (_, judging, problems) => {
    expect(found(judge(judging, new Set(["RISK"]), today))).toEqual(problems);
  });

  it.each([
    ["GREEN", "Green", /^Very likely/],
    ["amber", "Amber", /^Feasible/],
    ["Red", "Red", /^Looks unachievable/],
  ])("writes %s as %s, with the words of the scale, today", (rating, word, wording) => {
    expect(judge({ ...green, rating }, new Set(), today).fields).toMatchObject({ rating: word, wording: saying(wording), judged: { earliest: "2024-07-05" } });
  });

  const standing: Parameters<typeof rejudge>[0] = {
    id: "jd_1", version: 1, audience: "DRAFT", systemId: "pl_1", gaps: {}, isExample: null, reportId: "sr_1", dimension: "OVERALL", scheme: "LOCAL", localScheme: "ICB", rating: "B", wording: "Mostly fine", rationale: null,
    judged: readPartialDate("1 July 2024"), judgedById: null, judgedByHealthIntegrationTeamId: null,
  };
  it.each([
    ["another reason keeps all else", { rationale: "Post filled" }, { rating: "B", wording: "Mostly fine", judged: { text: "1 July 2024" } }, []],
    ["another rating is made today", { rating: "A", wording: "Fine" }, { rating: "A", wording: "Fine", judged: { text: "2024-07-05" } }, []],
    ["another rating on a day that is said", { rating: "A", wording: "Fine", judged: { text: "4 July 2024" } }, { judged: { text: "4 July 2024" } }, []],
    ["another rating has other words", { rating: "A" }, { rating: "A" }, ["MISSING_FIELD wording"]],
    ["another rating can have the same words, where they are sent", { rating: "A" }, { rating: "A", wording: "Mostly fine" }, [], "Mostly fine"],
    ["another rating of a published scale has its words, whatever was seen", { scheme: "DELIVERY_CONFIDENCE_3", rating: "red" }, { wording: saying(/^Looks/) }, [], "Mostly fine"],
    ["another scheme has no local name", { scheme: "DELIVERY_CONFIDENCE_3", rating: "red" }, { rating: "Red", localScheme: null, wording: saying(/^Looks/) }, []],
  ] as const)("says anew that %s", (_, edits, fields, problems, wording: string | null = null) => {
    const decided = rejudge(standing, { edits, wording }, today);
    expect(found(decided)).toEqual(problems);
    expect(decided.fields).toMatchObject(fields);
  });
});

describe("what a published report says of a milestone that is not done", () => {
  it.each([
    ["SCHEDULED", null, { saidNotDoneOn: "2024-07-05" }],
    ["NOT_REPORTED", "2024-06-01", { saidNotDoneOn: "2024-07-05" }],
    ["PARTIALLY_MET", null, { saidNotDoneOn: "2024-07-05" }],
    ["SCHEDULED", "2024-07-05", {}],
    ["MET", null, {}],
    ["CANCELLED", null, {}],
  ] as const)("changes one that is %s and said not to be done on %s by %j", (status, saidNotDoneOn, fields) => {
    expect(sayNotDone({ status, saidNotDoneOn: saidNotDoneOn === null ? null : readDay(saidNotDoneOn) }, today)).toEqual({ fields, problems: [] });
  });

  it.each([
    ["nobody else had said so", "2024-06-01", null, null, { saidNotDoneOn: null }],
    ["somebody had said so before", "2024-06-01", "2024-05-01", null, { saidNotDoneOn: "2024-05-01" }],
    ["another report says so", "2024-06-01", "2024-05-01", "2024-05-20", { saidNotDoneOn: "2024-05-20" }],
    ["another report of that day says so", "2024-06-01", null, "2024-06-01", { saidNotDoneOn: "2024-06-01" }],
    ["somebody has said so since", "2024-06-02", null, null, {}],
    ["nobody says so any more", null, null, null, {}],
  ] as const)("is withdrawn by a correction where %s", (_, saidNotDoneOn, before, elsewhere, fields) => {
    expect(withdrawNotDone({ saidNotDoneOn: saidNotDoneOn === null ? null : readDay(saidNotDoneOn) }, { corrected: ["2024-06-01"], before, elsewhere })).toEqual({ fields, problems: [] });
  });
});
