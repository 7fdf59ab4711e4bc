import { describe, expect, it } from "vitest";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { placeKind } from "../../../src/domain/foundation/place/table.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";
import { readQuantity } from "../../../src/kernel/read-quantity.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";
import { deliveryOf } from "../../support/given-delivery.ts";
import { learningOf } from "../../support/given-learning.ts";
import { promisesOf } from "../../support/given-promises.ts";
import { byLabel, figuresIn, idsOf, OVERVIEW, type Answered, type OverviewAnswer } from "./overview-query.ts";
import { expectFundingRecounted, RECORDED_AWARD, type RecordedAward } from "./recounted-funding.ts";

const ON = "2024-07-05";

async function overview(world: World, scope: object = {}, viewer: Viewer = nobody): Promise<OverviewAnswer> {
  return (await world.ask<{ overview: OverviewAnswer }>(viewer, OVERVIEW, { on: ON, ...scope })).overview;
}

/** Figures that are not zero, by what they say, with how many. */
function counted(figures: readonly Answered[], label: string): Record<string, number> {
  return Object.fromEntries(Object.entries(byLabel(figures, label)).map(([key, ids]) => [key, ids.length]));
}

function sorted(...ids: readonly string[]): string[] {
  return ids.toSorted();
}

function shown(ratings: readonly Answered[]): unknown {
  return ratings.map((figure) => [figure["rating"], idsOf(figure)]);
}

describe("milestones in an overview", () => {
  it("stand in the figure of their timing, in every state that there is", async () => {
    const world = await openWorld();
    const programmeId = await world.given.programme();
    const dated = (date: string): object => ({ programmeId, firstBaseline: date, baseline: date, forecast: date });
    const states = {
      UNDATED: { programmeId },
      UPCOMING: dated("August 2024"),
      IN_WINDOW: dated("July 2024"),
      PAST_DUE_NOT_REPORTED: dated("June 2024"),
      OVERDUE: { ...dated("June 2024"), status: "NOT_MET" },
      MET_ON_TIME: { ...dated("June 2024"), status: "MET", actual: "31 May 2024" },
      MET_LATE: { ...dated("June 2024"), status: "MET", actual: "1 July 2024" },
      MET_TIMING_UNCERTAIN: { ...dated("June 2024"), status: "MET", actual: "June 2024" },
      CANCELLED: { ...dated("June 2024"), status: "CANCELLED" },
    } as const;
    const expected: Record<string, string[]> = {};
    for (const [timing, values] of Object.entries(states)) expected[timing] = [await world.given.milestone(values)];
    const { milestones } = await overview(world);
    expect(byLabel(milestones.byTiming, "timing")).toEqual(expected);
  });

  it("fall due within 30, 60 and 90 days, certain and possible apart", async () => {
    const world = await openWorld();
    const due = async (forecast: string, more: object = {}): Promise<string> => world.given.milestone({ title: forecast, forecast, ...more });
    const today = await due("5 July 2024");
    const last = await due("4 August 2024");
    const july = await due("July 2024");
    const sixty = await due("3 September 2024");
    const autumn = await due("1 September 2024 to 31 October 2024");
    await due("June 2024");
    await due("4 October 2024");
    await due("10 July 2024", { status: "CANCELLED" });
    const { milestones: { upcoming } } = await overview(world);
    expect(upcoming.map((figure) => [figure["withinDays"], figure["until"], figure["certainty"], idsOf(figure)])).toEqual([
      [30, "2024-08-04", "CERTAIN", sorted(today, last)], [30, "2024-08-04", "POSSIBLE", [july]],
      [60, "2024-09-03", "CERTAIN", sorted(today, last, sixty)], [60, "2024-09-03", "POSSIBLE", sorted(july, autumn)],
      [90, "2024-10-03", "CERTAIN", sorted(today, last, sixty)], [90, "2024-10-03", "POSSIBLE", sorted(july, autumn)],
    ]);
  });
});

describe("the scope of an overview", () => {
  it("is a system, a place with what lies in it, a programme, or several of them at once", async () => {
    const world = await openWorld();
    const system = await world.given.place({ name: "BNSSG", level: "SYSTEM" });
    const place = await world.given.place({ parentId: system });
    const elsewhere = await world.given.place({ name: "Bath" });
    const programme = await world.given.programme({ name: "P", placeId: place });
    const here = await world.given.milestone({ programmeId: programme });
    const ofSystem = await world.given.milestone({ systemId: system, programmeId: await world.given.programme({ placeId: elsewhere }) });
    const both = await world.given.milestone({ systemId: system, programmeId: programme });
    const ids = async (scope: object): Promise<string[]> => (await overview(world, scope)).milestones.byTiming.flatMap(idsOf).toSorted();
    expect(await ids({})).toEqual([here, ofSystem, both].toSorted());
    expect(await ids({ system })).toEqual([ofSystem, both].toSorted());
    expect(await ids({ place: system })).toEqual([here, both].toSorted());
    expect(await ids({ place })).toEqual([here, both].toSorted());
    expect(await ids({ place: elsewhere })).toEqual([ofSystem]);
    expect(await ids({ programme })).toEqual([here, both].toSorted());
    expect(await ids({ programme, system })).toEqual([both]);
  });

  it("reaches what is a part of something in it", async () => {
    const world = await openWorld();
    const [delivery, learning] = [deliveryOf(world), learningOf(world)];
    const place = await world.given.place();
    const programme = await world.given.programme({ placeId: place });
    const workstreamId = await world.given.workstream({ programmeId: programme });
    const team = await world.given.healthIntegrationTeam();
    await world.given.programmeGovernance({ programmeId: programme, healthIntegrationTeamId: team });
    const measure = await delivery.measure({ workstreamId });
    const inOutput = await learning.recommendation({ outputId: await learning.output({ programmeId: programme }) });
    await delivery.measure();
    await learning.recommendation();
    await world.given.workstream();
    await world.given.healthIntegrationTeam({ name: "Another" });
    for (const scope of [{ programme }, { place }]) {
      const answer = await overview(world, scope);
      expect(idsOf(answer.measures.all)).toEqual([measure]);
      expect(counted(answer.recommendations.byStatus, "status")).toEqual({ MADE: 1 });
      expect(answer.recommendations.byResponse.flatMap(idsOf)).toEqual([inOutput]);
      expect(answer.confidence["workstreams"]?.ratings.flatMap(idsOf)).toEqual([workstreamId]);
    }
    expect((await overview(world, { programme })).freshness["healthIntegrationTeams"]?.flatMap(idsOf)).toEqual([team]);
    // Of the workstream: in the measure, in itself; and of a programme that has parts of many kinds, in the parts.
    expect((await overview(world, { programme })).dataQuality["uncited"]?.byType.map(({ type, count }) => [type, count])).toEqual([
      ["Measure", 1], ["Output", 1], ["Programme", 1], ["ProgrammeGovernance", 1], ["Recommendation", 1], ["Workstream", 1],
    ]);
  });

  it.each([
    ["system", "There is no system with this id"],
    ["place", "There is no place with this id"],
    ["programme", "There is no programme with this id"],
  ])("is refused where there is no such %s, instead of being counted as nothing", async (argument, message) => {
    const world = await openWorld();
    const hidden = argument === "programme" ? await world.given.programme({ audience: "MEMBERS" }) : await world.given.place({ level: "SYSTEM", audience: "MEMBERS" });
    for (const id of ["nonsense", hidden]) {
      const [refusal] = await world.refused(nobody, `query ($id: ID) { overview(${argument}: $id) { on } }`, { id });
      expect(refusal).toContain(message);
    }
  });

  it("refuses a smaller place as a system, and says what to do", async () => {
    const world = await openWorld();
    const id = await world.given.place({ level: "PLACE" });
    expect(await world.refused(nobody, "query ($id: ID) { overview(system: $id) { on } }", { id })).toEqual([expect.stringContaining("give it as place")]);
  });

  it("shows nobody what is for members", async () => {
    const world = await openWorld();
    const [delivery, learning, promises] = [deliveryOf(world), learningOf(world), promisesOf(world)];
    const systemId = await world.given.place({ level: "SYSTEM" });
    const members = { audience: "MEMBERS", systemId } as const;
    const programmeId = await world.given.programme(members);
    await world.given.workstream({ ...members, programmeId });
    await world.given.milestone({ ...members, programmeId });
    await world.given.healthIntegrationTeam(members);
    await world.given.award({ ...members, programmeId });
    await delivery.measure({ ...members, programmeId });
    await learning.recommendation({ ...members, outputId: await learning.output(members), programmeId });
    await learning.contribution({ ...members, programmeId, outcomeId: await learning.outcome(members) });
    await promises.signature({ ...members, pledgeId: await promises.pledge(members), organisationId: await world.given.organisation(members) });
    await promises.claim(members);
    const seen = async (viewer: Viewer): Promise<number> => figuresIn(await overview(world, { system: systemId }, viewer)).reduce((sum, { count }) => sum + count, 0);
    const hidden = await overview(world, { system: systemId });
    // The system itself is public: all that can be found of it is that nobody cites it, and what of it is unknown.
    expect(figuresIn({ ...hidden, dataQuality: null }).map(({ count }) => count)).toEqual(figuresIn({ ...hidden, dataQuality: null }).map(() => 0));
    expect(figuresIn(hidden.dataQuality).flatMap(idsOf).every((id) => id === systemId)).toBe(true);
    expect([hidden.funding.awarded.awards.totalCount, hidden.pledgeCoverage.all.signatories]).toEqual([0, 0]);
    expect(await seen(memberOf(systemId))).toBeGreaterThan(20);
  });
});

describe("judged confidence in an overview", () => {
  it("is counted by rating and place, and is NOT_RATED where nobody has judged", async () => {
    const world = await openWorld();
    const delivery = deliveryOf(world);
    const [bristol, bath] = [await world.given.place(), await world.given.place({ name: "Bath" })];
    const workstream = async (placeId: string, name: string): Promise<string> => world.given.workstream({ name, programmeId: await world.given.programme({ placeId }) });
    const judged = async (workstreamId: string, rating: string, values: object = {}): Promise<string> =>
      delivery.judgement({ rating, judged: "1 June 2024", reportId: await delivery.statusReport({ workstreamId, published: "2 June 2024" }), ...values });
    const [a, b, c, d] = [await workstream(bristol, "a"), await workstream(bristol, "b"), await workstream(bath, "c"), await workstream(bath, "d")];
    await judged(a, "Amber");
    await judged(a, "Green", { judged: "1 May 2024" });
    await judged(b, "amber");
    await judged(c, "On track", { scheme: "LOCAL", localScheme: "Ours" });
    const { confidence } = await overview(world);
    expect(shown(confidence["workstreams"]?.ratings ?? [])).toEqual([["Amber", [a, b].toSorted()], ["On track", [c]], [null, [d]]]);
    expect(Object.fromEntries((confidence["workstreams"]?.byPlace ?? []).map(({ place, ratings }) => [place?.id, shown(ratings)]))).toEqual({
      [bristol]: [["Amber", [a, b].toSorted()]],
      [bath]: [["On track", [c]], [null, [d]]],
    });
    const age = "{ overview(on: \"2024-07-05\") { confidence { workstreams { ratings { status records { nodes { rating { date { text } age { least } } } } } } } } }";
    expect(JSON.stringify(await world.ask(nobody, age))).toContain('{"date":{"text":"1 June 2024"},"age":{"least":34}}');
  });
});

describe("freshness and lateness in an overview", () => {
  it("names those that have not reported in time, and milestones of which nobody has said how they stand", async () => {
    const world = await openWorld();
    const delivery = deliveryOf(world);
    const late = await world.given.programme({ name: "Late", reportingRhythm: "MONTHLY", start: "1 January 2024" });
    const current = await world.given.programme({ name: "Current", reportingRhythm: "MONTHLY", start: "1 January 2024" });
    await delivery.statusReport({ programmeId: current, period: "June 2024", published: "1 July 2024" });
    const silent = await world.given.milestone({ programmeId: current, forecast: "June 2024" });
    const free = await world.given.programme({ name: "Free", reportingRhythm: "NONE" });
    const { freshness, dataQuality } = await overview(world);
    expect(byLabel(freshness["programmes"] ?? [], "status")).toEqual({ CURRENT: [current], OVERDUE: [late], NOT_APPLICABLE: [free] });
    expect(dataQuality["stale"]?.records.nodes).toEqual([{ fields: ["status"], record: { id: silent } }, { fields: [], record: { id: late } }]);
  });
});

describe("funding in an overview", () => {
  it("is what the awards tell of themselves, by financial year and by funder", async () => {
    const world = await openWorld();
    const [place, elsewhere] = [await world.given.place(), await world.given.place({ name: "Bath" })];
    const [here, there] = [await world.given.programme({ placeId: place }), await world.given.programme({ placeId: elsewhere })];
    const [trust, council, group] = [await world.given.organisation({ name: "Trust" }), await world.given.organisation({ name: "Council" }), await world.given.group()];
    const parties = [[], [{ organisationId: trust }], [{ organisationId: council }, { organisationId: trust }], [{ organisationId: trust, role: "PART_FUNDER" }], [{ groupId: group }], [{ description: "System partners" }], [{ organisationId: council, role: "RECIPIENT" }]] as const;
    const dates = ["May 2022", "June 2023", "2022", "not stated"];
    for (const [index, theirs] of [...parties, ...parties, ...parties].entries()) {
      const awardId = await world.given.award({ amount: index % 3 === 0 ? "not stated" : `£${2 ** index}`, awarded: dates[index % 4] ?? "", programmeId: index % 5 === 0 ? there : here });
      for (const party of theirs) await world.given.awardParty({ awardId, role: "FUNDER", ...party });
    }
    for (const [scope, filter] of [[{}, {}], [{ place }, { place }], [{ programme: there }, { programme: there }]]) {
      const { funding } = await overview(world, scope);
      const recorded = await world.ask<{ fundingAwards: { nodes: RecordedAward[] } }>(nobody, `query ($filter: FundingAwardFilter) { fundingAwards(filter: $filter) { nodes { id ${RECORDED_AWARD} } } }`, { filter });
      expectFundingRecounted(funding, recorded.fundingAwards.nodes);
      expect(funding.awarded.byFunder.length).toBeGreaterThan(3);
    }
  });
});

describe("measures, recommendations and outcomes in an overview", () => {
  it("are counted by how they stand, and nothing that they count is added", async () => {
    const world = await openWorld();
    const [delivery, learning] = [deliveryOf(world), learningOf(world)];
    const target = readQuantity("100 people");
    const reached = await delivery.measure({ target });
    await delivery.measureActual({ measureId: reached, value: readQuantity("120 people"), asAt: "June 2024" });
    const short = await delivery.measure({ target });
    await delivery.measureActual({ measureId: short, value: readQuantity("40 people"), asAt: "June 2024" });
    await delivery.measureActual({ measureId: short, value: readQuantity("140 people"), asAt: "August 2024" });
    const open = await delivery.measure();
    await delivery.measureActual({ measureId: open, value: readQuantity("7 people"), asAt: "June 2024" });
    const answered = await learning.recommendation({ status: "ACCEPTED", response: "Agreed" });
    const made = await learning.recommendation();
    const contribution = await learning.contribution();
    const bare = await learning.outcome({ title: "Bare" });
    const { measures, recommendations, outcomes } = await overview(world);
    expect(byLabel(measures.byProgress, "status")).toEqual({ REACHED: [reached], NOT_REACHED: [short], TARGET_NOT_KNOWN: [open] });
    expect(byLabel(recommendations.byStatus, "status")).toEqual({ ACCEPTED: [answered], MADE: [made] });
    expect(byLabel(recommendations.byResponse, "answered")).toEqual({ true: [answered], false: [made] });
    expect(outcomes.cells.map(idsOf)).toEqual([[contribution]]);
    expect(byLabel(outcomes.byContribution, "contributedTo")["false"]).toEqual([bare]);
  });
});

describe("data quality in an overview", () => {
  it("names the records, and the fields in which something was found", async () => {
    const world = await openWorld();
    const [delivery, learning, promises] = [deliveryOf(world), learningOf(world), promisesOf(world)];
    const place = { since: "not stated", until: "not stated", gaps: { gssCode: "NOT_STATED", parentId: "NOT_APPLICABLE" } } as const;
    const fine = await world.given.place(place);
    const cited = await world.given.place(place);
    const sourceId = await world.given.source();
    await world.act((draft) => {
      draft.change(placeKind, cited, { name: "Bath" });
      draft.cite({ sourceId, recordId: cited, fields: ["name"], line: 1, quote: "Bath" });
    });
    const unknown = await world.given.place({ ...place, since: "unknown", gaps: { gssCode: "UNKNOWN" } });
    const contradicted = await world.given.place({ ...place, gaps: { ...place.gaps, gssCode: "CONFLICTING" } });
    const relative = await world.given.place({ ...place, since: readPartialDate({ text: "last year", precision: "RELATIVE" }) });
    const vague = await delivery.measureActual({ value: readQuantity("about 120 people") });
    const small = await delivery.measureActual({ value: readQuantity("about 3 people") });
    const claimed = await promises.claim();
    const conflicting = await promises.claim({ status: "CONFLICTING" });
    const open = await promises.claim({ status: "OPEN" });
    const contribution = await learning.contribution({ basis: "CLAIMED" });
    const { dataQuality } = await overview(world);
    const found = (name: string): Record<string, unknown> =>
      Object.fromEntries((dataQuality[name]?.records.nodes ?? []).map(({ record, fields }): [string, unknown] => [record?.id ?? "", fields]));
    expect(found("unknown")).toMatchObject({ [unknown]: ["gssCode", "parent", "since"] });
    expect(Object.keys(found("unknown"))).not.toEqual(expect.arrayContaining([fine]));
    expect(found("conflicting")).toEqual({ [contradicted]: ["gssCode"], [conflicting]: [] });
    expect(found("open")).toEqual({ [open]: [] });
    expect(found("imprecise")).toEqual({ [relative]: ["since"], [vague]: ["value"] });
    expect(found("claimed")).toEqual({ [claimed]: [], [contribution]: ["basis"] });
    expect(Object.keys(found("uncited"))).toEqual(expect.arrayContaining([fine, small, claimed]));
    expect(Object.keys(found("uncited"))).not.toContain(cited);
  });
});

describe("an overview", () => {
  it("takes as many statements for many records as for few, and none for a section that nobody asks for", async () => {
    const world = await openWorld();
    const [delivery, learning] = [deliveryOf(world), learningOf(world)];
    const contribution = { programmeId: await world.given.programme(), outcomeId: await learning.outcome() };
    const grow = async (): Promise<void> => {
      const programmeId = await world.given.programme({ reportingRhythm: "MONTHLY", start: "1 January 2024" });
      const workstreamId = await world.given.workstream({ programmeId });
      await delivery.judgement({ reportId: await delivery.statusReport({ workstreamId }) });
      await world.given.milestone({ programmeId, forecast: "June 2024" });
      await world.given.programmeGovernance({ programmeId });
      await world.given.awardParty({ role: "FUNDER", awardId: await world.given.award({ programmeId, amount: "£1", awarded: "May 2022" }) });
      await delivery.measureActual({ measureId: await delivery.measure({ programmeId }) });
      await learning.contribution(contribution);
      await learning.recommendation();
    };
    await grow();
    const few = await world.answer(nobody, OVERVIEW, { on: ON });
    for (let more = 0; more < 4; more += 1) await grow();
    const many = await world.answer(nobody, OVERVIEW, { on: ON });
    expect([few.errors, many.errors]).toEqual([undefined, undefined]);
    expect(many.statements).toBeLessThanOrEqual(few.statements);
    const counts = "{ overview { milestones { byTiming { count } upcoming { count } } recommendations { byStatus { count } byResponse { count } } outcomes { cells { count } byContribution { count } } dataQuality { unknown { count } uncited { count } } } }";
    expect((await world.answer(nobody, counts)).statements).toBe(9);
    expect((await world.answer(nobody, "{ overview { on } }")).statements).toBe(0);
  });
});
