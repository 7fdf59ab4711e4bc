import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { certaintyWithin, type DayWindow } from "../../../src/kernel/date-comparison.ts";
import { readFinancialYear } from "../../../src/kernel/financial-year.ts";
import type { PartialDate } from "../../../src/kernel/partial-date.ts";
import { Refusal } from "../../../src/kernel/problem.ts";
import { closeDate, closeDay } from "../../support/close-dates.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";

/** Milliseconds in which a property that fails finds its smallest case. */
const TIME_TO_SHRINK = 60_000;

const LIST = "query ($filter: MilestoneFilter, $orderBy: MilestoneOrder = DUE) { milestones(filter: $filter, orderBy: $orderBy, first: 100) { edges { certainty node { title } } } }";

async function found(world: World, filter: object, viewer = nobody): Promise<unknown> {
  return world.ask(viewer, LIST, { filter });
}

const only = (...hits: readonly (readonly [title: string, certainty?: string])[]): unknown => ({
  milestones: { edges: hits.map(([title, certainty = null]) => ({ certainty, node: { title } })) },
});

describe("milestones", () => {
  it("are found by where they belong, who answers for them, and what they are", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const [host, owner] = [await world.given.organisation({ sector: "NHS" }), await world.given.organisation({ sector: "VCSE" })];
    const team = await world.given.healthIntegrationTeam();
    const hosted = await world.given.programme({ placeId: await world.given.place({ parentId: system }), hostId: host });
    const other = await world.given.programme();
    const training = await world.given.workstream({ programmeId: hosted, theme: "TRAINING" });
    await world.given.milestone({ title: "Launch of the network", type: "LAUNCH", status: "MET", programmeId: hosted, workstreamId: training, baseline: "2023", actual: "May 2023" });
    await world.given.milestone({ title: "Report", type: "PUBLICATION", status: "NOT_MET", programmeId: other, workstreamId: await world.given.workstream({ theme: "PRINCIPLES" }), ownerOrganisationId: owner, baseline: "April / May 2023" });
    await world.given.milestone({ title: "Review", type: "EVALUATION", status: "SCHEDULED", systemId: system, programmeId: other, ownerHealthIntegrationTeamId: team });

    const [launch, report, review] = [only(["Launch of the network"]), only(["Report"]), only(["Review"])];
    expect(await found(world, { place: system })).toEqual(launch);
    expect(await found(world, { system })).toEqual(review);
    expect(await found(world, { programme: hosted })).toEqual(launch);
    expect(await found(world, { programme: other })).toEqual(only(["Report"], ["Review"]));
    expect(await found(world, { workstream: training })).toEqual(launch);
    expect(await found(world, { theme: ["TRAINING", "OWN"] })).toEqual(launch);
    expect(await found(world, { theme: ["PRINCIPLES"] })).toEqual(report);
    expect(await found(world, { organisation: host })).toEqual(launch);
    expect(await found(world, { organisation: owner })).toEqual(report);
    expect(await found(world, { ownerHealthIntegrationTeam: team })).toEqual(review);
    expect(await found(world, { sector: ["VCSE", "HOUSING"] })).toEqual(report);
    expect(await found(world, { sector: ["NHS"] })).toEqual(only());
    expect(await found(world, { type: ["EVALUATION", "EVENT"] })).toEqual(review);
    expect(await found(world, { status: ["MET", "PARTIALLY_MET"] })).toEqual(launch);
    expect(await found(world, { timing: ["OVERDUE", "UPCOMING"] })).toEqual(report);
    expect(await found(world, { timing: ["OVERDUE", "UPCOMING"], on: "2023-04-01" })).toEqual(only());
    expect(await found(world, { timing: ["IN_WINDOW"], on: "2023-04-01" })).toEqual(report);
    expect(await found(world, { timing: ["UNDATED"] })).toEqual(review);
    expect(await found(world, { actual: { financialYear: "2023-24" } })).toEqual(only(["Launch of the network", "CERTAIN"]));
    expect(await found(world, { duePrecision: ["RANGE"] })).toEqual(report);
    expect(await found(world, { duePrecision: ["YEAR", "UNKNOWN"] })).toEqual(only(["Launch of the network"], ["Review"]));
    expect(await found(world, { titleContains: "NETWORK" })).toEqual(launch);
    expect(await found(world, { programme: other, type: ["LAUNCH"] })).toEqual(only());
    expect(await found(world, { status: [] })).toEqual(only());
    expect(await found(world, {})).toEqual(only(["Launch of the network"], ["Report"], ["Review"]));
  });

  it("are found by words with letters beyond a to z as they stand", async () => {
    const world = await openWorld();
    await world.given.milestone({ title: "Événement at Tŷ Hafan" });
    expect(await found(world, { titleContains: "Événement AT" })).toEqual(only(["Événement at Tŷ Hafan"]));
  });

  it("are found by precision of the date that they are due on", async () => {
    const world = await openWorld();
    await world.given.milestone({ title: "Moved", baseline: "2023", forecast: "January 2024" });
    await world.given.milestone({ title: "Not moved", baseline: "2023", forecast: "not stated" });
    expect(await found(world, { duePrecision: ["MONTH"] })).toEqual(only(["Moved"]));
    expect(await found(world, { duePrecision: ["YEAR"] })).toEqual(only(["Not moved"]));
  });

  it("are due in a window by the forecast, else the baseline, and say how surely", async () => {
    const world = await openWorld();
    await world.given.milestone({ title: "Spring", baseline: "April / May 2023" });
    await world.given.milestone({ title: "January", baseline: "January 2023" });
    await world.given.milestone({ title: "Moved away", baseline: "January 2023", forecast: "July 2025" });
    await world.given.milestone({ title: "From mid January", baseline: "from 15 January 2023" });
    await world.given.milestone({ title: "Silent", baseline: "not stated" });
    expect(await found(world, { due: { financialYear: "2022/23" } })).toEqual(only(["January", "CERTAIN"], ["From mid January", "POSSIBLE"]));
    expect(await found(world, { due: { from: "2023-04-15", to: "2023-05-31" } })).toEqual(only(["From mid January", "POSSIBLE"], ["Spring", "POSSIBLE"]));
    expect(await found(world, { due: { from: "2023-04-01", to: "2023-05-31", certainty: "CERTAIN" } })).toEqual(only(["Spring", "CERTAIN"]));
    expect(await found(world, { due: { from: "2023-04-01", to: "2023-05-31", certainty: "POSSIBLE" } })).toEqual(only(["From mid January", "POSSIBLE"]));
    expect(await found(world, { due: { to: "2023-01-31" } })).toEqual(only(["January", "CERTAIN"], ["From mid January", "POSSIBLE"]));
    expect(await found(world, { due: { from: "2025-07-01" } })).toEqual(only(["From mid January", "POSSIBLE"], ["Moved away", "CERTAIN"]));
  });

  it("found by two windows are as sure as the less sure of the two", async () => {
    const world = await openWorld();
    await world.given.milestone({ title: "Surely due, perhaps reached", status: "MET", baseline: "May 2023", actual: "2023-24" });
    await world.given.milestone({ title: "Surely both", status: "MET", baseline: "June 2023", actual: "June 2023" });
    const [year, quarter] = [{ financialYear: "2023-24" }, { from: "2023-04-01", to: "2023-06-30" }];
    expect(await found(world, { due: year, actual: quarter })).toEqual(only(["Surely due, perhaps reached", "POSSIBLE"], ["Surely both", "CERTAIN"]));
  });

  it("fall in a window as the kernel says of any date, but that a date without any day falls nowhere", async () => {
    const world = await openWorld();
    const anyDays = fc.oneof(
      fc.tuple(closeDay, fc.option(closeDay)).map(([a, b]): DayWindow => (b !== null && b < a ? { from: b, to: a } : { from: a, to: b })),
      closeDay.map((to): DayWindow => ({ from: null, to })),
    );
    const anyYear = fc.constantFrom("2023-24", "2024-25").map((financialYear) => {
      const { firstDay, lastDay } = readFinancialYear(financialYear);
      return { due: { financialYear }, days: { from: firstDay, to: lastDay } };
    });
    const anyWindow = fc.oneof({ weight: 3, arbitrary: anyDays.map((days) => ({ due: days, days })) }, { weight: 1, arbitrary: anyYear });
    const property = fc.asyncProperty(fc.array(closeDate, { minLength: 30, maxLength: 90 }), anyWindow, async (dates, { due, days }) => {
      const programmeId = await world.given.programme();
      const ids = await world.act((draft) =>
        dates.map((baseline) => draft.create(milestoneKind, { audience: "PUBLIC", title: "Launch", type: "LAUNCH", status: "SCHEDULED", programmeId, baseline })),
      );
      const query = "query ($filter: MilestoneFilter) { milestones(filter: $filter, first: 100) { edges { certainty node { id } } } }";
      const { milestones } = await world.ask<{ milestones: { edges: { certainty: string; node: { id: string } }[] } }>(nobody, query, { filter: { programme: programmeId, due } });
      const certainties = new Map(milestones.edges.map(({ certainty, node }) => [node.id, certainty]));
      expect(ids.map((id) => certainties.get(id) ?? "NO")).toEqual(dates.map((date) => (hasNoDay(date) ? "NO" : certaintyWithin(date, days))));
    });
    await fc.assert(property, { numRuns: 10 });
  }, TIME_TO_SHRINK);

  it("are sorted by the first day on which they can be due, those without one last, or by title", async () => {
    const world = await openWorld();
    const programmeId = await world.given.programme();
    for (const [title, baseline, forecast] of [
      ["b", "not stated", "not stated"], ["c", "May 2023", "not stated"], ["a", "January 2023", "June 2023"], ["D", "until 15 May 2023", "not stated"], ["e", "April / May 2023", "not stated"],
    ] as const) {
      await world.given.milestone({ title, baseline, forecast, programmeId });
    }
    expect(await world.ask(nobody, LIST)).toEqual(only(["e"], ["c"], ["D"], ["a"], ["b"]));
    expect(await world.ask(nobody, LIST, { orderBy: "TITLE" })).toEqual(only(["a"], ["b"], ["c"], ["D"], ["e"]));
  });

  it("are reached from programme, workstream, organisation and HIT, filtered there too, and lead back", async () => {
    const world = await openWorld();
    const programme = await world.given.programme({ name: "P" });
    const workstream = await world.given.workstream({ name: "W", programmeId: programme });
    const [organisation, team] = [await world.given.organisation({ name: "O" }), await world.given.healthIntegrationTeam({ name: "H" })];
    const belongs = { programmeId: programme, workstreamId: workstream, ownerOrganisationId: organisation, ownerHealthIntegrationTeamId: team };
    const id = await world.given.milestone({ title: "One", baseline: "May 2023", ...belongs });
    await world.given.milestone({ title: "Two", baseline: "June 2023", type: "EVENT", ...belongs });
    await world.given.milestone({ title: "Elsewhere", baseline: "May 2023" });
    const data = await world.ask(
      nobody,
      `fragment Two on MilestoneConnection { totalCount nodes { title } }
      query ($programme: ID!, $workstream: ID!, $organisation: ID!, $team: ID!, $id: ID!) {
        programme(id: $programme) { milestones { ...Two } may: milestones(filter: { due: { from: "2023-05-01", to: "2023-05-31" } }) { edges { certainty node { title } } } }
        workstream(id: $workstream) { milestones(first: 1) { ...Two pageInfo { hasNextPage } } events: milestones(filter: { type: [EVENT] }) { ...Two } }
        organisation(id: $organisation) { ownedMilestones(orderBy: TITLE, last: 1) { ...Two } }
        healthIntegrationTeam(id: $team) { ownedMilestones { ...Two } }
        milestone(id: $id) { title programme { name } workstream { name } ownerOrganisation { name } ownerHealthIntegrationTeam { name } }
      }`,
      { programme, workstream, organisation, team, id },
    );
    const [one, two] = [{ title: "One" }, { title: "Two" }];
    expect(data).toEqual({
      programme: { milestones: { totalCount: 2, nodes: [one, two] }, may: { edges: [{ certainty: "CERTAIN", node: one }] } },
      workstream: { milestones: { totalCount: 2, nodes: [one], pageInfo: { hasNextPage: true } }, events: { totalCount: 1, nodes: [two] } },
      organisation: { ownedMilestones: { totalCount: 2, nodes: [two] } },
      healthIntegrationTeam: { ownedMilestones: { totalCount: 2, nodes: [one, two] } },
      milestone: { title: "One", programme: { name: "P" }, workstream: { name: "W" }, ownerOrganisation: { name: "O" }, ownerHealthIntegrationTeam: { name: "H" } },
    });
  });

  it("say what they are, how they stand on the day, and why a date is missing", async () => {
    const world = await openWorld("2023-06-01");
    const id = await world.given.milestone({
      title: "Champions in place", baseline: "April / May 2023 (estimated)", forecast: "June 2023", firstBaseline: "March 2023", actual: "not stated",
      saidNotDoneOn: "2023-05-20", parts: ["A co-ordinator", "A network"], metBy: "ANY",
    });
    const query = `query ($id: ID!) { milestone(id: $id) {
      due { plain } timing later: timing(on: "2023-07-01") slip { least most } slipFromBaseline { least most }
      baseline { plain edtf } actual { status } saidNotDoneOn parts metBy valueStatus(field: "actual")
    } }`;
    expect(await world.ask(nobody, query, { id })).toEqual({
      milestone: {
        due: { plain: "June 2023" }, timing: "IN_WINDOW", later: "PAST_DUE_NOT_REPORTED", slip: { least: 62, most: 121 }, slipFromBaseline: { least: 1, most: 90 },
        baseline: { plain: "April to May 2023 (estimated)", edtf: "2023-04/2023-05" }, actual: { status: "NOT_STATED" }, saidNotDoneOn: "2023-05-20",
        parts: ["A co-ordinator", "A network"], metBy: "ANY", valueStatus: "NOT_STATED",
      },
    });
  });

  it("refuse a window that is none, and say what one is", async () => {
    const world = await openWorld();
    const noWindow = "A window needs a financial year, or a day from which or to which it goes.";
    for (const [filter, says] of [
      [{ due: {} }, noWindow],
      [{ due: { from: null, to: null, financialYear: null } }, noWindow],
      [{ due: { financialYear: "2022-23", to: "2023-01-01" } }, "Ask for a financial year, or for days from and to, not for both."],
      [{ actual: { from: "2023-02-01", to: "2023-01-31" } }, "This window ends on 2023-01-31, before it begins on 2023-02-01."],
      [{ due: { from: "2023-02-01", certainty: "NO" } }, "A window finds what is CERTAIN or POSSIBLE; what is outside of it is not listed."],
      [{ due: { financialYear: "2022-24" } }, "“2022-24” is not one financial year. Write the year in which it begins and the one in which it ends, as 2022-23."],
    ] as const) {
      const { errors, data } = await world.answer(nobody, LIST, { filter });
      expect(data).toBeNull();
      expect(errors?.map(({ message }) => message)).toEqual([says]);
      expect(errors?.[0]?.originalError).toBeInstanceOf(Refusal);
    }
  });

  it("refuse what there is not, before anything is read", async () => {
    const world = await openWorld();
    for (const [filter, says] of [
      [{ due: { from: "2023-02-29" } }, "is not a day in the calendar. Write a day as 2024-07-05."],
      [{ colour: "RED" }, 'Field "colour" is not defined by type "MilestoneFilter"'],
      [{ timing: ["LATE"] }, 'Value "LATE" does not exist in "MilestoneTiming" enum'],
    ] as const) {
      const { errors, statements } = await world.answer(nobody, LIST, { filter });
      expect(errors?.map(({ message }) => message)).toEqual([expect.stringContaining(says)]);
      expect(statements).toBe(0);
    }
  });

  it("are not there for those whom they are not for, wherever they are asked for", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme();
    const workstream = await world.given.workstream({ programmeId: programme });
    const [organisation, team] = [await world.given.organisation(), await world.given.healthIntegrationTeam()];
    const id = await world.given.milestone({
      audience: "MEMBERS", systemId: system, programmeId: programme, workstreamId: workstream, ownerOrganisationId: organisation, ownerHealthIntegrationTeamId: team, baseline: "2023",
    });
    const query = `query ($id: ID!, $programme: ID!, $workstream: ID!, $organisation: ID!, $team: ID!) {
      milestones(filter: { due: { financialYear: "2023-24" } }) { totalCount nodes { id } edges { cursor } pageInfo { endCursor } }
      milestone(id: $id) { id }
      programme(id: $programme) { milestones { totalCount nodes { id } } }
      workstream(id: $workstream) { milestones { totalCount nodes { id } } }
      organisation(id: $organisation) { ownedMilestones { totalCount nodes { id } } }
      healthIntegrationTeam(id: $team) { ownedMilestones { totalCount nodes { id } } }
    }`;
    const variables = { id, programme, workstream, organisation, team };
    const none = { totalCount: 0, nodes: [] };
    expect(await world.ask(nobody, query, variables)).toEqual({
      milestones: { ...none, edges: [], pageInfo: { endCursor: null } }, milestone: null,
      programme: { milestones: none }, workstream: { milestones: none }, organisation: { ownedMilestones: none }, healthIntegrationTeam: { ownedMilestones: none },
    });
    const there = { totalCount: 1, nodes: [{ id }] };
    expect(await world.ask(memberOf(system), query, variables)).toMatchObject({
      milestones: there, milestone: { id }, programme: { milestones: there }, workstream: { milestones: there }, organisation: { ownedMilestones: there }, healthIntegrationTeam: { ownedMilestones: there },
    });
  });

  it("cannot be asked what stands in records that the viewer may not see", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const [host, place] = [await world.given.organisation(), await world.given.place({ name: "Somerset" })];
    const programmeId = await world.given.programme({ ...hidden, hostId: host, placeId: place });
    const workstreamId = await world.given.workstream({ ...hidden, programmeId, theme: "TRAINING" });
    const ownerOrganisationId = await world.given.organisation({ ...hidden, sector: "VCSE" });
    await world.given.milestone({ title: "Public", programmeId, workstreamId, ownerOrganisationId });
    for (const filter of [{ place }, { organisation: host }, { theme: ["TRAINING"] }, { sector: ["VCSE"] }]) {
      expect(await found(world, filter)).toEqual(only());
      expect(await found(world, filter, memberOf(system))).toEqual(only(["Public"]));
    }
  });

  it("take one statement for each relation, however many they are", async () => {
    const world = await openWorld();
    const query = "{ milestones(first: 100) { totalCount nodes { title programme { name } workstream { name } ownerOrganisation { name } ownerHealthIntegrationTeam { name } system { name } } } }";
    const counts: number[] = [];
    for (const more of [1, 12]) {
      for (let made = 0; made < more; made += 1) {
        const workstreamId = await world.given.workstream();
        const owners = { ownerOrganisationId: await world.given.organisation(), ownerHealthIntegrationTeamId: await world.given.healthIntegrationTeam() };
        await world.given.milestone({ workstreamId, ...owners, systemId: await world.given.place({ level: "SYSTEM" }) });
      }
      const { errors, statements } = await world.answer(nobody, query);
      expect(errors).toBeUndefined();
      counts.push(statements);
    }
    expect(counts).toEqual([8, 8]);
  });
});

function hasNoDay({ earliest, latest }: PartialDate): boolean {
  return earliest === null && latest === null;
}
