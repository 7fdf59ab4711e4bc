import { Names, NOT_SHOWN } from "../../api/called.ts";
import { reading, type Context } from "../../api/context.ts";
import { prefixOf } from "../../kernel/identity.ts";
import { differencesBetween } from "../../ledger/between.ts";
import { turn } from "../../ledger/file.ts";
import { judgementKind, statusReportKind } from "../delivery/status-report/table.ts";
import { changeGroups, type ChangeGroup } from "../board-reading.ts";
import { itemsOf, type Item } from "./compare.ts";
import { inSlices } from "./in-slices.ts";
import { wholeOf, withParts, type Told } from "./parts.ts";
import type { Readings } from "./readings-of.ts";
import { reRated } from "./re-rated.ts";
import { inScope, type Scope } from "./scope.ts";
import { Sides, type Side } from "./sides.ts";

/** What is asked for. */
export interface DifferenceRequest {
  readonly from: Side;
  readonly to: Side;
  readonly scope: Scope;
  /** Only these headings; null: all. */
  readonly groups: readonly ChangeGroup[] | null;
  /** The record of which nothing is told; null: of each. */
  readonly without: string | null;
}

/** What is compared, and what tells it. */
export interface Comparison {
  readonly request: DifferenceRequest;
  readonly sides: Sides;
  /** What records are called at the second moment, or at the first if they were removed. */
  readonly names: Names;
}

/** An item in its place, with what it is called. */
export interface Placed extends Told {
  readonly comparison: Comparison;
  readonly title: string;
  /** By what a board reads one after another. */
  readonly place: string;
}

/** What a board reads between two moments, in its order. */
export interface Difference extends Comparison {
  readonly items: readonly Placed[];
  /** The ids of the records that were changed and say again what they said. */
  readonly unmoved: readonly string[];
}

/** Works out a difference, as far as the viewer may see both moments. */
export async function differenceOf(context: Context, all: Readings, request: DifferenceRequest): Promise<Difference> {
  const { groups, without } = request;
  const sides = new Sides(context, all.kinds, request);
  const { items, within, unmoved, judged } = await compared(context, all, sides, request);
  const comparison: Comparison = { request, sides, names: new Names(async (id) => sides.latest(id)) };
  // What a record is a part of is in the scope where the record is.
  const changed = withParts(items).filter((item) => [item, ...item.parts].some(({ id }) => within.has(id)));
  await turn();
  const rated = (await reRated(context, sides, judged, all.of(judgementKind))).map((item) => ({ ...item, parts: [] }));
  const asked = [...changed, ...rated].filter((item) => (groups?.includes(item.group) ?? true) && (item.after ?? item.before)?.id !== without);
  const placed = await inSlices(context, asked, async (item) => inPlace(all, comparison, item));
  const sorted = placed.toSorted((a, b) => (a.place < b.place ? -1 : 1));
  await turn();
  return { ...comparison, items: sorted, unmoved };
}

/** What became of each record, read in slices, so that others come in between. */
interface Compared {
  readonly items: readonly Item[];
  /** The ids of those whose record is in the scope. */
  readonly within: ReadonlySet<string>;
  /** Records in the scope that say again what they said. */
  readonly unmoved: readonly string[];
  /** Reports and judgements in the scope. */
  readonly judged: readonly string[];
}

async function compared(context: Context, all: Readings, sides: Sides, { from, to, scope }: DifferenceRequest): Promise<Compared> {
  const isInScope = await inScope(context, sides, all.kinds, scope);
  const items: Item[] = [];
  const within = new Set<string>();
  const unmoved: string[] = [];
  const judged: string[] = [];
  for (const slice of differencesBetween(context.moment.ledger, all.kinds, from.entry, to.entry)) {
    reading(context);
    const found = await Promise.all(slice.map(async ({ id, before, after }) => {
      const versions = sides.bothOf(before, after) ?? (await sides.both(id));
      return { ...versions, isWithin: await isInScope(versions) };
    }));
    for (const { isWithin, ...versions } of found) {
      const standing = versions.after ?? versions.before;
      if (standing === null) continue;
      const told = itemsOf(all.of(standing.kind), versions, sides);
      items.push(...told);
      if (!isWithin) continue;
      for (const { id } of told) within.add(id);
      if (told.length === 0) unmoved.push(standing.row.id);
      if (JUDGED.has(standing.kind.type)) judged.push(standing.row.id);
    }
    await turn();
  }
  return { items, within, unmoved, judged };
}

const JUDGED: ReadonlySet<string> = new Set([judgementKind.type, statusReportKind.type]);

/** What an item is about is called. */
export async function titleOf(names: Names, { reading: { kind }, before, after, called }: Item): Promise<string> {
  const row = after ?? before;
  if (called !== undefined) return names.said(called);
  return row === null ? NOT_SHOWN : names.ofRow({ kind, row });
}

/** Under each heading the kinds in their order, the largest shifts first, parts beside those that they belong to, and of what is called the same the new last. Cursors hold it, so it names only what the viewer may see. */
async function inPlace(all: Readings, comparison: Comparison, item: Told): Promise<Placed> {
  const { names, sides } = comparison;
  const whole = wholeOf(item.reading, item.after ?? item.before);
  const [title, above, seen] = await Promise.all([titleOf(names, item), whole === null ? null : names.of(whole), whole === null ? null : sides.latest(whole)]);
  const { prefix } = item.reading.kind;
  const shift = item.slip === null ? 0 : Math.abs(item.slip.most);
  const place = [
    number(changeGroups.indexOf(item.group)), number(all.placeOf(whole === null ? prefix : prefixOf(whole))), number(999_999 - shift), (above ?? title).toLowerCase(), seen?.row.id ?? item.id, number(all.placeOf(prefix)), title.toLowerCase(), item.before === null ? "new" : "is", item.id,
  ].join(" ");
  const parts = item.parts.toSorted((a, b) => all.placeOf(a.reading.kind.prefix) - all.placeOf(b.reading.kind.prefix) || (a.id < b.id ? -1 : 1));
  return { ...item, parts, comparison, title, place };
}

function number(value: number): string {
  return String(value).padStart(6, "0");
}
