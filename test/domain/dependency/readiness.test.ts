import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Viewer } from "../../../src/api/access/viewer.ts";
import { loadFoundingDocuments } from "../../../src/serve/tracker.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";

const saying = (words: string): unknown => expect.stringContaining(words);

interface Found {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

interface Done {
  readonly workstream: { readonly status: string; readonly version: number } | null;
  readonly problems: readonly { readonly code: string; readonly message: string; readonly path: readonly string[]; readonly records: readonly { readonly id: string }[] }[];
}

async function go(world: World, viewer: Viewer, mutation: string, id: string, expectedVersion = 1): Promise<Done> {
  const source = `mutation ($workstream: RecordAsReadInput!) { done: ${mutation}(workstream: $workstream, reason: "As the board asked") { workstream { status version } problems { code message path records { id } } } }`;
  return (await world.ask<{ done: Done }>(viewer, source, { workstream: { id, expectedVersion } })).done;
}

/** The clock by which acts are recorded, until the test is finished. */
function itIs(day: string): void {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${day}T09:00:00Z`) });
  onTestFinished(() => { vi.useRealTimers(); });
}

const WAIVE = 'mutation ($waiver: WaiveDependencyInput!) { waiveDependency(waiver: $waiver, reason: "The pilot may start") { waiver { id } problems { code } } }';
const END = 'mutation ($waiver: RecordAsReadInput!) { endWaiver(waiver: $waiver, reason: "The pilot was stopped") { problems { code } } }';

describe("service delivery in Trauma Informed Somerset", () => {
  it("waits for principles, training and organisational change, as long as these are neither ready nor waived", async () => {
    itIs("2027-01-10");
    const world = await openWorld("2027-01-10", 5, loadFoundingDocuments);
    const office = holding("OFFICE", null);
    const { programmes } = await world.ask<{ programmes: { nodes: { workstreams: { nodes: (Found & { waitsFor: { id: string; predecessorWorkstream: Found }[] })[] } }[] } }>(
      office, '{ programmes(filter: { nameContains: "Trauma Informed Somerset" }) { nodes { workstreams { nodes { id name version waitsFor { id predecessorWorkstream { id name version } } } } } } }',
    );
    const delivery = programmes.nodes.flatMap(({ workstreams }) => workstreams.nodes).find(({ name }) => name === "Service delivery");
    if (delivery === undefined) throw new Error("There is no service delivery.");
    const before = delivery.waitsFor.map(({ predecessorWorkstream }) => predecessorWorkstream);
    expect(before.map(({ name }) => name).toSorted()).toEqual(["Organisational change", "Principles", "Training"]);

    const refused = await go(world, office, "startWorkstream", delivery.id, delivery.version);
    expect(refused.workstream).toBeNull();
    expect(refused.problems.map(({ code, path }) => [code, ...path])).toEqual(before.map(() => ["NOT_READY", "workstream", "id"]));
    expect(refused.problems.map(({ message }) => message).toSorted()).toEqual([
      expect.stringContaining("Organisational change has to be ready or closed; it is not reported. Nobody is recorded who leads it."),
      expect.stringContaining("Principles was merged into others, and no accepted evidence shows that it is ready."),
      expect.stringContaining("Training has to be ready or closed; it is not reported."),
    ]);
    expect(refused.problems.map(({ records }) => records)).toEqual(before.map(({ id }) => [{ id }]));

    // Training becomes ready; the other two are waived.
    const training = before.find(({ name }) => name === "Training");
    expect(await go(world, office, "reportWorkstreamReady", training?.id ?? "", training?.version)).toMatchObject({ workstream: { status: "READY" }, problems: [] });
    const waivers: string[] = [];
    for (const { id } of delivery.waitsFor.filter(({ predecessorWorkstream }) => predecessorWorkstream.name !== "Training")) {
      const { waiveDependency } = await world.ask<{ waiveDependency: { waiver: { id: string }; problems: [] } }>(office, WAIVE, { waiver: { dependency: id, until: "2027-01-31" } });
      waivers.push(waiveDependency.waiver.id);
    }
    const started = await go(world, office, "startWorkstream", delivery.id, delivery.version);
    expect(started).toMatchObject({ workstream: { status: "IN_PROGRESS" }, problems: [] });
    expect((await go(world, office, "startWorkstream", delivery.id, started.workstream?.version)).problems).toMatchObject([{ code: "NOT_ALLOWED_NOW" }]);

    // One of the waivers is ended before its time; then the last day of the other goes by.
    const [ended = ""] = waivers;
    expect(await world.ask(office, END, { waiver: { id: ended, expectedVersion: 1 } })).toEqual({ endWaiver: { problems: [] } });
    const reported = async (): Promise<readonly string[]> => (await go(world, office, "reportWorkstreamReady", delivery.id, started.workstream?.version)).problems.map(({ code }) => code);
    expect(await reported()).toEqual(["NOT_READY"]);
    itIs("2027-01-31");
    expect(await reported()).toEqual(["NOT_READY"]);
    itIs("2027-02-01");
    expect(await reported()).toEqual(["NOT_READY", "NOT_READY"]);
  });
});

describe("what has to come first", () => {
  it.each([["startWorkstream", "NOT_STARTED"], ["reportWorkstreamReady", "IN_PROGRESS"], ["resumeWorkstream", "PAUSED"], ["reopenWorkstream", "CLOSED"]] as const)("stands in the way of %s, and in nothing that ends or stops work", async (mutation, status) => {
    const world = await openWorld();
    const college = await world.given.organisation({ name: "College" });
    const training = await world.given.workstream({ name: "Training", status: "IN_PROGRESS" });
    const plan = await world.given.criterion({ workstreamId: training, statement: "A plan", supplierId: college });
    const delivery = await world.given.workstream({ name: "Service delivery", status });
    await world.given.dependency({ predecessorWorkstreamId: training, successorWorkstreamId: delivery });
    const lead = holding("LEAD", delivery);
    expect(await go(world, lead, mutation, delivery)).toEqual({
      workstream: null,
      problems: [{
        code: "NOT_READY", path: ["workstream", "id"], records: [{ id: training }, { id: plan }],
        message: "Training has to be ready or closed; it is in progress. Still open: “A plan” (College can supply it). Nothing was changed: it can go on once that is there, or once a lead or the office of its programme waives it.",
      }],
    });
    const stop = status === "CLOSED" ? null : await go(world, lead, "closeWorkstream", delivery);
    expect(stop?.problems ?? []).toEqual([]);
  });

  it("is judged on all that there is, and told as far as the viewer may see it", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const secret = await world.given.workstream({ ...hidden, name: "Secret", status: "IN_PROGRESS" });
    const plan = await world.given.criterion({ ...hidden, workstreamId: secret, statement: "Secret plan" });
    const delivery = await world.given.workstream({ status: "NOT_STARTED" });
    await world.given.dependency({ predecessorWorkstreamId: secret, successorWorkstreamId: delivery });
    const { problems } = await go(world, holding("LEAD", delivery), "startWorkstream", delivery);
    expect(problems).toMatchObject([{ code: "NOT_READY", message: saying("A workstream that you may not see"), records: [] }]);
    expect(JSON.stringify(problems)).not.toContain("Secret");
    expect(await go(world, holding("LEAD", delivery, system), "startWorkstream", delivery)).toMatchObject({ problems: [{ message: saying("Secret has to be ready or closed"), records: [{ id: secret }, { id: plan }] }] });
  });

  it("is a rule of the data: without a dependency nothing waits, and the same predecessor holds up only what depends on it", async () => {
    const world = await openWorld();
    const training = await world.given.workstream({ name: "Training", status: "IN_PROGRESS" });
    const [waiting, free] = [await world.given.workstream({ theme: "SERVICE_DELIVERY", status: "NOT_STARTED" }), await world.given.workstream({ theme: "SERVICE_DELIVERY", status: "NOT_STARTED" })];
    await world.given.dependency({ predecessorWorkstreamId: training, successorWorkstreamId: waiting });
    const office = holding("OFFICE", null);
    expect(await go(world, office, "startWorkstream", free)).toMatchObject({ workstream: { status: "IN_PROGRESS" }, problems: [] });
    expect(await go(world, office, "startWorkstream", waiting)).toMatchObject({ workstream: null });
  });

  it("includes for reportWorkstreamReady the workstream's own criteria", async () => {
    const world = await openWorld();
    const delivery = await world.given.workstream({ status: "IN_PROGRESS" });
    const plan = await world.given.criterion({ workstreamId: delivery, statement: "A plan" });
    await world.given.criterion({ workstreamId: delivery, statement: "Words", status: "ACCEPTED" });
    const lead = holding("LEAD", delivery);
    expect(await go(world, lead, "reportWorkstreamReady", delivery)).toMatchObject({ workstream: null, problems: [{ code: "NOT_READY", message: saying("“A plan” (nobody is recorded who can supply it)"), records: [{ id: plan }] }] });
    expect(await go(world, lead, "pauseWorkstream", delivery)).toMatchObject({ problems: [] });
    expect(await go(world, lead, "resumeWorkstream", delivery, 2)).toMatchObject({ problems: [] });
  });

  it.each(["the predecessor goes back first", "the successor starts first"])("cannot be raced when %s", async (order) => {
    const world = await openWorld();
    const training = await world.given.workstream({ name: "Training", status: "READY" });
    const delivery = await world.given.workstream({ status: "NOT_STARTED" });
    await world.given.dependency({ predecessorWorkstreamId: training, successorWorkstreamId: delivery });
    const isBackFirst = order.startsWith("the predecessor");
    const back = async (): Promise<Done> => go(world, holding("LEAD", training), "reopenWorkstream", training);
    const start = async (): Promise<Done> => go(world, holding("LEAD", delivery), "startWorkstream", delivery);
    // Both are under way before either is decided: both requests read a graph in which training is ready.
    const [first, second] = await Promise.all(isBackFirst ? [back(), start()] : [start(), back()]);
    expect(first).toMatchObject({ workstream: { status: "IN_PROGRESS" }, problems: [] });
    expect(second).toMatchObject(isBackFirst ? { workstream: null, problems: [{ code: "NOT_READY" }] } : { workstream: { status: "IN_PROGRESS" }, problems: [] });
  });
});
