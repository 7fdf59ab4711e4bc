import { refusal } from "../kernel/problem.ts";
import type { Graph } from "./graph.ts";
import { hasLiveEntries } from "./reading.ts";

/** When something counts from that is recorded now: never earlier than the entry before, even when the clock is. */
export function neverBefore(last: string | null, now: string): string {
  return last !== null && last > now ? last : now;
}

/** When something counts from that became known at an earlier instant. Refuses what is no such instant, is out of order, or comes after the first live entry. */
export function foundingInstant(graph: Graph, founding: string, last: string | null, now: string): string {
  if (!isInstant(founding) || founding > now) throw refusal("NOT_FOUNDING", `${founding} is not an instant that has passed. Write one as 2024-07-05T09:00:00.000Z.`);
  if (hasLiveEntries(graph)) throw refusal("NOT_FOUNDING", "History from before can only be loaded before the first live entry.");
  if (last !== null && founding < last) throw refusal("NOT_FOUNDING", `History from before is loaded in order: ${founding} is earlier than ${last}.`);
  return founding;
}

/** Whether a text is an instant in the one form that sorts in order. */
function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
