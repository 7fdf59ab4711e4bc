import { describe, expect, it } from "vitest";
import { holding, openWorld, type World } from "../support/domain-world.ts";
import { deliveryOf } from "../support/given-delivery.ts";
import { promisesOf } from "../support/given-promises.ts";
import { nobody, type Viewer } from "../../src/api/access/viewer.ts";
import { actOn } from "../../src/api/act/kept.ts";
import { permissions } from "../../src/domain/partners/access/permissions.ts";
import { readQuantity } from "../../src/kernel/read-quantity.ts";
import { concepts } from "../../src/schema.ts";

const PROBLEMS = "problems { code path records { id } }";
const REMOVE = `mutation ($id: ID!, $version: Int!, $reason: String) { remove(id: $id, expectedVersion: $version, reason: $reason) { entry ${PROBLEMS} } }`;
const RESTORE = `mutation ($id: ID!) { restore(id: $id) { record { id version } ${PROBLEMS} } }`;
const THERE = "query ($id: ID!) { node(id: $id) { id } }";
const why = "It was recorded twice";

/** What every test needs: a programme of a system, its office, and a lead. */
async function office() {
  const world = await openWorld();
  const system = await world.given.place({ level: "SYSTEM" });
  const programme = await world.given.programme({ systemId: system });
  return { world, system, programme, in: { programmeId: programme, systemId: system }, office: holding("OFFICE", system, system), lead: holding("LEAD", programme, system) };
}

async function problems(world: World, viewer: Viewer, source: string, variables: Readonly<Record<string, unknown>>): Promise<readonly { readonly code: string }[]> {
  const [payload] = Object.values(await world.ask<Readonly<Record<string, { readonly problems: readonly { readonly code: string }[] }>>>(viewer, source, variables));
  return payload?.problems ?? [];
}

const isThere = async (world: World, id: string): Promise<boolean> => (await world.ask<{ node: object | null }>(nobody, THERE, { id })).node !== null;

describe("what was recorded in error", () => {
  it("of a kind with verbs of its own is removed by the office, with a reason, and brought back", async () => {
    const { world, system, programme, office: viewer, lead, in: belongs } = await office();
    const [delivery, promises] = [deliveryOf(world), promisesOf(world)];
    const workstream = await world.given.workstream(belongs);
    const award = await world.given.award(belongs);
    const post = await delivery.post(belongs);
    const measure = await delivery.measure(belongs);
    const pledge = await promises.pledge(belongs);
    const signature = await promises.signature({ pledgeId: pledge, systemId: system });
    const made: Readonly<Record<string, string>> = {
      Workstream: await world.given.workstream(belongs),
      Criterion: await world.given.criterion({ workstreamId: workstream, systemId: system }),
      Milestone: await world.given.milestone(belongs),
      Risk: await delivery.risk(belongs),
      FundingAward: await world.given.award(belongs),
      AwardSpend: await world.given.awardSpend({ awardId: award, systemId: system }),
      FundingTotal: await world.given.fundingTotal(belongs),
      Post: await delivery.post(belongs),
      PostHolder: await delivery.postHolder({ postId: post, systemId: system }),
      PostFunder: await delivery.postFunder({ postId: post, systemId: system }),
      Measure: await delivery.measure(belongs),
      MeasureActual: await delivery.measureActual({ measureId: measure, systemId: system, asAt: "May 2024" }),
      PledgeSignature: await promises.signature({ pledgeId: pledge, systemId: system }),
      PledgeAction: await promises.action({ signatureId: signature, systemId: system }),
    };
    const kinds = concepts.flatMap((concept) => concept.kinds);
    const corrected = kinds.filter((kind) => permissions[actOn(kind, "remove")]?.shared === true && permissions[actOn(kind, "record")]?.shared !== true).map(({ type }) => type);
    expect([...Object.keys(made), "StatusReport"].toSorted((a, b) => a.localeCompare(b))).toEqual(corrected.toSorted((a, b) => a.localeCompare(b)));
    for (const [type, id] of Object.entries(made)) {
      expect([type, ...(await world.refused(lead, REMOVE, { id, version: 1, reason: why }))].join(" ")).toMatch(/^\w+ This takes the programme office or a steward/);
      expect([type, await problems(world, viewer, REMOVE, { id, version: 1 })]).toMatchObject([type, [{ code: "MISSING_REASON", path: ["reason"] }]]);
      expect([type, await isThere(world, id)]).toEqual([type, true]);
      expect([type, await problems(world, viewer, REMOVE, { id, version: 1, reason: why })]).toEqual([type, []]);
      expect([type, await isThere(world, id)]).toEqual([type, false]);
      expect([type, await problems(world, viewer, RESTORE, { id })]).toEqual([type, []]);
      expect([type, await isThere(world, id)]).toEqual([type, true]);
    }
    expect(await isThere(world, programme)).toBe(true);
  });

  it("goes with what is no more than a part of it, and comes back with that", async () => {
    const { world, system, office: viewer, in: belongs } = await office();
    const promises = promisesOf(world);
    const award = await world.given.award(belongs);
    const party = await world.given.awardParty({ awardId: award, systemId: system });
    const signature = await promises.signature({ pledgeId: await promises.pledge(belongs), systemId: system });
    const action = await promises.action({ signatureId: signature, systemId: system });
    const served = await promises.served({ actionId: action, systemId: system });
    for (const [whole, parts] of [[award, [party]], [signature, [action, served]]] as const) {
      expect(await problems(world, viewer, REMOVE, { id: whole, version: 1, reason: why })).toEqual([]);
      for (const part of parts) expect(await isThere(world, part)).toBe(false);
      expect(await problems(world, viewer, RESTORE, { id: whole })).toEqual([]);
      for (const part of parts) expect(await isThere(world, part)).toBe(true);
    }
  });

  it("stays while others point at it", async () => {
    const { world, system, office: viewer, in: belongs } = await office();
    const workstream = await world.given.workstream(belongs);
    const criterion = await world.given.criterion({ workstreamId: workstream, systemId: system });
    expect(await problems(world, viewer, REMOVE, { id: workstream, version: 1, reason: why })).toMatchObject([{ code: "STILL_REFERENCED", records: [{ id: criterion }] }]);
  });
});

describe("a status report", () => {
  it("is taken away by its authors until it is handed in, and never once it is published", async () => {
    const { world, system, lead, in: belongs } = await office();
    const { statusReport, statusReportItem } = deliveryOf(world);
    const begun = { ...belongs, audience: "DRAFT", period: "May 2024" } as const;
    const id = await statusReport({ ...begun, status: "DRAFT" });
    await statusReportItem({ reportId: id, audience: "DRAFT", systemId: system });
    expect(await problems(world, lead, REMOVE, { id, version: 1, reason: why })).toEqual([]);
    const next = await statusReport({ ...begun, status: "DRAFT" });
    expect(await problems(world, lead, RESTORE, { id })).toMatchObject([{ code: "ALREADY_EXISTS", path: ["id"], records: [{ id: next }] }]);
    expect(await problems(world, lead, REMOVE, { id: next, version: 1, reason: why })).toEqual([]);
    expect(await problems(world, lead, RESTORE, { id })).toEqual([]);
    expect(await world.ask(lead, "query ($id: ID!) { statusReport(id: $id) { items { totalCount } } }", { id })).toEqual({ statusReport: { items: { totalCount: 1 } } });
    for (const [status, audience] of [["SUBMITTED", "DRAFT"], ["PUBLISHED", "PUBLIC"]] as const) {
      const gone = await statusReport({ ...belongs, audience, status, period: "April 2024" });
      expect(await problems(world, lead, REMOVE, { id: gone, version: 1, reason: why })).toMatchObject([{ code: "NOT_ALLOWED_NOW", path: ["id"] }]);
    }
  });
});

describe("a dependency that was dropped", () => {
  it("comes back where it makes no circle with what was added since", async () => {
    const { world, system, lead, in: belongs } = await office();
    const [training, delivery] = [await world.given.workstream({ ...belongs, name: "Training" }), await world.given.workstream({ ...belongs, name: "Delivery" })];
    const id = await world.given.dependency({ predecessorWorkstreamId: training, successorWorkstreamId: delivery, systemId: system });
    const waiver = await world.given.dependencyWaiver({ dependencyId: id, systemId: system });
    const DROP = `mutation ($dependency: RecordAsReadInput!) { dropDependency(dependency: $dependency, reason: "Not so") { ${PROBLEMS} } }`;
    const drop = async (of: string, version: number): Promise<unknown> => problems(world, lead, DROP, { dependency: { id: of, expectedVersion: version } });
    expect(await drop(id, 1)).toEqual([]);
    const round = await world.given.dependency({ predecessorWorkstreamId: delivery, successorWorkstreamId: training, systemId: system });
    expect(await problems(world, lead, RESTORE, { id })).toMatchObject([{ code: "CIRCLE", path: ["id"] }]);
    expect(await drop(round, 1)).toEqual([]);
    expect(await problems(world, lead, RESTORE, { id })).toEqual([]);
    expect(await isThere(world, waiver)).toBe(true);
  });
});

describe("what is removed and has taken something with it", () => {
  it("leaves a post VACANT without its holder, and FILLED with them again", async () => {
    const { world, system, office: viewer, in: belongs } = await office();
    const { post, postHolder } = deliveryOf(world);
    const id = await post({ ...belongs, status: "FILLED" });
    const holder = await postHolder({ postId: id, systemId: system });
    const status = async (): Promise<unknown> => world.ask(nobody, "query ($id: ID!) { post(id: $id) { status } }", { id });
    expect(await problems(world, viewer, REMOVE, { id: holder, version: 1, reason: why })).toEqual([]);
    expect(await status()).toEqual({ post: { status: "VACANT" } });
    expect(await problems(world, viewer, RESTORE, { id: holder })).toEqual([]);
    expect(await status()).toEqual({ post: { status: "FILLED" } });
    expect(await problems(world, viewer, REMOVE, { id: holder, version: 3, reason: why })).toEqual([]);
    const another = await postHolder({ postId: id, systemId: system });
    expect(await problems(world, viewer, RESTORE, { id: holder })).toMatchObject([{ code: "NOT_ALLOWED_NOW", path: ["id"], records: [{ id: another }] }]);
  });

  it("says of a signature with an action less that it is INCOMPLETE", async () => {
    const { world, system, office: viewer, in: belongs } = await office();
    const { pledge, signature, action } = promisesOf(world);
    const id = await signature({ pledgeId: await pledge(belongs), systemId: system });
    const [one, two] = [await action({ signatureId: id, systemId: system }), await action({ signatureId: id, position: 2, systemId: system })];
    const reason = async (): Promise<unknown> => world.ask(nobody, "query ($id: ID!) { pledgeSignature(id: $id) { missingActionsReason actionStanding } }", { id });
    expect(await problems(world, viewer, REMOVE, { id: two, version: 1, reason: why })).toEqual([]);
    expect(await reason()).toEqual({ pledgeSignature: { missingActionsReason: "INCOMPLETE", actionStanding: "INCOMPLETE" } });
    const instead = await action({ signatureId: id, position: 2, systemId: system });
    expect(await problems(world, viewer, RESTORE, { id: two })).toMatchObject([{ code: "RULE", path: ["id"] }]);
    expect(await problems(world, viewer, REMOVE, { id: instead, version: 1, reason: why })).toEqual([]);
    expect(await problems(world, viewer, RESTORE, { id: two })).toEqual([]);
    expect(await reason()).toEqual({ pledgeSignature: { missingActionsReason: null, actionStanding: "COMPLETE" } });
    expect(await isThere(world, one)).toBe(true);
  });

  it("is not brought back where another has taken its share, its year, its time or its place", async () => {
    const { world, system, office: viewer, lead, in: belongs } = await office();
    const { post, postFunder, measure, measureActual } = deliveryOf(world);
    const promises = promisesOf(world);
    const [job, award, count] = [await post(belongs), await world.given.award(belongs), await measure(belongs)];
    const half = { postId: job, systemId: system, share: readQuantity("two thirds") };
    const pledge = await promises.pledge(belongs);
    const organisationId = await world.given.organisation();
    const again: readonly (() => Promise<string>)[] = [
      async () => postFunder(half),
      async () => world.given.awardSpend({ awardId: award, systemId: system }),
      async () => measureActual({ measureId: count, asAt: "May 2024", systemId: system }),
      async () => promises.signature({ pledgeId: pledge, organisationId, signed: "May 2024", systemId: system }),
    ];
    for (const make of again) {
      const id = await make();
      expect(await problems(world, viewer, REMOVE, { id, version: 1, reason: why })).toEqual([]);
      const instead = await make();
      expect(await problems(world, viewer, RESTORE, { id })).toMatchObject([{ path: ["id"], records: [{ id: instead }] }]);
    }
    const party = { awardId: award, organisationId, role: "FUNDER", systemId: system } as const;
    const id = await world.given.awardParty(party);
    const TAKE = `mutation ($party: RecordAsReadInput!) { removeAwardParty(awardParty: $party) { ${PROBLEMS} } }`;
    expect(await problems(world, lead, TAKE, { party: { id, expectedVersion: 1 } })).toEqual([]);
    const instead = await world.given.awardParty(party);
    expect(await problems(world, lead, RESTORE, { id })).toMatchObject([{ code: "ALREADY_EXISTS", path: ["id"], records: [{ id: instead }] }]);
  });
});
