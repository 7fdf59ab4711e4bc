import Sqlite from "better-sqlite3";
import { sql, type SQL } from "drizzle-orm";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { alternativeIn, alternativeOf, type Alternatives } from "../../src/api/alternatives.ts";
import { certaintyWithin as certaintyIn } from "../../src/api/list/condition.ts";
import { openContext, type Context } from "../../src/api/context.ts";
import type { RecordTable } from "../../src/api/loaders.ts";
import { statusOf } from "../../src/api/value/status-of.ts";
import { nobody } from "../../src/api/access/viewer.ts";
import { claimantAlternatives } from "../../src/domain/claim/rules.ts";
import { claims } from "../../src/domain/claim/table.ts";
import { due, timing } from "../../src/domain/delivery/milestone/rules.ts";
import { timingOn } from "../../src/domain/delivery/milestone/store.ts";
import { milestoneKind, milestones, milestoneStatuses } from "../../src/domain/delivery/milestone/table.ts";
import { consulteeAlternatives, consulteeKindOf } from "../../src/domain/learning/consultation/rules.ts";
import { consulteeKindIn } from "../../src/domain/learning/consultation/store.ts";
import { consulteeKind, consultees } from "../../src/domain/learning/consultation/table.ts";
import { fieldsOf, statusIn } from "../../src/domain/overview/quality-tests.ts";
import { organisationKind, organisationKinds } from "../../src/domain/partners/organisation/table.ts";
import { partyAlternatives } from "../../src/domain/partners/party/rules.ts";
import { dueBySpan } from "../../src/domain/promises/pledge/due-by.ts";
import { dueBy } from "../../src/domain/promises/pledge/rules.ts";
import { pledgeActionKind, pledgeActions, pledgeSignatureKind } from "../../src/domain/promises/pledge/table.ts";
import { awardParties } from "../../src/domain/resources/funding/table.ts";
import { cohortAlternatives, trainingPartyAlternatives } from "../../src/domain/resources/training/rules.ts";
import { cohorts, trainingRoles } from "../../src/domain/resources/training/table.ts";
import { certaintyWithin } from "../../src/kernel/date-comparison.ts";
import { readDay, type Day } from "../../src/kernel/day.ts";
import { columnsOf, Graph, tableStatement } from "../../src/ledger/graph.ts";
import { valueIn } from "../../src/ledger/value-kind.ts";
import { openWorld, type World } from "../support/domain-world.ts";
import { learningOf } from "../support/given-learning.ts";
import { promisesOf } from "../support/given-promises.ts";
import { absence } from "../kernel/arbitraries.ts";
import { closeDate, closeDay } from "../support/close-dates.ts";

/** What a rule says of a record, the same rule says in SQL: every such pair, over rows that nobody thought of. */

const RUNS = { numRuns: 3 };
const TIME_TO_SHRINK = 60_000;

const oneOf = <Word extends string>(words: readonly Word[]): fc.Arbitrary<Word> => fc.constantFrom(...words);

function reading<Result>({ ledger }: World, work: (context: Context) => Result): Result {
  const lease = ledger.lease();
  try {
    return work(openContext({ moment: lease, viewer: nobody, smallNumber: 5, today: readDay("2024-03-31"), deadline: Number.POSITIVE_INFINITY }));
  } finally {
    lease.release();
  }
}

/** Rows of a table, each with what is worked out of it in SQL. */
function rowsWith<Table extends RecordTable>(context: Context, table: Table, inSql: Readonly<Record<string, SQL>>): (Table["$inferSelect"] & { readonly found: unknown[] })[] {
  const found = sql.join(Object.entries(inSql).map(([name, value]) => sql`${value} as ${sql.identifier(`sql_${name}`)}`), sql`, `);
  const rows = tableStatement<Table["$inferSelect"]>(table, sql`select ${columnsOf(table)}, ${found} from ${table}`).all(context.moment.graph);
  return rows.map((row) => {
    const values = new Map<string, unknown>(Object.entries(row));
    return { ...row, found: Object.keys(inSql).map((name) => values.get(`sql_${name}`)) };
  });
}

const milestone = fc.record({
  status: oneOf(milestoneStatuses), firstBaseline: closeDate, baseline: closeDate, forecast: closeDate, actual: closeDate, saidNotDoneOn: fc.option(closeDay),
  gaps: fc.dictionary(oneOf(["workstreamId", "ownerOrganisationId", "metBy", "parts", "saidNotDoneOn"]), absence, { noNullPrototype: true }),
});

async function withMilestones(work: (context: Context, days: { readonly on: Day; readonly from: Day }) => void): Promise<void> {
  await fc.assert(fc.asyncProperty(fc.array(milestone, { minLength: 40, maxLength: 80 }), closeDay, closeDay, async (sketches, on, from) => {
    const world = await openWorld();
    const programmeId = await world.given.programme();
    await world.act((draft) => { for (const sketch of sketches) draft.create(milestoneKind, { audience: "PUBLIC", title: "Launch", type: "LAUNCH", programmeId, ...sketch }); });
    reading(world, (context) => { work(context, { on, from }); });
  }), RUNS);
}

it("timing, when a milestone is due, and whether that is within days", async () => {
  await withMilestones((context, { on, from }) => {
    const [first, last] = from > on ? [on, from] : [from, on];
    const span = { earliest: milestones.dueEarliest, latest: milestones.dueLatest };
    const rows = rowsWith(context, milestones, { timing: timingOn(on), earliest: sql`${span.earliest}`, latest: sql`${span.latest}`, certainty: certaintyIn(span, { from: first, to: last }) });
    for (const { found, ...row } of rows) {
      const { earliest, latest } = due(row);
      const certainty = earliest === null && latest === null ? "NO" : certaintyWithin(due(row), { from: first, to: last });
      expect({ row, on, first, last, found }).toEqual({ row, on, first, last, found: [timing(row, on), earliest, latest, certainty] });
    }
  });
}, TIME_TO_SHRINK);

it("whether a field is known, and if not, why", async () => {
  await withMilestones((context) => {
    const columns = fieldsOf(milestones);
    const rows = rowsWith(context, milestones, Object.fromEntries(columns.map((column) => [column.name, sql`coalesce(${statusIn(milestones, column)}, 'KNOWN')`])));
    for (const { found, ...row } of rows) {
      const stored = new Map<string, unknown>(Object.entries(row));
      expect({ row, found }).toEqual({ row, found: columns.map(({ name }) => statusOf(valueIn(milestones, name, stored.get(name)), row.gaps[name])) });
    }
  });
}, TIME_TO_SHRINK);

it("when an action of a pledge is due", async () => {
  const action = fc.record({ due: closeDate, signed: closeDate, months: fc.option(fc.integer({ min: 1, max: 30 })) });
  await fc.assert(fc.asyncProperty(fc.array(action, { minLength: 20, maxLength: 40 }), async (sketches) => {
    const world = await openWorld();
    const make = promisesOf(world);
    const pledgeId = await make.pledge();
    const organisationId = await world.given.organisation();
    const versions = new Map<number, string>();
    for (const { months } of sketches) if (months !== null && !versions.has(months)) versions.set(months, await make.version({ pledgeId, actionMonths: months }));
    const signing = new Map(await world.act((draft) => sketches.map(({ signed, months, due: dueOn }) => {
      const signatureId = draft.create(pledgeSignatureKind, { audience: "PUBLIC", pledgeId, organisationId, signed, authority: "LEADER", ...(months === null ? {} : { pledgeVersionId: versions.get(months) ?? "" }) });
      return [draft.create(pledgeActionKind, { audience: "PUBLIC", signatureId, position: 1, statement: "Find a champion", progress: "NOT_REPORTED", due: dueOn }), { signed, months }] as const;
    })));
    reading(world, (context) => {
      const span = dueBySpan(context);
      for (const { found, ...row } of rowsWith(context, pledgeActions, { earliest: sql`${span.earliest}`, latest: sql`${span.latest}` })) {
        const { signed, months } = signing.get(row.id) ?? { signed: row.due, months: null };
        const { earliest, latest } = months === null ? dueBy(row.due, signed) : dueBy(row.due, signed, { months });
        expect({ row, signed, months, found }).toEqual({ row, signed, months, found: [earliest, latest] });
      }
    });
  }), RUNS);
}, TIME_TO_SHRINK);

it("which of several a record is about", () => {
  const graph = new Graph(new Sqlite(":memory:"));
  const among = <Column extends string, Kind extends string>(table: RecordTable & Readonly<Record<Column, RecordTable["id"]>>, alternatives: Alternatives<Column, Kind>): void => {
    const columns = alternatives.kinds.map(([column]) => column);
    fc.assert(fc.property(fc.array(fc.boolean(), { minLength: columns.length, maxLength: columns.length }), (filled) => {
      const row = new Map(columns.map((column, place) => [column, filled[place] === true ? "or_0123456789abcdef" : null]));
      // Every column that the alternatives name has its place in the row.
      // oxlint-disable-next-line no-unsafe-type-assertion -- see above
      const expected = alternativeOf(Object.fromEntries(row) as Record<Column, string | null>, alternatives);
      const values = sql.join(columns.map((column) => sql`${row.get(column) ?? null} as ${sql.identifier(column)}`), sql`, `);
      const found = tableStatement<{ kind: string }>(table, sql`select ${alternativeIn(table, alternatives)} as "kind" from (select ${values}) as ${table}`).all(graph);
      expect({ row, found }).toEqual({ row, found: [{ kind: expected }] });
    }));
  };
  among(awardParties, partyAlternatives);
  among(trainingRoles, trainingPartyAlternatives);
  among(cohorts, cohortAlternatives);
  among(claims, claimantAlternatives);
  among(consultees, consulteeAlternatives);
});

it("what a consultee is, by the organisation that it is", async () => {
  const organisation = fc.record({ kind: fc.option(oneOf(organisationKinds), { nil: undefined }), isPart: fc.boolean(), isMembers: fc.boolean() });
  await fc.assert(fc.asyncProperty(fc.array(organisation, { minLength: 20, maxLength: 40 }), async (sketches) => {
    const world = await openWorld();
    const consultationId = await learningOf(world).consultation();
    const parentId = await world.given.organisation({ name: "The whole" });
    const asked = new Map(await world.act((draft) => sketches.map(({ kind, isPart, isMembers }) => {
      const organisationId = draft.create(organisationKind, { audience: isMembers ? "MEMBERS" : "PUBLIC", name: "A body", status: "ACTIVE", ...(kind === undefined ? {} : { kind }), ...(isPart ? { parentId } : {}) });
      return [draft.create(consulteeKind, { audience: "PUBLIC", consultationId, organisationId }), isMembers ? null : { kind: kind ?? null, parentId: isPart ? parentId : null }] as const;
    })));
    reading(world, (context) => {
      for (const { found, ...row } of rowsWith(context, consultees, { kind: consulteeKindIn(context) })) {
        expect({ row, found }).toEqual({ row, found: [consulteeKindOf(row, asked.get(row.id) ?? null)] });
      }
    });
  }), RUNS);
}, TIME_TO_SHRINK);
