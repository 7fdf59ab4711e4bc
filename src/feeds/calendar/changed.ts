import type { Graph } from "../../ledger/graph.ts";
import { lastEntryOf, momentOf } from "../../ledger/reading.ts";

/** The last entry that changed one of some records, and when that was: what follows from several records has changed when one of them has. */
export function lastChanged(ledger: Graph, ids: readonly string[]): { readonly entry: number; readonly at: string } {
  const entry = Math.max(0, ...ids.map((id) => lastEntryOf(ledger, id) ?? 0));
  return { entry, at: momentOf(ledger, entry) ?? new Date(0).toISOString() };
}
