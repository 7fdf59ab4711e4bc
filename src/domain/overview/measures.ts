import type { Context } from "../../api/context.ts";
import { quantityFor } from "../../api/value/small-number.ts";
import { actualsOfMeasure } from "../resources/measure/loaders.ts";
import { latestActual, measureProgresses, progressOn, type MeasureProgress } from "../resources/measure/rules.ts";
import { measureListing } from "../resources/measure/store.ts";
import { measures, type measureActuals } from "../resources/measure/table.ts";
import { figureOf, rowsOf, type Figure } from "./figure.ts";
import { inScope, type Overview } from "./scope.ts";

type ActualRow = typeof measureActuals.$inferSelect;

/** A measure as it stands on the day. */
export interface MeasureStanding {
  readonly id: string;
  readonly measure: typeof measures.$inferSelect;
  readonly latestActual: ActualRow | null;
  readonly progress: MeasureProgress<ActualRow>;
}

export interface MeasuresOverview {
  readonly all: Figure<MeasureStanding>;
  readonly byProgress: readonly (Figure<MeasureStanding> & { readonly status: string })[];
}

/** Measures by how they stand against their targets: one statement for them, one for what was counted. Counts of different measures are never added. */
export async function measuresOverview(context: Context, overview: Overview): Promise<MeasuresOverview> {
  const rows = rowsOf(context, { listing: measureListing, orderBy: "TITLE", within: inScope(context, measures, overview) });
  const all = await Promise.all(rows.map(async (measure) => standingOf(context, measure, overview)));
  return {
    all: figureOf(all, title),
    byProgress: measureProgresses.map((status) => ({ status, ...figureOf(all.filter(({ progress }) => progress.status === status), title) })),
  };
}

function title({ measure }: MeasureStanding): string {
  return measure.title.toLowerCase();
}

/** By numbers that the viewer may have. */
async function standingOf(context: Context, measure: typeof measures.$inferSelect, { on }: Overview): Promise<MeasureStanding> {
  const actuals = (await actualsOfMeasure(context, measure.id)).map((actual) => ({ ...actual, value: quantityFor(context, actual, actual.value) }));
  const [baseline, target] = [quantityFor(context, measure, measure.baseline), quantityFor(context, measure, measure.target)];
  return { id: measure.id, measure, latestActual: latestActual(actuals, on), progress: progressOn({ baseline, target }, actuals, on) };
}
