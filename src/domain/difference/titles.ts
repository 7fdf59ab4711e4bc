import type { AnyRow, BoardReading, Called } from "../board-reading.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Item } from "./compare.ts";
import { wholeOf } from "./parts.ts";
import type { Sides, Standing } from "./sides.ts";

/** What stands where a record is pointed at that this viewer may not see. */
export const NOT_SHOWN = "(not shown)";

/** What records are called, in the words of each concept. A title is made of those of other kinds by foreign keys, which have no circles. */
export class Titles {
  private readonly sides: Sides;
  private readonly readings: ReadonlyMap<string, BoardReading>;
  private readonly known = new Map<string, Promise<string>>();

  constructor(sides: Sides, readings: ReadonlyMap<string, BoardReading>) {
    this.sides = sides;
    this.readings = readings;
  }

  /** What a record is called at the second moment, or at the first if it was removed. */
  async of(id: string | null): Promise<string> {
    const known = id === null ? undefined : this.known.get(id);
    if (known !== undefined) return known;
    const found = this.sides.latest(id).then(async (standing) => (standing === null ? NOT_SHOWN : this.ofRow(standing)));
    if (id !== null) this.known.set(id, found);
    return found;
  }

  /** What the record of an item is called. */
  async ofItem({ reading, before, after, called }: Item): Promise<string> {
    const row = after ?? before;
    if (called !== undefined) return this.said(called);
    return row === null ? NOT_SHOWN : this.ofRow({ kind: reading.kind, row });
  }

  /** What the record of an item belongs to: the nearest whole that this viewer may see. */
  async wholeOfItem(item: Item): Promise<AnyRow | null> {
    const row = item.after ?? item.before;
    const columns = [...(item.reading.partOf ?? []), ...wholeColumns(item.reading.kind)];
    for (const column of columns) {
      const id = row?.[column];
      const standing = typeof id === "string" ? await this.sides.latest(id) : null;
      if (standing !== null) return standing.row;
    }
    return null;
  }

  private async ofRow({ kind, row }: Standing): Promise<string> {
    const called = this.readings.get(kind.type)?.called?.(row) ?? [];
    return called.length > 0 ? this.said(called) : (nameIn(kind, row) ?? this.ofChoice(kind, row));
  }

  /** A record without a name of its own is called after whom it names, or what it is part of. */
  private async ofChoice(kind: RecordKind, row: AnyRow): Promise<string> {
    for (const { name } of kind.choices.flatMap(({ among }) => among)) {
      const value = row[name];
      if (typeof value === "string") return name.endsWith("Id") ? this.of(value) : value;
    }
    const reading = this.readings.get(kind.type);
    const [noun, whole] = [reading === undefined ? kind.type : nounOf(reading), wholeOf(reading, row)];
    return whole === null ? noun : `${noun} of ${await this.of(whole)}`;
  }

  private async said(pieces: readonly Called[]): Promise<string> {
    const words = await Promise.all(pieces.map(async (piece) => (piece === null || typeof piece === "string" ? (piece ?? "") : this.of(piece.of))));
    return words.join("");
  }
}

/** A kind of record, as people speak of it. */
export function nounOf({ kind: { type }, noun }: Pick<BoardReading, "kind" | "noun">): string {
  return noun ?? type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function nameIn({ searchable }: RecordKind, row: AnyRow): string | null {
  const [column] = searchable?.names ?? searchable?.statements ?? [];
  const value = column === undefined ? null : row[column.name];
  return typeof value === "string" ? value : null;
}

function wholeColumns({ partOf: parts }: RecordKind): readonly string[] {
  return parts.flatMap((part) => ("through" in part ? [] : [part.name]));
}
