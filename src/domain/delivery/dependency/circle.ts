import type { Guarded } from "../../../api/access/audience.ts";
import type { Problem } from "../../../kernel/problem.ts";
import type { Sees } from "./not-ready.ts";

/** A workstream or milestone, as it is called. */
export type Waiting = Guarded & { readonly id: string; readonly called: string };

/** That something waits for something else: by which dependency, and for what. */
export interface Link {
  readonly by: Guarded;
  readonly to: Waiting;
}

/** The shortest way on which something already waits for something else, directly or through others; null where it does not. */
export function wayTo(from: Waiting, to: string, waitsFor: (of: Waiting) => readonly Link[]): readonly Link[] | null {
  const met = new Set([from.id]);
  let open: { readonly at: Waiting; readonly way: readonly Link[] }[] = [{ at: from, way: [] }];
  while (open.length > 0) {
    const arrived = open.find(({ at }) => at.id === to);
    if (arrived !== undefined) return arrived.way;
    open = open.flatMap(({ at, way }) =>
      waitsFor(at).flatMap((link) => {
        if (met.has(link.to.id)) return [];
        met.add(link.to.id);
        return [{ at: link.to, way: [...way, link] }];
      }),
    );
  }
  return null;
}

/** Refuses what would wait for itself, and names the whole circle as far as the viewer may see it. */
export function circle(successor: Waiting, predecessor: Waiting, way: readonly Link[] | null, sees: Sees): Problem[] {
  if (way === null) return [];
  const round = way.flatMap(({ by, to }) => [...(sees(by) ? [] : [null]), sees(to) ? to : null]).filter((one, index, all) => one !== null || all[index - 1] !== null || index === 0);
  const named = [successor, predecessor, ...round.slice(0, -1).filter((one) => one !== null)];
  const words = round.map((one) => `, which waits for ${one?.called ?? "something that you may not see"}`);
  const message = `${successor.called} would wait for ${way.length === 0 ? "itself" : `${predecessor.called}${words.join("")}`}. Nothing was changed: drop one of these first, or leave this one out.`;
  return [{ code: "CIRCLE", message, records: [...new Set(named.map(({ id }) => id))] }];
}
