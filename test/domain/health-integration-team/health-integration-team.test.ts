import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";

async function found(world: World, filter: object): Promise<unknown> {
  return world.ask(nobody, "query ($filter: HealthIntegrationTeamFilter) { healthIntegrationTeams(filter: $filter) { nodes { name } } }", { filter });
}

const only = (...names: readonly string[]): unknown => ({ healthIntegrationTeams: { nodes: names.map((name) => ({ name })) } });

describe("Health Integration Teams", () => {
  it("are found by name, now or before, by status, place, system and sponsor", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM", name: "BNSSG" });
    const placeId = await world.given.place({ parentId: system });
    const sponsor = await world.given.organisation();
    await world.given.healthIntegrationTeam({ name: "SHINE HIT", status: "ENDED", placeId, formerNames: ["Supporting Healthy Inclusive Neighbourhoods"], systemId: system });
    await world.given.healthIntegrationTeam({ name: "Healthy Weight HIT", sponsorId: sponsor });
    expect(await found(world, {})).toEqual(only("Healthy Weight HIT", "SHINE HIT"));
    expect(await found(world, { nameContains: "weight" })).toEqual(only("Healthy Weight HIT"));
    expect(await found(world, { nameContains: "neighbourhoods" })).toEqual(only("SHINE HIT"));
    expect(await found(world, { status: ["ENDED"] })).toEqual(only("SHINE HIT"));
    expect(await found(world, { place: system })).toEqual(only("SHINE HIT"));
    expect(await found(world, { system })).toEqual(only("SHINE HIT"));
    expect(await found(world, { sponsor })).toEqual(only("Healthy Weight HIT"));
  });

  it("are reached from their place and their sponsor, and lead back to them", async () => {
    const world = await openWorld();
    const [place, sponsor] = [await world.given.place({ name: "Bristol" }), await world.given.organisation({ name: "Bristol Health Partners" })];
    await world.given.healthIntegrationTeam({ name: "SHINE HIT", placeId: place, sponsorId: sponsor });
    const query = `query ($place: ID!, $sponsor: ID!) {
      node(id: $place) { ... on Place { healthIntegrationTeams { nodes { name place { name } sponsor { name } } } } }
      organisation(id: $sponsor) { sponsoredHealthIntegrationTeams { nodes { name } } }
    }`;
    expect(await world.ask(nobody, query, { place, sponsor })).toEqual({
      node: { healthIntegrationTeams: { nodes: [{ name: "SHINE HIT", place: { name: "Bristol" }, sponsor: { name: "Bristol Health Partners" } }] } },
      organisation: { sponsoredHealthIntegrationTeams: { nodes: [{ name: "SHINE HIT" }] } },
    });
  });

  it("tell what a source is silent about from what nobody has looked for, and from what is withheld", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const sponsorId = await world.given.organisation({ audience: "MEMBERS", systemId: system });
    const id = await world.given.healthIntegrationTeam({ sponsorId, gaps: { aim: "NOT_STATED", formerNames: "NOT_APPLICABLE" } });
    const query = `query ($id: ID!) { healthIntegrationTeam(id: $id) {
      aim formerNames sponsor { name }
      ofAim: valueStatus(field: "aim") ofRole: valueStatus(field: "role") ofFormerNames: valueStatus(field: "formerNames") ofSponsor: valueStatus(field: "sponsor") ofName: valueStatus(field: "name")
    } }`;
    const same = { aim: null, formerNames: [], ofAim: "NOT_STATED", ofRole: "UNKNOWN", ofFormerNames: "NOT_APPLICABLE", ofName: "KNOWN" };
    expect(await world.ask(nobody, query, { id })).toEqual({ healthIntegrationTeam: { ...same, sponsor: null, ofSponsor: "WITHHELD" } });
    expect(await world.ask(memberOf(system), query, { id })).toEqual({ healthIntegrationTeam: { ...same, sponsor: { name: "Second Step" }, ofSponsor: "KNOWN" } });
  });

  it("are not there for those whom they are not for", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const [place, sponsor] = [await world.given.place(), await world.given.organisation()];
    const team = await world.given.healthIntegrationTeam({ audience: "MEMBERS", systemId: system, placeId: place, sponsorId: sponsor });
    const group = await world.given.group({ healthIntegrationTeamId: team });
    const query = `query ($place: ID!, $sponsor: ID!, $team: ID!, $group: ID!) {
      healthIntegrationTeams { totalCount nodes { id } }
      healthIntegrationTeam(id: $team) { id }
      node(id: $team) { id }
      place: node(id: $place) { ... on Place { healthIntegrationTeams { totalCount nodes { id } } } }
      organisation(id: $sponsor) { sponsoredHealthIntegrationTeams { totalCount nodes { id } } }
      group(id: $group) { healthIntegrationTeam { id } }
    }`;
    const none = { totalCount: 0, nodes: [] };
    expect(await world.ask(nobody, query, { place, sponsor, team, group })).toEqual({
      healthIntegrationTeams: none,
      healthIntegrationTeam: null,
      node: null,
      place: { healthIntegrationTeams: none },
      organisation: { sponsoredHealthIntegrationTeams: none },
      group: { healthIntegrationTeam: null },
    });
  });
});
