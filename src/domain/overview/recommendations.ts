import type { Context } from "../../api/context.ts";
import { recommendationListing } from "../learning/recommendation/store.ts";
import { recommendations, recommendationStatuses } from "../learning/recommendation/table.ts";
import { figures, type Figure } from "./figure.ts";
import { inScope, type Overview } from "./scope.ts";

type RecommendationFigure = Figure<typeof recommendations.$inferSelect>;

export interface RecommendationsOverview {
  readonly byStatus: readonly (RecommendationFigure & { readonly status: string })[];
  readonly byResponse: readonly (RecommendationFigure & { readonly answered: boolean })[];
}

/** Recommendations by status, in one statement, and by whether they are answered, in another. */
export function recommendationsOverview(context: Context, overview: Overview): RecommendationsOverview {
  const counted = { listing: recommendationListing, orderBy: "POSITION", within: inScope(context, recommendations, overview) };
  return {
    byStatus: figures(context, counted, recommendationStatuses.map((status) => ({ status, filter: { status: [status] } }))),
    byResponse: figures(context, counted, [true, false].map((answered) => ({ answered, filter: { answered } }))),
  };
}
