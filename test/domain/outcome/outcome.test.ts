import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { foundByCase, hitsByCase, none, type Case } from "../../support/found.ts";
import { learningOf } from "../../support/given-learning.ts";

/** An outcome to which nobody contributes, as far as is recorded. */
const without = (number: number): unknown => ({ number, all: { totalCount: 0 }, contributions: none });

describe("outcomes", () => {
  it("are found by plan, place and number, and by whether a contribution of a kind is recorded", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const owner = await world.given.organisation({ sector: "LOCAL_GOVERNMENT" });
    const [programme, evidence] = [await world.given.programme({ placeId: system }), await make.output()];
    const third = await make.outcome({ number: 3, title: "Fairer chances", placeId: system, systemId: system });
    const first = await make.outcome({ number: 1, title: "Infrastructure" });
    const health = await make.outcome({ plan: "Joint Health Plan", title: "Health", planOwnerId: owner });
    await make.contribution({ outcomeId: third, programmeId: programme });
    await make.contribution({ outcomeId: health, basis: "EVIDENCED", evidenceId: evidence, systemId: system });
    const cases: readonly Case[] = [
      [{}, first, third, health],
      [{ plan: "county business plan" }, first, third],
      [{ plan: "county" }],
      [{ planOwner: owner }, health],
      [{ sector: ["LOCAL_GOVERNMENT"] }, health],
      [{ place: system }, third],
      [{ system }, third],
      [{ number: [1, 2] }, first],
      [{ titleContains: "FAIRER" }, third],
      [{ withContribution: {} }, third, health],
      [{ withoutContribution: {} }, first],
      [{ withContribution: { programme } }, third],
      [{ withoutContribution: { programme } }, first, health],
      [{ withContribution: { place: system } }, third],
      [{ withContribution: { system } }, health],
      [{ withContribution: { basis: ["EVIDENCED"] } }, health],
      [{ withContribution: { evidence } }, health],
      [{ withContribution: { programme, basis: ["EVIDENCED"] } }],
      [{ withContribution: {}, withoutContribution: { programme } }, health],
    ];
    expect(await foundByCase(world, "outcomes", "OutcomeFilter", cases)).toEqual(hitsByCase("outcomes", cases));
  });

  it("make a matrix: plans, their outcomes, and whether a programme contributes", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const [somerset, bristol, council] = [await world.given.place({ name: "Somerset" }), await world.given.place({ name: "Bristol" }), await world.given.organisation({ name: "Council" })];
    const [programme, other] = [await world.given.programme({ name: "Trauma" }), await world.given.programme({ name: "Weight" })];
    await make.outcome({ number: 2, title: "Two", placeId: somerset });
    const one = await make.outcome({ number: 1, title: "One", placeId: somerset });
    await make.outcome({ number: 1, title: "Another one", placeId: bristol, planOwnerId: council });
    await make.contribution({ outcomeId: one, programmeId: programme });
    await make.contribution({ outcomeId: one, programmeId: other });
    const query = `query ($programme: ID!) { plans { totalCount nodes { name owner { name } place { name } outcomes { nodes {
      number all: contributions { totalCount } contributions(filter: { programme: $programme }) { totalCount nodes { basis programme { name } } }
    } } } } }`;
    const cells = { number: 1, all: { totalCount: 2 }, contributions: { totalCount: 1, nodes: [{ basis: "CLAIMED", programme: { name: "Trauma" } }] } };
    const matrix = await world.ask(nobody, query, { programme });
    expect(matrix).toHaveProperty("plans.totalCount", 2);
    expect(matrix).toHaveProperty(
      "plans.nodes",
      expect.arrayContaining([
        { name: "County Business Plan", owner: { name: "Council" }, place: { name: "Bristol" }, outcomes: { nodes: [without(1)] } },
        { name: "County Business Plan", owner: null, place: { name: "Somerset" }, outcomes: { nodes: [cells, without(2)] } },
      ]),
    );
    const page = `query ($after: String) { plans(first: 1, after: $after) { nodes { place { name } } pageInfo { hasNextPage endCursor } } }`;
    const start = await world.ask(nobody, page);
    expect(start).toHaveProperty("plans.pageInfo.hasNextPage", true);
    expect(await world.ask(nobody, "query ($place: ID!) { plans(filter: { place: $place }) { nodes { outcomes { totalCount } } } }", { place: somerset })).toEqual({ plans: { nodes: [{ outcomes: { totalCount: 2 } }] } });
  });

  it("and contributions are reached from either end", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const [owner, place, programme, evidence] = [await world.given.organisation(), await world.given.place(), await world.given.programme(), await make.output()];
    const outcome = await make.outcome({ planOwnerId: owner, placeId: place });
    await make.contribution({ outcomeId: outcome, programmeId: programme, evidenceId: evidence, basis: "EVIDENCED" });
    const query = `query ($outcome: ID!, $owner: ID!, $place: ID!, $programme: ID!, $evidence: ID!) {
      outcome(id: $outcome) { planOwner { id } place { id } contributions { nodes { outcome { id } programme { id } evidence { id } } } }
      outcomeContributions { nodes { outcome { id } } }
      organisation(id: $owner) { plannedOutcomes { nodes { id } } }
      place: node(id: $place) { ... on Place { outcomes { nodes { id } } } }
      programme(id: $programme) { outcomeContributions { nodes { outcome { id } } } }
      output(id: $evidence) { evidenceFor { nodes { outcome { id } } } }
    }`;
    const there = { nodes: [{ outcome: { id: outcome } }] };
    expect(await world.ask(nobody, query, { outcome, owner, place, programme, evidence })).toEqual({
      outcome: { planOwner: { id: owner }, place: { id: place }, contributions: { nodes: [{ outcome: { id: outcome }, programme: { id: programme }, evidence: { id: evidence } }] } },
      outcomeContributions: there, organisation: { plannedOutcomes: { nodes: [{ id: outcome }] } }, place: { outcomes: { nodes: [{ id: outcome }] } },
      programme: { outcomeContributions: there }, output: { evidenceFor: there },
    });
  });

  it("and plans of the members only are there for nobody else, nor can be told from a list of what is without", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const [place, owner, programme] = [await world.given.place(), await world.given.organisation(), await world.given.programme()];
    const outcome = await make.outcome({ ...hidden, plan: "Hidden plan", placeId: place, planOwnerId: owner });
    const open = await make.outcome({ number: 1 });
    await make.contribution({ ...hidden, outcomeId: open, programmeId: programme });
    const query = `query ($outcome: ID!, $open: ID!, $place: ID!, $owner: ID!, $programme: ID!) {
      outcomes(filter: { plan: "Hidden plan" }) { totalCount nodes { id } }
      plans { nodes { name } }
      without: outcomes(filter: { withoutContribution: {} }) { nodes { id } }
      outcome(id: $outcome) { id }
      node(id: $outcome) { id }
      open: outcome(id: $open) { contributions { totalCount nodes { id } } }
      place: node(id: $place) { ... on Place { outcomes { totalCount nodes { id } } } }
      organisation(id: $owner) { plannedOutcomes { totalCount nodes { id } } }
      programme(id: $programme) { outcomeContributions { totalCount nodes { id } } }
    }`;
    const ids = { outcome, open, place, owner, programme };
    expect(await world.ask(nobody, query, ids)).toEqual({
      outcomes: none, plans: { nodes: [{ name: "County Business Plan" }] }, without: { nodes: [{ id: open }] }, outcome: null, node: null,
      open: { contributions: none }, place: { outcomes: none }, organisation: { plannedOutcomes: none }, programme: { outcomeContributions: none },
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({
      outcomes: { totalCount: 1 }, plans: { nodes: [{ name: "County Business Plan" }, { name: "Hidden plan" }] }, without: { nodes: [{ id: outcome }] }, open: { contributions: { totalCount: 1 } },
    });
  });

  it("take one statement for each relation and level, however many there are", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    for (let made = 0; made < 6; made += 1) await make.contribution({ outcomeId: await make.outcome({ plan: `Plan ${made % 3}`, number: made, planOwnerId: await world.given.organisation() }) });
    const { errors, statements } = await world.answer(nobody, "{ plans { totalCount nodes { owner { name } place { name } outcomes { totalCount nodes { planOwner { name } contributions { totalCount nodes { programme { name } } } } } } } }");
    expect(errors).toBeUndefined();
    // plans; owners; outcomes, how many; contributions, how many; programmes. The places are none, the owners loaded already.
    expect(statements).toBe(9);
  });
});
