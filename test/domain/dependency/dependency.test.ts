import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";

const BLOCKED = `query ($id: ID!, $on: Day) { workstream(id: $id) { blockedBy(on: $on) {
  missing dependency { type } outstanding { statement status } suppliers { name } waiver { reason until { plain } grantedBy { name } }
} } }`;

async function blocked(world: World, id: string, on?: string): Promise<readonly { missing: string; waiver: unknown }[]> {
  const { workstream } = await world.ask<{ workstream: { blockedBy: { missing: string; waiver: unknown }[] } }>(nobody, BLOCKED, { id, on });
  return workstream.blockedBy;
}

describe("blockedBy", () => {
  it("names what is missing and who can supply it, and nothing that is there", async () => {
    const world = await openWorld();
    const [college, trust] = [await world.given.organisation({ name: "College" }), await world.given.organisation({ name: "Trust" })];
    const training = await world.given.workstream({ name: "Training", status: "IN_PROGRESS" });
    const principles = await world.given.workstream({ name: "Principles", status: "READY" });
    await world.given.criterion({ workstreamId: training, statement: "A plan", supplierId: college });
    await world.given.criterion({ workstreamId: training, statement: "Another plan", supplierId: college, status: "SUPPLIED" });
    await world.given.criterion({ workstreamId: training, statement: "Nobody's plan" });
    await world.given.criterion({ workstreamId: training, statement: "Places", supplierId: trust, status: "ACCEPTED" });
    await world.given.criterion({ workstreamId: principles, statement: "Words", supplierId: trust });
    const delivery = await world.given.workstream({ name: "Service delivery" });
    await world.given.dependency({ predecessorWorkstreamId: training, successorWorkstreamId: delivery });
    await world.given.dependency({ predecessorWorkstreamId: principles, successorWorkstreamId: delivery });
    expect(await blocked(world, delivery)).toEqual([
      {
        missing: "Training has to be ready or closed; it is in progress.",
        dependency: { type: "READY_TO_START" },
        outstanding: [{ statement: "A plan", status: "OUTSTANDING" }, { statement: "Another plan", status: "SUPPLIED" }, { statement: "Nobody's plan", status: "OUTSTANDING" }],
        suppliers: [{ name: "College" }],
        waiver: null,
      },
    ]);
    expect(await blocked(world, training)).toEqual([]);
  });

  it("goes across programmes, and to milestones and things that are not tracked", async () => {
    const world = await openWorld();
    const elsewhere = await world.given.programme({ name: "Police" });
    const launch = await world.given.milestone({ title: "Launch", programmeId: elsewhere, status: "NOT_MET" });
    const training = await world.given.workstream({ name: "Training", programmeId: elsewhere, status: "PAUSED" });
    const delivery = await world.given.workstream();
    await world.given.dependency({ predecessorMilestoneId: launch, successorWorkstreamId: delivery });
    await world.given.dependency({ predecessorWorkstreamId: training, successorWorkstreamId: delivery, type: "FINISH_TO_START" });
    await world.given.dependency({ predecessorDescription: "The national framework", successorWorkstreamId: delivery });
    expect((await blocked(world, delivery)).map(({ missing }) => missing).toSorted()).toEqual([
      "The national framework: this is not tracked here, so nobody can see whether it is done.",
      "Training has to be closed; it is paused.",
      "“Launch” has to be met; it is not met.",
    ]);
  });

  it("shows the waiver that holds on the day, which is today unless another is asked for", async () => {
    const world = await openWorld("2023-06-15");
    const [training, board] = [await world.given.workstream({ name: "Training", status: "IN_PROGRESS" }), await world.given.organisation({ name: "Board" })];
    const delivery = await world.given.workstream();
    const dependencyId = await world.given.dependency({ predecessorWorkstreamId: training, successorWorkstreamId: delivery });
    await world.given.dependencyWaiver({ dependencyId, reason: "The pilot may start", until: "June 2023", grantedById: board });
    const waived = { reason: "The pilot may start", until: { plain: "June 2023" }, grantedBy: { name: "Board" } };
    expect(await blocked(world, delivery)).toMatchObject([{ missing: "Training has to be ready or closed; it is in progress.", waiver: waived }]);
    expect(await blocked(world, delivery, "2023-06-30")).toMatchObject([{ waiver: waived }]);
    expect(await blocked(world, delivery, "2023-07-01")).toMatchObject([{ missing: "Training has to be ready or closed; it is in progress.", waiver: null }]);
    const query = "query ($id: ID!) { workstream(id: $id) { waitsFor { id waivers { reason dependency { id } } } } }";
    expect(await world.ask(nobody, query, { id: delivery })).toEqual({
      workstream: { waitsFor: [{ id: dependencyId, waivers: [{ reason: "The pilot may start", dependency: { id: dependencyId } }] }] },
    });
  });

  it("of a milestone says the same", async () => {
    const world = await openWorld("2023-06-15");
    const [bid, launch] = [await world.given.milestone({ title: "Bid" }), await world.given.milestone({ title: "Launch" })];
    const dependencyId = await world.given.dependency({ predecessorMilestoneId: bid, successorMilestoneId: launch });
    await world.given.dependencyWaiver({ dependencyId, until: "2023-06-15" });
    const query = `query ($id: ID!) { milestone(id: $id) {
      blockedBy { missing outstanding { id } suppliers { id } waiver { reason } } later: blockedBy(on: "2023-06-16") { waiver { reason } }
    } }`;
    expect(await world.ask(nobody, query, { id: launch })).toEqual({
      milestone: {
        blockedBy: [{ missing: "“Bid” has to be met; it is scheduled.", outstanding: [], suppliers: [], waiver: { reason: "Agreed by the board" } }],
        later: [{ waiver: null }],
      },
    });
  });

  it("says no more than that there is something where what comes first may not be seen", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const supplier = await world.given.organisation({ name: "College" });
    const secret = await world.given.workstream({ ...hidden, name: "Secret", status: "IN_PROGRESS" });
    const bid = await world.given.milestone({ ...hidden, title: "Secret bid" });
    await world.given.criterion({ workstreamId: secret, statement: "A plan", supplierId: supplier });
    const delivery = await world.given.workstream();
    const dependencyId = await world.given.dependency({ predecessorWorkstreamId: secret, successorWorkstreamId: delivery });
    await world.given.dependency({ predecessorMilestoneId: bid, successorWorkstreamId: delivery });
    await world.given.dependencyWaiver({ ...hidden, dependencyId, until: "2099" });
    const query = `query ($id: ID!) { workstream(id: $id) {
      blockedBy { missing outstanding { statement } suppliers { name } waiver { reason } }
      waitsFor { predecessorWorkstream { name } predecessorMilestone { title } predecessorDescription waivers { reason } }
    } }`;
    const nothing = { predecessorWorkstream: null, predecessorMilestone: null, predecessorDescription: null, waivers: [] };
    const unnamed = { missing: "Something that you may not see has to come first.", outstanding: [], suppliers: [], waiver: null };
    expect(await world.ask(nobody, query, { id: delivery })).toEqual({ workstream: { blockedBy: [unnamed, unnamed], waitsFor: [nothing, nothing] } });
    const { workstream } = await world.ask<{ workstream: { blockedBy: { missing: string }[] } }>(memberOf(system), query, { id: delivery });
    expect(workstream.blockedBy).toHaveLength(2);
    expect(workstream.blockedBy).toEqual(
      expect.arrayContaining([
        { missing: "Secret has to be ready or closed; it is in progress.", outstanding: [{ statement: "A plan" }], suppliers: [{ name: "College" }], waiver: { reason: "Agreed by the board" } },
        { missing: "“Secret bid” has to be met; it is scheduled.", outstanding: [], suppliers: [], waiver: null },
      ]),
    );
  });

  it("does not tell of a dependency that itself may not be seen, nor name a hidden supplier", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const training = await world.given.workstream({ name: "Training" });
    await world.given.criterion({ workstreamId: training, supplierId: await world.given.organisation(hidden) });
    const delivery = await world.given.workstream();
    await world.given.dependency({ predecessorWorkstreamId: training, successorWorkstreamId: delivery });
    await world.given.dependency({ ...hidden, predecessorWorkstreamId: training, successorWorkstreamId: delivery, rationale: "Secret" });
    expect(await blocked(world, delivery)).toMatchObject([{ suppliers: [] }]);
    expect(await world.ask(nobody, "query ($id: ID!) { dependencies { totalCount } workstream(id: $id) { waitsFor { rationale } } }", { id: delivery })).toEqual({
      dependencies: { totalCount: 1 }, workstream: { waitsFor: [{ rationale: null }] },
    });
  });

  it("takes one statement for each relation, however many workstreams are asked about", async () => {
    const world = await openWorld();
    const board = await world.given.organisation();
    const counts: number[] = [];
    for (const more of [1, 10]) {
      for (let made = 0; made < more; made += 1) {
        const predecessorWorkstreamId = await world.given.workstream({ status: "IN_PROGRESS" });
        await world.given.criterion({ workstreamId: predecessorWorkstreamId, supplierId: await world.given.organisation() });
        await world.given.dependencyWaiver({ dependencyId: await world.given.dependency({ predecessorWorkstreamId }), until: "2099", grantedById: board });
        await world.given.dependency({ predecessorMilestoneId: await world.given.milestone(), successorWorkstreamId: predecessorWorkstreamId });
      }
      const { errors, statements } = await world.answer(nobody, "{ workstreams(first: 100) { nodes { blockedBy { missing outstanding { statement } suppliers { name } waiver { grantedBy { name } } } } } }");
      expect(errors).toBeUndefined();
      counts.push(statements);
    }
    expect(counts).toEqual([7, 7]);
  });
});

describe("dependencies", () => {
  it("are found by whose work they hold up, by type and by what they rest on", async () => {
    const world = await openWorld();
    const programmeId = await world.given.programme();
    const [workstream, milestone] = [await world.given.workstream({ programmeId }), await world.given.milestone({ programmeId })];
    const first = await world.given.dependency({ successorWorkstreamId: workstream });
    const second = await world.given.dependency({ predecessorWorkstreamId: workstream, successorMilestoneId: milestone, type: "FINISH_TO_START" });
    const third = await world.given.dependency({ predecessorWorkstreamId: workstream, basis: "INFERRED" });
    const found = async (filter: object): Promise<readonly string[]> => {
      const query = "query ($filter: DependencyFilter) { dependencies(filter: $filter) { nodes { id } } }";
      const { dependencies } = await world.ask<{ dependencies: { nodes: { id: string }[] } }>(nobody, query, { filter });
      return dependencies.nodes.map(({ id }) => id);
    };
    expect(new Set(await found({ programme: programmeId }))).toEqual(new Set([first, second]));
    expect(await found({ type: ["FINISH_TO_START"] })).toEqual([second]);
    expect(await found({ basis: ["INFERRED"] })).toEqual([third]);
    expect(await found({ programme: programmeId, basis: ["INFERRED"] })).toEqual([]);
    expect((await found({})).at(0)).toBe(second);
  });

  it("cannot be asked to which programme hidden work belongs", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const programmeId = await world.given.programme();
    const successorWorkstreamId = await world.given.workstream({ programmeId, audience: "MEMBERS", systemId: system });
    await world.given.dependency({ successorWorkstreamId });
    const query = "query ($programme: ID!) { dependencies(filter: { programme: $programme }) { totalCount } }";
    expect(await world.ask(nobody, query, { programme: programmeId })).toEqual({ dependencies: { totalCount: 0 } });
    expect(await world.ask(memberOf(system), query, { programme: programmeId })).toEqual({ dependencies: { totalCount: 1 } });
  });

  it("are reached from both ends, and lead to both", async () => {
    const world = await openWorld();
    const [training, delivery] = [await world.given.workstream({ name: "Training" }), await world.given.workstream({ name: "Delivery" })];
    const [bid, launch] = [await world.given.milestone({ title: "Bid" }), await world.given.milestone({ title: "Launch" })];
    await world.given.dependency({ predecessorWorkstreamId: training, successorMilestoneId: launch, rationale: "Staff have to be trained" });
    await world.given.dependency({ predecessorMilestoneId: bid, successorWorkstreamId: delivery });
    const data = await world.ask(
      nobody,
      `fragment Ends on Dependency { predecessorWorkstream { name } predecessorMilestone { title } successorWorkstream { name } successorMilestone { title } rationale }
      query ($training: ID!, $delivery: ID!, $bid: ID!, $launch: ID!) {
        training: workstream(id: $training) { waitsFor { id } holdsUp { ...Ends } }
        delivery: workstream(id: $delivery) { waitsFor { ...Ends } holdsUp { id } }
        bid: milestone(id: $bid) { waitsFor { id } holdsUp { ...Ends } }
        launch: milestone(id: $launch) { waitsFor { ...Ends } holdsUp { id } }
      }`,
      { training, delivery, bid, launch },
    );
    const first = { predecessorWorkstream: { name: "Training" }, predecessorMilestone: null, successorWorkstream: null, successorMilestone: { title: "Launch" }, rationale: "Staff have to be trained" };
    const second = { predecessorWorkstream: null, predecessorMilestone: { title: "Bid" }, successorWorkstream: { name: "Delivery" }, successorMilestone: null, rationale: null };
    expect(data).toEqual({
      training: { waitsFor: [], holdsUp: [first] },
      delivery: { waitsFor: [second], holdsUp: [] },
      bid: { waitsFor: [], holdsUp: [second] },
      launch: { waitsFor: [first], holdsUp: [] },
    });
  });
});
