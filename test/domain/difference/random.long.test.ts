import * as fc from "fast-check";
import { sql } from "drizzle-orm";
import { graphql } from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "../../support/schema.ts";
import { maySee, type Guarded } from "../../../src/api/access/audience.ts";
import { openContext, type Context } from "../../../src/api/context.ts";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { changedColumns, tellingColumns } from "../../../src/domain/difference/compare.ts";
import { differenceOf } from "../../../src/domain/difference/difference.ts";
import { Readings } from "../../../src/domain/difference/readings-of.ts";
import { requestOf } from "../../../src/domain/difference/request.ts";
import type { AnyRow } from "../../../src/domain/board-reading.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { prefixOf } from "../../../src/kernel/identity.ts";
import { lastVersionsAt } from "../../../src/ledger/between.ts";
import { columnsOf, tableStatement } from "../../../src/ledger/graph.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { wasOpenTo } from "../../../src/api/history/open-to.ts";
import { concepts } from "../../../src/schema.ts";
import { memberOf, officeOf } from "../../support/domain-world.ts";
import { ROUNDS } from "../../support/rounds.ts";
import { ErasedNames } from "../../support/erased-names.ts";
import { inPast } from "../../support/ledger.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { erasingHistory, liveThrough, randomHistory, systemId, type RandomHistory } from "../../support/random-history.ts";
import { DIFFERENCE } from "./difference-query.ts";

const kinds = concepts.flatMap((concept) => concept.kinds);
const readings = new Readings(kinds, concepts.flatMap(({ readings = [] }) => readings));
const NORTH = systemId("North");
const viewers: Readonly<Record<string, Viewer>> = { nobody, member: memberOf(NORTH), office: officeOf(NORTH) };

/** The rows that a viewer may see in the graph as it was after an entry, and the ids of all that there were. */
async function seenAt(ledger: Ledger, number: number, viewer: Viewer): Promise<{ readonly seen: ReadonlyMap<string, AnyRow>; readonly there: ReadonlySet<string> }> {
  return inPast(ledger, number, (graph) => {
    const rows = kinds.flatMap(({ table }) => tableStatement<AnyRow & Guarded>(table, sql`select ${columnsOf(table)} from ${table}`).all(graph));
    return { seen: new Map(rows.filter((row) => maySee(viewer, row)).map((row) => [row.id, row])), there: new Set(rows.map(({ id }) => id)) };
  });
}

const asked = [fc.oneof(randomHistory, erasingHistory), fc.tuple(fc.nat(), fc.nat()), fc.constantFrom("nobody", "member", "office")] as const;

/** Lives through a history, and hands over a request of the viewer's between two of its entries. */
async function between(history: RandomHistory, numbers: readonly [number, number], viewer: Viewer, look: (ledger: Ledger, context: Context, from: number, to: number, gone: readonly string[]) => Promise<void>): Promise<void> {
  const { ledger, end } = await ownLedger("NOTHING");
  const names = new ErasedNames(ledger);
  await liveThrough(ledger, history, undefined, async () => { names.note(); });
  const [from = 1, to = 1] = numbers.map((number) => 1 + (number % ledger.head())).toSorted((a, b) => a - b);
  const lease = ledger.lease();
  try {
    await look(ledger, openContext({ moment: lease, viewer, smallNumber: 5, today: readDay("2024-07-05"), deadline: Number.POSITIVE_INFINITY }), from, to, names.goneAt(to));
  } finally {
    lease.release();
    await end();
  }
}

describe("the difference of any random history", () => {
  it("tells each viewer every column in which what they see at one moment is not what they see at the other, names no other record, and nobody who was erased since", { timeout: 90_000 + (ROUNDS ?? 0) * 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(...asked, async (history, numbers, who) => {
        const viewer = viewers[who] ?? nobody;
        await between(history, numbers, viewer, async (ledger, context, from, to, gone) => {
          const { items, unmoved } = await differenceOf(context, readings, requestOf(context, { from: { entry: from }, to: { entry: to } }));
          const [was, is] = await Promise.all([seenAt(ledger, from, viewer), seenAt(ledger, to, viewer)]);
          const expected = new Map<string, readonly string[]>();
          for (const id of new Set([...was.seen.keys(), ...is.seen.keys()])) {
            const [before, after] = [was.seen.get(id) ?? null, is.seen.get(id) ?? null];
            if (after === null && (is.there.has(id) || isHiddenAtLast(context, id, to))) continue;
            const reading = readings.of({ type: kinds.find(({ prefix }) => prefix === prefixOf(id))?.type ?? "" });
            const columns = before === null || after === null ? tellingColumns(reading.kind) : [...changedColumns(reading, before, after)];
            if (columns.length > 0) expected.set(id, columns.toSorted());
          }
          const told = new Map<string, string[]>();
          for (const item of items.flatMap(({ parts, ...item }) => [item, ...parts]).filter(({ group }) => group !== "RE_RATED")) {
            const id = (item.after ?? item.before)?.id ?? "";
            told.set(id, [...new Set([...(told.get(id) ?? []), ...item.tells, ...item.along])].toSorted());
            expect([item.before?.version, item.after?.version]).toEqual([was.seen.get(id)?.version, is.seen.get(id)?.version]);
          }
          expect(told).toEqual(expected);
          expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
          for (const id of unmoved) expect([was.seen.has(id), is.seen.has(id), told.has(id)]).toEqual([true, true, false]);
          const { data, errors } = await graphql({ schema, source: DIFFERENCE, contextValue: context, variableValues: { from, to, first: 100 } });
          expect(errors).toBeUndefined();
          const cursors = [...JSON.stringify(data).matchAll(/"(?:endCursor|cursor)":"([^"]+)"/g)].map(([, cursor]) => Buffer.from(cursor ?? "", "base64url").toString());
          const named = [...[JSON.stringify(data), ...cursors].join(" ").matchAll(/\b[a-z]{2}_[0-9a-hjkmnp-tv-z]{16}\b/g)].map(([id]) => id);
          expect(named.filter((id) => !was.seen.has(id) && !is.seen.has(id))).toEqual([]);
          for (const name of gone) expect(JSON.stringify(data)).not.toContain(name);
        });
      }),
      { numRuns: ROUNDS ?? 8, endOnFailure: true },
    );
  });
});

/** Whether a record that is gone was not for this viewer when it went. */
function isHiddenAtLast(context: Context, id: string, to: number): boolean {
  const last = lastVersionsAt(context.moment.ledger, readings.ofLedger, [id], to).get(id);
  return last !== undefined && !wasOpenTo(context, last.kind, last.record);
}
