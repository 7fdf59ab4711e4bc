import type { Context } from "../../api/context.ts";
import { addDays, type Day } from "../../kernel/day.ts";
import { milestoneTimings, type MilestoneTiming } from "../delivery/milestone/rules.ts";
import { milestoneListing } from "../delivery/milestone/store.ts";
import { milestones } from "../delivery/milestone/table.ts";
import { figures, type Figure } from "./figure.ts";
import { inScope, type Overview } from "./scope.ts";

type MilestoneFigure = Figure<typeof milestones.$inferSelect>;

export interface MilestonesOverview {
  readonly byTiming: readonly (MilestoneFigure & { readonly timing: MilestoneTiming })[];
  readonly upcoming: readonly (MilestoneFigure & { readonly withinDays: number; readonly until: Day; readonly certainty: string })[];
}

const HORIZONS = [30, 60, 90];

/** How milestones stand on the day, in one statement, and what falls due after it, in another. */
export function milestonesOverview(context: Context, overview: Overview): MilestonesOverview {
  const { on } = overview;
  const counted = { listing: milestoneListing, orderBy: "DUE", within: inScope(context, milestones, overview) };
  const timings = milestoneTimings.map((timing) => ({ timing, filter: { timing: [timing], on } }));
  const horizons = HORIZONS.flatMap((withinDays) =>
    (["CERTAIN", "POSSIBLE"] as const).map((certainty) => {
      const until = addDays(on, withinDays);
      return { withinDays, until, certainty, filter: { timing: ["UPCOMING", "IN_WINDOW"], on, due: { from: on, to: until, certainty } } };
    }),
  );
  return { byTiming: figures(context, counted, timings), upcoming: figures(context, counted, horizons) };
}
