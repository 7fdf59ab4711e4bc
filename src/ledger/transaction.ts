import type { Database } from "better-sqlite3";
import { isUndone } from "./fault.ts";
import { untilFree } from "./file.ts";
import type { Graph } from "./graph.ts";
import { GraphReplaced } from "./graph-replaced.ts";
import { NotTaken, type Journal } from "./journal.ts";
import { stampOf } from "./reading.ts";

/** A connection that writes, and the graph that it knows. */
export interface WritingTo {
  readonly sqlite: Database;
  readonly graph: Graph;
  readonly stamp: string;
}

/** Runs work in one transaction, which is kept where the work says so; not where another version of Waymark has taken the file over. */
export async function transaction<Result>({ sqlite, graph, stamp }: WritingTo, work: () => Promise<{ readonly keep: boolean; readonly result: Result }>): Promise<Result> {
  await untilFree(() => sqlite.exec("BEGIN IMMEDIATE"));
  try {
    if (stampOf(graph) !== stamp) throw new GraphReplaced();
    const { keep, result } = await work();
    sqlite.exec(keep ? "COMMIT" : "ROLLBACK");
    return result;
  } catch (error) {
    // SQLite ends the transaction itself on some faults, a full disk among them.
    if (sqlite.inTransaction) sqlite.exec("ROLLBACK");
    throw error;
  }
}

/** Whether what was to be written may have become durable although this went wrong: what the journal was given it may have, whatever became of this copy. */
export function mayStand(error: unknown, journal: Journal | undefined): boolean {
  return !(error instanceof NotTaken) && (journal !== undefined || !isUndone(error));
}
