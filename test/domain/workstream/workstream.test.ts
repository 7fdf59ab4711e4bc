import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";

async function found(world: World, filter: object, viewer = nobody): Promise<readonly string[]> {
  const { workstreams } = await world.ask<{ workstreams: { nodes: { name: string }[] } }>(viewer, "query ($filter: WorkstreamFilter) { workstreams(filter: $filter, orderBy: NAME) { nodes { name } } }", { filter });
  return workstreams.nodes.map(({ name }) => name);
}

describe("workstreams", () => {
  it("are found by where they belong, what they are about, how they stand and who leads them", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme({ placeId: await world.given.place({ parentId: system }) });
    const [team, organisation] = [await world.given.healthIntegrationTeam(), await world.given.organisation()];
    await world.given.workstream({ name: "Training for all", theme: "TRAINING", status: "READY", kind: "STANDING", programmeId: programme, leadHealthIntegrationTeamId: team });
    await world.given.workstream({ name: "Housing", theme: "OWN", ownTheme: "Housing", status: "PAUSED", systemId: system, kind: "TASK_AND_FINISH", leadOrganisationId: organisation });
    expect(await found(world, { place: system })).toEqual(["Training for all"]);
    expect(await found(world, { system })).toEqual(["Housing"]);
    expect(await found(world, { programme })).toEqual(["Training for all"]);
    expect(await found(world, { theme: ["TRAINING", "PRINCIPLES"] })).toEqual(["Training for all"]);
    expect(await found(world, { theme: ["OWN"] })).toEqual(["Housing"]);
    expect(await found(world, { status: ["READY", "CLOSED"] })).toEqual(["Training for all"]);
    expect(await found(world, { kind: ["TASK_AND_FINISH"] })).toEqual(["Housing"]);
    expect(await found(world, { leadHealthIntegrationTeam: team })).toEqual(["Training for all"]);
    expect(await found(world, { leadOrganisation: organisation })).toEqual(["Housing"]);
    expect(await found(world, { nameContains: "FOR" })).toEqual(["Training for all"]);
    expect(await found(world, { theme: ["TRAINING"], status: ["PAUSED"] })).toEqual([]);
    expect(await found(world, {})).toEqual(["Housing", "Training for all"]);
  });

  it("are sorted by theme in the order in which programmes speak of them, or by name", async () => {
    const world = await openWorld();
    for (const [name, theme] of [["a", "OWN"], ["b", "ORGANISATIONAL_CHANGE"], ["C", "TRAINING"], ["d", "PRINCIPLES"], ["e", "SERVICE_DELIVERY"]] as const) await world.given.workstream({ name, theme });
    expect(await world.ask(nobody, "{ byTheme: workstreams { nodes { name } } byName: workstreams(orderBy: NAME) { nodes { name } } }")).toEqual({
      byTheme: { nodes: ["d", "C", "e", "b", "a"].map((name) => ({ name })) }, byName: { nodes: ["a", "b", "C", "d", "e"].map((name) => ({ name })) },
    });
  });

  it("are reached from programme, HIT and organisation, and lead back", async () => {
    const world = await openWorld();
    const programme = await world.given.programme({ name: "P" });
    const [team, organisation] = [await world.given.healthIntegrationTeam({ name: "H" }), await world.given.organisation({ name: "O" })];
    const leads = { leadHealthIntegrationTeamId: team, leadOrganisationId: organisation };
    const id = await world.given.workstream({ name: "W", programmeId: programme, ...leads });
    await world.given.workstream({ name: "Elsewhere" });
    const data = await world.ask(
      nobody,
      `query ($id: ID!, $programme: ID!, $team: ID!, $organisation: ID!) {
        programme(id: $programme) { workstreams { totalCount nodes { name } } ready: workstreams(filter: { status: [READY] }) { totalCount } }
        healthIntegrationTeam(id: $team) { leads { totalCount nodes { name } } }
        organisation(id: $organisation) { leads { totalCount nodes { name } } }
        workstream(id: $id) { name programme { name } leadHealthIntegrationTeam { name } leadOrganisation { name } kind valueStatus(field: "kind") }
      }`,
      { id, programme, team, organisation },
    );
    const there = { totalCount: 1, nodes: [{ name: "W" }] };
    expect(data).toEqual({
      programme: { workstreams: there, ready: { totalCount: 0 } }, healthIntegrationTeam: { leads: there }, organisation: { leads: there },
      workstream: { name: "W", programme: { name: "P" }, leadHealthIntegrationTeam: { name: "H" }, leadOrganisation: { name: "O" }, kind: null, valueStatus: "UNKNOWN" },
    });
  });

  it("that were merged say in which others they go on, and those say of which", async () => {
    const world = await openWorld();
    const principles = await world.given.workstream({ name: "Principles", status: "MERGED" });
    const into = [await world.given.workstream({ name: "Training" }), await world.given.workstream({ name: "Service delivery" })];
    for (const continuedInId of into) await world.given.workstreamContinuation({ workstreamId: principles, continuedInId });
    const query = "query ($id: ID!) { workstream(id: $id) { continuedIn { workstream { name } continuedIn { name } } continues { workstream { name } } } }";
    const { workstream } = await world.ask<{ workstream: { continuedIn: readonly unknown[]; continues: readonly unknown[] } }>(nobody, query, { id: principles });
    expect(workstream.continues).toEqual([]);
    expect(workstream.continuedIn).toHaveLength(2);
    expect(workstream.continuedIn).toEqual(
      expect.arrayContaining(["Training", "Service delivery"].map((name) => ({ workstream: { name: "Principles" }, continuedIn: { name } }))),
    );
    expect(await world.ask(nobody, query, { id: into[0] })).toEqual({ workstream: { continuedIn: [], continues: [{ workstream: { name: "Principles" } }] } });
  });

  it("are not there for those whom they are not for, nor does a filter tell what they belong to", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const place = await world.given.place({ name: "Somerset" });
    const programme = await world.given.programme();
    const [team, organisation, before] = [await world.given.healthIntegrationTeam(), await world.given.organisation(), await world.given.workstream({ name: "Before" })];
    const secret = await world.given.workstream({ ...hidden, name: "Secret", programmeId: programme, leadHealthIntegrationTeamId: team, leadOrganisationId: organisation });
    await world.given.workstreamContinuation({ workstreamId: before, continuedInId: secret });
    await world.given.workstream({ name: "Of a hidden programme", programmeId: await world.given.programme({ ...hidden, placeId: place }) });
    const query = `query ($secret: ID!, $before: ID!, $programme: ID!, $team: ID!, $organisation: ID!) {
      workstream(id: $secret) { id }
      before: workstream(id: $before) { continuedIn { continuedIn { name } } }
      programme(id: $programme) { workstreams { totalCount nodes { id } } }
      healthIntegrationTeam(id: $team) { leads { totalCount nodes { id } } }
      organisation(id: $organisation) { leads { totalCount nodes { id } } }
      node(id: $secret) { id }
    }`;
    const none = { totalCount: 0, nodes: [] };
    expect(await world.ask(nobody, query, { secret, before, programme, team, organisation })).toEqual({
      workstream: null, before: { continuedIn: [{ continuedIn: null }] }, programme: { workstreams: none }, healthIntegrationTeam: { leads: none }, organisation: { leads: none }, node: null,
    });
    expect(await found(world, {})).toEqual(["Before", "Of a hidden programme"]);
    expect(await found(world, {}, memberOf(system))).toEqual(["Before", "Of a hidden programme", "Secret"]);
    expect(await found(world, { place })).toEqual([]);
    expect(await found(world, { place }, memberOf(system))).toEqual(["Of a hidden programme"]);
  });
});
