import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differencesBetween, type Difference } from "../../src/ledger/between.ts";
import type { RecordKind } from "../../src/ledger/concept.ts";
import type { Draft } from "../../src/ledger/draft.ts";
import { storedColumns, type Graph } from "../../src/ledger/graph.ts";
import type { Json } from "../../src/ledger/entry.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { canonical } from "../../src/ledger/seal.ts";
import { act } from "./contract/store.ts";
import { erasableKinds, Somebody } from "../support/erasable.ts";
import { ROUNDS } from "../support/rounds.ts";
import { inPast, openLedger } from "../support/ledger.ts";
import { ownLedger } from "../support/ledger-file.ts";
import { erasingHistory, liveThrough, randomHistory } from "../support/random-history.ts";
import { rowsOf } from "../support/rows.ts";
import { Project, Task } from "../support/world.ts";

/** Every record of a graph in one text, by its id. */
function recordsOf(graph: Graph, kinds: readonly RecordKind[]): Map<string, string> {
  return new Map(kinds.flatMap((kind) => rowsOf(graph, kind).map((row): [string, string] => {
    const fields = storedColumns(kind.table).flatMap((column): [string, unknown][] => (row[column.name] === null ? [] : [[column.name, column.mapFromDriverValue(row[column.name])]]));
    // A custom column gives back what its check returned, which is JSON.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    return [row.id, canonical(Object.fromEntries(fields) as Record<string, Json>)];
  })));
}

async function at(ledger: Ledger, number: number): Promise<Map<string, string>> {
  return inPast(ledger, number, (graph) => recordsOf(graph, ledger.kinds));
}

function between(ledger: Ledger, from: number, to: number): Difference[] {
  const lease = ledger.lease();
  try {
    return [...differencesBetween(lease.ledger, ledger.kinds, from, to)].flat();
  } finally {
    lease.release();
  }
}

async function done(ledger: Ledger, decide: (draft: Draft) => void): Promise<number> {
  const { entry } = await ledger.commit(act(), decide);
  return entry;
}

function records(differences: readonly Difference[]): unknown {
  return differences.map(({ before, after }) => [before?.record, after?.record]);
}

/** What a difference says of each record, in short. */
function said(differences: readonly Difference[]): unknown {
  return differences.map(({ id, before, after }) => [id, before?.record["title"], after?.record["title"]]);
}

describe("the difference between two entries", () => {
  it("of any random history, applied to the records at the first, gives those at the second", { timeout: 60_000 + (ROUNDS ?? 0) * 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(randomHistory, erasingHistory), fc.nat(), fc.nat(), async (history, one, other) => {
        const { ledger, end } = await ownLedger("NOTHING");
        try {
          await liveThrough(ledger, history);
          const [from = 0, to = 0] = [one, other].map((number) => number % (ledger.head() + 1)).toSorted((a, b) => a - b);
          const records = await at(ledger, from);
          for (const { id, before, after } of between(ledger, from, to)) {
            expect(before === null ? undefined : canonical(before.record)).toBe(records.get(id));
            if (after === null) records.delete(id);
            else records.set(id, canonical(after.record));
          }
          expect(records).toEqual(await at(ledger, to));
        } finally {
          await end();
        }
      }),
      { numRuns: ROUNDS ?? 15, endOnFailure: true },
    );
  });

  it("is the net of several changes, with whole records on both sides", async () => {
    const ledger = await openLedger();
    const [kept, moved, gone] = ["pj_0000000000000001", "pj_0000000000000002", "pj_0000000000000003"] as const;
    const from = await done(ledger, (draft) => { for (const id of [kept, moved, gone]) draft.create(Project, { title: "House" }, id); });
    await done(ledger, (draft) => { draft.change(Project, moved, { title: "Hut" }); draft.remove(Project, gone); });
    const to = await done(ledger, (draft) => { draft.change(Project, moved, { title: "Tent" }); });
    const after = await done(ledger, (draft) => { draft.change(Project, kept, { title: "Cave" }); draft.restore(Project, gone); });
    expect(said(between(ledger, from, to))).toEqual([[moved, "House", "Tent"], [gone, "House", undefined]]);
    expect(said(between(ledger, 0, from))).toEqual([kept, moved, gone].map((id) => [id, undefined, "House"]));
    expect(said(between(ledger, from, after))).toEqual([[moved, "House", "Tent"], [gone, "House", "House"], [kept, "House", "Cave"]]);
    expect(between(ledger, to, to)).toEqual([]);
  });

  it("has what was erased since on neither side", async () => {
    const ledger = await openLedger({ kinds: erasableKinds });
    const who = "pj_0000000000000001";
    const from = await done(ledger, (draft) => { draft.create(Somebody, { title: "Ottoline Fenwick" }, who); });
    const to = await done(ledger, (draft) => { draft.change(Somebody, who, { title: "Murgatroyd Quibble" }); draft.create(Task, { title: "Ask Ottoline Fenwick", state: "OPEN", projectId: who }); });
    expect(JSON.stringify(records(between(ledger, from, to)))).toMatch(/Ottoline.*Murgatroyd.*Ottoline/);
    await ledger.commit({ name: "person:erase", actor: "steward" }, (draft) => { draft.erase(Somebody, who); });
    expect(JSON.stringify(records(between(ledger, from, to)))).not.toMatch(/Ottoline|Murgatroyd/);
    expect(said(between(ledger, from, to))).toContainEqual([who, "[erased]", "[erased]"]);
  });

  it("is read in slices, between which whoever reads on can let others come, however many changes there are", async () => {
    const ledger = await openLedger();
    for (let act = 0; act < 5; act += 1) await done(ledger, (draft) => { for (let number = 0; number < 1_000; number += 1) draft.create(Project, { title: "House" }); });
    const lease = ledger.lease();
    const slices = [...differencesBetween(lease.ledger, ledger.kinds, 0, ledger.head())];
    expect(slices.map((slice) => slice.length)).toEqual([0, ...Array.from({ length: 25 }, () => 200)]);
    expect(new Set(slices.flat().map(({ id }) => id)).size).toBe(5_000);
    lease.release();
  });
});
