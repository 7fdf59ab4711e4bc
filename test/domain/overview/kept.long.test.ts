import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maySee, audiences } from "../../../src/api/access/audience.ts";
import { openContext, type Context } from "../../../src/api/context.ts";
import { page } from "../../../src/api/page.ts";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { checksOf, OverviewOfDataQuality } from "../../../src/domain/overview/data-quality.ts";
import { concepts } from "../../../src/schema.ts";
import { programmeKind } from "../../../src/domain/delivery/programme/table.ts";
import { milestoneListing } from "../../../src/domain/delivery/milestone/store.ts";
import { due, milestoneTimings, timing } from "../../../src/domain/delivery/milestone/rules.ts";
import { milestoneKind, milestones, milestoneStatuses } from "../../../src/domain/delivery/milestone/table.ts";
import { countsByTiming, countsDue } from "../../../src/domain/delivery/milestone/turns.ts";
import { certaintyWithin } from "../../../src/kernel/date-comparison.ts";
import { addDays, readDay, type Day } from "../../../src/kernel/day.ts";
import { columnsOf, tableStatement, type Graph } from "../../../src/ledger/graph.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { sql } from "drizzle-orm";
import { closeDate, closeDay } from "../../support/close-dates.ts";
import { memberOf, officeOf, openWorld } from "../../support/domain-world.ts";
import { keptAndCounted } from "../../support/kept.ts";
import { inPast, tamper } from "../../support/ledger.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { liveThrough, randomHistory, systemId, usualKinds } from "../../support/random-history.ts";

const [north, south] = [systemId("North"), systemId("South")];
const viewers: readonly Viewer[] = [nobody, memberOf(north), officeOf(north), { ...memberOf(north, south), draftsOf: [south] }];
/** Of those that are counted there are more than of others. */
const kinds = usualKinds.flatMap((kind) => (kind.type === "Milestone" || kind.type === "FundingAward" ? [kind, kind, kind, kind] : [kind]));
const checks = checksOf(concepts.flatMap((concept) => concept.kinds));
const TIME_TO_SHRINK = 60_000;

function atHead<Result>(ledger: Ledger, work: (graph: Graph, context: (viewer: Viewer) => Context) => Result): Result {
  const lease = ledger.lease();
  try {
    return work(lease.graph, (viewer) => openContext({ moment: lease, viewer, smallNumber: 5, today: readDay("2024-07-05"), deadline: Number.POSITIVE_INFINITY }));
  } finally {
    lease.release();
  }
}

function expectKept(graph: Graph): void {
  const { kept, counted } = keptAndCounted(graph);
  expect(kept).toEqual(counted);
}

/** Each figure of the quality of data is as many as the records behind it. */
async function expectFiguresToBeFound(ledger: Ledger, viewer: Viewer, system: string | null): Promise<void> {
  const lease = ledger.lease();
  try {
    const context = openContext({ moment: lease, viewer, smallNumber: 5, today: readDay("2024-07-05"), deadline: Number.POSITIVE_INFINITY });
    const quality = new OverviewOfDataQuality(context, checks, { system, place: null, programme: null, on: readDay("2024-07-05") });
    for (const name of ["unknown", "imprecise", "claimed", "conflicting", "open", "uncited", "stale"] as const) {
      const { count, page, byType } = await quality[name];
      expect([name, count, byType.map(({ type, count: ofType }) => [type, ofType])]).toEqual([name, await page({}).totalCount, await Promise.all(byType.map(async ({ type, page: ofType }) => [type, await ofType({}).totalCount]))]);
      expect([name, count]).toEqual([name, byType.reduce((sum, { count: ofType }) => sum + ofType, 0)]);
    }
  } finally {
    lease.release();
  }
}

describe("what is kept of records", () => {
  it("is what they come to, whatever was done: at the head, in the past, and when built anew", async () => {
    await fc.assert(fc.asyncProperty(randomHistory, fc.nat(), async (history, which) => {
      const { ledger, end } = await ownLedger("NOTHING");
      try {
        await liveThrough(ledger, history, kinds, async () => { atHead(ledger, expectKept); return Promise.resolve(); });
        await expectFiguresToBeFound(ledger, viewers[which % viewers.length] ?? nobody, which % 3 === 0 ? north : null);
        await inPast(ledger, which % (ledger.head() + 1), expectKept);
        await ledger.rebuild();
        atHead(ledger, expectKept);
        expect(ledger.verify()).toMatchObject({ sound: true });
      } finally {
        await end();
      }
    }), { numRuns: 6 });
  }, TIME_TO_SHRINK);

  it("is compared by whoever verifies, and made anew by whoever rebuilds", async () => {
    const { ledger, end } = await ownLedger("THE_DOCUMENTS");
    try {
      tamper(atHead(ledger, ({ sqlite }) => sqlite.name), "update milestone_turns set n = n + 1 where turn = 'BEGINS' and span = 'YEAR'");
      expect(ledger.verify()).toEqual({ sound: false, entry: ledger.head(), reason: "Every record is as its last entry says, but what is kept in milestone_turns is not what they come to. Make it anew: waymark rebuild." });
      await ledger.rebuild();
      expect(ledger.verify()).toMatchObject({ sound: true });
    } finally {
      await end();
    }
  });
});

const sketch = fc.record({
  audience: fc.constantFrom(...audiences), systemId: fc.constantFrom(north, south, null), status: fc.constantFrom(...milestoneStatuses),
  firstBaseline: closeDate, baseline: closeDate, forecast: closeDate, actual: closeDate, saidNotDoneOn: fc.option(closeDay),
});

describe("how many milestones stand how", () => {
  it("is kept for every day, every viewer and every system, and what is found in them too, as they come, move, are shown to others and go", async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(sketch, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 3 }), fc.nat(), async (parts, which) => {
      const world = await openWorld();
      await liveThrough(world.ledger, []);
      const programmeId = await world.record(programmeKind, { name: "Home first", status: "ACTIVE" });
      let ids: readonly string[] = [];
      for (const sketches of parts) {
        ids = await world.act((draft) => {
          ids.forEach((id, index) => {
            const change = sketches[index];
            if ((index + which) % 5 === 0) draft.remove(milestoneKind, id);
            else if (change !== undefined) draft.change(milestoneKind, id, Object.fromEntries(Object.entries(change).filter((_, field) => (field + which + index) % 8 === 0)));
          });
          const made = sketches.map((values) => draft.create(milestoneKind, { title: "Launch", type: "LAUNCH", programmeId, ...values }));
          for (const recordId of made.filter((_, index) => (index + which) % 2 === 0)) draft.cite({ sourceId: "sr_0", recordId, fields: [], line: 1, quote: null });
          return made;
        });
        await expectFiguresToBeFound(world.ledger, viewers[which % viewers.length] ?? nobody, which % 3 === 0 ? north : null);
        const supposed = world.ledger.supposing(world.ledger.entriesAfter(world.ledger.head() - 1, 1).flatMap(({ changes }) => changes).map((change) => ({ ...change, record: change.record && { ...change.record, status: "CANCELLED" } })));
        expectKept(supposed.graph);
        supposed.release();
        atHead(world.ledger, (graph, contextOf) => {
          const rows = tableStatement<typeof milestones.$inferSelect>(milestones, sql`select ${columnsOf(milestones)} from ${milestones}`).all(graph);
          const on = addDays(readDay("2024-03-24"), which % 16);
          for (const viewer of viewers) for (const system of [null, north]) {
            const seen = rows.filter((row) => maySee(viewer, row) && (system === null || row.systemId === system));
            const context = contextOf(viewer);
            expect(page(context, milestoneListing, { orderBy: "DUE" }).totalCount).toBe(rows.filter((row) => maySee(viewer, row)).length);
            expect(countsByTiming(context, system, on)).toEqual(Object.fromEntries(milestoneTimings.map((each) => [each, seen.filter((row) => timing(row, on) === each).length])));
            const to = addDays(on, which % 7);
            expect(countsDue(context, system, on, [to, on])).toEqual([to, on].map((until) => ({ CERTAIN: dueWithin(seen, on, until, "CERTAIN"), POSSIBLE: dueWithin(seen, on, until, "POSSIBLE") })));
          }
        });
      }
    }), { numRuns: 8 });
  }, TIME_TO_SHRINK);
});

function dueWithin(rows: readonly (typeof milestones.$inferSelect)[], from: Day, to: Day, certainty: string): number {
  return rows.filter((row) => {
    const { earliest, latest } = due(row);
    const comes = ["UPCOMING", "IN_WINDOW"].includes(timing(row, from));
    return comes && (earliest !== null || latest !== null) && certaintyWithin(due(row), { from, to }) === certainty;
  }).length;
}
