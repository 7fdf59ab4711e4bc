import type { RecordKind } from "../../ledger/concept.ts";
import type { Act } from "./act.ts";
import type { Role } from "./role.ts";

/** Who may do an act, to what, and where that is asked: one line of the table that can be read aloud. */
export interface Permission {
  /** The roles that may; none for what the software does by itself; or everybody who signed in, whatever they hold. */
  readonly by: readonly Role[] | "SIGNED_IN";
  /** The types of the records that it is done to, where these are not what it is called after: a milestone is planned in a programme or a workstream. */
  readonly on?: readonly string[];
  /**
   * The types of the records at which it is asked, where that is not what it is done to: a role counts that is held for the
   * nearest of these which that is part of, or for what this is part of. Or for everything, and nothing less.
   */
  readonly at?: readonly string[] | "EVERYTHING";
  /** Whose own it is may do it too, as long as they hold one of these roles, wherever that is, or whatever they hold. */
  readonly own?: Own;
  /** Whether it is done by the act that is the same for every kind of record: record, amend, remove or restore. Where people have a verb of their own for it, it is not. */
  readonly shared?: true;
  /** What is asked beside it, all of which has to be allowed. */
  readonly also?: (kind: RecordKind, row: Row) => Walk<readonly Question[]>;
}

/** Who counts as the one whose own a record is. */
export interface Own {
  /** The columns of which one holds their account or key. */
  readonly in: readonly string[];
  readonly by: readonly Role[] | "SIGNED_IN";
}

/** What may be done in a graph: every act by its name, `milestone:plan`. */
export type Permissions = Readonly<Partial<Record<Act, Permission>>>;

/** The acts of a table. */
export function actsIn(permissions: Permissions): readonly Act[] {
  // A table is made of the acts that are declared, or of some of them.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return Object.keys(permissions) as Act[];
}

/** Whether an act may be done to a record. */
export interface Question {
  readonly act: Act;
  readonly kind: RecordKind;
  readonly row: Row;
}

export type Row = Readonly<Record<string, unknown>>;

/** Rows of a table by what stands in one of its columns. */
export interface RowsBy {
  readonly table: string;
  readonly column: string;
  readonly value: string;
}

/** Works something out that takes rows on the way, and asks for them as it goes: an act is given them at once, a list by loaders. */
export type Walk<Result> = Generator<RowsBy, Result, readonly Row[]>;
