import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { learningOf } from "../../support/given-learning.ts";

describe("decisions", () => {
  it("are found by where, by whom, on what and when", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme({ placeId: system });
    const team = await world.given.healthIntegrationTeam();
    const group = await world.given.group({ placeId: system, healthIntegrationTeamId: team });
    const [recommendation, milestone] = [await make.recommendation(), await make.milestone()];
    const care = await make.decision({ decided: "March 2024", programmeId: programme, systemId: system, rationale: "Readier" });
    const post = await make.decision({ decided: "2023", groupId: group, recommendationId: recommendation, kind: "DEFERRED", reference: "Minute 7" });
    const silent = await make.decision({ decided: "not stated", milestoneId: milestone });
    const cases: readonly Case[] = [
      [{}, care, post, silent],
      [{ place: system }, care, post],
      [{ system }, care],
      [{ programme }, care],
      [{ group }, post],
      [{ healthIntegrationTeam: team }, post],
      [{ recommendation }, post],
      [{ milestone }, silent],
      [{ kind: ["DEFERRED", "NOTED"] }, post],
      [{ decidedStatus: ["NOT_STATED"] }, silent],
      [{ contains: "minute 7" }, post],
      [{ contains: "READIER" }, care],
    ];
    expect(await foundByCase(world, "decisions", "DecisionFilter", cases)).toEqual(hitsByCase("decisions", cases));
    expect(await certainties(world, "decisions", "DecisionFilter", { decided: { financialYear: "2023-24" } })).toEqual(sure("decisions", [care, "CERTAIN"], [post, "POSSIBLE"]));
  });

  it("are reached from either end, by those who may see them, one statement a relation", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const [programme, group, recommendation] = [await world.given.programme(), await world.given.group(), await make.recommendation()];
    const milestone = await make.milestone({ programmeId: programme });
    const decision = await make.decision({ audience: "MEMBERS", systemId: system, programmeId: programme, groupId: group, recommendationId: recommendation, milestoneId: milestone });
    const query = `query ($decision: ID!, $programme: ID!, $group: ID!, $recommendation: ID!, $milestone: ID!) {
      decision(id: $decision) { programme { id } group { id } recommendation { id } milestone { id } }
      node(id: $decision) { id }
      decisions { totalCount nodes { id } }
      programme(id: $programme) { decisions { totalCount nodes { id } } }
      group(id: $group) { decisions { totalCount nodes { id } } }
      recommendation(id: $recommendation) { decisions { totalCount nodes { id } } }
      milestone(id: $milestone) { decisions { totalCount nodes { id } } }
    }`;
    const ids = { decision, programme, group, recommendation, milestone };
    const seen = { totalCount: 1, nodes: [{ id: decision }] };
    expect(await world.ask(memberOf(system), query, ids)).toEqual({
      decision: { programme: { id: programme }, group: { id: group }, recommendation: { id: recommendation }, milestone: { id: milestone } }, node: { id: decision },
      decisions: seen, programme: { decisions: seen }, group: { decisions: seen }, recommendation: { decisions: seen }, milestone: { decisions: seen },
    });
    expect(await world.ask(nobody, query, ids)).toEqual({
      decision: null, node: null, decisions: none, programme: { decisions: none }, group: { decisions: none }, recommendation: { decisions: none }, milestone: { decisions: none },
    });
    for (let made = 0; made < 5; made += 1) await make.decision({ programmeId: await world.given.programme(), groupId: await world.given.group() });
    // programmes and their decisions, each which they are and what they say; groups
    expect((await world.answer(nobody, "{ programmes { nodes { decisions { nodes { group { name } } } } } }")).statements).toBe(5);
  });
});
