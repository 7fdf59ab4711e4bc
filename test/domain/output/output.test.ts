import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { contributorKindOf } from "../../../src/domain/learning/output/rules.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { learningOf } from "../../support/given-learning.ts";

const nobodyElse = { personId: null, organisationId: null, healthIntegrationTeamId: null, groupId: null, programmeId: null };

describe("contributorKindOf", () => {
  it.each([
    [{ personId: "pe_1" }, "PERSON"],
    [{ organisationId: "or_1" }, "ORGANISATION"],
    [{ healthIntegrationTeamId: "hi_1" }, "HEALTH_INTEGRATION_TEAM"],
    [{ groupId: "gr_1" }, "GROUP"],
    [{ programmeId: "pr_1" }, "PROGRAMME"],
    [{}, "DESCRIBED"],
  ])("takes %j for %s", (who, kind) => {
    expect(contributorKindOf({ ...nobodyElse, ...who })).toBe(kind);
  });
});

const parts = (contributorKind: string): unknown => ({ nodes: [{ contributorKind, output: { title: "Edition 2" } }] });

describe("outputs", () => {
  it("are found by where, whose, what, from whom and when", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme({ placeId: system });
    const milestone = await make.milestone({ programmeId: programme });
    const [person, team, university] = [await world.given.person(), await world.given.healthIntegrationTeam(), await world.given.organisation({ sector: "EDUCATION" })];
    const framework = await make.output({ title: "A framework", otherTitles: ["Practice Framework"], placeId: system, systemId: system, published: "2024", free: true });
    const briefing = await make.output({ title: "B briefing", kind: "POLICY_BRIEFING", developed: "October 2023", published: "not stated", free: false });
    const strategy = await make.output({ title: "C strategy", kind: "STRATEGY", status: "PROPOSED", programmeId: programme, milestoneId: milestone });
    const older = await make.output({ title: "D framework of 2020", status: "SUPERSEDED", published: "March 2020" });
    await make.output({ title: "E framework", supersedesId: older, kind: "FIGURE" });
    await make.influence({ outputId: strategy, informedById: framework });
    await make.contributor({ outputId: briefing, personId: person });
    await make.contributor({ outputId: briefing, organisationId: university, role: "PUBLISHER" });
    await make.contributor({ outputId: framework, healthIntegrationTeamId: team, role: "CONTRIBUTOR" });
    const cases: readonly Case[] = [
      [{ place: system }, framework, strategy],
      [{ system }, framework],
      [{ programme }, strategy],
      [{ milestone }, strategy],
      [{ kind: ["POLICY_BRIEFING", "STRATEGY"] }, briefing, strategy],
      [{ status: ["PROPOSED"] }, strategy],
      [{ contributor: { person } }, briefing],
      [{ contributor: { person, role: ["PUBLISHER"] } }],
      [{ contributor: { organisation: university, role: ["PUBLISHER"] } }, briefing],
      [{ contributor: { sector: ["EDUCATION"] } }, briefing],
      [{ contributor: { healthIntegrationTeam: team } }, framework],
      [{ contributor: { contributorKind: ["PERSON"] } }, briefing],
      [{ informedBy: framework }, strategy],
      [{ superseded: true }, older],
      [{ superseded: false, kind: ["FRAMEWORK"] }, framework],
      [{ free: true }, framework],
      [{ free: false }, briefing],
      [{ publishedStatus: ["NOT_STATED"] }, briefing],
      [{ titleContains: "practice" }, framework],
      [{ titleContains: "BRIEFING" }, briefing],
    ];
    expect(await foundByCase(world, "outputs", "OutputFilter", cases)).toEqual(hitsByCase("outputs", cases));
    expect(await certainties(world, "outputs", "OutputFilter", { published: { from: "2020-01-01", to: "2024-06-30" } })).toEqual(sure("outputs", [framework, "POSSIBLE"], [older, "CERTAIN"]));
    expect(await certainties(world, "outputs", "OutputFilter", { developed: { financialYear: "2023-24" } })).toEqual(sure("outputs", [briefing, "CERTAIN"]));
  });

  it("are reached from either end, with those who made them and what they rest on", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const programme = await world.given.programme();
    const [place, milestone] = [await world.given.place(), await make.milestone({ programmeId: programme })];
    const [person, organisation, team, group] = [await world.given.person(), await world.given.organisation(), await world.given.healthIntegrationTeam(), await world.given.group()];
    const older = await make.output({ title: "Edition 1" });
    const output = await make.output({ title: "Edition 2", placeId: place, programmeId: programme, milestoneId: milestone, supersedesId: older });
    for (const who of [{ personId: person }, { organisationId: organisation }, { healthIntegrationTeamId: team }, { groupId: group }, { programmeId: programme }]) {
      await make.contributor({ outputId: output, ...who });
    }
    await make.influence({ outputId: output, informedById: older });
    await make.influence({ programmeId: programme, informedById: older });
    await make.influence({ outputId: output, description: "NHS guidance", basis: "INFERRED" });
    const part = "{ nodes { contributorKind output { title } } }";
    const query = `query ($output: ID!, $older: ID!, $place: ID!, $milestone: ID!, $programme: ID!, $person: ID!, $organisation: ID!, $team: ID!, $group: ID!) {
      output(id: $output) {
        supersedes { title } place { id } programme { id } milestone { id } source { id }
        contributors { totalCount } authors: contributors(filter: { role: [AUTHOR], contributorKind: [GROUP, PROGRAMME] }) { nodes { group { id } programme { id } person { id } } }
        informedBy { nodes { basis description informedBy { title } output { id } programme { id } } }
      }
      older: output(id: $older) { supersededBy { nodes { title } } informs { nodes { output { title } programme { name } } } figures: informs(filter: { kind: [FIGURE] }) { totalCount } }
      place: node(id: $place) { ... on Place { outputs { nodes { title } } } }
      milestone(id: $milestone) { outputs { nodes { title } } }
      programme(id: $programme) { outputs { nodes { title } } outputContributions ${part} informedBy { nodes { informedBy { title } } } }
      person(id: $person) { outputContributions ${part} }
      organisation(id: $organisation) { outputContributions ${part} }
      healthIntegrationTeam(id: $team) { outputContributions ${part} }
      group(id: $group) { outputContributions ${part} }
    }`;
    const there = { nodes: [{ title: "Edition 2" }] };
    const data = await world.ask(nobody, query, { output, older, place, milestone, programme, person, organisation, team, group });
    expect(data).toMatchObject({
      output: {
        supersedes: { title: "Edition 1" }, place: { id: place }, programme: { id: programme }, milestone: { id: milestone }, source: null,
        contributors: { totalCount: 5 },
        informedBy: { nodes: [{ basis: "STATED", description: null, informedBy: { title: "Edition 1" }, output: { id: output }, programme: null }, { basis: "INFERRED", description: "NHS guidance", informedBy: null }] },
      },
      older: { supersededBy: there, figures: { totalCount: 0 } },
      place: { outputs: there },
      milestone: { outputs: there },
      programme: { outputs: there, outputContributions: parts("PROGRAMME"), informedBy: { nodes: [{ informedBy: { title: "Edition 1" } }] } },
      person: { outputContributions: parts("PERSON") },
      organisation: { outputContributions: parts("ORGANISATION") },
      healthIntegrationTeam: { outputContributions: parts("HEALTH_INTEGRATION_TEAM") },
      group: { outputContributions: parts("GROUP") },
    });
    expect(data).toHaveProperty("output.authors.nodes", expect.arrayContaining([{ group: { id: group }, programme: null, person: null }, { group: null, programme: { id: programme }, person: null }]));
    expect(data).toHaveProperty("older.informs.nodes", expect.arrayContaining([{ output: { title: "Edition 2" }, programme: null }, { output: null, programme: { name: "Trauma Informed Somerset" } }]));
  });

  it("of the members only, and hidden authors, are there for nobody else", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const [place, programme] = [await world.given.place(), await world.given.programme()];
    const person = await world.given.person({ visibility: "MEMBERS_ONLY", systemId: system });
    const open = await make.output({ title: "Open" });
    const output = await make.output({ ...hidden, title: "Hidden", kind: "CHARTER", placeId: place, programmeId: programme, supersedesId: open });
    await make.influence({ outputId: open, informedById: output });
    await make.contributor({ outputId: open, personId: person });
    const query = `query ($output: ID!, $open: ID!, $place: ID!, $programme: ID!, $person: ID!) {
      outputs(filter: { titleContains: "hidden" }) { totalCount nodes { id } }
      superseded: outputs(filter: { superseded: true }) { totalCount nodes { id } }
      informed: outputs(filter: { informedBy: $output }) { totalCount nodes { id } }
      byPerson: outputs(filter: { contributor: { person: $person } }) { totalCount nodes { id } }
      output(id: $output) { id }
      node(id: $output) { id }
      open: output(id: $open) { supersededBy { totalCount nodes { id } } contributors { nodes { person { name } valueStatus(field: "person") } } informedBy(filter: { kind: [CHARTER] }) { totalCount nodes { id } } all: informedBy { nodes { informedBy { id } } } }
      place: node(id: $place) { ... on Place { outputs { totalCount nodes { id } } } }
      programme(id: $programme) { outputs { totalCount nodes { id } } }
    }`;
    const ids = { output, open, place, programme, person };
    expect(await world.ask(nobody, query, ids)).toEqual({
      outputs: none, superseded: none, informed: none, byPerson: none, output: null, node: null,
      open: { supersededBy: none, contributors: { nodes: [{ person: null, valueStatus: "WITHHELD" }] }, informedBy: none, all: { nodes: [{ informedBy: null }] } },
      place: { outputs: none }, programme: { outputs: none },
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({
      outputs: { totalCount: 1 }, superseded: { nodes: [{ id: open }] }, informed: { nodes: [{ id: open }] }, byPerson: { nodes: [{ id: open }] }, output: { id: output },
      open: { supersededBy: { totalCount: 1 }, contributors: { nodes: [{ valueStatus: "KNOWN" }] }, informedBy: { totalCount: 1 } },
    });
  });

  it("take one statement for each relation and level, however many there are", async () => {
    const world = await openWorld();
    const query = `{ outputs(first: 100) { totalCount nodes { programme { name } supersedes { title } contributors(first: 5) { totalCount nodes { organisation { name } person { name } } }
      informedBy(first: 5) { nodes { informedBy { title contributors(first: 5) { nodes { role } } } } } } } }`;
    await givenOutputs(world, 2);
    const few = await world.answer(nobody, query);
    await givenOutputs(world, 10);
    const many = await world.answer(nobody, query);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
    // outputs, how many; programmes, superseded; contributors, how many, organisations, people; influences, by what, its contributors
    expect(many.statements).toBeLessThanOrEqual(12);
  });
});

async function givenOutputs(world: World, howMany: number): Promise<void> {
  const make = learningOf(world);
  for (let made = 0; made < howMany; made += 1) {
    const supersedesId = await make.output();
    const outputId = await make.output({ supersedesId, programmeId: await world.given.programme() });
    await make.contributor({ outputId });
    await make.contributor({ outputId, personId: await world.given.person() });
    await make.influence({ outputId, informedById: supersedesId });
  }
}
