import { array, assert, asyncProperty, boolean, constant, constantFrom, nat, oneof, record } from "fast-check";
import { sql } from "drizzle-orm";
import { expect, it, onTestFinished } from "vitest";
import { maySee } from "../../src/api/access/audience.ts";
import { nobody } from "../../src/api/access/viewer.ts";
import { openContext, type Context } from "../../src/api/context.ts";
import { recordOf, recordsOf } from "../../src/api/loaders.ts";
import { placeKind, places } from "../../src/domain/foundation/place/table.ts";
import { people, personKind } from "../../src/domain/partners/person/table.ts";
import { readDay } from "../../src/kernel/day.ts";
import { cutOf, tableStatement } from "../../src/ledger/graph.ts";
import type { Lease } from "../../src/ledger/snapshot.ts";
import { openLedger } from "../../src/serve/tracker.ts";
import { memberOf, officeOf } from "../support/domain-world.ts";
import { freshFile } from "../support/ledger.ts";

/** What can happen: somebody is made, changed, removed or erased, from here or from a process beside, or many at once; somebody begins to read, reads, or ends. */
const happening = oneof(
  { weight: 4, arbitrary: record({ what: constantFrom("MAKE", "CHANGE", "REMOVE"), beside: boolean(), which: nat(20) }) },
  { weight: 1, arbitrary: record({ what: constantFrom("ERASE", "MANY"), beside: boolean(), which: nat(20) }) },
  { weight: 2, arbitrary: record({ what: constantFrom("BEGIN", "END"), beside: constant(false), which: nat(3) }) },
  { weight: 6, arbitrary: record({ what: constant("READ"), beside: boolean(), which: nat(20) }) },
);

const cuts = [cutOf(people, null), cutOf(people, new Set(["name"])), cutOf(people, new Set(["name", "visibility"]))];

const told = (row: typeof people.$inferSelect | null): unknown => (row === null ? null : { name: row.name, audience: row.audience });

it("records at hand are what would be read again, by whoever may see them, whatever has happened since they were read", { timeout: 120_000 }, async () => {
  const file = freshFile();
  const [here, beside] = [await openLedger(file), await openLedger(file)];
  onTestFinished(async () => { await here.close(); await beside.close(); });
  const { value: system } = await here.commit({ name: "test:given", actor: "test" }, (draft) => draft.create(placeKind, { audience: "PUBLIC", name: "Here", level: "SYSTEM" }));
  if (system === null) throw new Error("There is no system.");
  const viewers = [nobody, memberOf(system), officeOf(system)];
  let made = 0;
  const person = (): { readonly name: string; readonly visibility: "PUBLIC_ROLE"; readonly audience: "PUBLIC" | "MEMBERS" | "DRAFT"; readonly systemId: string } => {
    made += 1;
    return { name: `Somebody ${made}`, visibility: "PUBLIC_ROLE", audience: (["PUBLIC", "MEMBERS", "DRAFT"] as const)[made % 3] ?? "PUBLIC", systemId: system };
  };
  await assert(
    asyncProperty(array(happening, { minLength: 20, maxLength: 60 }), async (all) => {
      const standing: string[] = [];
      const ever: string[] = [];
      const leases: Lease[] = [];
      const given: unknown[] = [];
      const read: unknown[] = [];
      for (const { what, beside: fromBeside, which } of all) {
        const ledger = fromBeside ? beside : here;
        const id = standing[which % Math.max(1, standing.length)];
        const act = async (decide: Parameters<typeof ledger.commit<unknown>>[1]): Promise<void> => { await ledger.commit({ name: "test:given", actor: "test" }, decide); };
        if (what === "MAKE") await act((draft) => { const added = draft.create(personKind, person()); standing.push(added); ever.push(added); });
        if (what === "MANY") await act((draft) => { for (let more = 0; more < 3; more += 1) { const added = draft.create(personKind, person()); standing.push(added); ever.push(added); } });
        if (what === "CHANGE" && id !== undefined) await act((draft) => { draft.change(personKind, id, { name: person().name }); });
        if (what === "REMOVE" && id !== undefined) await act((draft) => { draft.remove(personKind, id); });
        if (what === "ERASE" && id !== undefined) await act((draft) => { draft.erase(personKind, id); });
        if ((what === "REMOVE" || what === "ERASE") && id !== undefined) standing.splice(standing.indexOf(id), 1);
        if (what === "BEGIN") leases.push(ledger.lease());
        if (what === "END") leases.shift()?.release();
        if (what === "READ") {
          const lease = leases[which % 4] ?? ledger.lease();
          for (const viewer of viewers) for (const cut of cuts) {
            const context: Context = openContext({ moment: lease, viewer, smallNumber: 5, today: readDay("2024-07-05"), deadline: Number.POSITIVE_INFINITY });
            const rows = tableStatement<typeof people.$inferSelect>(people, sql`select ${cut.columns} from ${people}`, cut).all(lease.graph);
            const seen = new Map(rows.filter((row) => maySee(viewer, row)).map((row) => [row.id, row]));
            given.push(recordsOf(context, people, cut, ever).map((row) => told(row)));
            read.push(ever.map((one) => told(seen.get(one) ?? null)));
          }
          if (!leases.includes(lease)) lease.release();
        }
      }
      for (const lease of leases) lease.release();
      expect(given).toEqual(read);
    }),
    { numRuns: Number(process.env["ROUNDS"] ?? 15), endOnFailure: true },
  );
});

it("of very much, what was read first does not stay at hand", async () => {
  const ledger = await openLedger(freshFile());
  onTestFinished(async () => ledger.close());
  const long = "x".repeat(90_000);
  const ids: string[] = [];
  for (let page = 0; page < 6; page += 1) {
    await ledger.commit({ name: "test:given", actor: "test" }, (draft) => { for (let one = 0; one < 10; one += 1) ids.push(draft.create(placeKind, { audience: "PUBLIC", name: `${long}${page}.${one}`, level: "SYSTEM" })); });
  }
  const lease = ledger.lease();
  const context = openContext({ moment: lease, viewer: nobody, smallNumber: 5, today: readDay("2024-07-05"), deadline: Number.POSITIVE_INFINITY });
  const asked = (some: readonly string[]): number => {
    const before = lease.graph.statements;
    expect(recordsOf(context, places, cutOf(places, null), some).map((row) => row?.id)).toEqual(some);
    return lease.graph.statements - before;
  };
  expect(asked(ids.slice(0, 30))).toBe(1);
  expect(asked(ids.slice(0, 30))).toBe(0);
  expect(asked(ids.slice(30))).toBe(1);
  expect(asked(ids.slice(30))).toBe(0);
  expect(asked(ids.slice(0, 30))).toBe(1);
  lease.release();
});

it("one that is asked for by its id is taken from there, and not put there", async () => {
  const ledger = await openLedger(freshFile());
  onTestFinished(async () => ledger.close());
  const { value: id } = await ledger.commit({ name: "test:given", actor: "test" }, (draft) => draft.create(placeKind, { audience: "PUBLIC", name: "Here", level: "SYSTEM" }));
  const lease = ledger.lease();
  const context = openContext({ moment: lease, viewer: nobody, smallNumber: 5, today: readDay("2024-07-05"), deadline: Number.POSITIVE_INFINITY });
  const statements = (work: () => unknown): number => {
    const before = lease.graph.statements;
    expect(work()).toMatchObject({ name: "Here" });
    return lease.graph.statements - before;
  };
  const one = (): unknown => recordOf(context, places, cutOf(places, null), String(id));
  expect([statements(one), statements(one)]).toEqual([1, 1]);
  expect([statements(() => recordsOf(context, places, cutOf(places, null), [String(id)])[0]), statements(one)]).toEqual([1, 0]);
  lease.release();
});
