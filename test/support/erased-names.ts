import type { Ledger } from "../../src/ledger/ledger.ts";
import { grouped } from "../../src/kernel/grouped.ts";
import type { Graph } from "../../src/ledger/graph.ts";

/** The names of people who were erased: noted while a history is lived through, as afterwards nothing tells them. */
export class ErasedNames {
  private readonly ledger: Ledger;
  /** Each name that each of them was seen to have, with the entry at which it was last seen. */
  private readonly seen = new Map<string, Map<string, number>>();

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  /** Notes who is there now: to be called after each act. */
  note(): void {
    const head = this.ledger.head();
    for (const { id, name } of this.rows((graph) => graph.run("select id, name from people", []))) {
      this.seen.set(String(id), (this.seen.get(String(id)) ?? new Map<string, number>()).set(String(name), head));
    }
  }

  /** The people who were erased after an entry. */
  idsSince(number: number): ReadonlySet<string> {
    return new Set([...this.erasings()].flatMap(([id, entries]) => (entries.some((entry) => entry > number) ? [id] : [])));
  }

  /**
   * What may stand in no answer up to an entry: the names that they had and lost by being erased after it, but for those that somebody has or had
   * who was not erased. Of whom had been erased before, only what they were called since: nobody knows any more what they were called earlier.
   */
  goneAt(number: number): string[] {
    const erasings = this.erasings();
    const named = [...this.seen].flatMap(([id, names]) => [...names].map(([name, last]) => ({ name, last, before: erasings.get(id)?.findLast((entry) => entry <= number) ?? 0, end: erasings.get(id)?.at(-1) ?? 0 })));
    const kept = this.kept(erasings);
    return named.filter(({ name, last, before, end }) => last > before && last < end && end > number && name !== "[erased]" && !kept.has(name)).map(({ name }) => name);
  }

  /** What people are or were called who were not erased since, as the ledger says: also in between two notes. */
  private kept(erasings: ReadonlyMap<string, readonly number[]>): ReadonlySet<string> {
    const rows = this.rows((graph) => graph.run("select recordId as id, entry, json_extract(record, '$.name') as name from changes where type = 'Person'", []));
    return new Set(rows.filter(({ id, entry }) => Number(entry) > (erasings.get(String(id))?.at(-1) ?? 0)).map(({ name }) => String(name)));
  }

  /** The entries at which each of them was erased, in order. */
  private erasings(): ReadonlyMap<string, readonly number[]> {
    const rows = this.rows((graph) => graph.run("select distinct recordId as id, erasures.entry as entry from changes join erasures on what = 'RECORD' and ofEntry = changes.entry and ofPosition = changes.position where type = 'Person' order by erasures.entry", []));
    return new Map([...grouped(rows, ({ id }) => String(id))].map(([id, of]) => [id, of.map(({ entry }) => Number(entry))]));
  }

  private rows(read: (graph: Graph) => Record<string, unknown>[]): Record<string, unknown>[] {
    const lease = this.ledger.lease();
    try {
      return read(lease.graph);
    } finally {
      lease.release();
    }
  }
}
