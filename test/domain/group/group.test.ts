import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { openWorld, type World } from "../../support/domain-world.ts";

async function found(world: World, filter: object): Promise<unknown> {
  return world.ask(nobody, "query ($filter: GroupFilter) { groups(filter: $filter) { edges { certainty node { name } } } }", { filter });
}

const only = (...hits: readonly (readonly [name: string, certainty?: string])[]): unknown => ({
  groups: { edges: hits.map(([name, certainty = null]) => ({ certainty, node: { name } })) },
});

describe("groups", () => {
  it("are found by what they are and whose they are", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const place = await world.given.place({ name: "North Somerset", parentId: system });
    const host = await world.given.organisation();
    const team = await world.given.healthIntegrationTeam();
    const board = await world.given.group({ name: "Programme Board", kind: "BOARD", systemId: system });
    await world.given.group({ name: "Ambassador Network", kind: "AMBASSADOR_NETWORK", placeId: place, parentId: board });
    await world.given.group({ name: "Network of champions", kind: "CHAMPION_NETWORK", status: "PROPOSED", hostId: host });
    await world.given.group({ name: "Leadership team", kind: "LEADERSHIP_TEAM", healthIntegrationTeamId: team });
    expect(await found(world, { kind: ["CHAMPION_NETWORK", "AMBASSADOR_NETWORK"] })).toEqual(only(["Ambassador Network"], ["Network of champions"]));
    expect(await found(world, { status: ["PROPOSED", "FORMING"] })).toEqual(only(["Network of champions"]));
    expect(await found(world, { place: system })).toEqual(only(["Ambassador Network"]));
    expect(await found(world, { system })).toEqual(only(["Programme Board"]));
    expect(await found(world, { host })).toEqual(only(["Network of champions"]));
    expect(await found(world, { healthIntegrationTeam: team })).toEqual(only(["Leadership team"]));
    expect(await found(world, { parent: board })).toEqual(only(["Ambassador Network"]));
    expect(await found(world, { nameContains: "board" })).toEqual(only(["Programme Board"]));
  });

  it("existed on a day: certainly, or as far as sources say", async () => {
    const world = await openWorld();
    await world.given.group({ name: "Ended", since: "2020", until: "31 March 2023" });
    await world.given.group({ name: "Silent", since: "not stated", until: "not stated" });
    await world.given.group({ name: "To come", since: "2025" });
    expect(await found(world, { on: "2022-06-01" })).toEqual(only(["Ended", "CERTAIN"], ["Silent", "POSSIBLE"]));
    expect(await found(world, { on: "2023-03-31" })).toEqual(only(["Ended", "CERTAIN"], ["Silent", "POSSIBLE"]));
    expect(await found(world, { on: "2023-04-01" })).toEqual(only(["Silent", "POSSIBLE"]));
    expect(await found(world, { until: { financialYear: "2022-23", certainty: "CERTAIN" } })).toEqual(only(["Ended", "CERTAIN"]));
    expect(await found(world, { since: { to: "2020-06-30" } })).toEqual(only(["Ended", "POSSIBLE"]));
  });

  it("are reached from host, HIT, place and the group that they are a part of, and lead back", async () => {
    const world = await openWorld();
    const [host, team] = [await world.given.organisation({ name: "Council" }), await world.given.healthIntegrationTeam({ name: "SHINE HIT" })];
    const [place, parent] = [await world.given.place({ name: "Bristol" }), await world.given.group({ name: "Board" })];
    await world.given.group({ name: "Sub-group", hostId: host, healthIntegrationTeamId: team, placeId: place, parentId: parent });
    const data = await world.ask(
      nobody,
      `query ($host: ID!, $team: ID!, $place: ID!, $parent: ID!) {
        organisation(id: $host) { hostedGroups { nodes { name host { name } } } }
        healthIntegrationTeam(id: $team) { groups { nodes { name healthIntegrationTeam { name } } } }
        node(id: $place) { ... on Place { groups { nodes { name place { name } } } } }
        group(id: $parent) { parts { nodes { name parent { name } } } }
      }`,
      { host, team, place, parent },
    );
    expect(data).toEqual({
      organisation: { hostedGroups: { nodes: [{ name: "Sub-group", host: { name: "Council" } }] } },
      healthIntegrationTeam: { groups: { nodes: [{ name: "Sub-group", healthIntegrationTeam: { name: "SHINE HIT" } }] } },
      node: { groups: { nodes: [{ name: "Sub-group", place: { name: "Bristol" } }] } },
      group: { parts: { nodes: [{ name: "Sub-group", parent: { name: "Board" } }] } },
    });
  });

  it("are not there for those whom they are not for", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const [host, team] = [await world.given.organisation(), await world.given.healthIntegrationTeam()];
    const [place, parent] = [await world.given.place(), await world.given.group({ name: "Board" })];
    const hidden = await world.given.group({ name: "Hidden", kind: "COMMITTEE", audience: "DRAFT", systemId: system, hostId: host, healthIntegrationTeamId: team, placeId: place, parentId: parent });
    const child = await world.given.group({ name: "Child", parentId: hidden });
    const membership = await world.given.membership({ groupId: hidden });
    const query = `query ($host: ID!, $team: ID!, $place: ID!, $parent: ID!, $hidden: ID!, $child: ID!, $membership: ID!) {
      groups(filter: { kind: [COMMITTEE] }) { totalCount nodes { id } }
      memberships(filter: { groupKind: [COMMITTEE] }) { totalCount nodes { id } }
      organisation(id: $host) { hostedGroups { totalCount nodes { id } } }
      healthIntegrationTeam(id: $team) { groups { totalCount nodes { id } } }
      place: node(id: $place) { ... on Place { groups { totalCount nodes { id } } } }
      group(id: $parent) { parts { totalCount nodes { id } } }
      child: group(id: $child) { parent { id } valueStatus(field: "parent") }
      hidden: group(id: $hidden) { id }
      node(id: $hidden) { id }
      membership: node(id: $membership) { ... on Membership { group { id } } }
    }`;
    const none = { totalCount: 0, nodes: [] };
    expect(await world.ask(nobody, query, { host, team, place, parent, hidden, child, membership })).toEqual({
      groups: none,
      memberships: none,
      organisation: { hostedGroups: none },
      healthIntegrationTeam: { groups: none },
      place: { groups: none },
      group: { parts: none },
      child: { parent: null, valueStatus: "WITHHELD" },
      hidden: null,
      node: null,
      membership: { group: null },
    });
  });
});
