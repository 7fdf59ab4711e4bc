import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { readQuantity } from "../../../src/kernel/read-quantity.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { deliveryOf } from "../../support/given-delivery.ts";

const people = (count: number) => readQuantity(`${count} people`);

describe("measures", () => {
  it("are found by what is counted, of what and where", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const place = await world.given.place({ parentId: system });
    const programme = await world.given.programme({ placeId: place });
    const workstream = await world.given.workstream({ programmeId: programme });
    const [team, group, training] = [await world.given.healthIntegrationTeam({ placeId: place }), await world.given.group({ placeId: place }), await make.training({ placeId: place })];
    const reach = await make.measure({ title: "A people trained", trainingProgrammeId: training, target: people(100), targetDue: "2024-25" });
    const champions = await make.measure({ title: "B champions", kind: "RECRUITMENT", unit: "CHAMPIONS", groupId: group });
    const benefit = await make.measure({ title: "C sickness", kind: "BENEFIT", unit: "OTHER", programmeId: programme, systemId: system });
    const activity = await make.measure({ title: "D sessions", kind: "ACTIVITY", unit: "SESSIONS", workstreamId: workstream });
    const members = await make.measure({ title: "E members", kind: "MEMBERSHIP", healthIntegrationTeamId: team });
    const here = await make.measure({ title: "F here", placeId: place });
    const cases: readonly Case[] = [
      [{ place: system }, reach, champions, benefit, activity, members, here],
      [{ system }, benefit],
      [{ programme }, benefit],
      [{ workstream }, activity],
      [{ healthIntegrationTeam: team }, members],
      [{ group }, champions],
      [{ trainingProgramme: training }, reach],
      [{ kind: ["BENEFIT", "ACTIVITY"] }, benefit, activity],
      [{ unit: ["CHAMPIONS"] }, champions],
      [{ hasTarget: true }, reach],
      [{ hasTarget: false, unit: ["PEOPLE"] }, members, here],
      [{ titleContains: "SICK" }, benefit],
    ];
    expect(await foundByCase(world, "measures", "MeasureFilter", cases)).toEqual(hitsByCase("measures", cases));
    expect(await certainties(world, "measures", "MeasureFilter", { targetDue: { from: "2024-06-01" } })).toEqual(sure("measures", [reach, "POSSIBLE"]));
  });

  it("are reached from what they are counted of, and lead back", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const [place, team, group, programme, training] = [
      await world.given.place({ name: "P" }), await world.given.healthIntegrationTeam({ name: "H" }), await world.given.group({ name: "G" }), await world.given.programme({ name: "R" }), await make.training({ name: "T" }),
    ];
    const workstream = await world.given.workstream({ name: "W", programmeId: programme });
    await make.measure({ title: "M", placeId: place, healthIntegrationTeamId: team, groupId: group, programmeId: programme, workstreamId: workstream, trainingProgrammeId: training });
    const query = `query ($place: ID!, $team: ID!, $group: ID!, $programme: ID!, $workstream: ID!, $training: ID!) {
      place: node(id: $place) { ... on Place { measures { nodes { title place { name } } } } }
      healthIntegrationTeam(id: $team) { measures { nodes { healthIntegrationTeam { name } } } }
      group(id: $group) { measures { nodes { group { name } } } }
      programme(id: $programme) { measures { nodes { programme { name } } } }
      workstream(id: $workstream) { measures { nodes { workstream { name } } } }
      trainingProgramme(id: $training) { measures { nodes { trainingProgramme { name } } } }
    }`;
    expect(await world.ask(nobody, query, { place, team, group, programme, workstream, training })).toEqual({
      place: { measures: { nodes: [{ title: "M", place: { name: "P" } }] } },
      healthIntegrationTeam: { measures: { nodes: [{ healthIntegrationTeam: { name: "H" } }] } },
      group: { measures: { nodes: [{ group: { name: "G" } }] } },
      programme: { measures: { nodes: [{ programme: { name: "R" } }] } },
      workstream: { measures: { nodes: [{ workstream: { name: "W" } }] } },
      trainingProgramme: { measures: { nodes: [{ trainingProgramme: { name: "T" } }] } },
    });
  });

  it("list counts by period and as at, and stand against their target on a day", async () => {
    const world = await openWorld("2024-07-05");
    const make = deliveryOf(world);
    const measure = await make.measure({ baseline: people(0), target: people(100) });
    const march = await make.measureActual({ measureId: measure, value: people(96), asAt: "March 2024", period: "not applicable", note: "N" });
    const june = await make.measureActual({ measureId: measure, value: people(104), asAt: "June 2024" });
    const year = await make.measureActual({ measureId: measure, value: people(40), period: "2022-23", asAt: "not applicable" });
    await make.measureActual({ measureId: measure, asAt: "not stated", period: "not applicable" });
    const query = `query ($id: ID!) { measure(id: $id) {
      actuals { totalCount nodes { value { plain status } note measure { title } } }
      asAt: actuals(filter: { asAt: { from: "2024-03-10", to: "2024-06-30" } }) { edges { certainty node { id } } }
      byPeriod: actuals(filter: { period: { financialYear: "2022-23" } }) { edges { certainty node { id } } }
      silent: actuals(filter: { valueStatus: [NOT_STATED] }) { totalCount }
      latestActual { id } before: latestActual(on: "2024-05-31") { id }
      progress { status actual { value { value } } } earlier: progress(on: "2024-05-31") { status actual { id } }
    } }`;
    const title = { measure: { title: "People trained" } };
    expect(await world.ask(nobody, query, { id: measure })).toEqual({
      measure: {
        actuals: {
          totalCount: 4,
          nodes: [
            { value: { plain: "104 people", status: "KNOWN" }, note: null, ...title },
            { value: { plain: "96 people", status: "KNOWN" }, note: "N", ...title },
            { value: { plain: "40 people", status: "KNOWN" }, note: null, ...title },
            { value: { plain: "not stated", status: "NOT_STATED" }, note: null, ...title },
          ],
        },
        asAt: { edges: [{ certainty: "CERTAIN", node: { id: june } }, { certainty: "POSSIBLE", node: { id: march } }] },
        byPeriod: { edges: [{ certainty: "CERTAIN", node: { id: year } }] },
        silent: { totalCount: 1 },
        latestActual: { id: june },
        before: { id: march },
        progress: { status: "REACHED", actual: { value: { value: 104 } } },
        earlier: { status: "NOT_REACHED", actual: { id: march } },
      },
    });
  });

  it("are not there for those whom they, or their counts, are not for", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const programme = await world.given.programme();
    const secret = await make.measure({ title: "Secret", programmeId: programme, ...hidden });
    const actual = await make.measureActual({ measureId: secret });
    const open = await make.measure({ title: "Open", target: people(10) });
    await make.measureActual({ measureId: open, value: people(50), asAt: "March 2024", ...hidden });
    const query = `query ($programme: ID!, $secret: ID!, $open: ID!, $actual: ID!) {
      measures { totalCount nodes { title } }
      programme(id: $programme) { measures { totalCount nodes { title } } }
      measure(id: $secret) { id }
      open: measure(id: $open) { actuals { totalCount nodes { id } } latestActual { id } progress { status } }
      nodes(ids: [$secret, $actual]) { id ... on MeasureActual { measure { id } } }
    }`;
    const ids = { programme, secret, open, actual };
    expect(await world.ask(nobody, query, ids)).toEqual({
      measures: { totalCount: 1, nodes: [{ title: "Open" }] }, programme: { measures: none }, measure: null,
      open: { actuals: none, latestActual: null, progress: { status: "ACTUAL_NOT_KNOWN" } },
      nodes: [null, { id: actual, measure: null }],
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({ measures: { totalCount: 2 }, open: { actuals: { totalCount: 1 }, progress: { status: "REACHED" } } });
  });

  it("take one statement for each relation and level", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const grow = async (): Promise<string> => make.measureActual({ measureId: await make.measure({ programmeId: await world.given.programme(), trainingProgrammeId: await make.training() }), value: people(9), asAt: "2023" });
    const query = "{ programmes { nodes { measures { nodes { title trainingProgramme { name } actuals { nodes { value { value } measure { title } } } latestActual { id } progress { status } } } } } }";
    await grow();
    const few = await world.answer(nobody, query);
    for (let made = 0; made < 5; made += 1) await grow();
    const many = await world.answer(nobody, query);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBe(8);
  });
});
