import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { graphql, type ExecutionResult, type GraphQLSchema } from "graphql";
import { openContext } from "../../src/api/context.ts";
import { graphSchema } from "../../src/api/schema.ts";
import { nobody, type Viewer } from "../../src/api/viewer.ts";
import { londonDay } from "../../src/kernel/day.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { concepts } from "../../src/schema.ts";
import { loadFoundingDocuments, openLedger } from "../../src/tracker.ts";

/** The five documents' graph in a file of its own, to be asked as anybody. */
export interface DocumentsGraph {
  readonly ledger: Ledger;
  ask(source: string, options?: { variables?: Record<string, unknown>; viewer?: Viewer }): Promise<{ result: ExecutionResult; statements: number }>;
  close(): Promise<void>;
}

export async function documentsGraph(): Promise<DocumentsGraph> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-documents-"));
  const ledger = await openLedger(join(folder, "waymark.db"));
  await loadFoundingDocuments(ledger);
  const schema = await graphSchema(concepts);
  return {
    ledger,
    ask: async (source, options) => ask(ledger, schema, source, options),
    close: async () => {
      await ledger.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function ask(ledger: Ledger, schema: GraphQLSchema, source: string, options: { variables?: Record<string, unknown>; viewer?: Viewer } = {}): Promise<{ result: ExecutionResult; statements: number }> {
  const lease = ledger.lease();
  const before = lease.graph.statements;
  const contextValue = openContext({ moment: lease, viewer: options.viewer ?? nobody, smallNumber: 5, today: londonDay(new Date()), deadline: Number.POSITIVE_INFINITY });
  try {
    const result = await graphql({ schema, source, contextValue, variableValues: options.variables ?? {} });
    return { result, statements: lease.graph.statements - before };
  } finally {
    lease.release();
  }
}
