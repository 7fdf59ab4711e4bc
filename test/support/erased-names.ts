import type { Ledger } from "../../src/ledger/ledger.ts";
import type { Graph } from "../../src/ledger/graph.ts";

/** The names of people who were erased: noted while a history is lived through, as afterwards nothing tells them. */
export class ErasedNames {
  private readonly ledger: Ledger;
  private readonly ever = new Map<string, Set<string>>();

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  /** Notes who is there now: to be called after each act. */
  note(): void {
    for (const { id, name } of this.rows((graph) => graph.run("select id, name from people", []))) {
      this.ever.set(String(id), (this.ever.get(String(id)) ?? new Set()).add(String(name)));
    }
  }

  /** The people who were erased after an entry. */
  idsSince(number: number): ReadonlySet<string> {
    const erased = this.rows((graph) => graph.run("select distinct recordId as id from changes join erasures on what = 'RECORD' and ofEntry = changes.entry and ofPosition = changes.position where type = 'Person' and erasures.entry > ?", [number]));
    return new Set(erased.map(({ id }) => String(id)));
  }

  /** What may stand in no answer up to an entry: their names, but for those that somebody has or had who was not erased since. */
  goneAt(number: number): string[] {
    const since = this.idsSince(number);
    const kept = new Set([...this.ever].flatMap(([id, names]) => (since.has(id) ? [] : [...names])));
    return [...since].flatMap((id) => [...(this.ever.get(id) ?? [])]).filter((name) => name !== "[erased]" && !kept.has(name));
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
