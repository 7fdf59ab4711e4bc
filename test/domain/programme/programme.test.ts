import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";

async function found(world: World, filter: object, viewer = nobody): Promise<readonly string[]> {
  const { programmes } = await world.ask<{ programmes: { nodes: { name: string }[] } }>(viewer, "query ($filter: ProgrammeFilter) { programmes(filter: $filter) { nodes { name } } }", { filter });
  return programmes.nodes.map(({ name }) => name);
}

describe("programmes", () => {
  it("are found by place, host, status, who governs them, what they are parts of, and name", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const [host, team, group] = [await world.given.organisation(), await world.given.healthIntegrationTeam(), await world.given.group()];
    const somerset = await world.given.programme({ name: "Trauma Informed Somerset", placeId: await world.given.place({ parentId: system }), hostId: host, status: "ACTIVE" });
    const pilot = await world.given.programme({ name: "Pilot", status: "PROPOSED", systemId: system, parentId: somerset });
    await world.given.programmeGovernance({ programmeId: somerset, healthIntegrationTeamId: team, capacity: "ADVISES" });
    await world.given.programmeGovernance({ programmeId: pilot, groupId: group });
    expect(await found(world, { place: system })).toEqual(["Trauma Informed Somerset"]);
    expect(await found(world, { system })).toEqual(["Pilot"]);
    expect(await found(world, { host })).toEqual(["Trauma Informed Somerset"]);
    expect(await found(world, { status: ["PROPOSED", "CLOSED"] })).toEqual(["Pilot"]);
    expect(await found(world, { healthIntegrationTeam: team })).toEqual(["Trauma Informed Somerset"]);
    expect(await found(world, { group })).toEqual(["Pilot"]);
    expect(await found(world, { parent: somerset })).toEqual(["Pilot"]);
    expect(await found(world, { nameContains: "somerset" })).toEqual(["Trauma Informed Somerset"]);
    expect(await found(world, { group, healthIntegrationTeam: team })).toEqual([]);
    expect(await found(world, {})).toEqual(["Pilot", "Trauma Informed Somerset"]);
  });

  it("are reached from host, place, HIT, group and the programme that they are parts of, and lead back", async () => {
    const world = await openWorld();
    const [host, place, team, group] = [
      await world.given.organisation({ name: "O" }), await world.given.place({ name: "L" }), await world.given.healthIntegrationTeam({ name: "H" }), await world.given.group({ name: "G" }),
    ];
    const parent = await world.given.programme({ name: "Whole" });
    const id = await world.given.programme({ name: "Part", hostId: host, placeId: place, parentId: parent });
    await world.given.programmeGovernance({ programmeId: id, healthIntegrationTeamId: team, capacity: "DEVELOPS" });
    await world.given.programmeGovernance({ programmeId: id, groupId: group, capacity: "SCRUTINISES" });
    const data = await world.ask<{ programme: { governance: readonly unknown[] } }>(
      nobody,
      `query ($id: ID!, $host: ID!, $place: ID!, $team: ID!, $group: ID!, $parent: ID!) {
        organisation(id: $host) { hostedProgrammes { nodes { name } } }
        node(id: $place) { ... on Place { programmes { nodes { name } } } }
        healthIntegrationTeam(id: $team) { governs { capacity programme { name } } }
        group(id: $group) { governs { capacity programme { name } } }
        whole: programme(id: $parent) { parts { nodes { name } } parent { name } }
        programme(id: $id) { host { name } place { name } parent { name } parts { totalCount } governance { capacity healthIntegrationTeam { name } group { name } } }
      }`,
      { id, host, place, team, group, parent },
    );
    const part = { nodes: [{ name: "Part" }] };
    expect(data).toMatchObject({
      organisation: { hostedProgrammes: part },
      node: { programmes: part },
      healthIntegrationTeam: { governs: [{ capacity: "DEVELOPS", programme: { name: "Part" } }] },
      group: { governs: [{ capacity: "SCRUTINISES", programme: { name: "Part" } }] },
      whole: { parts: part, parent: null },
      programme: { host: { name: "O" }, place: { name: "L" }, parent: { name: "Whole" }, parts: { totalCount: 0 } },
    });
    expect(data.programme.governance).toHaveLength(2);
    expect(data.programme.governance).toEqual(
      expect.arrayContaining([
        { capacity: "DEVELOPS", healthIntegrationTeam: { name: "H" }, group: null },
        { capacity: "SCRUTINISES", healthIntegrationTeam: null, group: { name: "G" } },
      ]),
    );
  });

  it("say of what is not known why not", async () => {
    const world = await openWorld();
    const id = await world.given.programme({ start: "2021", end: "not stated", gaps: { aim: "NOT_STATED", hostId: "CONFLICTING" } });
    const query = `query ($id: ID!) { programme(id: $id) {
      aim host { name } start { plain } end { status } gaps { field status }
      ofAim: valueStatus(field: "aim") ofHost: valueStatus(field: "host") ofRhythm: valueStatus(field: "reportingRhythm") ofStart: valueStatus(field: "start") ofEnd: valueStatus(field: "end")
    } }`;
    expect(await world.ask(nobody, query, { id })).toEqual({
      programme: {
        aim: null, host: null, start: { plain: "2021" }, end: { status: "NOT_STATED" }, gaps: [{ field: "aim", status: "NOT_STATED" }, { field: "host", status: "CONFLICTING" }],
        ofAim: "NOT_STATED", ofHost: "CONFLICTING", ofRhythm: "UNKNOWN", ofStart: "KNOWN", ofEnd: "NOT_STATED",
      },
    });
  });

  it("have a status for each field that holds a value, however they were reached, and for no other name", async () => {
    const world = await openWorld();
    const id = await world.given.programme();
    const parent = await world.given.programme();
    await world.given.programme({ parentId: parent });
    for (const field of ["sortKey", "parentKey", "certainty", "key", "hostId", "seenBy", "parts", "budget", "__proto__", "constructor", ""]) {
      for (const query of [
        "query ($id: ID!, $field: String!) { programme(id: $id) { valueStatus(field: $field) } }",
        "query ($field: String!) { programmes(first: 1) { nodes { valueStatus(field: $field) } } }",
        "query ($parent: ID!, $field: String!) { programme(id: $parent) { parts { nodes { valueStatus(field: $field) } } } }",
      ]) {
        expect(await world.refused(nobody, query, { id, parent, field })).toEqual([`There is no field ${field} here that holds a value or points at one record.`]);
      }
    }
  });

  it("cannot be found by who governs them where that may not be seen", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const [team, programmeId] = [await world.given.healthIntegrationTeam(), await world.given.programme({ name: "Governed" })];
    const secret = await world.given.programme({ ...hidden, name: "Secret", hostId: await world.given.organisation() });
    await world.given.programmeGovernance({ ...hidden, programmeId, healthIntegrationTeamId: team });
    await world.given.programmeGovernance({ programmeId: secret, healthIntegrationTeamId: team });
    expect(await found(world, { healthIntegrationTeam: team })).toEqual([]);
    expect(await found(world, { healthIntegrationTeam: team }, memberOf(system))).toEqual(["Governed", "Secret"]);
    const query = "query ($id: ID!) { healthIntegrationTeam(id: $id) { governs { programme { name } } } }";
    expect(await world.ask(nobody, query, { id: team })).toEqual({ healthIntegrationTeam: { governs: [{ programme: null }] } });
  });
});
