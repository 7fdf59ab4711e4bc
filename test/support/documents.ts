import type { ExecutionResult } from "graphql";
import { openContext } from "../../src/api/context.ts";
import { nobody, type Viewer } from "../../src/api/access/viewer.ts";
import { londonDay } from "../../src/kernel/day.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { ownLedger } from "./ledger-file.ts";
import { answerTo } from "./schema.ts";

/** The five documents' graph in a file of its own, with or without the example year, to be asked as anybody. */
export interface DocumentsGraph {
  readonly ledger: Ledger;
  ask(source: string, options?: { variables?: Record<string, unknown>; viewer?: Viewer }): Promise<{ result: ExecutionResult; statements: number }>;
  close(): Promise<void>;
}

export async function documentsGraph(holding: "THE_DOCUMENTS" | "THE_EXAMPLE_YEAR" = "THE_DOCUMENTS"): Promise<DocumentsGraph> {
  const { ledger, end } = await ownLedger(holding);
  return { ledger, ask: async (source, options) => ask(ledger, source, options), close: end };
}

async function ask(ledger: Ledger, source: string, options: { variables?: Record<string, unknown>; viewer?: Viewer } = {}): Promise<{ result: ExecutionResult; statements: number }> {
  const lease = ledger.lease();
  const before = lease.graph.statements;
  const contextValue = openContext({ moment: lease, viewer: options.viewer ?? nobody, smallNumber: 5, today: londonDay(new Date()), deadline: Number.POSITIVE_INFINITY });
  try {
    const result = await answerTo(source, contextValue, options.variables);
    return { result, statements: lease.graph.statements - before };
  } finally {
    lease.release();
  }
}
