import { and, asc, eq, getTableColumns, gte, lte, sql } from "drizzle-orm";
import { MOST_CHANGES, type Change } from "./entry.ts";
import { query, statement, type Graph } from "./graph.ts";
import { readable } from "./reading.ts";
import { changes, entries } from "./table.ts";
import { asChange } from "./written.ts";

/** An entry, its changes left aside. */
export interface EntryHead {
  readonly number: number;
  readonly at: string;
  readonly act: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly hash: string;
}

/** A change, and where it stands: in which entry, at which place there. */
export interface PlacedChange {
  readonly change: Change;
  readonly entry: EntryHead;
  readonly position: number;
  /** Whether something of what it says was erased since. */
  readonly isErased: boolean;
}

const from = statement(
  query
    .select({ ...getTableColumns(changes), at: entries.at, act: entries.act, actor: entries.actor, reason: entries.reason, hash: entries.hash })
    .from(changes)
    .innerJoin(entries, eq(entries.number, changes.entry))
    .where(and(gte(changes.entry, sql.placeholder("from")), lte(changes.entry, sql.placeholder("until"))))
    .orderBy(asc(changes.entry), asc(changes.position))
    .limit(sql.placeholder("most")),
);

/** What whole entries changed, in order; and whether it is known that there is nothing behind them. */
export interface WholeEntries {
  readonly changes: readonly PlacedChange[];
  readonly isAll: boolean;
}

/** The changes of whole entries, from one up to another: at most so many, or those of the first entry that has any. */
export function changesFrom(ledger: Graph, first: number, until: number, most: number): WholeEntries {
  const rows = from.all(ledger, { from: first, until, most: most + 1 });
  const isAll = rows.length <= most;
  const [head, last] = [rows[0]?.entry, rows.at(-1)?.entry];
  const whole = isAll ? rows : head === last ? from.all(ledger, { from: head, until: head, most: MOST_CHANGES }) : rows.filter(({ entry }) => entry !== last);
  const placed = whole.map((row): PlacedChange => {
    const { entry: number, position, at, act, actor, reason, hash } = row;
    return { change: asChange(readable(ledger, row)), position, isErased: row.record === null && row.operation !== "REMOVE", entry: { number, at, act, actor, reason, hash } };
  });
  return { changes: placed, isAll };
}
