import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { deliveryOf } from "../../support/given-delivery.ts";

describe("collaborations", () => {
  it("are found by who works with whom, on what and when", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const [hit, shine] = [await world.given.healthIntegrationTeam(), await world.given.healthIntegrationTeam({ name: "SHINE HIT" })];
    const trust = await world.given.organisation({ name: "North Bristol NHS Trust", sector: "NHS" });
    const [weight, knives, group] = [
      await make.collaboration({ subject: "Healthy weight", result: "A workshop", status: "ENDED", since: "2021", until: "2022", systemId: system }),
      await make.collaboration({ subject: "Knife crime", status: "EXPLORING", since: "2024", until: "not applicable" }),
      await world.given.group(),
    ];
    await make.collaborationParty({ collaborationId: weight, healthIntegrationTeamId: hit });
    await make.collaborationParty({ collaborationId: weight, healthIntegrationTeamId: shine });
    await make.collaborationParty({ collaborationId: knives, healthIntegrationTeamId: hit });
    await make.collaborationParty({ collaborationId: knives, organisationId: trust });
    await make.collaborationParty({ collaborationId: knives, groupId: group });
    await make.collaborationParty({ collaborationId: weight, description: "Other HITs" });
    const cases: readonly Case[] = [
      [{}, weight, knives],
      [{ status: ["EXPLORING"] }, knives],
      [{ healthIntegrationTeam: hit }, weight, knives],
      [{ healthIntegrationTeam: hit, party: { organisation: trust } }, knives],
      [{ healthIntegrationTeam: shine, party: { organisation: trust } }],
      [{ healthIntegrationTeam: hit, party: { partyKind: ["HEALTH_INTEGRATION_TEAM"] } }, weight],
      [{ party: { sector: ["NHS"] } }, knives],
      [{ party: { partyKind: ["DESCRIBED"] } }, weight],
      [{ party: { partyKind: ["GROUP"], group } }, knives],
      [{ party: { healthIntegrationTeam: shine } }, weight],
      [{ party: { healthIntegrationTeam: shine, partyKind: ["ORGANISATION"] } }],
      [{ contains: "WORKSHOP" }, weight],
      [{ contains: "knife" }, knives],
      [{ system }, weight],
    ];
    expect(await foundByCase(world, "collaborations", "CollaborationFilter", cases)).toEqual(hitsByCase("collaborations", cases));
    expect(await certainties(world, "collaborations", "CollaborationFilter", { on: "2024-06-01" })).toEqual(sure("collaborations", [knives, "POSSIBLE"]));
    expect(await certainties(world, "collaborations", "CollaborationFilter", { since: { from: "2021-01-01", to: "2021-12-31" } })).toEqual(sure("collaborations", [weight, "CERTAIN"]));
  });

  it("are reached from HIT, organisation and group, once each, and lead to all parties", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const [team, organisation, group] = [await world.given.healthIntegrationTeam({ name: "H" }), await world.given.organisation({ name: "O" }), await world.given.group({ name: "G" })];
    const collaborationId = await make.collaboration({ subject: "S", result: "R" });
    await make.collaborationParty({ collaborationId, healthIntegrationTeamId: team });
    await make.collaborationParty({ collaborationId, healthIntegrationTeamId: team });
    await make.collaborationParty({ collaborationId, organisationId: organisation });
    await make.collaborationParty({ collaborationId, groupId: group });
    await make.collaborationParty({ collaborationId, description: "Others" });
    const one = { collaborations: { totalCount: 1, nodes: [{ subject: "S", result: "R" }] } };
    const fields = "collaborations { totalCount nodes { subject result } }";
    const data = await world.ask<{ collaboration: { parties: readonly unknown[] } }>(
      nobody,
      `query ($team: ID!, $organisation: ID!, $group: ID!, $collaboration: ID!) {
        healthIntegrationTeam(id: $team) { ${fields} } organisation(id: $organisation) { ${fields} } group(id: $group) { ${fields} }
        collaboration(id: $collaboration) { parties { partyKind description organisation { name } healthIntegrationTeam { name } group { name } collaboration { subject } } }
      }`,
      { team, organisation, group, collaboration: collaborationId },
    );
    expect(data).toMatchObject({ healthIntegrationTeam: one, organisation: one, group: one });
    const parties = data.collaboration.parties;
    const nothing = { description: null, organisation: null, healthIntegrationTeam: null, group: null, collaboration: { subject: "S" } };
    expect(parties).toHaveLength(5);
    expect(parties).toEqual(
      expect.arrayContaining([
        { ...nothing, partyKind: "HEALTH_INTEGRATION_TEAM", healthIntegrationTeam: { name: "H" } },
        { ...nothing, partyKind: "ORGANISATION", organisation: { name: "O" } },
        { ...nothing, partyKind: "GROUP", group: { name: "G" } },
        { ...nothing, partyKind: "DESCRIBED", description: "Others" },
      ]),
    );
  });

  it("are not there for those whom they, or their parties, are not for", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const team = await world.given.healthIntegrationTeam();
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const secret = await make.collaboration({ subject: "Secret", ...hidden });
    await make.collaborationParty({ collaborationId: secret, healthIntegrationTeamId: team });
    const open = await make.collaboration({ subject: "Open" });
    const organisation = await world.given.organisation({ name: "Hidden Trust", sector: "NHS", ...hidden });
    const party = await make.collaborationParty({ collaborationId: open, organisationId: organisation });
    await make.collaborationParty({ collaborationId: open, healthIntegrationTeamId: team, ...hidden });
    const query = `query ($team: ID!, $secret: ID!, $open: ID!, $party: ID!) {
      collaborations { totalCount nodes { subject } }
      bySector: collaborations(filter: { party: { sector: [NHS] } }) { totalCount nodes { subject } }
      byTeam: collaborations(filter: { healthIntegrationTeam: $team }) { totalCount nodes { subject } }
      healthIntegrationTeam(id: $team) { collaborations { totalCount nodes { subject } } }
      secret: collaboration(id: $secret) { id }
      node(id: $secret) { id }
      open: collaboration(id: $open) { parties { partyKind organisation { name } valueStatus(field: "organisation") } }
      party: node(id: $party) { ... on Party { partyKind organisation { name } } }
    }`;
    const ids = { team, secret, open, party };
    expect(await world.ask(nobody, query, ids)).toEqual({
      collaborations: { totalCount: 1, nodes: [{ subject: "Open" }] },
      bySector: none, byTeam: none,
      healthIntegrationTeam: { collaborations: none },
      secret: null, node: null,
      open: { parties: [{ partyKind: "ORGANISATION", organisation: null, valueStatus: "WITHHELD" }] },
      party: { partyKind: "ORGANISATION", organisation: null },
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({
      collaborations: { totalCount: 2 }, bySector: { totalCount: 1 }, byTeam: { totalCount: 2 }, healthIntegrationTeam: { collaborations: { totalCount: 2 } }, secret: { id: secret },
    });
  });

  it("take one statement for each relation and level", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const grow = async (): Promise<void> => {
      const collaborationId = await make.collaboration();
      await make.collaborationParty({ collaborationId, healthIntegrationTeamId: await world.given.healthIntegrationTeam() });
      await make.collaborationParty({ collaborationId });
    };
    const query = "{ healthIntegrationTeams { nodes { collaborations { nodes { subject parties { organisation { name } healthIntegrationTeam { name } } } } } } }";
    await grow();
    const few = await world.answer(nobody, query);
    for (let made = 0; made < 5; made += 1) await grow();
    const many = await world.answer(nobody, query);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBe(7);
  });
});
