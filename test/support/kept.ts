import { quoted } from "../../src/ledger/projection.ts";
import type { Graph } from "../../src/ledger/graph.ts";
import { programmeGraph } from "../../src/serve/tracker.ts";

const { kept } = programmeGraph().derived;

/** What a graph keeps, next to what its rows come to: table by table. */
export function keptAndCounted(graph: Graph): { readonly kept: unknown; readonly counted: unknown } {
  const rows = (from: string): string[] => graph.run(from, []).map((row) => JSON.stringify(row)).toSorted();
  return {
    kept: Object.fromEntries(kept.map(({ table }) => [table, rows(`select * from ${quoted(table)}`)])),
    counted: Object.fromEntries(kept.map(({ table, counted }) => [table, rows(counted)])),
  };
}
