import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemCodes } from "../../src/api/act/problem-codes.ts";
import { criterionStatuses } from "../../src/domain/delivery/criterion/table.ts";
import { milestoneStatuses } from "../../src/domain/delivery/milestone/table.ts";
import { riskStatuses } from "../../src/domain/delivery/risk/table.ts";
import { statusReportStatuses } from "../../src/domain/delivery/status-report/table.ts";
import { workstreamStatuses } from "../../src/domain/delivery/workstream/table.ts";
import { actionOutcomes, actionProgresses } from "../../src/domain/promises/pledge/table.ts";
import { awardStatuses } from "../../src/domain/resources/funding/table.ts";
import { postStatuses } from "../../src/domain/resources/post/table.ts";
import { milestoneTimings } from "../../src/domain/delivery/milestone/rules.ts";
import { changeGroups } from "../../src/domain/board-reading.ts";
import { Calendar } from "../../src/documents/example-year/calendar.ts";
import { exampleYear } from "../../src/documents/example-year/year.ts";
import { documentsGraph, type DocumentsGraph } from "../support/documents.ts";
import { EXAMPLE_DAY } from "../support/ledger-file.ts";

const calendar = new Calendar(EXAMPLE_DAY);
let graph: DocumentsGraph;
beforeAll(async () => {
  graph = await documentsGraph("THE_EXAMPLE_YEAR");
});
afterAll(async () => graph.close());

async function answer<Data>(source: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { result } = await graph.ask(source, { variables });
  expect(result.errors).toBeUndefined();
  // oxlint-disable-next-line no-unsafe-type-assertion -- what is asked for below
  return result.data as Data;
}

describe("the example year", () => {
  it("is a founding history, each act at its own time, that verifies", () => {
    expect(graph.ledger.isLive()).toBe(false);
    expect(graph.ledger.verify()).toMatchObject({ sound: true });
    const year = graph.ledger.entriesAfter(0, 10_000).filter(({ actor }) => actor.startsWith("ac_"));
    expect(year.length).toBeGreaterThan(150);
    expect([year.at(0), year.at(-1)].map((entry) => entry?.at.slice(0, 7))).toEqual(["2025-11", "2026-10"]);
  });

  it("shows every timing of a milestone", async () => {
    const { milestones } = await answer<{ milestones: { nodes: { timing: string }[] } }>("query ($on: Day!) { milestones(first: 100) { nodes { timing(on: $on) } } }", { on: EXAMPLE_DAY });
    expect(new Set(milestones.nodes.map(({ timing }) => timing))).toEqual(new Set(milestoneTimings));
  });

  it.each<[string, string, readonly string[]]>([
    ["Milestone", "status", milestoneStatuses], ["Workstream", "status", workstreamStatuses], ["Criterion", "status", criterionStatuses], ["StatusReport", "status", statusReportStatuses], ["Risk", "status", riskStatuses],
    ["FundingAward", "status", awardStatuses], ["Post", "status", postStatuses], ["PledgeAction", "progress", actionProgresses], ["PledgeAction", "outcome", actionOutcomes],
  ])("shows every state of a %s: its %s", (type, field, states) => {
    const shown = new Set(graph.ledger.entriesAfter(0, 10_000).flatMap(({ changes }) => changes.filter((change) => change.type === type).map(({ record }) => record?.[field])));
    expect(states.filter((state) => state !== "NOT_REPORTED" && !shown.has(state))).toEqual([]);
  });

  it("shows every kind of difference in one month or another", async () => {
    const months = await Promise.all(Array.from({ length: 12 }, async (_, month) =>
      answer<{ changesBetween: { groups: { group: string }[] } }>("query ($from: Moment!, $to: Moment!) { changesBetween(from: $from, to: $to) { groups { group } } }", { from: calendar.end(month - 1), to: calendar.end(month) })));
    expect([...new Set(months.flatMap(({ changesBetween }) => changesBetween.groups.map(({ group }) => group)))].toSorted()).toEqual([...changeGroups].toSorted());
  });

  it("meets every problem that a lead can meet", () => {
    const met = new Set(exampleYear(calendar).flatMap(({ refused }) => refused ?? []));
    expect(Object.keys(problemCodes).filter((code) => !met.has(code)).toSorted()).toEqual(NOT_MET.toSorted());
  });

  it("marks all that it wrote, and nothing else, and invents nobody", async () => {
    const written = new Set(graph.ledger.entriesAfter(0, 10_000).filter(({ actor }) => actor.startsWith("ac_")).flatMap(({ changes }) => changes.filter(({ type }) => type !== "Account" && type !== "RoleGrant").map(({ id }) => id)));
    const { milestones, organisations, people } = await answer<Record<"milestones" | "organisations" | "people", { nodes: { id: string; isExample: boolean }[] }>>(
      "{ milestones(first: 100) { nodes { id isExample } } organisations(first: 100) { nodes { id isExample } } people(first: 100) { nodes { id isExample } } }",
    );
    const marked = [...milestones.nodes, ...organisations.nodes, ...people.nodes].filter(({ isExample }) => isExample).map(({ id }) => id);
    expect(marked.toSorted()).toEqual([...milestones.nodes, ...organisations.nodes, ...people.nodes].map(({ id }) => id).filter((id) => written.has(id)).toSorted());
    expect(marked.length).toBeGreaterThan(10);
    expect([...organisations.nodes, ...people.nodes].filter(({ isExample }) => isExample)).toEqual([]);
  });

  it("froze what each board had before it, three times", async () => {
    const { boardPacks } = await answer<{ boardPacks: { totalCount: number; nodes: { matchesLedger: boolean }[] } }>("{ boardPacks(first: 10) { totalCount nodes { matchesLedger } } }");
    expect(boardPacks.totalCount).toBe(6);
    expect(boardPacks.nodes.every(({ matchesLedger }) => matchesLedger)).toBe(true);
  });

  it("gives one HIT two workstreams to lead, each with reports", async () => {
    const { healthIntegrationTeams } = await answer<{ healthIntegrationTeams: { nodes: { leads: { nodes: { statusReports: { totalCount: number } }[] } }[] } }>(
      "{ healthIntegrationTeams(first: 50) { nodes { leads { nodes { statusReports { totalCount } } } } } }",
    );
    const leading = healthIntegrationTeams.nodes.map(({ leads }) => leads.nodes.map(({ statusReports }) => statusReports.totalCount)).filter((reports) => reports.length > 0);
    expect(leading).toEqual([[expect.any(Number), expect.any(Number)]]);
    expect(Math.min(...(leading[0] ?? []))).toBeGreaterThan(0);
  });
});

/** Codes that a lead does not meet, and why. */
const NOT_MET = [
  // Of imports and of those who load them.
  "BAD_HEADER", "BAD_LINE", "FORBIDDEN", "NAME_IN_REF", "NOT_FOUNDING",
  // Of reading.
  "BAD_WINDOW", "BEFORE_HISTORY", "INVALID_MOMENT", "INVALID_PARAMETER", "UNKNOWN_PARAMETER", "DIFFERENT_CURRENCIES", "DIFFERENT_UNITS", "TOTAL_TOO_LARGE",
  // Of a value that its scalar refuses before the act is decided.
  "INVALID_DAY", "INVALID_INSTANT", "INVALID_NUMBER", "INVALID_ID",
  // Of a steward who erases, and of names that only some may see: the year invents nobody.
  "ERASED", "STILL_NAMED", "NAMES_SOMEBODY",
];
