import type { Context } from "../../api/context.ts";
import { addDays, type Day } from "../../kernel/day.ts";
import { milestoneTimings, type MilestoneTiming } from "../delivery/milestone/rules.ts";
import { milestoneListing } from "../delivery/milestone/store.ts";
import { milestones } from "../delivery/milestone/table.ts";
import { countsByTiming, countsDue } from "../delivery/milestone/turns.ts";
import { figures, figuresOf, type Figure } from "./figure.ts";
import { inScope, isNarrow, type Overview } from "./scope.ts";

type MilestoneFigure = Figure<typeof milestones.$inferSelect>;
type TimingFigure = MilestoneFigure & { readonly timing: MilestoneTiming };
type UpcomingFigure = MilestoneFigure & { readonly withinDays: number; readonly until: Day; readonly certainty: string };

export interface MilestonesOverview {
  readonly byTiming: readonly TimingFigure[];
  readonly upcoming: readonly UpcomingFigure[];
}

const HORIZONS = [30, 60, 90];

/** How milestones stand on the day, and what falls due after it: each worked out only when it is asked for. Of all, and of a system, it is kept; at a place or in a programme it is counted. Either takes a statement. */
export class OverviewOfMilestones implements MilestonesOverview {
  private readonly context: Context;
  private readonly overview: Overview;

  constructor(context: Context, overview: Overview) {
    this.context = context;
    this.overview = overview;
  }

  get byTiming(): TimingFigure[] {
    return byTiming(this.context, this.overview, this.counted());
  }

  get upcoming(): UpcomingFigure[] {
    return upcoming(this.context, this.overview, this.counted());
  }

  private counted(): CountedMilestones {
    return { listing: milestoneListing, orderBy: "DUE", within: inScope(this.context, milestones, this.overview) };
  }
}

type CountedMilestones = Parameters<typeof figures<typeof milestones, object, { filter: object }>>[1];

function byTiming(context: Context, overview: Overview, counted: CountedMilestones): TimingFigure[] {
  const { on, system } = overview;
  const parts = milestoneTimings.map((timing) => ({ timing, filter: { timing: [timing], on } }));
  if (isNarrow(overview)) return figures(context, counted, parts);
  const counts = countsByTiming(context, system, on);
  return figuresOf(context, counted, parts, ({ timing }) => counts[timing]);
}

function upcoming(context: Context, overview: Overview, counted: CountedMilestones): UpcomingFigure[] {
  const { on, system } = overview;
  const parts = HORIZONS.flatMap((withinDays) =>
    (["CERTAIN", "POSSIBLE"] as const).map((certainty) => {
      const until = addDays(on, withinDays);
      return { withinDays, until, certainty, filter: { timing: ["UPCOMING", "IN_WINDOW"], on, due: { from: on, to: until, certainty } } };
    }),
  );
  if (isNarrow(overview)) return figures(context, counted, parts);
  const counts = countsDue(context, system, on, HORIZONS.map((withinDays) => addDays(on, withinDays)));
  return figuresOf(context, counted, parts, ({ withinDays, certainty }) => counts[HORIZONS.indexOf(withinDays)]?.[certainty] ?? 0);
}
