import type { AnyRow, BoardReading } from "../board-reading.ts";
import { grouped } from "../../kernel/grouped.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Item } from "./compare.ts";
import type { Sides } from "./sides.ts";

/** An item, and what was made or removed together with its record as parts of it. */
export interface Told extends Item {
  readonly parts: readonly Item[];
}

/**
 * Items with their parts: what is new or gone together with what it is a part of is told there, and not on its own. A part of
 * a part stands with the whole: foreign keys have no circles.
 */
export function withParts(items: readonly Item[]): Told[] {
  const wholes = new Map(items.filter(isWhole).map((item) => [keyOf(item), item]));
  const above = (item: Item): Item | undefined => {
    const parent = isWhole(item) && item.reading.alone !== true ? wholeOf(item.reading, item.after ?? item.before) : null;
    return parent === null ? undefined : wholes.get(`${item.after === null ? "gone" : "new"} ${parent}`);
  };
  const topOf = (item: Item): Item => {
    const parent = above(item);
    return parent === undefined ? item : topOf(parent);
  };
  const byTop = grouped(items, topOf);
  return [...byTop].map(([top, all]) => ({ ...top, parts: all.filter((item) => item !== top) }));
}

/** The id of what a record is a part of, by the first column that names one. */
export function wholeOf(reading: Pick<BoardReading, "partOf"> | undefined, row: AnyRow | null): string | null {
  for (const column of reading?.partOf ?? []) {
    const value = row?.[column];
    if (typeof value === "string") return value;
  }
  return null;
}

/** What the record of an item belongs to: the nearest whole that this viewer may see. */
export async function wholeOfItem(sides: Sides, { reading, before, after }: Item): Promise<AnyRow | null> {
  const row = after ?? before;
  for (const column of [...(reading.partOf ?? []), ...wholeColumns(reading.kind)]) {
    const id = row?.[column];
    const standing = typeof id === "string" ? await sides.latest(id) : null;
    if (standing !== null) return standing.row;
  }
  return null;
}

function wholeColumns({ partOf: parts }: RecordKind): readonly string[] {
  return parts.flatMap((part) => ("through" in part ? [] : [part.name]));
}

/** Whether an item tells all of a record, which is new or gone. */
export function isWhole({ before, after }: Pick<Item, "before" | "after">): boolean {
  return before === null || after === null;
}

function keyOf({ before, after }: Item): string {
  return after === null ? `gone ${before?.id ?? ""}` : `new ${after.id}`;
}
