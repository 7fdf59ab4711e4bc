import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { programmeGovernanceKind } from "../../../src/domain/delivery/programme/table.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { deliveryOf } from "../../support/given-delivery.ts";

describe("status reports, their items and judgements", () => {
  it("are found by what they are on, what they say and when", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const place = await world.given.place({ parentId: system });
    const programme = await world.given.programme({ placeId: place });
    const workstream = await world.given.workstream({ programmeId: programme });
    const team = await world.given.healthIntegrationTeam({ placeId: system });
    const [group, milestone, source, judge] = [await world.given.group(), await make.milestone(), await make.source(), await world.given.organisation()];
    const march = await make.statusReport({ title: "March", period: "March 2024", published: "5 April 2024", programmeId: programme, narrative: "Slow progress" });
    const april = await make.statusReport({ title: "April", period: "April 2024", status: "DRAFT", workstreamId: workstream, systemId: system });
    const year = await make.statusReport({ title: "Year", period: "2022-23", healthIntegrationTeamId: team, publishedAsId: source });
    const amber = await make.judgement({ reportId: march, judged: "31 March 2024", judgedById: judge });
    const red = await make.judgement({ reportId: april, dimension: "COST", rating: "red", scheme: "LOCAL", localScheme: "ICB", judgedByHealthIntegrationTeamId: team });
    const achieved = await make.statusReportItem({ reportId: march, milestoneId: milestone, date: "March 2024" });
    const next = await make.statusReportItem({ reportId: year, kind: "NEXT", statement: "Add academics", purpose: "So that evidence counts", groupId: group, date: "2024", position: 2 });
    const reports: readonly Case[] = [
      [{}, april, march, year],
      [{ programme }, march],
      [{ workstream }, april],
      [{ healthIntegrationTeam: team }, year],
      [{ place: system }, april, march, year],
      [{ place }, april, march],
      [{ status: ["DRAFT", "RETURNED"] }, april],
      [{ publishedAs: source }, year],
      [{ system }, april],
      [{ contains: "SLOW" }, march],
      [{ judgement: { rating: ["RED"] } }, april],
      [{ judgement: { rating: ["Red"], dimension: ["OVERALL"] } }],
      [{ judgement: { scheme: ["DELIVERY_CONFIDENCE_3"] } }, march],
    ];
    expect(await foundByCase(world, "statusReports", "StatusReportFilter", reports)).toEqual(hitsByCase("statusReports", reports));
    expect(await certainties(world, "statusReports", "StatusReportFilter", { period: { from: "2024-03-15", to: "2024-04-30" } })).toEqual(sure("statusReports", [april, "CERTAIN"], [march, "POSSIBLE"]));
    expect(await certainties(world, "statusReports", "StatusReportFilter", { published: { from: "2024-04-05" } })).toEqual(sure("statusReports", [march, "CERTAIN"]));
    const judgements: readonly Case[] = [
      [{}, amber, red],
      [{ programme }, amber],
      [{ place }, amber, red],
      [{ reportStatus: ["PUBLISHED"] }, amber],
      [{ judgedBy: judge }, amber],
      [{ judgedByHealthIntegrationTeam: team }, red],
      [{ dimension: ["COST"] }, red],
      [{ judged: { from: "2024-03-01" } }, amber],
    ];
    expect(await foundByCase(world, "judgements", "JudgementFilter", judgements)).toEqual(hitsByCase("judgements", judgements));
    // Those of one report stand together, and reports come by id.
    const inOrder = march < year ? [achieved, next] : [next, achieved];
    const items: readonly Case[] = [
      [{}, ...inOrder],
      [{ kind: ["NEXT"] }, next],
      [{ group }, next],
      [{ milestone }, achieved],
      [{ healthIntegrationTeam: team }, next],
      [{ report: march }, achieved],
      [{ contains: "evidence" }, next],
      [{ reportStatus: ["DRAFT"] }],
    ];
    expect(await foundByCase(world, "statusReportItems", "StatusReportItemFilter", items)).toEqual(hitsByCase("statusReportItems", items));
    expect(await certainties(world, "statusReportItems", "StatusReportItemFilter", { date: { from: "2024-03-01", to: "2024-03-31" } })).toEqual(
      sure("statusReportItems", ...inOrder.map((id) => [id, id === achieved ? "CERTAIN" : "POSSIBLE"] as const)),
    );
  });

  it("are reached from what they are on and about, and lead back", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const programme = await world.given.programme({ name: "P" });
    const workstream = await world.given.workstream({ name: "W", programmeId: programme });
    const [team, source, organisation] = [await world.given.healthIntegrationTeam({ name: "H" }), await make.source({ title: "D" }), await world.given.organisation({ name: "O" })];
    const [group, milestone] = [await world.given.group({ name: "G" }), await make.milestone({ title: "M" })];
    const first = await make.statusReport({ title: "First", programmeId: programme, publishedAsId: source });
    await make.statusReport({ title: "Better", programmeId: programme, correctsId: first });
    await make.statusReport({ title: "Of W", workstreamId: workstream });
    await make.statusReport({ title: "Of H", healthIntegrationTeamId: team });
    await make.judgement({ reportId: first, judgedById: organisation });
    await make.judgement({ reportId: first, dimension: "COST", judgedByHealthIntegrationTeamId: team });
    await make.statusReportItem({ reportId: first, statement: "S", groupId: group, milestoneId: milestone });
    const data = await world.ask(
      nobody,
      `query ($programme: ID!, $workstream: ID!, $team: ID!, $source: ID!, $organisation: ID!, $group: ID!, $milestone: ID!, $first: ID!) {
        programme(id: $programme) { statusReports(orderBy: TITLE) { nodes { title programme { name } corrects { title } correctedBy { title } } } }
        workstream(id: $workstream) { statusReports { nodes { title workstream { name } } } }
        healthIntegrationTeam(id: $team) { statusReports { nodes { title healthIntegrationTeam { name } } } judgementsMade { nodes { dimension judgedByHealthIntegrationTeam { name } } } }
        source: node(id: $source) { ... on Source { statusReports { nodes { title publishedAs { title } } } } }
        organisation(id: $organisation) { judgementsMade { nodes { rating judgedBy { name } report { title } } } }
        group(id: $group) { statusReportItems { nodes { statement group { name } report { title } } } }
        milestone(id: $milestone) { statusReportItems { nodes { milestone { title } } } }
        statusReport(id: $first) { judgements { dimension } items(filter: { kind: [ACHIEVED] }) { totalCount nodes { statement } } }
      }`,
      { programme, workstream, team, source, organisation, group, milestone, first },
    );
    expect(data).toEqual({
      programme: {
        statusReports: {
          nodes: [
            { title: "Better", programme: { name: "P" }, corrects: { title: "First" }, correctedBy: [] },
            { title: "First", programme: { name: "P" }, corrects: null, correctedBy: [{ title: "Better" }] },
          ],
        },
      },
      workstream: { statusReports: { nodes: [{ title: "Of W", workstream: { name: "W" } }] } },
      healthIntegrationTeam: { statusReports: { nodes: [{ title: "Of H", healthIntegrationTeam: { name: "H" } }] }, judgementsMade: { nodes: [{ dimension: "COST", judgedByHealthIntegrationTeam: { name: "H" } }] } },
      source: { statusReports: { nodes: [{ title: "First", publishedAs: { title: "D" } }] } },
      organisation: { judgementsMade: { nodes: [{ rating: "Amber", judgedBy: { name: "O" }, report: { title: "First" } }] } },
      group: { statusReportItems: { nodes: [{ statement: "S", group: { name: "G" }, report: { title: "First" } }] } },
      milestone: { statusReportItems: { nodes: [{ milestone: { title: "M" } }] } },
      statusReport: { judgements: [{ dimension: "OVERALL" }, { dimension: "COST" }], items: { totalCount: 1, nodes: [{ statement: "S" }] } },
    });
  });
});

const RATING = "rating { status rating scheme wording date { text } age { least most plain } judgement { rationale report { title } } }";
const notRated = { status: "NOT_RATED", rating: null, scheme: null, wording: null, date: null, age: null, judgement: null };

describe("rating", () => {
  it("is the latest published judgement of the whole, with its scheme, wording and age, or NOT_RATED", async () => {
    const world = await openWorld("2024-07-05");
    const make = deliveryOf(world);
    const programme = await world.given.programme();
    const [rated, silent] = [await world.given.workstream({ name: "Rated", programmeId: programme }), await world.given.workstream({ name: "Silent", programmeId: programme })];
    const team = await world.given.healthIntegrationTeam();
    const march = await make.statusReport({ title: "March", workstreamId: rated, published: "5 April 2024" });
    const june = await make.statusReport({ title: "June", workstreamId: rated, published: "1 July 2024" });
    const draft = await make.statusReport({ title: "Draft", workstreamId: rated, status: "DRAFT" });
    await make.judgement({ reportId: march, judged: "31 March 2024", rationale: "No post holder" });
    await make.judgement({ reportId: june, judged: "June 2024", rating: "Red", wording: "Looks unachievable" });
    await make.judgement({ reportId: draft, judged: "4 July 2024", rating: "Green" });
    await make.judgement({ reportId: await make.statusReport({ workstreamId: silent }), dimension: "SCHEDULE", rating: "Green" });
    await make.judgement({ reportId: await make.statusReport({ healthIntegrationTeamId: team, title: "HIT" }), rating: "Green", wording: "Very likely" });
    const query = `query ($rated: ID!, $silent: ID!, $programme: ID!, $team: ID!) {
      rated: workstream(id: $rated) { ${RATING} may: rating(on: "2024-05-01") { rating age { least most } } before: rating(on: "2024-03-01") { status } }
      silent: workstream(id: $silent) { ${RATING} }
      programme(id: $programme) { ${RATING} }
      healthIntegrationTeam(id: $team) { rating { status rating date { status } age { least } } }
    }`;
    expect(await world.ask(nobody, query, { rated, silent, programme, team })).toEqual({
      rated: {
        rating: {
          status: "RATED", rating: "Red", scheme: "DELIVERY_CONFIDENCE_3", wording: "Looks unachievable", date: { text: "June 2024" }, age: { least: 5, most: 34, plain: "5 to 34 days" },
          judgement: { rationale: null, report: { title: "June" } },
        },
        may: { rating: "Amber", age: { least: 31, most: 31 } },
        before: { status: "NOT_RATED" },
      },
      silent: { rating: notRated },
      programme: { rating: notRated },
      healthIntegrationTeam: { rating: { status: "RATED", rating: "Green", date: { status: "UNKNOWN" }, age: null } },
    });
  });

  it("is somebody's word, and timing what follows from dates: neither makes the other", async () => {
    const world = await openWorld("2024-07-05");
    const make = deliveryOf(world);
    const [red, silent] = [await world.given.programme({ name: "Red" }), await world.given.programme({ name: "Silent" })];
    await make.judgement({ reportId: await make.statusReport({ programmeId: red, published: "1 July 2024" }), judged: "1 July 2024", rating: "Red" });
    await world.given.milestone({ programmeId: red, baseline: "2025" });
    await world.given.milestone({ programmeId: silent, baseline: "May 2024", status: "NOT_MET" });
    const query = "{ programmes(orderBy: NAME) { nodes { name rating { status rating } milestones { nodes { timing } } } } }";
    expect(await world.ask(nobody, query)).toEqual({
      programmes: {
        nodes: [
          { name: "Red", rating: { status: "RATED", rating: "Red" }, milestones: { nodes: [{ timing: "UPCOMING" }] } },
          { name: "Silent", rating: { status: "NOT_RATED", rating: null }, milestones: { nodes: [{ timing: "OVERDUE" }] } },
        ],
      },
    });
  });

  it("is not that of a report that a published one corrects", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const programme = await world.given.programme();
    const wrong = await make.statusReport({ title: "Wrong", programmeId: programme, published: "1 May 2024" });
    await make.judgement({ reportId: wrong, rating: "Green" });
    const right = await make.statusReport({ title: "Right", programmeId: programme, published: "1 June 2024", correctsId: wrong });
    const draft = await make.statusReport({ programmeId: programme, status: "DRAFT", correctsId: right });
    await make.judgement({ reportId: draft, rating: "Red" });
    const query = `query ($id: ID!) { programme(id: $id) { now: rating { status rating } earlier: rating(on: "2024-05-31") { status rating } } }`;
    expect(await world.ask(nobody, query, { id: programme })).toEqual({ programme: { now: { status: "NOT_RATED", rating: null }, earlier: { status: "RATED", rating: "Green" } } });
    await make.judgement({ reportId: right, rating: "Amber" });
    expect(await world.ask(nobody, query, { id: programme })).toEqual({ programme: { now: { status: "RATED", rating: "Amber" }, earlier: { status: "RATED", rating: "Green" } } });
  });
});

const standing = (on: string): string => `rating(on: "${on}") { rating } freshness(on: "${on}") { lastReport { title } nextPeriodEnds }`;

describe("what is corrected twice", () => {
  it("stands as the last correction that was published says, which also tells how fresh reporting is", async () => {
    const world = await openWorld("2024-07-05");
    const make = deliveryOf(world);
    const programmeId = await world.given.programme({ reportingRhythm: "MONTHLY" });
    const wrong = await make.statusReport({ title: "Wrong", programmeId, period: "June 2024", published: "1 May 2024" });
    const first = await make.statusReport({ title: "First", programmeId, period: "May 2024", published: "1 June 2024", correctsId: wrong });
    const second = await make.statusReport({ title: "Second", programmeId, period: "April 2024", published: "3 June 2024", correctsId: wrong });
    await make.judgement({ reportId: wrong, rating: "Green", judged: "30 April 2024" });
    await make.judgement({ reportId: first, rating: "Amber", judged: "30 April 2024" });
    await make.judgement({ reportId: second, rating: "Red", judged: "29 April 2024" });
    expect(await world.ask(nobody, `query ($id: ID!) { before: programme(id: $id) { ${standing("2024-05-31")} } between: programme(id: $id) { ${standing("2024-06-02")} } now: programme(id: $id) { ${standing("2024-07-05")} } }`, { id: programmeId })).toEqual({
      before: { rating: { rating: "Green" }, freshness: { lastReport: { title: "Wrong" }, nextPeriodEnds: "2024-07-31" } },
      between: { rating: { rating: "Amber" }, freshness: { lastReport: { title: "First" }, nextPeriodEnds: "2024-06-30" } },
      now: { rating: { rating: "Red" }, freshness: { lastReport: { title: "Second" }, nextPeriodEnds: "2024-05-31" } },
    });
  });
});

describe("freshness", () => {
  it("follows the rhythm of the programme, for its workstreams too, and of those that a HIT governs", async () => {
    const world = await openWorld("2024-06-15");
    const make = deliveryOf(world);
    const monthly = await world.given.programme({ name: "A", reportingRhythm: "MONTHLY" });
    const [silent, closed] = [await world.given.programme({ name: "B" }), await world.given.programme({ name: "C", reportingRhythm: "MONTHLY", status: "CLOSED" })];
    const yearly = await world.given.programme({ name: "D", reportingRhythm: "YEARLY", start: "1 April 2024" });
    const team = await world.given.healthIntegrationTeam();
    for (const programmeId of [monthly, yearly]) await world.record(programmeGovernanceKind, { programmeId, healthIntegrationTeamId: team, capacity: "GOVERNS" });
    await make.statusReport({ title: "May", programmeId: monthly, period: "May 2024" });
    await make.statusReport({ title: "June", programmeId: monthly, period: "June 2024", status: "SUBMITTED" });
    const [late, merged] = [await world.given.workstream({ programmeId: monthly }), await world.given.workstream({ programmeId: monthly, status: "MERGED" })];
    await make.statusReport({ title: "March of W", workstreamId: late, period: "March 2024" });
    await make.statusReport({ title: "April of H", healthIntegrationTeamId: team, period: "April 2024" });
    const fields = "freshness { status rhythm nextPeriodEnds nextDueOn lastReport { title } }";
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Programme { ${fields} } ... on Workstream { ${fields} } ... on HealthIntegrationTeam { ${fields} } } }`;
    const nothing = { nextPeriodEnds: null, nextDueOn: null, lastReport: null };
    expect(await world.ask(nobody, query, { ids: [monthly, silent, closed, yearly, late, merged, team] })).toEqual({
      nodes: [
        { status: "CURRENT", rhythm: "MONTHLY", nextPeriodEnds: "2024-06-30", nextDueOn: "2024-07-31", lastReport: { title: "May" } },
        { ...nothing, status: "NOT_APPLICABLE", rhythm: null },
        { ...nothing, status: "NOT_APPLICABLE", rhythm: "MONTHLY" },
        { ...nothing, status: "CURRENT", rhythm: "YEARLY", nextPeriodEnds: "2025-03-31", nextDueOn: "2025-04-30" },
        { status: "OVERDUE", rhythm: "MONTHLY", nextPeriodEnds: "2024-04-30", nextDueOn: "2024-05-31", lastReport: { title: "March of W" } },
        { ...nothing, status: "NOT_APPLICABLE", rhythm: "MONTHLY" },
        { status: "DUE", rhythm: "MONTHLY", nextPeriodEnds: "2024-05-31", nextDueOn: "2024-06-30", lastReport: { title: "April of H" } },
      ].map((freshness) => ({ freshness })),
    });
    expect(await world.ask(nobody, `query ($id: ID!) { programme(id: $id) { freshness(on: "2024-08-01") { status } } }`, { id: monthly })).toEqual({ programme: { freshness: { status: "OVERDUE" } } });
  });
});

describe("what is not for everybody", () => {
  it("is reached through no path, rates nothing and is not fresh", async () => {
    const world = await openWorld("2024-06-15");
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const programme = await world.given.programme({ reportingRhythm: "MONTHLY" });
    const [organisation, team, group, milestone, source] = [await world.given.organisation(), await world.given.healthIntegrationTeam(), await world.given.group(), await make.milestone(), await make.source()];
    const report = await make.statusReport({ programmeId: programme, publishedAsId: source, period: "May 2024", ...hidden });
    const judgement = await make.judgement({ reportId: report, judgedById: organisation });
    const open = await make.statusReport({ title: "Open", workstreamId: await world.given.workstream({ programmeId: programme }) });
    const correcting = await make.statusReport({ title: "Correcting", workstreamId: await world.given.workstream(), published: "1 July 2024", correctsId: report });
    await make.judgement({ reportId: open, judgedById: organisation, judgedByHealthIntegrationTeamId: team, rating: "Secret", ...hidden });
    await make.statusReportItem({ reportId: open, groupId: group, milestoneId: milestone, ...hidden });
    const query = `query ($programme: ID!, $organisation: ID!, $team: ID!, $group: ID!, $milestone: ID!, $source: ID!, $report: ID!, $judgement: ID!, $open: ID!, $correcting: ID!) {
      statusReports(filter: { programme: $programme }) { totalCount nodes { id } }
      byJudgement: statusReports(filter: { judgement: { rating: ["secret"] } }) { totalCount nodes { id } }
      byProgramme: judgements(filter: { programme: $programme }) { totalCount nodes { id } }
      bySecret: judgements(filter: { rating: ["secret"] }) { totalCount nodes { id } }
      statusReportItems { totalCount nodes { id } }
      programme(id: $programme) { statusReports { totalCount nodes { id } } rating { status } freshness { status lastReport { id } } workstreams { nodes { rating { status } } } }
      source: node(id: $source) { ... on Source { statusReports { totalCount nodes { id } } } }
      organisation(id: $organisation) { judgementsMade { totalCount nodes { id report { id } } } }
      healthIntegrationTeam(id: $team) { judgementsMade { totalCount nodes { id } } }
      group(id: $group) { statusReportItems { totalCount nodes { id } } }
      milestone(id: $milestone) { statusReportItems { totalCount nodes { id } } }
      statusReport(id: $report) { id }
      correcting: statusReport(id: $correcting) { corrects { id } valueStatus(field: "corrects") }
      open: statusReport(id: $open) { judgements { id } items { totalCount nodes { id } } }
      nodes(ids: [$report, $judgement]) { id ... on Judgement { report { id } } }
    }`;
    const ids = { programme, organisation, team, group, milestone, source, report, judgement, open, correcting };
    expect(await world.ask(nobody, query, ids)).toEqual({
      statusReports: none, byJudgement: none, byProgramme: none, bySecret: none, statusReportItems: none,
      programme: { statusReports: none, rating: { status: "NOT_RATED" }, freshness: { status: "DUE", lastReport: null }, workstreams: { nodes: [{ rating: { status: "NOT_RATED" } }] } },
      source: { statusReports: none },
      organisation: { judgementsMade: { totalCount: 1, nodes: [{ id: judgement, report: null }] } },
      healthIntegrationTeam: { judgementsMade: none },
      group: { statusReportItems: none },
      milestone: { statusReportItems: none },
      statusReport: null,
      correcting: { corrects: null, valueStatus: "WITHHELD" },
      open: { judgements: [], items: none },
      nodes: [null, { id: judgement, report: null }],
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({
      byJudgement: { totalCount: 1 }, programme: { freshness: { status: "CURRENT", lastReport: { id: report } } }, statusReportItems: { totalCount: 1 }, correcting: { corrects: { id: report } },
    });
  });
});

describe("a list with ratings, freshness and reports", () => {
  it("takes one statement for each relation and level, however long it is", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const grow = async (): Promise<void> => {
      const workstreamId = await world.given.workstream();
      const reportId = await make.statusReport({ workstreamId, period: "May 2024" });
      await make.judgement({ reportId, judgedById: await world.given.organisation() });
      await make.statusReportItem({ reportId, groupId: await world.given.group() });
    };
    const query = `{ workstreams { nodes {
      rating { rating judgement { judgedBy { name } report { title } } } freshness { status lastReport { title } }
      statusReports { nodes { title judgements { rating } items { nodes { statement group { name } } } } }
    } } }`;
    await grow();
    const few = await world.answer(nobody, query);
    for (let made = 0; made < 5; made += 1) await grow();
    const many = await world.answer(nobody, query);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
    // workstreams; published reports, judgements, who judged, reports of them; programmes; reports, judgements, items, groups; at most one more by the order of loading
    expect(many.statements).toBeLessThanOrEqual(12);
  });
});
