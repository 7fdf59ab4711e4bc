import { describe, expect, it } from "vitest";
import type { Viewer } from "../../../src/api/access/viewer.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";

const ANSWER = "{ workstream { id version name theme ownTheme kind status purpose audience programme { id } leadOrganisation { name } continuedIn { continuedIn { name } } } entry problems { code message path records { id } conflict { fields } } }";

/** What answers an act on a workstream: the argument is of the type that the mutation takes. */
async function act(world: World, viewer: Viewer, mutation: string, workstream: object, reason?: string): Promise<unknown> {
  const type = { openWorkstream: "OpenWorkstreamInput", amendWorkstream: "AmendWorkstreamInput", mergeWorkstream: "MergeWorkstreamInput" }[mutation] ?? "RecordAsReadInput";
  const data = await world.ask<Record<string, unknown>>(viewer, `mutation ($workstream: ${type}!, $reason: String) { ${mutation}(workstream: $workstream, reason: $reason) ${ANSWER} }`, { workstream, reason });
  return data[mutation];
}

async function refused(world: World, viewer: Viewer, mutation: string, type: string, workstream: object): Promise<readonly string[]> {
  return world.refused(viewer, `mutation ($workstream: ${type}!) { ${mutation}(workstream: $workstream) { entry } }`, { workstream });
}

const inAnyOrder = (all: readonly unknown[]): unknown => expect.arrayContaining([...all]);

describe("openWorkstream", () => {
  it("records one that has not started, in its programme", async () => {
    const world = await openWorld();
    const [system, lead] = [await world.given.place({ level: "SYSTEM" }), await world.given.organisation({ name: "College" })];
    const programme = await world.given.programme({ systemId: system, audience: "MEMBERS" });
    const workstream = { programme, name: "Housing", theme: "OWN", ownTheme: "Housing", kind: "STANDING", purpose: "Homes", leadOrganisation: lead };
    expect(await act(world, holding("LEAD", programme, system), "openWorkstream", workstream)).toMatchObject({
      workstream: { name: "Housing", theme: "OWN", ownTheme: "Housing", kind: "STANDING", status: "NOT_STARTED", purpose: "Homes", version: 1, audience: "MEMBERS", programme: { id: programme }, leadOrganisation: { name: "College" } }, problems: [],
    });
  });

  it("is for leads, deputies and the office of the programme, not of one of its workstreams", async () => {
    const world = await openWorld();
    const programme = await world.given.programme();
    const workstream = { programme, name: "Training", theme: "TRAINING" };
    for (const viewer of [holding("READER", programme), holding("LEAD", await world.given.workstream({ programmeId: programme })), holding("LEAD", await world.given.programme())]) {
      expect(await refused(world, viewer, "openWorkstream", "OpenWorkstreamInput", workstream)).toEqual([expect.stringContaining("a lead, a deputy lead or the programme office")]);
    }
    expect(await act(world, holding("DEPUTY", programme), "openWorkstream", workstream)).toMatchObject({ problems: [] });
  });

  it("says all at once what stands in the way, and knows no lead that its viewer may not see", async () => {
    const world = await openWorld();
    const programme = await world.given.programme({ status: "CLOSED" });
    const office = holding("OFFICE", null);
    expect(await act(world, office, "openWorkstream", { programme, name: " ", theme: "OWN" })).toMatchObject({
      workstream: null,
      problems: [{ code: "NOT_ALLOWED_NOW", path: ["workstream", "programme"] }, { code: "MISSING_FIELD", path: ["workstream", "ownTheme"] }, { code: "INVALID_TEXT", path: ["workstream", "name"] }],
    });
    const hidden = { audience: "MEMBERS", systemId: await world.given.place({ level: "SYSTEM" }) } as const;
    const leads = { leadOrganisation: await world.given.organisation(hidden), leadHealthIntegrationTeam: await world.given.healthIntegrationTeam(hidden) };
    for (const [lead, id] of Object.entries(leads)) {
      expect(await act(world, office, "openWorkstream", { programme, name: "Training", theme: "TRAINING", [lead]: id })).toMatchObject({ problems: [{ code: "NOT_ALLOWED_NOW", path: ["workstream", "programme"] }, { code: "NOT_FOUND", path: ["workstream", lead] }] });
    }
  });
});

describe("amendWorkstream", () => {
  it("merges what different people change in different fields, and says where they changed the same", async () => {
    const world = await openWorld();
    const id = await world.given.workstream({ name: "Training", purpose: "Train" });
    const lead = holding("LEAD", id);
    const as = { id, expectedVersion: 1 };
    expect(await act(world, lead, "amendWorkstream", { ...as, name: "Learning" })).toMatchObject({ workstream: { name: "Learning", version: 2 }, problems: [] });
    expect(await act(world, lead, "amendWorkstream", { ...as, name: "Training", purpose: "Teach", theme: "OWN", ownTheme: "Learning" })).toMatchObject({
      workstream: { name: "Learning", purpose: "Teach", theme: "OWN", ownTheme: "Learning", version: 3 }, problems: [],
    });
    expect(await act(world, lead, "amendWorkstream", { ...as, name: "Schooling" })).toMatchObject({ workstream: null, problems: [{ code: "STALE", records: [{ id }], conflict: { fields: ["name"] } }] });
  });

  it("judges what is sent with what stands, and knows no lead that its viewer may not see", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const id = await world.given.workstream({ theme: "OWN", ownTheme: "Housing" });
    expect(await act(world, holding("LEAD", id), "amendWorkstream", { id, expectedVersion: 1, theme: "TRAINING" })).toMatchObject({ problems: [{ code: "RULE", path: ["workstream", "ownTheme"] }] });
    const leadOrganisation = await world.given.organisation({ audience: "MEMBERS", systemId: system });
    expect(await act(world, holding("LEAD", id), "amendWorkstream", { id, expectedVersion: 1, leadOrganisation })).toMatchObject({ problems: [{ code: "NOT_FOUND", path: ["workstream", "leadOrganisation"] }] });
    expect(await act(world, holding("LEAD", id, system), "amendWorkstream", { id, expectedVersion: 1, leadOrganisation })).toMatchObject({ problems: [], workstream: { version: 2 } });
  });

  it("is for its leads, deputies and office", async () => {
    const world = await openWorld();
    const id = await world.given.workstream();
    expect(await refused(world, holding("LEAD", await world.given.workstream()), "amendWorkstream", "AmendWorkstreamInput", { id, expectedVersion: 1, name: "Mine" })).toHaveLength(1);
  });
});

describe("a workstream", () => {
  it("is started, paused, resumed, reported ready, reopened and closed", async () => {
    const world = await openWorld();
    const id = await world.given.workstream({ status: "NOT_STARTED" });
    const lead = holding("LEAD", id);
    const steps = [["start", "IN_PROGRESS"], ["pause", "PAUSED"], ["resume", "IN_PROGRESS"], ["reportReady", "READY"], ["reopen", "IN_PROGRESS"], ["close", "CLOSED"]] as const;
    let expectedVersion = 1;
    for (const [step, status] of steps) {
      const mutation = step === "reportReady" ? "reportWorkstreamReady" : `${step}Workstream`;
      expect(await act(world, lead, mutation, { id, expectedVersion }, "As the board asked")).toMatchObject({ workstream: { status, version: expectedVersion + 1 }, problems: [] });
      expectedVersion += 1;
    }
    expect(await act(world, lead, "pauseWorkstream", { id, expectedVersion })).toMatchObject({ workstream: null, problems: [{ code: "NOT_ALLOWED_NOW", message: "Training is closed. Where it has to go on, reopen it." }] });
  });

  it.each(["startWorkstream", "sayWorkstreamNotStarted", "pauseWorkstream", "resumeWorkstream", "reportWorkstreamReady", "reopenWorkstream", "closeWorkstream"])("answers %s with a conflict where somebody else has moved it since, and is moved by nobody else's leads", async (mutation) => {
    const world = await openWorld();
    const id = await world.given.workstream({ status: "NOT_STARTED" });
    const lead = holding("LEAD", id);
    expect(await refused(world, holding("LEAD", await world.given.workstream()), mutation, "RecordAsReadInput", { id, expectedVersion: 1 })).toHaveLength(1);
    await act(world, lead, "startWorkstream", { id, expectedVersion: 1 });
    expect(await act(world, lead, mutation, { id, expectedVersion: 1 }, "Why")).toMatchObject({ workstream: null, problems: [{ code: "STALE", path: ["workstream", "expectedVersion"], conflict: { fields: ["status"] } }] });
    await act(world, lead, "amendWorkstream", { id, expectedVersion: 2, name: "Learning" });
    const { problems } = (await world.ask<{ done: { problems: readonly { code: string }[] } }>(lead, `mutation ($workstream: RecordAsReadInput!) { done: ${mutation}(workstream: $workstream, reason: "Why") { problems { code } } }`, { workstream: { id, expectedVersion: 2 } })).done;
    expect(problems.map(({ code }) => code)).not.toContain("STALE");
  });

  it("is reopened with a reason only, which is said with all else that stands in the way", async () => {
    const world = await openWorld();
    const id = await world.given.workstream({ status: "PAUSED" });
    expect(await act(world, holding("LEAD", id), "reopenWorkstream", { id, expectedVersion: 1 }, " ")).toMatchObject({ problems: [{ code: "NOT_ALLOWED_NOW", path: ["workstream"] }, { code: "MISSING_REASON", path: ["reason"] }] });
  });
});

describe("mergeWorkstream", () => {
  it("ends it by continuing it in others, from which it is taken back when it is reopened", async () => {
    const world = await openWorld();
    const id = await world.given.workstream({ name: "Principles", status: "IN_PROGRESS" });
    const continuedIn = [await world.given.workstream({ name: "Training" }), await world.given.workstream({ name: "Service delivery" })];
    const lead = holding("LEAD", id);
    const merged = await act(world, lead, "mergeWorkstream", { id, expectedVersion: 1, continuedIn });
    expect(merged).toMatchObject({ workstream: { status: "MERGED" }, problems: [] });
    expect(merged).toMatchObject({ workstream: { continuedIn: inAnyOrder(["Training", "Service delivery"].map((name) => ({ continuedIn: { name } }))) } });
    expect(await act(world, lead, "reopenWorkstream", { id, expectedVersion: 2 }, "The merger did not work")).toMatchObject({ workstream: { status: "IN_PROGRESS", continuedIn: [] }, problems: [] });
  });

  it("refuses all at once, and knows no workstream that its viewer may not see", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const id = await world.given.workstream({ status: "CLOSED" });
    const ended = await world.given.workstream({ name: "Ended", status: "MERGED" });
    expect(await act(world, holding("LEAD", id), "mergeWorkstream", { id, expectedVersion: 1, continuedIn: [id, ended] })).toMatchObject({
      workstream: null,
      problems: [{ code: "NOT_ALLOWED_NOW", path: ["workstream"] }, { code: "RULE", path: ["workstream", "continuedIn", "0"] }, { code: "NOT_ALLOWED_NOW", path: ["workstream", "continuedIn", "1"], records: [{ id: ended }] }],
    });
    const secret = await world.given.workstream({ audience: "MEMBERS", systemId: system });
    expect(await act(world, holding("LEAD", id), "mergeWorkstream", { id, expectedVersion: 1, continuedIn: [secret] })).toMatchObject({ problems: [{ code: "NOT_FOUND", path: ["workstream", "continuedIn", "0"] }] });
    expect(await refused(world, holding("LEAD", ended), "mergeWorkstream", "MergeWorkstreamInput", { id, expectedVersion: 1, continuedIn: [ended] })).toHaveLength(1);
  });

  it("refuses where somebody else has moved it since", async () => {
    const world = await openWorld();
    const [id, other] = [await world.given.workstream(), await world.given.workstream()];
    await act(world, holding("LEAD", id), "pauseWorkstream", { id, expectedVersion: 1 });
    expect(await act(world, holding("LEAD", id), "mergeWorkstream", { id, expectedVersion: 1, continuedIn: [other] })).toMatchObject({ problems: [{ code: "STALE" }] });
  });
});
