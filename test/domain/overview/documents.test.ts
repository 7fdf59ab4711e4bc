import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { grouped } from "../../../src/kernel/grouped.ts";
import { documentsGraph, type DocumentsGraph } from "../../support/documents.ts";
import { lookThroughEveryRecord } from "./every-record.ts";
import { byLabel, figuresIn, idsOf, OVERVIEW, type OverviewAnswer } from "./overview-query.ts";
import { expectFundingRecounted, RECORDED_AWARD, type RecordedAward } from "./recounted-funding.ts";

let graph: DocumentsGraph;
let systems: Readonly<Record<string, string>>;

beforeAll(async () => {
  graph = await documentsGraph();
  const { places } = await data<{ places: { nodes: { id: string; name: string }[] } }>("{ places(filter: { level: [SYSTEM] }) { nodes { id name } } }");
  systems = Object.fromEntries(places.nodes.map(({ id, name }) => [name, id]));
});
afterAll(async () => graph.close());

const SOMERSET = "Somerset";
const BNSSG = "Bristol, North Somerset and South Gloucestershire";
const WHEN = [[SOMERSET, "2023-02-10"], [SOMERSET, "2026-11-22"], [BNSSG, "2023-02-10"], [BNSSG, "2026-11-22"]] as const;

async function data<Data>(source: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { result } = await graph.ask(source, { variables });
  expect(result.errors).toBeUndefined();
  // A test says what it asked for; what came is for its expectations to judge.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return result.data as Data;
}

async function overviewOf(system: string, on: string): Promise<OverviewAnswer> {
  return (await data<{ overview: OverviewAnswer }>(OVERVIEW, { system: systems[system], on })).overview;
}

interface Node {
  readonly id: string;
  readonly system: { readonly id: string } | null;
}

/** Every record of a list that belongs to a system, read page by page, a few at a time. */
async function all<Fields>(list: string, fields: string, system: string, variables: Record<string, unknown> = {}): Promise<(Node & Fields)[]> {
  const found: (Node & Fields)[] = [];
  for (let after: string | null = null, more = true; more;) {
    const answer: Record<string, { nodes: (Node & Fields)[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }> = await data(
      `query ($after: String${"on" in variables ? ", $on: Day" : ""}) { ${list}(first: 7, after: $after) { nodes { id system { id } ${fields} } pageInfo { hasNextPage endCursor } } }`,
      { ...variables, after },
    );
    const page = answer[list];
    found.push(...(page?.nodes ?? []));
    after = page?.pageInfo.endCursor ?? null;
    more = page?.pageInfo.hasNextPage ?? false;
  }
  return found.filter((node) => node.system?.id === systems[system]);
}

/** Ids by a key, sorted. */
function idsBy<Row extends Node>(rows: readonly Row[], key: (row: Row) => unknown): Record<string, string[]> {
  return Object.fromEntries([...grouped(rows, (row) => String(key(row)))].map(([label, alike]) => [label, alike.map(({ id }) => id).toSorted()]));
}

interface Due {
  readonly due: { readonly earliest: string | null; readonly latest: string | null };
  readonly timing: string;
}

function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

describe("the overview", () => {
  it("says of Somerset what its report does: seven milestones of which nobody has said more, four workstreams that nobody has rated, eight recommendations without an answer", async () => {
    const { milestones, confidence, recommendations, funding, outcomes } = await overviewOf(SOMERSET, "2026-11-22");
    expect(milestones.byTiming.filter(({ count }) => count > 0).map((figure) => [figure["timing"], figure.count])).toEqual([["PAST_DUE_NOT_REPORTED", 7]]);
    expect(confidence["workstreams"]?.ratings.map((figure) => [figure["status"], figure.count])).toEqual([["NOT_RATED", 4]]);
    expect(recommendations.byResponse.map((figure) => [figure["answered"], figure.count])).toEqual([[true, 0], [false, 8]]);
    expect(funding.awarded.sum).toEqual({ known: { pence: null }, knownCount: 0, unknownCount: 0 });
    expect(outcomes.cells).toHaveLength(4);
  });

  it("says of BNSSG one signatory, one award of an amount that is not stated, and one stated total", async () => {
    const { pledgeCoverage, funding, milestones } = await overviewOf(BNSSG, "2026-11-22");
    expect(pledgeCoverage.all.signatories).toBe(1);
    expect(funding.awarded.sum).toEqual({ known: { pence: null }, knownCount: 0, unknownCount: 1 });
    expect(funding.byFinancialYear.map(({ financialYear, statedTotals }) => [financialYear.label, statedTotals.totalCount])).toEqual([["2022-23", 1]]);
    expect(milestones.byTiming.filter(({ count }) => count > 0).map((figure) => [figure["timing"], figure.count])).toEqual([["MET_TIMING_UNCERTAIN", 1]]);
  });
});

describe.each(WHEN)("the overview of %s on %s", (system, on) => {
  it("counts what each of its lists holds", async () => {
    const figures = figuresIn(await overviewOf(system, on));
    expect(figures.length).toBeGreaterThan(50);
    for (const { count, records } of figures) expect([records.totalCount, records.nodes.length]).toEqual([count, Math.min(count, 100)]);
  });

  it("counts milestones as their own fields tell", async () => {
    const { milestones: { byTiming, upcoming } } = await overviewOf(system, on);
    const milestones = await all<Due>("milestones", "due { earliest latest } timing(on: $on)", system, { on });
    expect(byLabel(byTiming, "timing")).toEqual(idsBy(milestones, ({ timing }) => timing));
    for (const figure of upcoming) {
      const until = daysLater(on, Number(figure["withinDays"]));
      const open = milestones.filter(({ timing }) => timing === "UPCOMING" || timing === "IN_WINDOW");
      const touching = open.filter(({ due }) => (due.earliest ?? on) <= until && (due.latest ?? on) >= on);
      const inside = touching.filter(({ due }) => due.earliest !== null && due.earliest >= on && due.latest !== null && due.latest <= until);
      const expected = figure["certainty"] === "CERTAIN" ? inside : touching.filter((milestone) => !inside.includes(milestone));
      expect(idsOf(figure)).toEqual(expected.map(({ id }) => id).toSorted());
      expect(figure["until"]).toBe(until);
    }
  });

  it.each([["programmes"], ["workstreams"], ["healthIntegrationTeams"]] as const)("rates %s and tells how fresh reports on them are as their own fields do", async (list) => {
    const { confidence, freshness } = await overviewOf(system, on);
    const place = list === "workstreams" ? "programme { place { id } }" : "place { id }";
    interface Standing {
      readonly rating: { readonly status: string };
      readonly freshness: { readonly status: string };
      readonly place?: { readonly id: string } | null;
      readonly programme?: { readonly place: { readonly id: string } | null };
    }
    const subjects = await all<Standing>(list, `${place} rating(on: $on) { status } freshness(on: $on) { status }`, system, { on });
    expect(byLabel(confidence[list]?.ratings ?? [], "status")).toEqual(idsBy(subjects, ({ rating }) => rating.status));
    expect(byLabel(freshness[list] ?? [], "status")).toEqual(idsBy(subjects, (subject) => subject.freshness.status));
    const byPlace = Object.fromEntries((confidence[list]?.byPlace ?? []).map((there) => [String(there.place?.id), there.ratings.flatMap(idsOf).toSorted()]));
    expect(byPlace).toEqual(idsBy(subjects, (subject) => (subject.place ?? subject.programme?.place)?.id));
  });

  it("sums funding over the awards that are recorded", async () => {
    const { funding } = await overviewOf(system, on);
    const awards = await all<RecordedAward>("fundingAwards", RECORDED_AWARD, system);
    expectFundingRecounted(funding, awards);
    const totals = await all<{ financialYear: { label: string } }>("fundingTotals", "financialYear { label }", system);
    expect(funding.byFinancialYear.map(({ financialYear: { label }, statedTotals }) => ({ label, ids: idsOf({ records: statedTotals }) }))).toEqual(
      totals.map(({ id, financialYear: { label } }) => ({ label, ids: [id] })),
    );
  });

  it("counts who signed, by the signatures that are recorded", async () => {
    const { pledgeCoverage: { all: everybody, byPlace, bySector } } = await overviewOf(system, on);
    const signatures = await all("pledgeSignatures", "", system);
    expect([everybody.signatories, idsOf({ records: everybody.signatures })]).toEqual([signatures.length, signatures.map(({ id }) => id)]);
    for (const shares of [byPlace, bySector]) expect(shares).toHaveLength(signatures.length);
  });

  it("tells how measures stand as their own fields do", async () => {
    const { measures: { byProgress, all: every } } = await overviewOf(system, on);
    const measures = await all<{ progress: { status: string } }>("measures", "progress(on: $on) { status }", system, { on });
    expect(byLabel(byProgress, "status")).toEqual(idsBy(measures, ({ progress }) => progress.status));
    expect(idsOf(every)).toEqual(measures.map(({ id }) => id).toSorted());
  });

  it("counts recommendations by what is recorded of them", async () => {
    const { recommendations: { byStatus, byResponse } } = await overviewOf(system, on);
    const made = await all<{ status: string; response: string | null; responded: { status: string } }>("recommendations", "status response responded { status }", system);
    expect(byLabel(byStatus, "status")).toEqual(idsBy(made, ({ status }) => status));
    expect(byLabel(byResponse, "answered")).toEqual(idsBy(made, ({ response, responded }) => response !== null || responded.status === "KNOWN"));
  });

  it("has a cell for every contribution to an outcome", async () => {
    const { outcomes: { byContribution, cells } } = await overviewOf(system, on);
    interface Contribution {
      readonly outcome: { readonly id: string };
      readonly programme: { readonly id: string };
    }
    const contributions = await all<Contribution>("outcomeContributions", "outcome { id } programme { id }", system);
    const cellOf = ({ outcome, programme }: Contribution): string => `${outcome.id} ${programme.id}`;
    expect(Object.fromEntries(cells.map((cell) => [cellOf(cell), idsOf(cell)]))).toEqual(idsBy(contributions, cellOf));
    const outcomes = await all<object>("outcomes", "", system);
    expect(byLabel(byContribution, "contributedTo")).toEqual(idsBy(outcomes, ({ id }) => contributions.some(({ outcome }) => outcome.id === id)));
  });

  it("finds what is unknown, imprecise, claimed, contradicted, in question, late or uncited by reading every record", async () => {
    const { dataQuality } = await overviewOf(system, on);
    const findings = lookThroughEveryRecord(graph.ledger, systems[system] ?? "");
    for (const name of ["unknown", "imprecise", "claimed", "conflicting", "open", "uncited"] as const) {
      const figure = dataQuality[name];
      const expected = findings.filter((finding) => finding[name] !== null);
      expect({ name, count: figure?.count }).toEqual({ name, count: expected.length });
      expect(Object.fromEntries((figure?.byType ?? []).map(({ type, count }) => [type, count]))).toEqual(
        Object.fromEntries([...grouped(expected, ({ type }) => type)].map(([type, ofType]) => [type, ofType.length])),
      );
      const fields = new Map(expected.map((finding) => [finding.id, finding[name]]));
      for (const { record, fields: named } of figure?.records.nodes ?? []) expect(named).toEqual(fields.get(record?.id ?? ""));
    }
    const late = await all<Due>("milestones", "due { earliest latest } timing(on: $on)", system, { on });
    expect(dataQuality["stale"]?.count).toBe(late.filter(({ timing }) => timing === "PAST_DUE_NOT_REPORTED").length);
  });
});
