import { describe, expect, it } from "vitest";
import type { Viewer } from "../../../src/api/access/viewer.ts";
import { dependencyKind } from "../../../src/domain/delivery/dependency/table.ts";
import { addDays, londonDay } from "../../../src/kernel/day.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";

const PROBLEMS = "entry problems { code message path records { id } conflict { fields } }";
const ADD = `mutation ($dependency: AddDependencyInput!) { done: addDependency(dependency: $dependency) { dependency { id type rationale basis audience gaps { field status } predecessorWorkstream { name } successorWorkstream { name } } ${PROBLEMS} } }`;
const DROP = `mutation ($dependency: RecordAsReadInput!, $reason: String) { done: dropDependency(dependency: $dependency, reason: $reason) { dependency { id } ${PROBLEMS} } }`;
const WAIVE = `mutation ($waiver: WaiveDependencyInput!, $reason: String) { done: waiveDependency(waiver: $waiver, reason: $reason) { waiver { id version reason audience until { text latest } ended { status } grantedBy { name } } ${PROBLEMS} } }`;
const END = `mutation ($waiver: RecordAsReadInput!, $reason: String) { done: endWaiver(waiver: $waiver, reason: $reason) { waiver { id ended { text } } ${PROBLEMS} } }`;

async function act(world: World, viewer: Viewer, source: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
  return (await world.ask<{ done: unknown }>(viewer, source, variables)).done;
}

const today = londonDay(new Date());
const later = addDays(today, 30);

const saying = (words: string): unknown => expect.stringContaining(words);
const inAnyOrder = (all: readonly unknown[]): unknown => expect.arrayContaining([...all]);

describe("addDependency", () => {
  it("is for those who wait: across programmes too, it is asked at that end", async () => {
    const world = await openWorld();
    const [training, delivery] = [await world.given.workstream({ name: "Training" }), await world.given.workstream({ name: "Service delivery" })];
    const dependency = { type: "READY_TO_START", predecessorWorkstream: training, successorWorkstream: delivery, rationale: "Staff have to be trained" };
    expect(await world.refused(holding("LEAD", training), ADD, { dependency })).toHaveLength(1);
    expect(await act(world, holding("LEAD", delivery), ADD, { dependency })).toMatchObject({
      dependency: {
        type: "READY_TO_START", rationale: "Staff have to be trained", basis: "STATED", audience: "PUBLIC", predecessorWorkstream: { name: "Training" }, successorWorkstream: { name: "Service delivery" },
        gaps: inAnyOrder([{ field: "predecessorMilestone", status: "NOT_APPLICABLE" }, { field: "successorMilestone", status: "NOT_APPLICABLE" }]),
      },
      problems: [],
    });
    expect(await act(world, holding("LEAD", delivery), ADD, { dependency: { ...dependency, type: "FINISH_TO_START" } })).toMatchObject({ dependency: null, problems: [{ code: "ALREADY_EXISTS", path: ["dependency", "predecessorWorkstream"] }] });
  });

  it("of a milestone is asked there, and once for what is described too", async () => {
    const world = await openWorld();
    const [bid, launch] = [await world.given.milestone({ title: "Bid" }), await world.given.milestone({ title: "Launch" })];
    const programmeOf = async (id: string): Promise<string> => (await world.ask<{ milestone: { programme: { id: string } } }>(holding("OFFICE", null), "query ($id: ID!) { milestone(id: $id) { programme { id } } }", { id })).milestone.programme.id;
    const dependency = { type: "FINISH_TO_START", predecessorMilestone: bid, successorMilestone: launch };
    expect(await world.refused(holding("LEAD", await programmeOf(bid)), ADD, { dependency })).toHaveLength(1);
    const lead = holding("LEAD", await programmeOf(launch));
    expect(await act(world, lead, ADD, { dependency })).toMatchObject({ problems: [] });
    const described = { type: "FINISH_TO_START", predecessorDescription: "The national framework", successorMilestone: launch };
    expect(await act(world, lead, ADD, { dependency: described })).toMatchObject({ problems: [] });
    expect(await act(world, lead, ADD, { dependency: described })).toMatchObject({ problems: [{ code: "ALREADY_EXISTS" }] });
  });

  it("takes one thing at each end, and nothing that its viewer may not see", async () => {
    const world = await openWorld();
    const office = holding("OFFICE", null);
    expect(await act(world, office, ADD, { dependency: { type: "READY_TO_START" } })).toMatchObject({
      dependency: null, problems: [{ code: "MISSING_FIELD", path: ["dependency", "predecessorWorkstream"] }, { code: "MISSING_FIELD", path: ["dependency", "successorWorkstream"] }],
    });
    const [workstream, milestone] = [await world.given.workstream(), await world.given.milestone()];
    expect(await act(world, office, ADD, { dependency: { type: "READY_TO_START", predecessorDescription: "Words", successorWorkstream: workstream, successorMilestone: milestone } })).toMatchObject({ problems: [{ code: "RULE", path: ["dependency", "successorMilestone"] }] });
    const secret = await world.given.workstream({ audience: "MEMBERS", systemId: await world.given.place({ level: "SYSTEM" }) });
    expect(await act(world, office, ADD, { dependency: { type: "READY_TO_START", predecessorWorkstream: secret, successorWorkstream: workstream } })).toMatchObject({ problems: [{ code: "NOT_FOUND", path: ["dependency", "predecessorWorkstream"] }] });
  });

  it("refuses a circle over workstreams and milestones of several programmes, and names all of it", async () => {
    const world = await openWorld();
    const [training, delivery, launch] = [await world.given.workstream({ name: "Training" }), await world.given.workstream({ name: "Service delivery" }), await world.given.milestone({ title: "Launch" })];
    const office = holding("OFFICE", null);
    await act(world, office, ADD, { dependency: { type: "READY_TO_START", predecessorWorkstream: training, successorMilestone: launch } });
    await act(world, office, ADD, { dependency: { type: "FINISH_TO_START", predecessorMilestone: launch, successorWorkstream: delivery } });
    expect(await act(world, office, ADD, { dependency: { type: "READY_TO_START", predecessorWorkstream: delivery, successorWorkstream: training } })).toMatchObject({
      dependency: null,
      problems: [{ code: "CIRCLE", message: saying("Training would wait for Service delivery, which waits for “Launch”, which waits for Training."), records: [{ id: training }, { id: delivery }, { id: launch }] }],
    });
    expect(await act(world, office, ADD, { dependency: { type: "READY_TO_START", predecessorWorkstream: training, successorWorkstream: training } })).toMatchObject({ problems: [{ code: "CIRCLE", message: saying("Training would wait for itself.") }] });
  });

  it("names in a circle nothing that its viewer may not see", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const [training, delivery] = [await world.given.workstream({ name: "Training" }), await world.given.workstream({ name: "Service delivery" })];
    const secret = await world.given.workstream({ name: "Secret", audience: "MEMBERS", systemId: system });
    await world.given.dependency({ predecessorWorkstreamId: secret, successorWorkstreamId: delivery });
    await world.given.dependency({ predecessorWorkstreamId: training, successorWorkstreamId: secret });
    const dependency = { type: "READY_TO_START", predecessorWorkstream: delivery, successorWorkstream: training };
    expect(await act(world, holding("LEAD", training), ADD, { dependency })).toMatchObject({
      problems: [{ code: "CIRCLE", message: saying("Training would wait for Service delivery, which waits for something that you may not see, which waits for Training."), records: [{ id: training }, { id: delivery }] }],
    });
    expect(await act(world, holding("LEAD", training, system), ADD, { dependency })).toMatchObject({ problems: [{ message: saying("which waits for Secret, which"), records: [{ id: training }, { id: delivery }, { id: secret }] }] });
  });
});

describe("dropDependency", () => {
  it("takes it and its waivers away, with a reason, where the programme's lead or office says so", async () => {
    const world = await openWorld();
    const programme = await world.given.programme();
    const delivery = await world.given.workstream({ programmeId: programme });
    const id = await world.given.dependency({ successorWorkstreamId: delivery });
    const waiver = await world.given.dependencyWaiver({ dependencyId: id });
    const dependency = { id, expectedVersion: 1 };
    const reason = "Training was taken out of the plan";
    for (const viewer of [holding("LEAD", delivery), holding("DEPUTY", programme)]) expect(await world.refused(viewer, DROP, { dependency, reason })).toEqual([expect.stringContaining("a lead or the programme office")]);
    const lead = holding("LEAD", programme);
    expect(await act(world, lead, DROP, { dependency })).toMatchObject({ problems: [{ code: "MISSING_REASON", path: ["reason"] }] });
    expect(await act(world, lead, DROP, { dependency: { id, expectedVersion: 2 }, reason })).toMatchObject({ problems: [{ code: "NO_SUCH_VERSION" }] });
    expect(await act(world, lead, DROP, { dependency, reason })).toMatchObject({ dependency: null, problems: [] });
    expect(await world.ask(lead, "query ($id: ID!, $waiver: ID!, $delivery: ID!) { node(id: $id) { id } waiver: node(id: $waiver) { id } workstream(id: $delivery) { waitsFor { id } } }", { id, waiver, delivery })).toEqual({ node: null, waiver: null, workstream: { waitsFor: [] } });
  });

  it("refuses where somebody else has changed it since", async () => {
    const world = await openWorld();
    const id = await world.given.dependency();
    await world.act((draft) => { draft.change(dependencyKind, id, { type: "FINISH_TO_START" }); return id; });
    expect(await act(world, holding("OFFICE", null), DROP, { dependency: { id, expectedVersion: 1 }, reason: "Why" })).toMatchObject({ problems: [{ code: "STALE", conflict: { fields: ["type"] } }] });
  });
});

describe("waiveDependency", () => {
  it("is for the lead or office of the programme that waits, with a reason and until a day to come", async () => {
    const world = await openWorld();
    const programme = await world.given.programme();
    const [training, delivery, board] = [await world.given.workstream({ status: "PAUSED" }), await world.given.workstream({ programmeId: programme }), await world.given.organisation({ name: "Board" })];
    const dependency = await world.given.dependency({ predecessorWorkstreamId: training, successorWorkstreamId: delivery });
    const waiver = { dependency, until: later, grantedBy: board };
    const reason = "The pilot may start";
    for (const viewer of [holding("LEAD", delivery), holding("DEPUTY", programme), holding("LEAD", training)]) expect(await world.refused(viewer, WAIVE, { waiver, reason })).toHaveLength(1);
    const lead = holding("LEAD", programme);
    expect(await act(world, lead, WAIVE, { waiver: { ...waiver, until: today } })).toMatchObject({ waiver: null, problems: [{ code: "RULE", path: ["waiver", "until"] }, { code: "MISSING_REASON", path: ["reason"] }] });
    expect(await act(world, lead, WAIVE, { waiver, reason })).toMatchObject({ waiver: { reason, audience: "PUBLIC", until: { text: later, latest: later }, ended: { status: "UNKNOWN" }, grantedBy: { name: "Board" } }, problems: [] });
    expect(await act(world, lead, WAIVE, { waiver, reason })).toMatchObject({ waiver: null, problems: [{ code: "ALREADY_EXISTS", records: [{}] }] });
    const shown = await world.ask(lead, "query ($id: ID!) { workstream(id: $id) { blockedBy { waiver { reason } } } }", { id: delivery });
    expect(shown).toEqual({ workstream: { blockedBy: [{ waiver: { reason } }] } });
  });

  it("of a milestone is asked at its programme", async () => {
    const world = await openWorld();
    const [programme, other] = [await world.given.programme(), await world.given.programme()];
    const dependency = await world.given.dependency({ successorMilestoneId: await world.given.milestone({ programmeId: programme }) });
    const waiver = { dependency, until: later };
    expect(await world.refused(holding("OFFICE", other), WAIVE, { waiver, reason: "Why" })).toHaveLength(1);
    expect(await act(world, holding("OFFICE", programme), WAIVE, { waiver, reason: "Why" })).toMatchObject({ problems: [] });
  });
});

describe("endWaiver", () => {
  it("ends it today, once, with a reason, where the programme's lead or office says so", async () => {
    const world = await openWorld();
    const programme = await world.given.programme();
    const delivery = await world.given.workstream({ programmeId: programme });
    const dependencyId = await world.given.dependency({ successorWorkstreamId: delivery });
    const waiver = { id: await world.given.dependencyWaiver({ dependencyId, until: later }), expectedVersion: 1 };
    const reason = "The pilot was stopped";
    expect(await world.refused(holding("LEAD", delivery), END, { waiver, reason })).toHaveLength(1);
    const office = holding("OFFICE", programme);
    expect(await act(world, office, END, { waiver })).toMatchObject({ waiver: null, problems: [{ code: "MISSING_REASON", path: ["reason"] }] });
    expect(await act(world, office, END, { waiver, reason })).toMatchObject({ waiver: { ended: { text: today } }, problems: [] });
    expect(await act(world, office, END, { waiver, reason })).toMatchObject({ problems: [{ code: "STALE", conflict: { fields: ["ended"] } }] });
    expect(await act(world, office, END, { waiver: { ...waiver, expectedVersion: 2 }, reason })).toMatchObject({ problems: [{ code: "NOT_ALLOWED_NOW" }] });
  });
});
