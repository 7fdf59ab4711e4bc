import { describe, expect, it } from "vitest";
import { amendWorkstream, mergeWorkstream, openWorkstream } from "../../../src/domain/delivery/workstream/decisions.ts";
import { takeStep, workstreamSteps, type WorkstreamStep } from "../../../src/domain/delivery/workstream/rules.ts";
import { workstreamStatuses } from "../../../src/domain/delivery/workstream/table.ts";
import { notKnown } from "../../../src/kernel/partial-date.ts";

type Status = (typeof workstreamStatuses)[number];
type Workstream = Parameters<typeof amendWorkstream>[0];

const record = { version: 1, audience: "MEMBERS", systemId: "pl_0000000000000001", gaps: {}, isExample: null } as const;

const programme = (status: "ACTIVE" | "CLOSED"): Parameters<typeof openWorkstream>[1] => ({
  ...record, id: "pr", name: "Somerset", aim: null, status, start: notKnown("UNKNOWN"), end: notKnown("UNKNOWN"), reportingRhythm: null, hostId: null, placeId: null, parentId: null,
});

const workstream = (of: Partial<Workstream> = {}): Workstream => ({
  ...record, id: "training", name: "Training", theme: "TRAINING", ownTheme: null, kind: null, status: "IN_PROGRESS", purpose: null, programmeId: "pr", leadHealthIntegrationTeamId: null, leadOrganisationId: null, ...of,
});

const said = ({ problems }: ReturnType<typeof openWorkstream>): readonly string[] => problems.map(({ code, path }) => [code, ...(path ?? [])].join(" "));

describe("a workstream", () => {
  const from: Readonly<Record<WorkstreamStep, readonly Status[]>> = {
    start: ["NOT_STARTED", "NOT_REPORTED"],
    "say-not-started": ["IN_PROGRESS", "PAUSED", "NOT_REPORTED"],
    "report-ready": ["IN_PROGRESS", "NOT_REPORTED"],
    pause: ["NOT_STARTED", "IN_PROGRESS", "READY", "NOT_REPORTED"],
    resume: ["PAUSED"],
    merge: ["NOT_STARTED", "IN_PROGRESS", "READY", "PAUSED", "NOT_REPORTED"],
    close: ["NOT_STARTED", "IN_PROGRESS", "READY", "PAUSED", "NOT_REPORTED"],
    reopen: ["READY", "MERGED", "CLOSED"],
  };
  const to: Readonly<Record<WorkstreamStep, Status>> = { start: "IN_PROGRESS", "say-not-started": "NOT_STARTED", "report-ready": "READY", pause: "PAUSED", resume: "IN_PROGRESS", merge: "MERGED", close: "CLOSED", reopen: "IN_PROGRESS" };

  it.each(["start", "say-not-started", "report-ready", "pause", "resume", "merge", "close", "reopen"] as const)("takes the step %s from where it can be taken, and from nowhere else", (step) => {
    expect(Object.keys(workstreamSteps)).toContain(step);
    for (const status of workstreamStatuses) {
      const ruled = takeStep({ name: "Training", status }, step);
      expect([status, said(ruled)]).toEqual([status, from[step].includes(status) ? [] : ["NOT_ALLOWED_NOW"]]);
      expect(ruled.fields).toEqual({ status: to[step] });
    }
  });

  it.each<{ status: Status; step: WorkstreamStep; message: string }>([
    { status: "IN_PROGRESS", step: "start", message: "Training is in progress already: there is nothing to do." },
    { status: "PAUSED", step: "start", message: "Training is paused. Resume it first." },
    { status: "READY", step: "start", message: "Training is ready. Where it has to go back, reopen it." },
    { status: "CLOSED", step: "pause", message: "Training is closed. Where it has to go on, reopen it." },
    { status: "MERGED", step: "close", message: "Training is merged. Where it has to go on by itself, reopen it." },
    { status: "NOT_STARTED", step: "report-ready", message: "Training is not started. Start it first." },
  ])("that is $status is told what comes before $step", ({ status, step, message }) => {
    expect(takeStep({ name: "Training", status }, step).problems.map((problem) => problem.message)).toEqual([message]);
  });
});

describe("openWorkstream", () => {
  it("begins it not started, for whom and where its programme is", () => {
    expect(openWorkstream({ name: "Training", theme: "TRAINING" }, programme("ACTIVE"))).toEqual({
      fields: { name: "Training", theme: "TRAINING", status: "NOT_STARTED", audience: "MEMBERS", systemId: "pl_0000000000000001" }, problems: [],
    });
    expect(openWorkstream({ name: "Training", theme: "TRAINING", audience: "DRAFT" }, programme("ACTIVE")).fields).toMatchObject({ audience: "DRAFT" });
    expect(openWorkstream({ name: "Training", theme: "TRAINING", audience: null }, programme("ACTIVE")).fields).toMatchObject({ audience: "MEMBERS" });
  });

  it.each([
    { what: "in a closed programme", sent: { theme: "TRAINING" }, status: "CLOSED", problems: ["NOT_ALLOWED_NOW programme"] },
    { what: "with a theme of its own and no word for it", sent: { theme: "OWN" }, status: "ACTIVE", problems: ["MISSING_FIELD ownTheme"] },
    { what: "with a theme of its own and its word", sent: { theme: "OWN", ownTheme: "Housing" }, status: "ACTIVE", problems: [] },
    { what: "with a word of its own and another theme", sent: { theme: "TRAINING", ownTheme: "Housing" }, status: "ACTIVE", problems: ["RULE ownTheme"] },
    { what: "with all of it wrong", sent: { theme: "OWN", ownTheme: null }, status: "CLOSED", problems: ["NOT_ALLOWED_NOW programme", "MISSING_FIELD ownTheme"] },
  ] as const)("$what has the problems $problems", ({ sent, status, problems }) => {
    expect(said(openWorkstream({ name: "Training", ...sent }, programme(status)))).toEqual(problems);
  });
});

describe("amendWorkstream", () => {
  it.each<{ what: string; standing: Partial<Workstream>; edits: Readonly<Record<string, unknown>>; problems: readonly string[] }>([
    { what: "to another name", standing: {}, edits: { name: "Learning" }, problems: [] },
    { what: "to a theme of its own", standing: {}, edits: { theme: "OWN" }, problems: ["MISSING_FIELD ownTheme"] },
    { what: "to a theme of its own with its word", standing: {}, edits: { theme: "OWN", ownTheme: "Housing" }, problems: [] },
    { what: "to another word", standing: { theme: "OWN", ownTheme: "Homes" }, edits: { ownTheme: "Housing" }, problems: [] },
    { what: "to another theme, its word left", standing: { theme: "OWN", ownTheme: "Homes" }, edits: { theme: "TRAINING" }, problems: ["RULE ownTheme"] },
    { what: "to another theme, its word emptied", standing: { theme: "OWN", ownTheme: "Homes" }, edits: { theme: "TRAINING", ownTheme: null }, problems: [] },
  ])("$what has the problems $problems, and changes no more than it says", ({ standing, edits, problems }) => {
    const ruled = amendWorkstream(workstream(standing), edits);
    expect(said(ruled)).toEqual(problems);
    expect(ruled.fields).toEqual(edits);
  });
});

describe("mergeWorkstream", () => {
  const [delivery, change] = [workstream({ id: "delivery", name: "Service delivery" }), workstream({ id: "change", name: "Organisational change", status: "NOT_STARTED" })];
  it.each<{ what: string; of: Partial<Workstream>; others: readonly Workstream[]; problems: readonly string[] }>([
    { what: "into several", of: {}, others: [delivery, change], problems: [] },
    { what: "into none", of: {}, others: [], problems: ["MISSING_FIELD continuedIn"] },
    { what: "into itself", of: {}, others: [delivery, workstream()], problems: ["RULE continuedIn 1"] },
    { what: "into one twice", of: {}, others: [delivery, change, delivery], problems: ["RULE continuedIn 2"] },
    { what: "into one that is closed", of: {}, others: [workstream({ id: "delivery", status: "CLOSED" })], problems: ["NOT_ALLOWED_NOW continuedIn 0"] },
    { what: "into one that was merged itself", of: {}, others: [change, workstream({ id: "delivery", status: "MERGED" })], problems: ["NOT_ALLOWED_NOW continuedIn 1"] },
    { what: "once it is closed", of: { status: "CLOSED" }, others: [delivery], problems: ["NOT_ALLOWED_NOW"] },
    { what: "once it is closed, into none", of: { status: "CLOSED" }, others: [], problems: ["NOT_ALLOWED_NOW", "MISSING_FIELD continuedIn"] },
  ])("$what has the problems $problems", ({ of, others, problems }) => {
    expect(said(mergeWorkstream(workstream(of), others))).toEqual(problems);
  });
});
