import type { Slip } from "../../kernel/date-comparison.ts";
import { isSame } from "../../kernel/same.ts";
import type { Called, RecordKind } from "../../ledger/concept.ts";
import { storedColumns } from "../../ledger/graph.ts";
import type { AnyRow, BoardReading, ChangeGroup, Worked } from "../board-reading.ts";
import type { Sides, Versions } from "./sides.ts";

/** One thing that a board reads: a record, and what became of it as far as it belongs under this heading. */
export interface Item {
  /** The heading, and the record. */
  readonly id: string;
  readonly group: ChangeGroup;
  readonly reading: BoardReading;
  readonly before: AnyRow | null;
  readonly after: AnyRow | null;
  /** The columns that it tells, in the order in which a board reads them. */
  readonly tells: readonly string[];
  /** Those that changed along with them. */
  readonly along: readonly string[];
  readonly works: readonly Worked[];
  readonly slip: Slip | null;
  /** What it is called, where the record itself does not say that. */
  readonly called?: readonly Called[];
  /** The records by whose history it is explained: the record itself unless given. */
  readonly actsOf?: readonly string[];
}

/** What a board reads of one record. Nothing, where it says again what it said. */
export function itemsOf(reading: BoardReading, { before, after }: Versions, { from, to }: Pick<Sides, "from" | "to">): Item[] {
  if (before === null || after === null) return [whole(reading, before?.row ?? null, after?.row ?? null)].flat();
  const changed = changedColumns(reading, before.row, after.row);
  const moved = { before: before.row, after: after.row, from: from.day, to: to.day };
  const moves = (reading.moves ?? []).filter((move) => move.tells.some((column) => changed.has(column)) && (move.when?.(moved) ?? true));
  const items = moves.map((move) => item(reading, before.row, after.row, {
    group: move.group, tells: move.tells.filter((column) => changed.has(column)), along: (move.along ?? []).filter((column) => changed.has(column)), works: move.works?.(moved) ?? [], slip: move.slip?.(moved) ?? null,
  }));
  const told = new Set(items.flatMap(({ tells, along }) => [...tells, ...along]));
  const rest = [...changed].filter((column) => !told.has(column));
  // Why a field is empty changes along with the field; on its own it is a change like any other.
  const tells = rest.filter((column) => column !== "gaps");
  const [said, along] = tells.length === 0 && items.length === 0 ? [rest, []] : [tells, rest.filter((column) => column === "gaps")];
  return said.length === 0 ? items : [...items, item(reading, before.row, after.row, { group: reading.group ?? "OTHER", tells: said, along, works: [], slip: null })];
}

/** A record that is new or gone is told as a whole. */
function whole(reading: BoardReading, before: AnyRow | null, after: AnyRow | null): Item[] {
  const row = after ?? before;
  if (row === null) return [];
  const shows = reading.shows ?? [];
  const group = after === null ? "REMOVED" : (reading.made?.(after) ?? reading.group ?? "NEW");
  return [item(reading, before, after, { group, tells: shows, along: tellingColumns(reading.kind).filter((column) => !shows.includes(column)), works: [], slip: null })];
}

function item(reading: BoardReading, before: AnyRow | null, after: AnyRow | null, told: Pick<Item, "group" | "tells" | "along" | "works" | "slip">): Item {
  return { id: `${told.group} ${(after ?? before)?.id ?? ""}`, reading, before, after, ...told };
}

/** The columns in which two versions differ, in the order of the record's own. */
export function changedColumns({ kind }: Pick<BoardReading, "kind">, before: AnyRow, after: AnyRow): ReadonlySet<string> {
  return new Set(storedColumns(kind.table).map(({ name }) => name).filter((name) => !UNTOLD.has(name) && !isSame(before[name], after[name])));
}

const UNTOLD: ReadonlySet<string> = new Set(["id", "version", "isExample"]);

/** The columns of a kind that say something: not which record it is, whose it is and why others are empty. */
export function tellingColumns(kind: RecordKind): readonly string[] {
  return storedColumns(kind.table).map(({ name }) => name).filter((name) => !BESIDE.has(name));
}

const BESIDE: ReadonlySet<string> = new Set(["id", "version", "audience", "systemId", "gaps", "isExample"]);
