import { describe, expect, it } from "vitest";
import type { SignPledgeInput } from "../../../src/domain/promises/pledge/act-inputs.ts";
import { amendAction, amendSignature, carryForward, nameAction, namedProblems, reasonFor, reportAction, restoreAction, reviewAction, signedAlready, signPledge, type Amending, type Signing } from "../../../src/domain/promises/pledge/decisions.ts";
import { readDay } from "../../../src/kernel/day.ts";
import type { Problem } from "../../../src/kernel/problem.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";

const today = readDay("2024-07-05");
const said = (problems: readonly Problem[]): string[] => problems.map(({ code, path = [] }) => [code, ...path].join(" "));
const unknown = readPartialDate("unknown");
const version = { id: "pv_1", pledgeId: "pd_1", actionCount: 2, actionMonths: 12, continuingAllowed: true, newAllowed: true };
const signature = (id: string, signed: string, organisationId: string | null = "or_1", pledgeId = "pd_1") => ({ id, pledgeId, organisationId, groupId: organisationId === null ? "gr_1" : null, signed: readPartialDate(signed) });
const before = (signed: string, organisationId = "or_1") => ({ ...signature("sg_1", signed, organisationId), actions: 2, months: 12 });
const action = { statement: "Train", nature: "NEW" };
const two = [action, { ...action, nature: "CONTINUING", commitments: ["pc_1"] }];
const sent = { pledgeVersion: "pv_1", organisation: "or_1", signed: { text: "5 July 2024" }, authority: "LEADER" as const, actions: two };
const signing: Signing = {
  pledge: { id: "pd_1", audience: "PUBLIC", systemId: null }, version, eligible: [{ signatoryKind: "ORGANISATION" }, { signatoryKind: "GROUP" }], signers: [{ authority: "LEADER" }],
  commitments: [{ id: "pc_1" }], organisation: { kind: "COUNCIL" }, group: null, earlier: [],
};

describe("signPledge", () => {
  it.each<readonly [string, Partial<SignPledgeInput>, Partial<Signing>, readonly string[]]>([
    ["takes exactly two actions", {}, {}, []],
    ["refuses a third action", { actions: [...two, action] }, {}, ["RULE actions"]],
    ["refuses a third action, whatever the reason", { actions: [...two, action], missingActionsReason: "INCOMPLETE" }, {}, ["RULE actions"]],
    ["refuses one action without a reason", { actions: [action] }, {}, ["RULE actions"]],
    ["takes one action that is incomplete", { actions: [action], missingActionsReason: "INCOMPLETE" }, {}, []],
    ["takes none that are not stated", { actions: [], missingActionsReason: "NOT_STATED" }, {}, []],
    ["refuses a reason for what is not missing", { missingActionsReason: "INCOMPLETE" }, {}, ["RULE missingActionsReason"]],
    ["takes three actions where the version asks for three", { actions: [...two, action] }, { version: { ...version, actionCount: 3 } }, []],
    ["asks for two where the version does not say", { actions: [action] }, { version: { ...version, actionCount: null } }, ["RULE actions"]],
    ["takes a body that is only described, as what it signs", { organisation: null, description: "A body", signatoryKind: "GROUP" }, { organisation: null }, []],
    ["asks as what a described body signs", { organisation: null, description: "A body" }, { organisation: null }, ["MISSING_FIELD signatoryKind"]],
    ["refuses a service where only organisations and groups may sign", {}, { organisation: { kind: "SERVICE" } }, ["RULE signatoryKind"]],
    ["refuses a board there", { organisation: null, group: "gr_1" }, { organisation: null, group: { kind: "BOARD" } }, ["RULE signatoryKind"]],
    ["takes a group there", { organisation: null, group: "gr_1" }, { organisation: null, group: { kind: "NETWORK" } }, []],
    ["refuses an organisation as a board", { signatoryKind: "BOARD" }, { eligible: [] }, ["RULE signatoryKind"]],
    ["takes any body where the version names none", {}, { organisation: { kind: "SERVICE" }, eligible: [] }, []],
    ["refuses somebody whom the version does not let sign", { authority: "AUTHORISED_REPRESENTATIVE" }, {}, ["RULE authority"]],
    ["asks for the authority where the version names some", { authority: null }, {}, ["MISSING_FIELD authority"]],
    ["leaves the authority open where it names none", { authority: null }, { signers: [] }, []],
    ["refuses a day that has not come", { signed: { text: "6 July 2024" } }, {}, ["NOT_YET signed"]],
    ["takes a day that is not stated", { signed: { text: "not stated" } }, {}, []],
    ["refuses a commitment of another version", { actions: [action, { ...action, commitments: ["pc_9"] }] }, {}, ["RULE actions 1 commitments 0"]],
    ["refuses a commitment twice", { actions: [action, { ...action, commitments: ["pc_1", "pc_1"] }] }, {}, ["ALREADY_EXISTS actions 1 commitments 1"]],
    ["refuses new actions where the version takes none", {}, { version: { ...version, newAllowed: false } }, ["RULE actions 0 nature"]],
    ["refuses a body whose time still runs", {}, { earlier: [before("6 July 2023")] }, ["ALREADY_EXISTS signed"]],
    ["takes it again when the twelve months are over", {}, { earlier: [before("5 July 2023")] }, []],
    ["takes it where it is not certain that they run", {}, { earlier: [before("July 2023")] }, []],
    ["takes what was signed long before", { signed: { text: "May 2022" } }, { earlier: [before("6 July 2023")] }, []],
    ["takes another body", {}, { earlier: [before("6 July 2023", "or_2")] }, []],
    ["says all at once", { organisation: null, authority: null, actions: [...two, action] }, { organisation: null }, ["MISSING_FIELD authority", "RULE actions"]],
  ])("%s", (_, change, other, problems) => {
    expect(said(signPledge({ ...sent, ...change }, { ...signing, ...other }, today).problems)).toEqual(problems);
  });

  it("belongs with the pledge, as what the body is", () => {
    expect(signPledge(sent, signing, today).fields).toMatchObject({ audience: "PUBLIC", pledgeId: "pd_1", pledgeVersionId: "pv_1", signatoryKind: "ORGANISATION", missingActionsReason: null });
  });
});

describe("signedAlready", () => {
  it.each([
    ["the same body, while its time runs", signature("sg_2", "5 July 2024"), ["ALREADY_EXISTS signed"]],
    ["the same body, when it is over", signature("sg_2", "6 July 2024"), []],
    ["another body", signature("sg_2", "5 July 2024", "or_2"), []],
    ["a group", signature("sg_2", "5 July 2024", null), []],
    ["the same body under another pledge", signature("sg_2", "5 July 2024", "or_1", "pd_2"), []],
    ["a body that is only described", { ...signature("sg_2", "5 July 2024"), organisationId: null }, []],
  ])("of %s", (_, one, problems) => {
    expect(said(signedAlready({ ...one, months: 12 }, [before("6 July 2023")]))).toEqual(problems);
  });
});

describe("how many actions a signature is left with", () => {
  it.each([
    [2, null, null], [2, "NOT_STATED", null], [3, "INCOMPLETE", null], [1, null, "INCOMPLETE"], [1, "NOT_STATED", "NOT_STATED"], [0, null, "INCOMPLETE"],
  ] as const)("%s of two, and %s, says %s", (count, standing, reason) => {
    expect(reasonFor(count, standing, { actions: 2 })).toBe(reason);
  });

  it.each([[1, []], [2, []], [3, ["RULE"]]])("%s of two has the problems %j", (count, problems) => {
    expect(said(restoreAction(count, { actions: 2 }))).toEqual(problems);
  });
});

describe("namedProblems", () => {
  it.each([
    ["CONTINUING", true, true, []],
    ["CONTINUING", false, true, ["RULE nature"]],
    ["NEW", true, false, ["RULE nature"]],
    ["NEW", null, null, []],
  ])("of a %s action where continuing is %s and new is %s are %j", (nature, continuingAllowed, newAllowed, problems) => {
    expect(said(namedProblems({ nature }, { version: { continuingAllowed, newAllowed }, commitments: [] }))).toEqual(problems);
  });
});

describe("nameAction", () => {
  it.each([
    [0, [], {}],
    [1, [], { missingActionsReason: null }],
    [2, ["RULE signature"], { missingActionsReason: null }],
  ])("beside %i others is wrong in %j and changes %j", (count, problems, fields) => {
    const decided = nameAction(action, { version, commitments: [], count });
    expect([said(decided.problems), decided.fields]).toEqual([problems, fields]);
  });
});

describe("reportAction", () => {
  it.each([
    [null, "NOT_REPORTED", "DONE", []],
    [null, "DONE", "IN_PROGRESS", []],
    [null, "DONE", "NOT_REPORTED", ["RULE progress"]],
    ["KEPT", "DONE", "IN_PROGRESS", ["NOT_ALLOWED_NOW"]],
  ])("of one reviewed as %s, %s, to %s is wrong in %j", (outcome, progress, next, problems) => {
    expect(said(reportAction({ outcome, progress }, { progress: next }))).toEqual(problems);
  });
});

describe("reviewAction", () => {
  it.each([
    ["5 July 2023", undefined, [], []],
    ["6 July 2023", undefined, [], ["NOT_YET reviewed"]],
    ["July 2023", undefined, [], []],
    ["August 2023", undefined, [], ["NOT_YET reviewed"]],
    ["not stated", undefined, [], []],
    ["May 2023", "6 July 2024", [], ["NOT_YET reviewed"]],
    ["June 2023", "May 2024", [], ["NOT_YET reviewed"]],
    ["May 2023", "not stated", [], ["MISSING_FIELD reviewed"]],
    ["May 2023", undefined, ["pa_2"], ["RULE outcome"]],
  ])("of an action signed %s on %s, going on in %j, is wrong in %j", (signed, reviewed, later, problems) => {
    const review = { outcome: "KEPT" as const, ...(reviewed === undefined ? {} : { reviewed: { text: reviewed } }) };
    expect(said(reviewAction({ id: "pa_1", due: unknown, outcome: null }, review, { signed: readPartialDate(signed), months: 12, later, today }).problems)).toEqual(problems);
  });

  it("goes by the day that is recorded, and by the version's months", () => {
    const on = { signed: readPartialDate("May 2024"), later: [], today };
    expect(reviewAction({ id: "pa_1", due: readPartialDate("June 2024"), outcome: null }, { outcome: "KEPT" }, { ...on, months: 12 }).problems).toEqual([]);
    expect(reviewAction({ id: "pa_1", due: unknown, outcome: null }, { outcome: "KEPT" }, { ...on, months: 2 }).problems).toEqual([]);
    expect(reviewAction({ id: "pa_1", due: unknown, outcome: "KEPT" }, { outcome: "NOT_KEPT" }, { ...on, months: 2 }).isChanged).toBe(true);
  });
});

describe("carryForward", () => {
  const from = signature("sg_1", "May 2023");
  it.each([
    ["a later signature", null, signature("sg_2", "June 2024"), [], []],
    ["one after a review that says so", "CARRIED_FORWARD", signature("sg_2", "June 2024"), [], []],
    ["one after a review that says otherwise", "KEPT", signature("sg_2", "June 2024"), [], ["NOT_ALLOWED_NOW"]],
    ["another body's", null, signature("sg_2", "June 2024", "or_2"), [], ["RULE signature"]],
    ["a group's", null, signature("sg_2", "June 2024", null), [], ["RULE signature"]],
    ["another pledge's", null, signature("sg_2", "June 2024", "or_1", "pd_2"), [], ["RULE signature"]],
    ["an earlier one", null, signature("sg_2", "June 2022"), [], ["RULE signature"]],
    ["its own", null, from, [], ["RULE signature"]],
    ["a second", null, signature("sg_2", "June 2024"), ["pa_2"], ["ALREADY_EXISTS"]],
  ] as const)("to %s", (_, outcome, to, already, problems) => {
    expect(said(carryForward({ outcome }, from, to, already))).toEqual(problems);
  });
});

const on = (text: string) => ({ signed: readPartialDate(text) });

describe("amendSignature", () => {
  const standing = { ...signature("sg_2", "5 July 2023"), description: null, signatoryKind: "ORGANISATION" as const, authority: null };
  const amending: Amending = { eligible: signing.eligible, signers: signing.signers, organisation: { kind: "COUNCIL" }, group: null, earlier: [], terms: { actions: 2, months: 12 }, before: [], after: [] };

  it.each<readonly [string, Parameters<typeof amendSignature>[1], Partial<Amending>, readonly string[]]>([
    ["takes another day", on("6 July 2023"), {}, []],
    ["refuses a day that has not come", on("6 July 2024"), {}, ["NOT_YET signed"]],
    ["takes another body, as what it is recorded", { groupId: "gr_1" }, { organisation: null, group: { kind: "NETWORK" } }, []],
    ["refuses a body that may not sign", { organisationId: "or_2" }, { organisation: { kind: "SERVICE" } }, ["RULE signatoryKind"]],
    ["refuses an authority that may not sign", { authority: "AUTHORISED_REPRESENTATIVE" }, {}, ["RULE authority"]],
    ["refuses to do without an authority that the version asks for", { authority: null }, {}, ["MISSING_FIELD authority"]],
    ["does not judge what is not set right", { signedWith: "Others" }, { eligible: [{ signatoryKind: "BOARD" }] }, []],
    ["refuses a day on which the body had signed already", on("6 July 2022"), { earlier: [before("5 July 2022")] }, ["ALREADY_EXISTS signed"]],
    ["refuses a body whose time still ran", { organisationId: "or_2" }, { earlier: [before("5 June 2023", "or_2")] }, ["ALREADY_EXISTS signed"]],
    ["refuses a day before that of the signature from which an action goes on", on("5 July 2021"), { before: [signature("sg_1", "5 July 2022")] }, ["RULE id"]],
    ["refuses a day after that of the signature to which an action goes on", on("5 June 2024"), { after: [signature("sg_3", "5 May 2024")] }, ["RULE id"]],
    ["refuses another body than that with which an action goes on", { organisationId: "or_2" }, { before: [signature("sg_1", "5 July 2022")] }, ["RULE id"]],
    ["says all at once", { ...on("6 July 2024"), organisationId: "or_2", authority: null }, { organisation: { kind: "SERVICE" } }, ["RULE signatoryKind", "MISSING_FIELD authority", "NOT_YET signed"]],
  ])("%s", (_, edits, other, problems) => {
    expect(said(amendSignature(standing, edits, { ...amending, ...other }, today).problems)).toEqual(problems);
  });

  it("puts one body in the place of another", () => {
    expect(amendSignature(standing, { groupId: "gr_1" }, { ...amending, organisation: null, group: { kind: "BOARD" }, eligible: [] }, today).fields).toEqual({ organisationId: null, groupId: "gr_1", description: null, signatoryKind: "BOARD" });
  });
});

describe("amendAction", () => {
  it("words it anew, and refuses a sort that the version does not take", () => {
    expect(amendAction({ statement: "Train all", nature: "NEW" }, version)).toEqual({ fields: { statement: "Train all", nature: "NEW" }, problems: [] });
    expect(said(amendAction({ nature: "NEW" }, { ...version, newAllowed: false }).problems)).toEqual(["RULE nature"]);
    expect(amendAction({ nature: "NEW" }, null).problems).toEqual([]);
  });
});
