import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { eventPartyKindOf } from "../../../src/domain/learning/event/rules.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";
import { certainties, found, foundByCase, hits, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { learningOf } from "../../support/given-learning.ts";

const nobodyElse = { organisationId: null, healthIntegrationTeamId: null, groupId: null, personId: null };

describe("eventPartyKindOf", () => {
  it.each([
    [{ organisationId: "or_1" }, "ORGANISATION"],
    [{ healthIntegrationTeamId: "hi_1" }, "HEALTH_INTEGRATION_TEAM"],
    [{ groupId: "gr_1" }, "GROUP"],
    [{ personId: "pe_1" }, "PERSON"],
    [{}, "DESCRIBED"],
  ])("takes %j for %s", (who, kind) => {
    expect(eventPartyKindOf({ ...nobodyElse, ...who })).toBe(kind);
  });
});

describe("events", () => {
  it("are found by where, whose, what and when", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM", name: "Somerset" });
    const [town, elsewhere] = [await world.given.place({ parentId: system }), await world.given.place()];
    const programme = await world.given.programme({ placeId: system });
    const [group, milestone, collaboration] = [await world.given.group(), await make.milestone({ programmeId: programme }), await make.collaboration()];
    const series = await make.series({ programmeId: programme });
    const launch = await make.event({ title: "Launch", kind: "LAUNCH", date: "January 2023", seriesId: series, numberInSeries: 1, placeId: town, milestoneId: milestone, systemId: system });
    const second = await make.event({ title: "Second", date: "June 2023", seriesId: series, numberInSeries: 2, programmeId: programme, groupId: group });
    const workshop = await make.event({ title: "Workshop", kind: "WORKSHOP", status: "HELD", date: "not stated", subject: "Weight and poverty", collaborationId: collaboration, placeId: elsewhere });
    const cases: readonly Case[] = [
      [{}, launch, second, workshop],
      [{ place: system }, launch, second],
      [{ place: town }, launch],
      [{ system }, launch],
      [{ programme }, second],
      [{ series }, launch, second],
      [{ group }, second],
      [{ milestone }, launch],
      [{ collaboration }, workshop],
      [{ kind: ["WORKSHOP", "LAUNCH"] }, launch, workshop],
      [{ status: ["HELD"] }, workshop],
      [{ dateStatus: ["NOT_STATED"] }, workshop],
      [{ contains: "POVERTY" }, workshop],
      [{ contains: "launch" }, launch],
    ];
    expect(await foundByCase(world, "events", "EventFilter", cases)).toEqual(hitsByCase("events", cases));
    expect(await certainties(world, "events", "EventFilter", { date: { from: "2023-01-15", to: "2023-06-30" } })).toEqual(sure("events", [launch, "POSSIBLE"], [second, "CERTAIN"]));
    expect(await world.ask(nobody, "{ events(orderBy: NUMBER, last: 2) { nodes { numberInSeries } } }")).toEqual({ events: { nodes: [{ numberInSeries: 2 }, { numberInSeries: null }] } });
    const ofSeries: readonly Case[] = [[{ place: system }, series], [{ programme }, series], [{ kind: ["LAUNCH"] }], [{ titleContains: "network" }, series], [{ group }]];
    expect(await foundByCase(world, "seriesOfEvents", "EventSeriesFilter", ofSeries)).toEqual(hitsByCase("seriesOfEvents", ofSeries));
  });

  it("are found by their parties and by those of their series, of whom one has to be all that is asked", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const [team, group, person, police] = [
      await world.given.healthIntegrationTeam(), await world.given.group(), await world.given.person(), await world.given.organisation({ sector: "POLICE_AND_JUSTICE" }),
    ];
    const seriesId = await make.series();
    const [own, ofSeries] = [await make.event({ date: "2023" }), await make.event({ date: "2024", seriesId })];
    await make.eventParty({ eventId: own, healthIntegrationTeamId: team, role: "ORGANISER" });
    await make.eventParty({ eventId: own, groupId: group, role: "ATTENDEE" });
    await make.eventParty({ seriesId, organisationId: police, role: "HOST" });
    await make.eventParty({ seriesId, personId: person, role: "PRESENTER" });
    const cases: readonly Case[] = [
      [{ party: {} }, own, ofSeries],
      [{ party: { healthIntegrationTeam: team } }, own],
      [{ party: { group } }, own],
      [{ party: { group, role: ["ORGANISER"] } }],
      [{ party: { organisation: police, role: ["HOST", "ATTENDEE"] } }, ofSeries],
      [{ party: { sector: ["POLICE_AND_JUSTICE"] } }, ofSeries],
      [{ party: { person } }, ofSeries],
      [{ party: { partyKind: ["GROUP"] } }, own],
      [{ party: { partyKind: ["DESCRIBED"] } }],
    ];
    expect(await foundByCase(world, "events", "EventFilter", cases)).toEqual(hitsByCase("events", cases));
    expect(await found(world, "seriesOfEvents", "EventSeriesFilter", { party: { person } })).toEqual(hits("seriesOfEvents", seriesId));
    expect(await found(world, "seriesOfEvents", "EventSeriesFilter", { party: { group } })).toEqual(hits("seriesOfEvents"));
  });

  it("and their series are reached from either end", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const programme = await world.given.programme({ name: "Somerset" });
    const [place, group, person, collaboration] = [await world.given.place(), await world.given.group({ name: "Network" }), await world.given.person(), await make.collaboration()];
    const [organisation, team, milestone] = [await world.given.organisation(), await world.given.healthIntegrationTeam(), await make.milestone({ programmeId: programme })];
    const whose = { placeId: place, groupId: group, programmeId: programme };
    const seriesId = await make.series({ ...whose, title: "Events" });
    const eventId = await make.event({ ...whose, title: "Second", seriesId, collaborationId: collaboration, milestoneId: milestone });
    for (const who of [{ organisationId: organisation }, { healthIntegrationTeamId: team }, { groupId: group }]) await make.eventParty({ eventId, ...who });
    await make.eventParty({ seriesId, personId: person, role: "PRESENTER" });
    const query = `query ($event: ID!, $place: ID!, $group: ID!, $collaboration: ID!, $milestone: ID!, $programme: ID!, $organisation: ID!, $team: ID!, $person: ID!) {
      event(id: $event) { series { title events { totalCount } place { id } group { id } programme { id } parties { nodes { partyKind person { id } event { id } } } }
        place { id } group { id } collaboration { id } programme { id } milestone { id } parties(filter: { partyKind: [HEALTH_INTEGRATION_TEAM] }) { nodes { healthIntegrationTeam { id } series { id } } } }
      place: node(id: $place) { ... on Place { events { nodes { id } } seriesOfEvents { totalCount } } }
      group(id: $group) { events { nodes { id } } seriesOfEvents { totalCount } eventParties { nodes { event { id } group { id } } } }
      collaboration: node(id: $collaboration) { ... on Collaboration { events { nodes { id } } } }
      milestone(id: $milestone) { events { nodes { id } } }
      programme(id: $programme) { events { nodes { id } } seriesOfEvents { totalCount } }
      organisation(id: $organisation) { eventParties { nodes { event { id } organisation { id } } } }
      healthIntegrationTeam(id: $team) { eventParties { nodes { event { id } } } }
      person(id: $person) { eventParties { nodes { series { id } } } }
    }`;
    const at = { nodes: [{ id: eventId }] };
    const part = { nodes: [{ event: { id: eventId } }] };
    expect(await world.ask(nobody, query, { event: eventId, place, group, collaboration, milestone, programme, organisation, team, person })).toEqual({
      event: {
        series: {
          title: "Events", events: { totalCount: 1 }, place: { id: place }, group: { id: group }, programme: { id: programme },
          parties: { nodes: [{ partyKind: "PERSON", person: { id: person }, event: null }] },
        },
        place: { id: place }, group: { id: group }, collaboration: { id: collaboration }, programme: { id: programme }, milestone: { id: milestone },
        parties: { nodes: [{ healthIntegrationTeam: { id: team }, series: null }] },
      },
      place: { events: at, seriesOfEvents: { totalCount: 1 } },
      group: { events: at, seriesOfEvents: { totalCount: 1 }, eventParties: { nodes: [{ event: { id: eventId }, group: { id: group } }] } },
      collaboration: { events: at },
      milestone: { events: at },
      programme: { events: at, seriesOfEvents: { totalCount: 1 } },
      organisation: { eventParties: { nodes: [{ event: { id: eventId }, organisation: { id: organisation } }] } },
      healthIntegrationTeam: { eventParties: part },
      person: { eventParties: { nodes: [{ series: { id: seriesId } }] } },
    });
  });

  it("of the members only, and hidden people at them, are there for nobody else", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const [place, group] = [await world.given.place(), await world.given.group()];
    const person = await world.given.person({ visibility: "MEMBERS_ONLY", systemId: system });
    const seriesId = await make.series();
    const event = await make.event({ ...hidden, title: "Hidden", placeId: place, groupId: group, seriesId });
    const open = await make.event();
    await make.eventParty({ eventId: open, personId: person });
    const query = `query ($event: ID!, $series: ID!, $place: ID!, $group: ID!, $person: ID!, $open: ID!) {
      events(filter: { contains: "hidden" }) { totalCount nodes { id } }
      event(id: $event) { id }
      node(id: $event) { id }
      eventSeries(id: $series) { events { totalCount nodes { id } } }
      place: node(id: $place) { ... on Place { events { totalCount nodes { id } } } }
      group(id: $group) { events { totalCount nodes { id } } }
      byPerson: events(filter: { party: { person: $person } }) { totalCount nodes { id } }
      open: event(id: $open) { parties { nodes { partyKind person { name } valueStatus(field: "person") } } }
    }`;
    const ids = { event, series: seriesId, place, group, person, open };
    const withheld = { open: { parties: { nodes: [{ partyKind: "PERSON", person: null, valueStatus: "WITHHELD" }] } } };
    expect(await world.ask(nobody, query, ids)).toEqual({ events: none, event: null, node: null, eventSeries: { events: none }, place: { events: none }, group: { events: none }, byPerson: none, ...withheld });
    const seen = { totalCount: 1, nodes: [{ id: event }] };
    expect(await world.ask(memberOf(system), query, ids)).toEqual({
      events: seen, event: { id: event }, node: { id: event }, eventSeries: { events: seen }, place: { events: seen }, group: { events: seen },
      byPerson: { totalCount: 1, nodes: [{ id: open }] }, open: { parties: { nodes: [{ partyKind: "PERSON", person: { name: "Dr Ada Example" }, valueStatus: "KNOWN" }] } },
    });
  });

  it("of a hidden organisation or programme cannot be asked for by its id", async () => {
    const world = await openWorld();
    const make = learningOf(world);
    const hidden = { audience: "MEMBERS", systemId: await world.given.place({ level: "SYSTEM" }) } as const;
    const [organisation, programme] = [await world.given.organisation(hidden), await world.given.programme(hidden)];
    const event = await make.event({ programmeId: programme });
    await make.eventParty({ eventId: event, organisationId: organisation });
    expect(await found(world, "events", "EventFilter", { party: { organisation } })).toEqual(hits("events"));
    expect(await found(world, "events", "EventFilter", { programme })).toEqual(hits("events"));
  });

  it("take one statement for each relation and level, however many there are", async () => {
    const world = await openWorld();
    const query = `{ seriesOfEvents(first: 100) { totalCount nodes { programme { name } place { name } parties { nodes { organisation { name } } }
      events(first: 5) { totalCount nodes { title milestone { title } parties(first: 5) { nodes { organisation { name } person { name } } } } } } } }`;
    await givenSeries(world, 2);
    const few = await world.answer(nobody, query);
    await givenSeries(world, 12);
    const many = await world.answer(nobody, query);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
    // series, how many; programmes, places, parties, their organisations; events, how many; milestones, parties, organisations, people
    expect(many.statements).toBeLessThanOrEqual(16);
  });
});

async function givenSeries(world: World, howMany: number): Promise<void> {
  const make = learningOf(world);
  for (let made = 0; made < howMany; made += 1) {
    const programmeId = await world.given.programme();
    const seriesId = await make.series({ programmeId, placeId: await world.given.place() });
    const eventId = await make.event({ seriesId, milestoneId: await make.milestone({ programmeId }) });
    await make.eventParty({ seriesId });
    await make.eventParty({ eventId });
    await make.eventParty({ eventId, personId: await world.given.person() });
  }
}
