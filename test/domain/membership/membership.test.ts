import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";

const LIST = `query ($filter: MembershipFilter) {
  memberships(filter: $filter) { totalCount edges { certainty node { id } } }
}`;

/** The ids of the memberships that a filter finds for somebody who did not sign in. */
async function found(world: World, filter: object): Promise<unknown> {
  return world.ask(nobody, LIST, { filter });
}

const only = (...hits: readonly (readonly [id: string, certainty: string | null])[]): unknown => ({
  memberships: { totalCount: hits.length, edges: hits.map(([id, certainty]) => ({ certainty, node: { id } })) },
});

describe("memberships", () => {
  it("say what the member is: an organisation, a person or a constituency", async () => {
    const world = await openWorld();
    const groupId = await world.given.group();
    const organisationId = await world.given.organisation({ name: "Avon and Somerset Police" });
    const personId = await world.given.person({ name: "Tessa Munt" });
    await world.given.membership({ groupId, organisationId, capacity: "REPRESENTATIVE" });
    await world.given.membership({ groupId, personId, capacity: "CHAIR" });
    await world.given.membership({ groupId, constituency: "VCSE Sector", constituencyKind: "SECTOR", capacity: "MEMBER" });
    const data = await world.ask(nobody, "query ($id: ID!) { group(id: $id) { members { nodes { memberKind capacity organisation { name } person { name } constituency constituencyKind } } } }", { id: groupId });
    const nothing = { organisation: null, person: null, constituency: null, constituencyKind: null };
    expect(data).toEqual({
      group: {
        members: {
          nodes: [
            { ...nothing, memberKind: "PERSON", capacity: "CHAIR", person: { name: "Tessa Munt" } },
            { ...nothing, memberKind: "ORGANISATION", capacity: "REPRESENTATIVE", organisation: { name: "Avon and Somerset Police" } },
            { ...nothing, memberKind: "CONSTITUENCY", capacity: "MEMBER", constituency: "VCSE Sector", constituencyKind: "SECTOR" },
          ],
        },
      },
    });
  });

  it("count organisations apart from constituencies", async () => {
    const world = await openWorld();
    const groupId = await world.given.group();
    await world.given.membership({ groupId });
    await world.given.membership({ groupId, constituency: "Primary Care", constituencyKind: "SECTOR" });
    const query = "query ($id: ID!) { group(id: $id) { all: members { totalCount } organisations: members(filter: { memberKind: [ORGANISATION] }) { totalCount } } }";
    expect(await world.ask(nobody, query, { id: groupId })).toEqual({ group: { all: { totalCount: 2 }, organisations: { totalCount: 1 } } });
  });

  it("are reached from either end", async () => {
    const world = await openWorld();
    const groupId = await world.given.group({ name: "Working group" });
    const healthIntegrationTeamId = await world.given.healthIntegrationTeam({ name: "SHINE HIT" });
    const organisationId = await world.given.organisation({ name: "Council" });
    const personId = await world.given.person({ name: "Tessa Munt" });
    const membershipId = await world.given.membership({ groupId, organisationId });
    await world.given.membership({ healthIntegrationTeamId, personId, capacity: "DIRECTOR" });
    const unit = await world.given.organisation({ name: "Public Health", parentId: organisationId });
    await world.given.membershipUnit({ membershipId, organisationId: unit });
    const data = await world.ask(
      nobody,
      `query ($organisation: ID!, $unit: ID!, $person: ID!, $team: ID!) {
        organisation(id: $organisation) { memberships { nodes { group { name } healthIntegrationTeam { name } units { organisation { name } } } } }
        unit: organisation(id: $unit) { memberships { totalCount } membershipsAsUnit { membership { organisation { name } group { name } } } }
        person(id: $person) { memberships { nodes { capacity healthIntegrationTeam { name } } } }
        healthIntegrationTeam(id: $team) { members { nodes { person { name } } } }
      }`,
      { organisation: organisationId, unit, person: personId, team: healthIntegrationTeamId },
    );
    expect(data).toEqual({
      organisation: { memberships: { nodes: [{ group: { name: "Working group" }, healthIntegrationTeam: null, units: [{ organisation: { name: "Public Health" } }] }] } },
      unit: { memberships: { totalCount: 0 }, membershipsAsUnit: [{ membership: { organisation: { name: "Council" }, group: { name: "Working group" } } }] },
      person: { memberships: { nodes: [{ capacity: "DIRECTOR", healthIntegrationTeam: { name: "SHINE HIT" } }] } },
      healthIntegrationTeam: { members: { nodes: [{ person: { name: "Tessa Munt" } }] } },
    });
  });

  it("are found by who, where and how", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM", name: "BNSSG" });
    const place = await world.given.place({ name: "Bristol", parentId: system });
    const group = await world.given.group({ kind: "BOARD", placeId: place });
    const team = await world.given.healthIntegrationTeam({ placeId: place });
    const organisation = await world.given.organisation({ name: "Avon and Somerset Police", sector: "POLICE_AND_JUSTICE" });
    const person = await world.given.person({ name: "Tessa Munt" });
    const police = await world.given.membership({ groupId: group, organisationId: organisation, capacity: "REPRESENTATIVE", systemId: system });
    const chair = await world.given.membership({ healthIntegrationTeamId: team, personId: person, capacity: "DIRECTOR" });
    const sector = await world.given.membership({ constituency: "Primary Care", constituencyKind: "SECTOR" });
    const { organisationId: unit } = await throughUnit(world, police);

    const hit = (id: string): unknown => only([id, null]);
    expect(await found(world, { organisation })).toEqual(hit(police));
    expect(await found(world, { person })).toEqual(hit(chair));
    expect(await found(world, { unit })).toEqual(hit(police));
    expect(await found(world, { group })).toEqual(hit(police));
    expect(await found(world, { groupKind: ["BOARD", "COMMITTEE"] })).toEqual(hit(police));
    expect(await found(world, { healthIntegrationTeam: team })).toEqual(hit(chair));
    expect(await found(world, { capacity: ["DIRECTOR", "CHAIR"] })).toEqual(hit(chair));
    expect(await found(world, { memberKind: ["CONSTITUENCY"] })).toEqual(hit(sector));
    expect(await found(world, { constituencyKind: ["SECTOR"] })).toEqual(hit(sector));
    expect(await found(world, { sector: ["POLICE_AND_JUSTICE"] })).toEqual(hit(police));
    expect(await found(world, { memberNameContains: "primary" })).toEqual(hit(sector));
    expect(await found(world, { memberNameContains: "munt" })).toEqual(hit(chair));
    expect(await found(world, { memberNameContains: "police" })).toEqual(hit(police));
    expect(await found(world, { system })).toEqual(hit(police));
    expect(await found(world, { place: system })).toEqual(only([chair, null], [police, null]));
    expect(await found(world, { place: system, capacity: ["DIRECTOR"] })).toEqual(hit(chair));
  });

  it("say how sure it is that they held on a day, or began or ended in a window", async () => {
    const world = await openWorld();
    const stated = await world.given.membership({ since: "2022", until: "not applicable", capacity: "CHAIR" });
    const silent = await world.given.membership({ since: "not stated", until: "not stated", capacity: "DEPUTY_CHAIR" });
    const ended = await world.given.membership({ since: "January 2021", until: "March 2023", capacity: "MEMBER" });

    expect(await found(world, { on: "2024-01-01" })).toEqual(only([stated, "CERTAIN"], [silent, "POSSIBLE"]));
    expect(await found(world, { on: "2022-07-01" })).toEqual(only([stated, "POSSIBLE"], [silent, "POSSIBLE"], [ended, "CERTAIN"]));
    expect(await found(world, { on: "2023-03-15" })).toEqual(only([stated, "CERTAIN"], [silent, "POSSIBLE"], [ended, "POSSIBLE"]));
    expect(await found(world, { since: { financialYear: "2020-21" } })).toEqual(only([ended, "CERTAIN"]));
    expect(await found(world, { since: { financialYear: "2022-23" } })).toEqual(only([stated, "POSSIBLE"]));
    expect(await found(world, { until: { from: "2023-03-10" } })).toEqual(only([ended, "POSSIBLE"]));
    expect(await found(world, { since: { financialYear: "2020-21" }, on: "2023-03-15" })).toEqual(only([ended, "POSSIBLE"]));
  });

  it("keep a hidden person hidden through every path, and say that somebody is withheld", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const group = await world.given.group();
    const person = await world.given.person({ name: "Ada Hidden", visibility: "MEMBERS_ONLY", systemId: system });
    const membership = await world.given.membership({ groupId: group, personId: person, capacity: "CHAIR" });
    const query = `query ($group: ID!, $membership: ID!, $person: ID!) {
      group(id: $group) { members { totalCount nodes { memberKind person { name } valueStatus(field: "person") } } }
      node(id: $membership) { ... on Membership { person { name } } }
      byPerson: memberships(filter: { person: $person }) { totalCount nodes { id } }
      byName: memberships(filter: { memberNameContains: "Hidden" }) { totalCount nodes { id } }
      person(id: $person) { memberships { totalCount } }
    }`;
    const ids = { group, membership, person };
    expect(await world.ask(nobody, query, ids)).toEqual({
      group: { members: { totalCount: 1, nodes: [{ memberKind: "PERSON", person: null, valueStatus: "WITHHELD" }] } },
      node: { person: null },
      byPerson: { totalCount: 0, nodes: [] },
      byName: { totalCount: 0, nodes: [] },
      person: null,
    });
    expect(await world.ask(memberOf(system), query, ids)).toEqual({
      group: { members: { totalCount: 1, nodes: [{ memberKind: "PERSON", person: { name: "Ada Hidden" }, valueStatus: "KNOWN" }] } },
      node: { person: { name: "Ada Hidden" } },
      byPerson: { totalCount: 1, nodes: [{ id: membership }] },
      byName: { totalCount: 1, nodes: [{ id: membership }] },
      person: { memberships: { totalCount: 1 } },
    });
  });

  it("of the members only are not there for others, in any list, count or by id", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const [group, team] = [await world.given.group(), await world.given.healthIntegrationTeam()];
    const [organisation, person] = [await world.given.organisation(), await world.given.person()];
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const membership = await world.given.membership({ groupId: group, organisationId: organisation, ...hidden });
    await world.given.membership({ healthIntegrationTeamId: team, personId: person, ...hidden });
    const { id: unit, organisationId } = await throughUnit(world, membership, hidden);
    const query = `query ($group: ID!, $team: ID!, $organisation: ID!, $person: ID!, $membership: ID!, $unit: ID!, $part: ID!) {
      memberships { totalCount nodes { id } }
      throughUnit: memberships(filter: { unit: $part }) { totalCount nodes { id } }
      group(id: $group) { members { totalCount nodes { id } } }
      healthIntegrationTeam(id: $team) { members { totalCount nodes { id } } }
      organisation(id: $organisation) { memberships { totalCount nodes { id } } }
      part: organisation(id: $part) { membershipsAsUnit { id } }
      person(id: $person) { memberships { totalCount nodes { id } } }
      nodes(ids: [$membership, $unit]) { id }
    }`;
    const none = { totalCount: 0, nodes: [] };
    expect(await world.ask(nobody, query, { group, team, organisation, person, membership, unit, part: organisationId })).toEqual({
      memberships: none,
      throughUnit: none,
      group: { members: none },
      healthIntegrationTeam: { members: none },
      organisation: { memberships: none },
      part: { membershipsAsUnit: [] },
      person: { memberships: none },
      nodes: [null, null],
    });
  });

  it("take one statement for each relation and level, however many there are", async () => {
    const world = await openWorld();
    const query = `{ groups(first: 100) { totalCount nodes { name host { name } members(first: 5) { totalCount nodes {
      organisation { name } person { name } units { organisation { name } } valueStatus(field: "person")
    } } } } }`;
    await givenGroups(world, 2);
    const few = await world.answer(nobody, query);
    await givenGroups(world, 20);
    const many = await world.answer(nobody, query);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
    // groups, how many; hosts, members, how many; organisations, people, units; the units' organisations; people for valueStatus
    expect(many.statements).toBeLessThanOrEqual(11);
  });
});

async function throughUnit(world: World, membershipId: string, values: object = {}): Promise<{ id: string; organisationId: string }> {
  const organisationId = await world.given.organisation({ name: "Public Health", kind: "DEPARTMENT" });
  return { id: await world.given.membershipUnit({ membershipId, organisationId, ...values }), organisationId };
}

async function givenGroups(world: World, howMany: number): Promise<void> {
  for (let made = 0; made < howMany; made += 1) {
    const groupId = await world.given.group({ hostId: await world.given.organisation() });
    const membershipId = await world.given.membership({ groupId });
    await throughUnit(world, membershipId);
    await world.given.membership({ groupId, personId: await world.given.person() });
  }
}
