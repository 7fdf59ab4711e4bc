import Sqlite from "better-sqlite3";
import { endOf, type AskedMoment } from "../kernel/moment.ts";
import { refusal } from "../kernel/problem.ts";
import type { RecordKind } from "./concept.ts";
import type { Change } from "./entry.ts";
import { execute, withoutConstraints, type Ddl } from "./ddl.ts";
import { Graph } from "./graph.ts";
import { Projection } from "./projection.ts";
import { entryAt, lastChangesUpTo, momentOf } from "./reading.ts";
import type { Moment } from "./snapshot.ts";

/**
 * The entry that somebody means who reads at one moment and asks for another: the last that is not after it. Refuses what has
 * not passed yet where they read, since something could still be recorded at it, and what was before the first entry.
 */
export function entryMeant({ ledger, number, clock }: Pick<Moment, "ledger" | "number" | "clock">, asked: AskedMoment): number {
  if ("entry" in asked) {
    if (asked.entry > number) throw refusal("NOT_YET", `There is no entry ${asked.entry} here yet: the last one is ${number}. Ask for that one, or an earlier one.`);
    if (asked.entry < 1) throw beforeHistory(ledger);
    return asked.entry;
  }
  const end = endOf(asked);
  if (Date.parse(end) > clock) throw refusal("NOT_YET", "That moment has not passed yet. Ask for one that has; a day has passed when it ends in London.");
  const found = Math.min(entryAt(ledger, end), number);
  if (found === 0) throw beforeHistory(ledger);
  return found;
}

function beforeHistory(ledger: Graph): Error {
  const first = momentOf(ledger, 1);
  const begins = first === null ? "Nothing has been recorded yet." : `Nothing had been recorded by then: the first entry counts from ${first}. Ask for that moment, or a later one.`;
  return refusal("BEFORE_HISTORY", begins);
}

/**
 * The graph as it was after an entry, built in memory from the last change of each record up to it, and as it would be
 * with more changes after those. Whoever asked for it closes it.
 */
export function graphAt(ledger: Graph, number: number, kinds: readonly RecordKind[], ddl: Ddl, supposed: readonly Change[] = []): Graph {
  const sqlite = new Sqlite(":memory:");
  execute(sqlite, withoutConstraints(ddl));
  const projection = new Projection(sqlite, kinds);
  sqlite.exec("BEGIN");
  for (const change of lastChangesUpTo(ledger, number)) projection.apply(change);
  for (const change of supposed) projection.apply(change);
  sqlite.exec("COMMIT");
  sqlite.pragma("query_only = ON");
  return new Graph(sqlite);
}
