import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { storedColumns } from "./graph.ts";
import { valueKindOf } from "./value-kind.ts";
import type { Change, Json } from "./entry.ts";

/**
 * One kind of record, as the ledger and the graph know it. A concept of the domain keeps one or several kinds
 * (an organisation, its names, its identifiers).
 */
export interface RecordKind<Table extends SQLiteTable = SQLiteTable> {
  /** Name of the object type in the schema, and of the kind in every entry: for ever. */
  readonly type: string;
  /** What acts on it are called after, where that is not its type: `role` of a RoleGrant. */
  readonly noun?: string;
  /** What people call one of this kind, where its type is not plain enough: "HIT" for a HealthIntegrationTeam. */
  readonly spoken?: string;
  /** What a record of this kind is called, where none of its own columns says that. */
  called?(row: Table["$inferSelect"]): readonly Called[];
  /** Two letters that every id of this kind begins with: for ever. */
  readonly prefix: string;
  readonly table: Table;
  /** The number of the shape in which records of this kind are written today. */
  readonly shape: number;
  /** For every older shape, what a change written in it says in the next one. */
  readonly upgrades: Readonly<Record<number, (change: Change) => readonly Change[]>>;
  /** By what somebody may look for a record of this kind; none where nobody does. */
  readonly searchable?: Searchable;
  /** How a record of this kind is erased on request; none where that is never asked for. */
  readonly erasable?: Erasable;
  /** What a record of this kind is part of, beside its system: who holds a role there holds it here. */
  readonly partOf: readonly PartOf[];
  /** Whether records that point at one of this kind belong to it, even where they need not point at one: a programme, a group. */
  readonly whole?: true;
  /** The column that points at the record of which one of this kind is no more than a part: it goes when that is removed, and comes back with it. */
  readonly goesWith?: AnySQLiteColumn;
  /** What a record of this kind can be cited by: the column with the SHA-256 of the text that it stands for, where that is known. None where it is no source. */
  readonly citable?: AnySQLiteColumn;
  /** Where a record of this kind says one thing of several: an organisation or a group, but not both. */
  readonly choices: readonly Choice[];
}

/** A piece of what a record is called: words, or what the record with an id is called. */
export type Called = string | null | { readonly of: string | null };

/** Columns of which a record fills one, and never a second. */
export interface Choice {
  readonly among: readonly AnySQLiteColumn[];
  /** What to say to somebody who fills none; null where a record may do without. */
  readonly unsaid: string | null;
}

/** What erasing a record of a kind means. */
export interface Erasable {
  /** The columns by which somebody would know whom the record is about: their values go wherever they stand. */
  readonly names: readonly AnySQLiteColumn[];
  /** What stands in the record afterwards, in every version: the place in the history stays, and all that points at it. */
  readonly leaves: (id: string) => Readonly<Record<string, Json>>;
}

/** A column that points at a larger whole; or the column of another table that does, in the rows which point here. */
export type PartOf = AnySQLiteColumn | { readonly through: AnySQLiteColumn; readonly to: AnySQLiteColumn };

/** The columns by whose words a record is looked for. */
export interface Searchable {
  /** Its names and titles; the first is what it is called. */
  readonly names?: readonly AnySQLiteColumn[];
  /** Columns that hold a list of other names. */
  readonly aliases?: readonly AnySQLiteColumn[];
  /** What it says, or what it is about: found by its words, after names. The first is what a record without a name is called. */
  readonly statements?: readonly AnySQLiteColumn[];
  /** Columns that are one identifier of it together: its list, where it has a column for that, and then the value. */
  readonly identifier?: readonly AnySQLiteColumn[];
  /** The column that points at the record which is looked for by these words, where it is not this one. That record has a name. */
  readonly leadsTo?: AnySQLiteColumn;
  /** Records of this kind come after others that are called the same: documents, which have the name of what they are about. */
  readonly last?: boolean;
}

/** What may be said of a kind when it is made. */
type KindOptions<Table extends SQLiteTable> = Partial<Pick<RecordKind<Table>, "partOf" | "goesWith" | "choices" | "citable" | "erasable" | "noun" | "spoken" | "called" | "whole">>;

/** A kind of record in its first shape. Refuses a table with a column of which nobody can say what it holds. */
export function recordKind<Table extends SQLiteTable>(type: string, prefix: string, table: Table, options: Searchable & KindOptions<NoInfer<Table>> = {}): RecordKind<Table> {
  for (const column of storedColumns(table)) valueKindOf(column);
  const { names, aliases, statements, identifier, leadsTo, last, ...said } = options;
  const searchable: Searchable = { ...(names && { names }), ...(aliases && { aliases }), ...(statements && { statements }), ...(identifier && { identifier }), ...(leadsTo && { leadsTo }), ...(last && { last }) };
  const kind: RecordKind<Table> = { type, prefix, table, shape: 1, upgrades: {}, partOf: [], choices: [], ...said, ...(Object.keys(searchable).length === 0 ? {} : { searchable }) };
  kinds.set(table, kind);
  return kind;
}

const kinds = new WeakMap<SQLiteTable, RecordKind>();

/** The kind of the records in a table. */
export function kindIn(table: SQLiteTable): RecordKind {
  const kind = kinds.get(table);
  if (kind === undefined) throw new Error("This table holds no kind of record.");
  return kind;
}
