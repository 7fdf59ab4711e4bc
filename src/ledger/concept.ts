import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Change } from "./entry.ts";

/**
 * One kind of record, as the ledger and the graph know it. A concept of the domain keeps one or several kinds
 * (an organisation, its names, its identifiers).
 */
export interface RecordKind<Table extends SQLiteTable = SQLiteTable> {
  /** Name of the object type in the schema, and of the kind in every entry: for ever. */
  readonly type: string;
  /** Two letters that every id of this kind begins with: for ever. */
  readonly prefix: string;
  readonly table: Table;
  /** The number of the shape in which records of this kind are written today. */
  readonly shape: number;
  /** For every older shape, what a change written in it says in the next one. */
  readonly upgrades: Readonly<Record<number, (change: Change) => readonly Change[]>>;
}

/** A kind of record in its first shape. */
export function recordKind<Table extends SQLiteTable>(type: string, prefix: string, table: Table): RecordKind<Table> {
  return { type, prefix, table, shape: 1, upgrades: {} };
}
