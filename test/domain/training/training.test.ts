import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { cohortKindOf, trainingPartyKindOf } from "../../../src/domain/resources/training/rules.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { deliveryOf } from "../../support/given-delivery.ts";

const nobodyElse = { organisationId: null, healthIntegrationTeamId: null, groupId: null, postId: null };

describe("trainingPartyKindOf", () => {
  it.each([
    [{ organisationId: "or_1" }, "ORGANISATION"],
    [{ healthIntegrationTeamId: "ht_1" }, "HEALTH_INTEGRATION_TEAM"],
    [{ groupId: "gr_1" }, "GROUP"],
    [{ postId: "po_1" }, "POST"],
    [{}, "DESCRIBED"],
  ])("takes %j for %s", (who, kind) => {
    expect(trainingPartyKindOf({ ...nobodyElse, ...who })).toBe(kind);
  });
});

describe("cohortKindOf", () => {
  it.each([
    [{ organisationId: "or_1", groupId: null }, "ORGANISATION"],
    [{ organisationId: null, groupId: "gr_1" }, "GROUP"],
    [{ organisationId: null, groupId: null }, "DESCRIBED"],
  ])("takes %j for %s", (who, kind) => {
    expect(cohortKindOf(who)).toBe(kind);
  });
});

describe("training programmes", () => {
  it("are found by where, whose, who has which part, who was trained and when", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const place = await world.given.place({ parentId: system });
    const programme = await world.given.programme({ placeId: place });
    const workstream = await world.given.workstream({ programmeId: programme });
    const [award, post, team, group] = [await world.given.award(), await make.post(), await world.given.healthIntegrationTeam(), await world.given.group()];
    const [charity, haven] = [await world.given.organisation({ sector: "VCSE" }), await world.given.organisation({ name: "The Haven", sector: "HOUSING" })];
    const tiered = await make.training({ name: "Tiered training", status: "PROPOSED", programmeId: programme, workstreamId: workstream });
    const ended = await make.training({ name: "Second Step", status: "ENDED", start: "2022", end: "March 2024", awardId: award, systemId: system });
    const local = await make.training({ name: "North Somerset", placeId: place, start: "not stated", end: "not stated" });
    const tier = await make.trainingTier({ trainingProgrammeId: tiered, mode: "ONLINE" });
    await make.trainingRole({ trainingProgrammeId: tiered, postId: post, tierId: tier, basis: "INFERRED" });
    await make.trainingRole({ trainingProgrammeId: ended, role: "FUNDER", organisationId: charity });
    await make.trainingRole({ trainingProgrammeId: ended, role: "COMMISSIONER", healthIntegrationTeamId: team });
    await make.trainingRole({ trainingProgrammeId: local, groupId: group });
    await make.cohort({ trainingProgrammeId: ended, organisationId: haven, trained: "2023" });
    await make.cohort({ trainingProgrammeId: local, groupId: group });
    const cases: readonly Case[] = [
      [{}, local, ended, tiered],
      [{ place: system }, local, tiered],
      [{ system }, ended],
      [{ programme }, tiered],
      [{ workstream }, tiered],
      [{ award }, ended],
      [{ status: ["ENDED", "RUNNING"] }, local, ended],
      [{ mode: ["ONLINE"] }, tiered],
      [{ role: { role: ["FUNDER"] } }, ended],
      [{ role: { role: ["FUNDER"], healthIntegrationTeam: team } }],
      [{ role: { partyKind: ["POST"] } }, tiered],
      [{ role: { partyKind: ["ORGANISATION", "GROUP"] } }, local, ended],
      [{ role: { post } }, tiered],
      [{ role: { sector: ["VCSE"] } }, ended],
      [{ role: { group } }, local],
      [{ role: { organisation: charity } }, ended],
      [{ role: { tier } }, tiered],
      [{ role: { basis: ["INFERRED"] } }, tiered],
      [{ cohort: { organisation: haven } }, ended],
      [{ cohort: { sector: ["HOUSING"] } }, ended],
      [{ cohort: { cohortKind: ["GROUP"] } }, local],
      [{ cohort: { trained: { financialYear: "2022-23" } } }, ended],
      [{ nameContains: "SOMERSET" }, local],
    ];
    expect(await foundByCase(world, "trainingProgrammes", "TrainingProgrammeFilter", cases)).toEqual(hitsByCase("trainingProgrammes", cases));
    const dated = async (filter: object): Promise<unknown> => certainties(world, "trainingProgrammes", "TrainingProgrammeFilter", filter);
    expect(await dated({ end: { financialYear: "2023-24" } })).toEqual(sure("trainingProgrammes", [ended, "CERTAIN"]));
    expect(await dated({ start: { from: "2022-06-01" } })).toEqual(sure("trainingProgrammes", [ended, "POSSIBLE"]));
    expect(await dated({ on: "2023-06-01" })).toEqual(sure("trainingProgrammes", [local, "POSSIBLE"], [ended, "CERTAIN"], [tiered, "POSSIBLE"]));
  });

  it("are reached from every end, and lead back", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const [place, programme, award, post] = [await world.given.place({ name: "P" }), await world.given.programme({ name: "R" }), await world.given.award({ title: "A" }), await make.post({ title: "C" })];
    const workstream = await world.given.workstream({ name: "W", programmeId: programme });
    const [organisation, team, group] = [await world.given.organisation({ name: "O" }), await world.given.healthIntegrationTeam({ name: "H" }), await world.given.group({ name: "G" })];
    const training = await make.training({ name: "T", placeId: place, programmeId: programme, workstreamId: workstream, awardId: award });
    const tier = await make.trainingTier({ trainingProgrammeId: training, number: 2, mode: "FACILITATED", address: "https://example.org" });
    await make.trainingTier({ trainingProgrammeId: training, number: 1, free: true });
    await make.trainingRole({ trainingProgrammeId: training, role: "FUNDER", organisationId: organisation });
    await make.trainingRole({ trainingProgrammeId: training, role: "COMMISSIONER", healthIntegrationTeamId: team });
    await make.trainingRole({ trainingProgrammeId: training, role: "DEVELOPER", groupId: group });
    await make.trainingRole({ trainingProgrammeId: training, tierId: tier, postId: post, scope: "The higher tiers" });
    await make.cohort({ trainingProgrammeId: training, tierId: tier, organisationId: organisation });
    await make.cohort({ trainingProgrammeId: training, groupId: group });
    const query = `query ($place: ID!, $programme: ID!, $workstream: ID!, $award: ID!, $organisation: ID!, $team: ID!, $group: ID!, $post: ID!, $training: ID!) {
      place: node(id: $place) { ... on Place { trainingProgrammes { nodes { name place { name } } } } }
      programme(id: $programme) { trainingProgrammes { nodes { programme { name } } } }
      workstream(id: $workstream) { trainingProgrammes { nodes { workstream { name } } } }
      fundingAward(id: $award) { trainingProgrammes { nodes { award { title } } } }
      organisation(id: $organisation) { trainingRoles { nodes { role partyKind organisation { name } trainingProgramme { name } } } cohorts { nodes { cohortKind organisation { name } tier { number trainingProgramme { name } } } } }
      healthIntegrationTeam(id: $team) { trainingRoles { nodes { partyKind healthIntegrationTeam { name } } } }
      group(id: $group) { trainingRoles { nodes { partyKind group { name } } } cohorts { nodes { cohortKind group { name } trainingProgramme { name } } } }
      post(id: $post) { trainingRoles { nodes { partyKind post { title } scope tier { number } } } }
      trainingProgramme(id: $training) {
        tiers { number mode free address roles { role } cohorts { totalCount } }
        roles { nodes { role } } delivered: roles(filter: { role: [DELIVERER] }) { totalCount }
        cohorts(filter: { cohortKind: [ORGANISATION] }) { totalCount }
      }
    }`;
    expect(await world.ask(nobody, query, { place, programme, workstream, award, organisation, team, group, post, training })).toEqual({
      place: { trainingProgrammes: { nodes: [{ name: "T", place: { name: "P" } }] } },
      programme: { trainingProgrammes: { nodes: [{ programme: { name: "R" } }] } },
      workstream: { trainingProgrammes: { nodes: [{ workstream: { name: "W" } }] } },
      fundingAward: { trainingProgrammes: { nodes: [{ award: { title: "A" } }] } },
      organisation: {
        trainingRoles: { nodes: [{ role: "FUNDER", partyKind: "ORGANISATION", organisation: { name: "O" }, trainingProgramme: { name: "T" } }] },
        cohorts: { nodes: [{ cohortKind: "ORGANISATION", organisation: { name: "O" }, tier: { number: 2, trainingProgramme: { name: "T" } } }] },
      },
      healthIntegrationTeam: { trainingRoles: { nodes: [{ partyKind: "HEALTH_INTEGRATION_TEAM", healthIntegrationTeam: { name: "H" } }] } },
      group: { trainingRoles: { nodes: [{ partyKind: "GROUP", group: { name: "G" } }] }, cohorts: { nodes: [{ cohortKind: "GROUP", group: { name: "G" }, trainingProgramme: { name: "T" } }] } },
      post: { trainingRoles: { nodes: [{ partyKind: "POST", post: { title: "C" }, scope: "The higher tiers", tier: { number: 2 } }] } },
      trainingProgramme: {
        tiers: [
          { number: 1, mode: null, free: true, address: null, roles: [], cohorts: { totalCount: 0 } },
          { number: 2, mode: "FACILITATED", free: null, address: "https://example.org", roles: [{ role: "DELIVERER" }], cohorts: { totalCount: 1 } },
        ],
        roles: { nodes: [{ role: "FUNDER" }, { role: "COMMISSIONER" }, { role: "DEVELOPER" }, { role: "DELIVERER" }] },
        delivered: { totalCount: 1 },
        cohorts: { totalCount: 1 },
      },
    });
  });

  it("are not there for those whom they, their parts or their cohorts are not for", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const [place, programme, organisation, team, group, award, post] = [
      await world.given.place(), await world.given.programme(), await world.given.organisation(), await world.given.healthIntegrationTeam(), await world.given.group(),
      await world.given.award(), await make.post(),
    ];
    const workstream = await world.given.workstream({ programmeId: programme });
    const secret = await make.training({ name: "Secret", placeId: place, programmeId: programme, workstreamId: workstream, awardId: award, ...hidden });
    const open = await make.training({ name: "Open" });
    const tier = await make.trainingTier({ trainingProgrammeId: open, ...hidden });
    for (const who of [{ organisationId: organisation }, { healthIntegrationTeamId: team }, { groupId: group }, { postId: post }]) await make.trainingRole({ trainingProgrammeId: open, ...who, ...hidden });
    for (const who of [{ organisationId: organisation }, { groupId: group }]) await make.cohort({ trainingProgrammeId: open, ...who, ...hidden });
    const role = await make.trainingRole({ trainingProgrammeId: secret, description: "Facilitators" });
    const query = `query ($place: ID!, $programme: ID!, $workstream: ID!, $award: ID!, $organisation: ID!, $team: ID!, $group: ID!, $post: ID!, $secret: ID!, $open: ID!, $tier: ID!, $role: ID!) {
      trainingProgrammes { totalCount nodes { name } }
      byRole: trainingProgrammes(filter: { role: { organisation: $organisation } }) { totalCount nodes { name } }
      byCohort: trainingProgrammes(filter: { cohort: { group: $group } }) { totalCount nodes { name } }
      place: node(id: $place) { ... on Place { trainingProgrammes { totalCount nodes { name } } } }
      programme(id: $programme) { trainingProgrammes { totalCount nodes { name } } }
      workstream(id: $workstream) { trainingProgrammes { totalCount nodes { name } } }
      fundingAward(id: $award) { trainingProgrammes { totalCount nodes { name } } }
      organisation(id: $organisation) { trainingRoles { totalCount nodes { id } } cohorts { totalCount nodes { id } } }
      healthIntegrationTeam(id: $team) { trainingRoles { totalCount nodes { id } } }
      group(id: $group) { trainingRoles { totalCount nodes { id } } cohorts { totalCount nodes { id } } }
      post(id: $post) { trainingRoles { totalCount nodes { id } } }
      trainingProgramme(id: $secret) { id }
      open: trainingProgramme(id: $open) { tiers { number } roles { totalCount nodes { id } } cohorts { totalCount nodes { id } } }
      nodes(ids: [$secret, $tier, $role]) { id ... on TrainingRole { trainingProgramme { name } } }
    }`;
    const ids = { place, programme, workstream, award, organisation, team, group, post, secret, open, tier, role };
    expect(await world.ask(nobody, query, ids)).toEqual({
      trainingProgrammes: { totalCount: 1, nodes: [{ name: "Open" }] }, byRole: none, byCohort: none,
      place: { trainingProgrammes: none }, programme: { trainingProgrammes: none }, workstream: { trainingProgrammes: none }, fundingAward: { trainingProgrammes: none },
      organisation: { trainingRoles: none, cohorts: none }, healthIntegrationTeam: { trainingRoles: none }, group: { trainingRoles: none, cohorts: none }, post: { trainingRoles: none },
      trainingProgramme: null, open: { tiers: [], roles: none, cohorts: none },
      nodes: [null, null, { id: role, trainingProgramme: null }],
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({
      byRole: { totalCount: 1 }, byCohort: { totalCount: 1 }, place: { trainingProgrammes: { totalCount: 1 } }, open: { roles: { totalCount: 4 }, cohorts: { totalCount: 2 } }, post: { trainingRoles: { totalCount: 1 } },
    });
  });

  it("take one statement for each relation and level", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const grow = async (): Promise<void> => {
      const trainingProgrammeId = await make.training();
      const tierId = await make.trainingTier({ trainingProgrammeId });
      await make.trainingRole({ trainingProgrammeId, tierId, organisationId: await world.given.organisation() });
      await make.cohort({ trainingProgrammeId, tierId, organisationId: await world.given.organisation() });
    };
    const query = `{ trainingProgrammes { nodes {
      tiers { number roles { role organisation { name } } } roles { nodes { organisation { name } tier { number } } } cohorts { nodes { organisation { name } } }
    } } }`;
    await grow();
    const few = await world.answer(nobody, query);
    for (let made = 0; made < 5; made += 1) await grow();
    const many = await world.answer(nobody, query);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBeLessThanOrEqual(11);
  });
});
