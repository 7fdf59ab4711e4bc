import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { consulteeKindOf } from "../../../src/domain/learning/consultation/rules.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { learningOf } from "../../support/given-learning.ts";

const nobodyElse = { organisationId: null, healthIntegrationTeamId: null, groupId: null, personId: null, constituency: null };

describe("consulteeKindOf", () => {
  it.each([
    [{ organisationId: "or_1" }, { kind: "CHARITY", parentId: null }, "ORGANISATION"],
    [{ organisationId: "or_1" }, { kind: null, parentId: null }, "ORGANISATION"],
    [{ organisationId: "or_1" }, { kind: "SERVICE", parentId: null }, "SERVICE"],
    [{ organisationId: "or_1" }, { kind: "TEAM", parentId: null }, "SERVICE"],
    [{ organisationId: "or_1" }, { kind: null, parentId: "or_2" }, "SERVICE"],
    [{ organisationId: "or_1" }, null, "ORGANISATION"],
    [{ healthIntegrationTeamId: "hi_1" }, null, "HEALTH_INTEGRATION_TEAM"],
    [{ groupId: "gr_1" }, null, "GROUP"],
    [{ personId: "pe_1" }, null, "PERSON"],
    [{ constituency: "Education" }, null, "CONSTITUENCY"],
    [{}, null, "DESCRIBED"],
  ] as const)("takes %j, which is %j, for %s", (who, organisation, kind) => {
    expect(consulteeKindOf({ ...nobodyElse, ...who }, organisation)).toBe(kind);
  });
});

describe("consultations", () => {
  it("are found by where, whose, when and whom they asked", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const [programme, output] = [await world.given.programme({ placeId: system }), await make.output({ placeId: system })];
    const [charity, person, contact] = [await world.given.organisation({ name: "Second Step", sector: "VCSE" }), await world.given.person({ name: "Ada" }), await world.given.person({ name: "Ben" })];
    const [team, group] = [await world.given.healthIntegrationTeam({ name: "SHINE" }), await world.given.group({ name: "Board" })];
    const shaping = await make.consultation({ title: "Shaping", period: "2022", programmeId: programme, systemId: system });
    const testing = await make.consultation({ title: "Testing", status: "PLANNED", outputId: output, shaped: "The targets", period: "May 2023" });
    const other = await make.consultation({ title: "Other" });
    await make.consultee({ consultationId: shaping, organisationId: charity, contactId: contact });
    await make.consultee({ consultationId: shaping, personId: person });
    await make.consultee({ consultationId: testing, constituency: "Education", constituencyKind: "SECTOR" });
    await make.consultee({ consultationId: testing, description: "Partners (not named)" });
    await make.consultee({ consultationId: other, healthIntegrationTeamId: team });
    await make.consultee({ consultationId: other, groupId: group });
    const cases: readonly Case[] = [
      [{}, shaping, testing, other],
      [{ place: system }, shaping, testing],
      [{ system }, shaping],
      [{ programme }, shaping],
      [{ output }, testing],
      [{ status: ["PLANNED"] }, testing],
      [{ contains: "TARGETS" }, testing],
      [{ consultee: { organisation: charity } }, shaping],
      [{ consultee: { sector: ["VCSE"] } }, shaping],
      [{ consultee: { person } }, shaping],
      [{ consultee: { contact } }, shaping],
      [{ consultee: { organisation: charity, person } }],
      [{ consultee: { healthIntegrationTeam: team } }, other],
      [{ consultee: { group } }, other],
      [{ consultee: { consulteeKind: ["CONSTITUENCY"], constituencyKind: ["SECTOR"] } }, testing],
      [{ consultee: { consulteeKind: ["SERVICE"] } }],
      ...(["second", "ADA"] as const).map((nameContains) => [{ consultee: { nameContains } }, shaping] as const),
      ...(["educ", "partners"] as const).map((nameContains) => [{ consultee: { nameContains } }, testing] as const),
      ...(["shine", "board"] as const).map((nameContains) => [{ consultee: { nameContains } }, other] as const),
    ];
    expect(await foundByCase(world, "consultations", "ConsultationFilter", cases)).toEqual(hitsByCase("consultations", cases));
    expect(await certainties(world, "consultations", "ConsultationFilter", { period: { from: "2022-06-01", to: "2023-12-31" } })).toEqual(sure("consultations", [shaping, "POSSIBLE"], [testing, "CERTAIN"]));
  });

  it("count who was asked by kind, services and constituencies apart from organisations", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const [consultation, another] = [await make.consultation(), await make.consultation()];
    for (const kind of ["CHARITY", "COUNCIL", "NETWORK", null] as const) await make.consultee({ consultationId: consultation, organisationId: await world.given.organisation({ kind }) });
    for (const kind of ["SERVICE", "TEAM"] as const) await make.consultee({ consultationId: consultation, organisationId: await world.given.organisation({ kind }) });
    await make.consultee({ consultationId: consultation, organisationId: await world.given.organisation({ kind: null, parentId: await world.given.organisation() }) });
    await make.consultee({ consultationId: consultation, constituency: "Education", constituencyKind: "SECTOR" });
    await make.consultee({ consultationId: another, constituency: "Young people", constituencyKind: "COMMUNITY" });
    const query = `query ($id: ID!, $another: ID!) { consultation(id: $id) {
      consultees { totalCount } services: consultees(filter: { consulteeKind: [SERVICE] }) { totalCount nodes { consulteeKind } } organisations: consultees(filter: { consulteeKind: [ORGANISATION] }) { totalCount }
      consulteeCounts { kind constituencyKind count }
    } another: consultation(id: $another) { consulteeCounts { kind constituencyKind count } } }`;
    expect(await world.ask(nobody, query, { id: consultation, another })).toEqual({
      consultation: {
        consultees: { totalCount: 8 }, services: { totalCount: 3, nodes: Array.from({ length: 3 }, () => ({ consulteeKind: "SERVICE" })) }, organisations: { totalCount: 4 },
        consulteeCounts: [{ kind: "ORGANISATION", constituencyKind: null, count: 4 }, { kind: "SERVICE", constituencyKind: null, count: 3 }, { kind: "CONSTITUENCY", constituencyKind: "SECTOR", count: 1 }],
      },
      another: { consulteeCounts: [{ kind: "CONSTITUENCY", constituencyKind: "COMMUNITY", count: 1 }] },
    });
  });

  it("are reached from either end, those asked in the order of the source", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const [programme, output] = [await world.given.programme(), await make.output()];
    const [organisation, team, group, person] = [await world.given.organisation(), await world.given.healthIntegrationTeam(), await world.given.group(), await world.given.person()];
    const consultation = await make.consultation({ programmeId: programme, outputId: output });
    await make.consultee({ consultationId: consultation, position: 4, personId: person });
    await make.consultee({ consultationId: consultation, position: 3, groupId: group });
    await make.consultee({ consultationId: consultation, position: 2, healthIntegrationTeamId: team });
    await make.consultee({ consultationId: consultation, position: 1, organisationId: organisation, contactId: person });
    const query = `query ($consultation: ID!, $programme: ID!, $output: ID!, $organisation: ID!, $team: ID!, $group: ID!, $person: ID!) {
      consultation(id: $consultation) { programme { id } output { id } consultees { nodes { position organisation { id } healthIntegrationTeam { id } group { id } person { id } contact { id } } } }
      programme(id: $programme) { consultations { nodes { id } } }
      output(id: $output) { consultations { nodes { id } } }
      organisation(id: $organisation) { consultedIn { nodes { consultation { id } } } }
      healthIntegrationTeam(id: $team) { consultedIn { nodes { consultation { id } } } }
      group(id: $group) { consultedIn { nodes { consultation { id } } } }
      person(id: $person) { consultedIn { nodes { position } } contactIn { nodes { position } } }
    }`;
    const nothing = { organisation: null, healthIntegrationTeam: null, group: null, person: null, contact: null };
    const [there, asked] = [{ nodes: [{ id: consultation }] }, { nodes: [{ consultation: { id: consultation } }] }];
    expect(await world.ask(nobody, query, { consultation, programme, output, organisation, team, group, person })).toEqual({
      consultation: {
        programme: { id: programme }, output: { id: output },
        consultees: {
          nodes: [
            { ...nothing, position: 1, organisation: { id: organisation }, contact: { id: person } }, { ...nothing, position: 2, healthIntegrationTeam: { id: team } },
            { ...nothing, position: 3, group: { id: group } }, { ...nothing, position: 4, person: { id: person } },
          ],
        },
      },
      programme: { consultations: there }, output: { consultations: there }, organisation: { consultedIn: asked }, healthIntegrationTeam: { consultedIn: asked }, group: { consultedIn: asked },
      person: { consultedIn: { nodes: [{ position: 4 }] }, contactIn: { nodes: [{ position: 1 }] } },
    });
  });

  it("keep hidden consultations, consultees, contacts and services hidden through every path", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const [programme, group] = [await world.given.programme(), await world.given.group()];
    const service = await world.given.organisation({ ...hidden, kind: "SERVICE", name: "Secret service" });
    const contact = await world.given.person({ visibility: "MEMBERS_ONLY", systemId: system, name: "Ada Hidden" });
    const consultation = await make.consultation({ ...hidden, programmeId: programme });
    const open = await make.consultation();
    await make.consultee({ consultationId: open, organisationId: service, contactId: contact });
    await make.consultee({ ...hidden, consultationId: open, groupId: group });
    const query = `query ($consultation: ID!, $open: ID!, $programme: ID!, $group: ID!, $contact: ID!, $service: ID!) {
      consultations { totalCount }
      byContact: consultations(filter: { consultee: { contact: $contact } }) { totalCount nodes { id } }
      byService: consultations(filter: { consultee: { organisation: $service } }) { totalCount nodes { id } }
      byKind: consultations(filter: { consultee: { consulteeKind: [SERVICE] } }) { totalCount nodes { id } }
      byName: consultations(filter: { consultee: { nameContains: "secret" } }) { totalCount nodes { id } }
      consultation(id: $consultation) { id }
      node(id: $consultation) { id }
      programme(id: $programme) { consultations { totalCount nodes { id } } }
      group(id: $group) { consultedIn { totalCount nodes { id } } }
      open: consultation(id: $open) { consulteeCounts { kind count } consultees { totalCount nodes { consulteeKind organisation { name } contact { name } valueStatus(field: "contact") } } }
    }`;
    const ids = { consultation, open, programme, group, contact, service };
    expect(await world.ask(nobody, query, ids)).toEqual({
      consultations: { totalCount: 1 }, byContact: none, byService: none, byKind: none, byName: none, consultation: null, node: null, programme: { consultations: none }, group: { consultedIn: none },
      open: { consulteeCounts: [{ kind: "ORGANISATION", count: 1 }], consultees: { totalCount: 1, nodes: [{ consulteeKind: "ORGANISATION", organisation: null, contact: null, valueStatus: "WITHHELD" }] } },
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({
      consultations: { totalCount: 2 }, byContact: { totalCount: 1 }, byService: { totalCount: 1 }, byKind: { totalCount: 1 }, byName: { totalCount: 1 }, consultation: { id: consultation },
      open: { consulteeCounts: [{ kind: "GROUP", count: 1 }, { kind: "SERVICE", count: 1 }], consultees: { totalCount: 2 } },
    });
  });

  it("take one statement for each relation and level, however many there are", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    for (let made = 0; made < 6; made += 1) {
      const consultationId = await make.consultation({ programmeId: await world.given.programme() });
      await make.consultee({ consultationId, organisationId: await world.given.organisation(), contactId: await world.given.person() });
      await make.consultee({ consultationId, groupId: await world.given.group() });
    }
    const query = "{ consultations { totalCount nodes { programme { name } consulteeCounts { kind count } consultees { totalCount nodes { consulteeKind organisation { name } group { name } contact { name } } } } } }";
    const { errors, statements } = await world.answer(nobody, query);
    expect(errors).toBeUndefined();
    // consultations, how many; programmes, counts; consultees, how many; organisations, groups, people
    expect(statements).toBe(11);
  });
});
