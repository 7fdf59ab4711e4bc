import type { Context } from "../../api/context.ts";
import { fieldOf } from "../../api/field.ts";
import { historyOf, type HistoryEntry } from "../../api/history/history.ts";
import type { Item } from "./compare.ts";
import type { Comparison, Difference } from "./difference.ts";
import { inSlices } from "./in-slices.ts";
import type { Readings } from "./readings-of.ts";

/** The acts between the two moments by which an item came to say what it says, as far as the viewer may see each as it was: the latest first. */
export async function actsBehind(context: Context, readings: Readings, comparison: Pick<Comparison, "request">, item: Item): Promise<readonly HistoryEntry[]> {
  const ids = item.actsOf ?? [(item.after ?? item.before)?.id ?? ""];
  const acts = await Promise.all(ids.map(async (id) => actsOn(context, readings, comparison, id)));
  const byEntry = new Map(acts.flat().toReversed().map((act) => [act.entry, act]));
  return [...byEntry.values()].toSorted((a, b) => b.entry - a.entry);
}

async function actsOn(context: Context, readings: Readings, { request: { from, to } }: Pick<Comparison, "request">, id: string): Promise<readonly HistoryEntry[]> {
  const acts = await historyOf(context, readings.ofLedger, id);
  return acts.filter(({ entry }) => entry > from.entry && entry <= to.entry);
}

/** How many of these acts moved one of the fields that an item tells; of a whole record, how many there were. */
export function movesIn(acts: readonly HistoryEntry[], { tells, along, before, after }: Item): number {
  const fields = new Set([...tells, ...along].map(fieldOf));
  return before === null || after === null ? acts.length : acts.filter(({ changes }) => changes.some(({ field }) => fields.has(field))).length;
}

/** How many records say again what they said, of those of which the viewer may see at least one of the acts in between. */
export async function comeBack(context: Context, readings: Readings, difference: Difference): Promise<number> {
  const acts = await inSlices(context, difference.unmoved, async (id) => actsOn(context, readings, difference, id));
  return acts.filter((all) => all.length > 0).length;
}
