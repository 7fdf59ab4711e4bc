import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { openWorld, type World } from "../../support/domain-world.ts";
import { deliveryOf } from "../../support/given-delivery.ts";
import { learningOf } from "../../support/given-learning.ts";
import { promisesOf } from "../../support/given-promises.ts";

/** Numbers as nobody would list them. */
const MIXED = [4, 2, 6, 1, 5, 3];
const SORTED = [1, 2, 3, 4, 5, 6];

async function ask(world: World, source: string): Promise<Record<string, unknown>> {
  return world.ask<Record<string, unknown>>(nobody, source);
}

async function eachOf<Item>(items: readonly Item[], make: (item: Item) => Promise<string>): Promise<void> {
  for (const item of items) await make(item);
}

describe("a list whose order means something comes in that order, unless it is asked for in another", () => {
  it("the tiers of a training programme, by number", async () => {
    const world = await openWorld();
    const delivery = deliveryOf(world);
    const trainingProgrammeId = await delivery.training();
    await eachOf(MIXED, async (number) => delivery.trainingTier({ trainingProgrammeId, number }));
    expect(await ask(world, "{ trainingProgrammes { nodes { tiers { number } } } }")).toEqual({ trainingProgrammes: { nodes: [{ tiers: SORTED.map((number) => ({ number })) }] } });
  });

  it("the commitments of a pledge, of its version and of an action that serves them, by number", async () => {
    const world = await openWorld();
    const promises = promisesOf(world);
    const pledgeVersionId = await promises.version();
    const actionId = await promises.action();
    await eachOf(MIXED, async (number) => promises.served({ actionId, commitmentId: await promises.pledgeCommitment({ pledgeVersionId, number }) }));
    const sorted = SORTED.map((number) => ({ number }));
    expect(await ask(world, "{ pledgeCommitments { nodes { number } } ofVersion: pledgeCommitments(first: 1) { nodes { pledgeVersion { commitments { number } } } } pledgeActions { nodes { commitments { number } } } }")).toEqual({
      pledgeCommitments: { nodes: sorted },
      ofVersion: { nodes: [{ pledgeVersion: { commitments: sorted } }] },
      pledgeActions: { nodes: [{ commitments: sorted }] },
    });
  });

  it("recommendations by their position, those of one document together", async () => {
    const world = await openWorld();
    const learning = learningOf(world);
    const [one, other] = [await learning.output({ title: "A" }), await learning.output({ title: "B" })];
    await eachOf(MIXED, async (position) => {
      await learning.recommendation({ outputId: one, position });
      return learning.recommendation({ outputId: other, position });
    });
    const { recommendations, outputs } = await world.ask<{ recommendations: { nodes: { position: number; output: { title: string } }[] }; outputs: unknown }>(
      nobody,
      "{ recommendations { nodes { position output { title } } } outputs { nodes { title recommendations { nodes { position } } } } }",
    );
    expect(recommendations.nodes.map(({ position }) => position)).toEqual([...SORTED, ...SORTED]);
    expect(new Set(recommendations.nodes.slice(0, 6).map(({ output }) => output.title)).size).toBe(1);
    const nodes = SORTED.map((position) => ({ position }));
    expect(outputs).toEqual({ nodes: ["A", "B"].map((title) => ({ title, recommendations: { nodes } })) });
  });

  it("principles and the items of a report by their position", async () => {
    const world = await openWorld();
    const [learning, delivery] = [learningOf(world), deliveryOf(world)];
    const [one, other] = [await learning.principleSet(), await learning.principleSet()];
    const reportId = await delivery.statusReport();
    await eachOf(MIXED, async (position) => {
      await learning.principle({ principleSetId: one, position });
      await learning.principle({ principleSetId: other, position });
      return delivery.statusReportItem({ reportId, position });
    });
    const nodes = SORTED.map((position) => ({ position }));
    expect(await ask(world, "{ principleSets { nodes { principles { nodes { position } } } } statusReports { nodes { items { nodes { position } } } } }")).toEqual({
      principleSets: { nodes: [{ principles: { nodes } }, { principles: { nodes } }] },
      statusReports: { nodes: [{ items: { nodes } }] },
    });
  });

  it("the events of a series by their number, whatever their dates", async () => {
    const world = await openWorld();
    const learning = learningOf(world);
    const seriesId = await learning.series();
    await eachOf(MIXED, async (numberInSeries) => learning.event({ seriesId, numberInSeries, date: `March ${2030 - numberInSeries}` }));
    expect(await ask(world, "{ seriesOfEvents { nodes { events { nodes { numberInSeries } } } } events(first: 1) { nodes { numberInSeries } } }")).toEqual({
      seriesOfEvents: { nodes: [{ events: { nodes: SORTED.map((numberInSeries) => ({ numberInSeries })) } }] },
      events: { nodes: [{ numberInSeries: 6 }] },
    });
  });

  it("those who have a part in an award, in a tier or in the running of a programme, by what they are", async () => {
    const world = await openWorld();
    const delivery = deliveryOf(world);
    const awardId = await world.given.award();
    await eachOf(["COMMISSIONER", "SECURED_BY", "RECIPIENT", "FUNDER", "BENEFICIARY", "INTERMEDIARY"] as const, async (role) => world.given.awardParty({ awardId, role }));
    const trainingProgrammeId = await delivery.training();
    const tierId = await delivery.trainingTier({ trainingProgrammeId });
    await eachOf(["OVERSEER", "DELIVERER", "FUNDER", "DEVELOPER", "COMMISSIONER"] as const, async (role) => delivery.trainingRole({ trainingProgrammeId, tierId, role }));
    const programmeId = await world.given.programme();
    await eachOf(["DEVELOPS", "ADVISES", "SCRUTINISES", "GOVERNS", "OVERSEES"] as const, async (capacity) => world.given.programmeGovernance({ programmeId, capacity }));
    expect(await ask(world, "{ fundingAwards { nodes { parties { role } } } trainingProgrammes { nodes { tiers { roles { role } } } } programmes { nodes { governance { capacity } } } }")).toEqual({
      fundingAwards: { nodes: [{ parties: ["FUNDER", "INTERMEDIARY", "RECIPIENT", "BENEFICIARY", "SECURED_BY", "COMMISSIONER"].map((role) => ({ role })) }] },
      trainingProgrammes: { nodes: [{ tiers: [{ roles: ["FUNDER", "COMMISSIONER", "DEVELOPER", "DELIVERER", "OVERSEER"].map((role) => ({ role })) }] }] },
      programmes: { nodes: [{ governance: ["GOVERNS", "OVERSEES", "ADVISES", "SCRUTINISES", "DEVELOPS"].map((capacity) => ({ capacity })) }] },
    });
  });

  it("the judgements of a report, the overall one first", async () => {
    const world = await openWorld();
    const delivery = deliveryOf(world);
    const reportId = await delivery.statusReport();
    await eachOf(["SCHEDULE", "BENEFITS", "COST", "OVERALL", "RISK", "SCOPE"] as const, async (dimension) => delivery.judgement({ reportId, dimension }));
    const dimensions = ["OVERALL", "SCHEDULE", "COST", "SCOPE", "BENEFITS", "RISK"];
    expect(await ask(world, "{ statusReports { nodes { judgements { dimension } } } }")).toEqual({ statusReports: { nodes: [{ judgements: dimensions.map((dimension) => ({ dimension })) }] } });
  });
});
