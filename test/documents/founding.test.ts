import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadFoundingDocuments } from "../../src/serve/tracker.ts";
import { documentsGraph, type DocumentsGraph } from "../support/documents.ts";

let graph: DocumentsGraph;
beforeAll(async () => {
  graph = await documentsGraph();
});
afterAll(async () => graph.close());

async function answer(source: string): Promise<unknown> {
  const { result } = await graph.ask(source);
  return JSON.parse(JSON.stringify(result));
}

describe("the founding import", () => {
  it("loads nothing twice", async () => {
    const before = graph.ledger.head();
    const again = await loadFoundingDocuments(graph.ledger);
    expect(graph.ledger.head()).toBe(before);
    expect(again.map(({ recorded }) => recorded)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(again.reduce((sum, { repeated }) => sum + repeated, 0)).toBe(before);
  });

  it("leaves a ledger that verifies", () => {
    expect(graph.ledger.verify()).toMatchObject({ sound: true, entries: graph.ledger.head() });
  });

  it("counts each document from the day on which it became known", () => {
    const days = new Set(graph.ledger.entriesAfter(0, 1_000).map(({ at }) => at.slice(0, 10)));
    expect([...days].slice(0, 3)).toEqual(["2022-12-31", "2023-03-31", "2024-07-05"]);
    expect(days.size).toBe(4);
  });
});

describe("the five documents", () => {
  it("give Somerset four workstreams and seven milestones, none of them red, late or met, and BNSSG no workstream", async () => {
    const systems = await answer(`{
      places(filter: { level: [SYSTEM] }) { nodes { name
        programmes { nodes {
          workstreams { totalCount }
          milestones { totalCount nodes { status timing(on: "2026-11-22") slip { least most } } } } } } }
    }`);
    const late = { status: "SCHEDULED", timing: "PAST_DUE_NOT_REPORTED" };
    expect(systems).toEqual({ data: { places: { nodes: [
      { name: "Bristol, North Somerset and South Gloucestershire", programmes: { nodes: [
        { workstreams: { totalCount: 0 }, milestones: { totalCount: 1, nodes: [{ status: "MET", timing: "MET_TIMING_UNCERTAIN", slip: null }] } },
      ] } },
      { name: "Somerset", programmes: { nodes: [
        { workstreams: { totalCount: 4 }, milestones: { totalCount: 7, nodes: Array.from({ length: 7 }, () => ({ ...late, slip: { least: 0, most: 0 } })) } },
      ] } },
    ] } } });
  });

  it("show where each milestone stands on a day, computed and not stored", async () => {
    const list = `milestones(filter: { due: { financialYear: "2023-24" } }) { nodes`;
    const timings = await answer(`{
      before: ${list} { timing(on: "2023-03-31") } }
      last: ${list} { timing(on: "2023-05-31") } }
      after: ${list} { timing(on: "2023-06-01") } }
    }`);
    const [upcoming, inWindow, pastDue] = ["UPCOMING", "IN_WINDOW", "PAST_DUE_NOT_REPORTED"].map((timing) => ({ timing }));
    expect(timings).toEqual({ data: {
      before: { nodes: [upcoming, upcoming, upcoming, upcoming] },
      last: { nodes: [inWindow, inWindow, upcoming, upcoming] },
      after: { nodes: [pastDue, pastDue, inWindow, upcoming] },
    } });
  });

  it("are read with one statement for each relation and level, however many records there are", async () => {
    const { result, statements } = await graph.ask(`{
      milestones(first: 100) { totalCount nodes { title
        programme { name host { name identifiers { orgId } } workstreams { totalCount nodes { name waitsFor { basis } criteria { nodes { id } } } } }
        waitsFor { predecessorMilestone { title } }
        provenance(field: "due") { source { title } } } }
    }`.replace('(field: "due")', '(field: "baseline")'));
    expect(result.errors).toBeUndefined();
    // milestones and their count; programmes, hosts, identifiers; workstreams and their count, what they wait for, criteria;
    // what milestones wait for, and those milestones; citations and their sources.
    expect(statements).toBe(13);
  });

  it("never say of a date, an amount or a relation that is missing only that it is null", async () => {
    const { result } = await graph.ask(`{
      milestones(first: 100) { nodes { actual { status } a: valueStatus(field: "ownerOrganisation") b: valueStatus(field: "ownerHealthIntegrationTeam") c: valueStatus(field: "workstream") } }
      workstreams { nodes { a: valueStatus(field: "leadOrganisation") b: valueStatus(field: "leadHealthIntegrationTeam") } }
      fundingAwards { nodes { amount { status } a: valueStatus(field: "period") b: valueStatus(field: "programme") } }
      programmes { nodes { a: valueStatus(field: "host") b: valueStatus(field: "reportingRhythm") } }
    }`);
    expect(result.errors).toBeUndefined();
    const statuses = [...JSON.stringify(result.data).matchAll(/"(?:status|a|b|c)":"([A-Z_]+)"/g)].map(([, status]) => status);
    expect(statuses.length).toBeGreaterThan(40);
    expect(statuses).not.toContain("UNKNOWN");
  });
});
