import { getTableColumns } from "drizzle-orm";
import type { RecordTable } from "../api/loaders.ts";
import type { RecordRow } from "../api/record.ts";
import type { Slip } from "../kernel/date-comparison.ts";
import type { Day } from "../kernel/day.ts";
import type { RecordKind } from "../ledger/concept.ts";

/**
 * How a board reads what became of a record between two of its meetings. Each concept says it of its own kinds, in a small
 * file; `difference/` puts it together, and reads a kind of which nothing is said as new, changed or removed.
 */

/** What a board looks for, in the order in which it reads. */
export const changeGroups = [
  "MET", "SLIPPED", "NOT_MET", "RECOVERED", "REBASELINED", "RE_RATED", "WAIVED", "WORKSTREAMS", "RISKS", "DECISIONS", "MONEY", "POSTS", "PLEDGES", "MEASURES", "EVIDENCE", "REPORTS",
  "NEW", "REMOVED", "OTHER",
] as const;

export type ChangeGroup = (typeof changeGroups)[number];

/** A record before and after, and the days in London that the two moments are. */
export interface Moved<Row> {
  readonly before: Row;
  readonly after: Row;
  readonly from: Day;
  readonly to: Day;
}

/** Something that is worked out from a record, as its timing, before and after. */
export interface Worked {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** One way in which a record moves. It is told where one of the columns that it tells has changed, unless `when` says otherwise. */
export interface Move<Row> {
  readonly group: ChangeGroup;
  readonly tells: readonly (keyof Row & string)[];
  /** Columns that change along with those and say nothing more: they are not told again elsewhere. */
  readonly along?: readonly (keyof Row & string)[];
  when?(moved: Moved<Row>): boolean;
  /** How far a date has moved, where it has. */
  slip?(moved: Moved<Row>): Slip | null;
  works?(moved: Moved<Row>): readonly Worked[];
}

/** What a concept says of one of its kinds. */
export interface Described<Row> {
  /** Where a new one stands, or each change that no move tells: NEW and OTHER unless given. */
  readonly group?: ChangeGroup;
  /** Where a new one stands, if that depends on what it says. */
  made?(row: Row): ChangeGroup;
  /** What a board reads of a new one, beside what it is called. */
  readonly shows?: readonly (keyof Row & string)[];
  /** Columns that point at what it is a part of: made or removed together with that, it is told there. */
  readonly partOf?: readonly (keyof Row & string)[];
  /** Whether it has a line of its own all the same: a figure is what a board looks for. */
  readonly alone?: boolean;
  /** What a board calls a column, where its own name is not plain enough. */
  readonly words?: Partial<Readonly<Record<keyof Row & string, string>>>;
  readonly moves?: readonly Move<Row>[];
}

/** A row of whatever kind. */
export type AnyRow = RecordRow & Readonly<Record<string, unknown>>;

export interface BoardReading extends Described<AnyRow> {
  readonly kind: RecordKind<RecordTable>;
}

/** A reading of one kind among those of all. */
export function boardReading<Table extends RecordTable>(kind: RecordKind<Table>, described: Described<Table["$inferSelect"]>): BoardReading {
  const columns = getTableColumns(kind.table);
  const named = [...(described.shows ?? []), ...(described.partOf ?? []), ...(described.moves ?? []).flatMap(({ tells, along = [] }) => [...tells, ...along])];
  for (const name of named) if (columns[name]?.generated !== undefined) throw new Error(`${kind.type}.${name} follows from other columns: a board reads those.`);
  // A reading is asked only about rows of its own kind.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return { kind, ...(described as Described<AnyRow>) };
}
