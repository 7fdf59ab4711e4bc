import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { learningOf } from "../../support/given-learning.ts";

describe("studies", () => {
  it("are found by who, where, what and when", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme({ placeId: system });
    const [team, leader, output] = [await world.given.healthIntegrationTeam({ placeId: system }), await world.given.person(), await make.output()];
    const institution = await world.given.organisation({ sector: "EDUCATION", placeId: system });
    const collaboration = await make.collaboration();
    const care = await make.study({ name: "Care", leaderId: leader, start: "2022", end: "not stated", programmeId: programme, systemId: system });
    const somali = await make.study({ name: "Somali community", status: "FINISHED", healthIntegrationTeamId: team, collaborationId: collaboration, end: "March 2023" });
    const trauma = await make.study({ name: "Trauma", subject: "Violence", institutionId: institution });
    await make.studyOutput({ studyId: trauma, outputId: output });
    const cases: readonly Case[] = [
      [{ place: system }, care, somali, trauma],
      [{ system }, care],
      [{ programme }, care],
      [{ healthIntegrationTeam: team }, somali],
      [{ collaboration }, somali],
      [{ institution }, trauma],
      [{ sector: ["EDUCATION"] }, trauma],
      [{ leader }, care],
      [{ output }, trauma],
      [{ status: ["FINISHED"] }, somali],
      [{ contains: "violence" }, trauma],
      [{ contains: "CARE" }, care],
    ];
    expect(await foundByCase(world, "studies", "StudyFilter", cases)).toEqual(hitsByCase("studies", cases));
    expect(await certainties(world, "studies", "StudyFilter", { on: "2023-06-01", contains: "care" })).toEqual(sure("studies", [care, "POSSIBLE"]));
    expect(await certainties(world, "studies", "StudyFilter", { end: { financialYear: "2022-23" } })).toEqual(sure("studies", [somali, "CERTAIN"]));
    expect(await certainties(world, "studies", "StudyFilter", { start: { financialYear: "2022-23" } })).toEqual(sure("studies", [care, "POSSIBLE"]));
  });

  it("are reached from either end", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const [leader, institution, team] = [await world.given.person(), await world.given.organisation(), await world.given.healthIntegrationTeam()];
    const [programme, collaboration, output] = [await world.given.programme(), await make.collaboration(), await make.output({ title: "Paper" })];
    const study = await make.study({ leaderId: leader, institutionId: institution, healthIntegrationTeamId: team, programmeId: programme, collaborationId: collaboration });
    await make.studyOutput({ studyId: study, outputId: output });
    const query = `query ($study: ID!, $leader: ID!, $institution: ID!, $team: ID!, $programme: ID!, $collaboration: ID!, $output: ID!) {
      study(id: $study) { leader { id } institution { id } healthIntegrationTeam { id } programme { id } collaboration { id } outputs { output { title } study { id } } }
      person(id: $leader) { ledStudies { nodes { id } } }
      organisation(id: $institution) { studies { nodes { id } } }
      healthIntegrationTeam(id: $team) { studies { nodes { id } } }
      programme(id: $programme) { studies { nodes { id } } }
      collaboration: node(id: $collaboration) { ... on Collaboration { studies { nodes { id } } } }
      output(id: $output) { studies { study { id } } }
    }`;
    const there = { nodes: [{ id: study }] };
    expect(await world.ask(nobody, query, { study, leader, institution, team, programme, collaboration, output })).toEqual({
      study: {
        leader: { id: leader }, institution: { id: institution }, healthIntegrationTeam: { id: team }, programme: { id: programme }, collaboration: { id: collaboration },
        outputs: [{ output: { title: "Paper" }, study: { id: study } }],
      },
      person: { ledStudies: there }, organisation: { studies: there }, healthIntegrationTeam: { studies: there }, programme: { studies: there }, collaboration: { studies: there },
      output: { studies: [{ study: { id: study } }] },
    });
  });

  it("of the members only, and hidden leaders, are there for nobody else; statements do not grow with them", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const [team, output] = [await world.given.healthIntegrationTeam(), await make.output()];
    const leader = await world.given.person({ visibility: "MEMBERS_ONLY", systemId: system });
    const hidden = await make.study({ audience: "MEMBERS", systemId: system, healthIntegrationTeamId: team });
    await make.studyOutput({ studyId: hidden, outputId: output });
    const open = await make.study({ leaderId: leader });
    const query = `query ($hidden: ID!, $open: ID!, $leader: ID!, $team: ID!, $output: ID!) {
      study(id: $hidden) { id }
      node(id: $hidden) { id }
      byLeader: studies(filter: { leader: $leader }) { totalCount nodes { id } }
      healthIntegrationTeam(id: $team) { studies { totalCount nodes { id } } }
      output(id: $output) { studies { study { id } } }
      open: study(id: $open) { leader { id } valueStatus(field: "leader") }
    }`;
    const ids = { hidden, open, leader, team, output };
    expect(await world.ask(nobody, query, ids)).toEqual({
      study: null, node: null, byLeader: none, healthIntegrationTeam: { studies: none }, output: { studies: [{ study: null }] }, open: { leader: null, valueStatus: "WITHHELD" },
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({ study: { id: hidden }, byLeader: { nodes: [{ id: open }] }, open: { leader: { id: leader }, valueStatus: "KNOWN" } });

    const wide = "{ studies { nodes { leader { name } institution { name } outputs { output { title } } } } }";
    for (const howMany of [2, 8]) for (let made = 0; made < howMany; made += 1) await make.studyOutput({ studyId: await make.study({ leaderId: await world.given.person(), institutionId: await world.given.organisation() }) });
    // studies, which they are and what they say; leaders, institutions, what came out of them, outputs
    expect((await world.answer(nobody, wide)).statements).toBe(6);
  });
});
