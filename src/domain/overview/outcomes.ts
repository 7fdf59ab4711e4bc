import { and, sql } from "drizzle-orm";
import { visible } from "../../api/access/audience.ts";
import { reading, type Context } from "../../api/context.ts";
import { page } from "../../api/page.ts";
import { either, pointedAtBy, pointsAt } from "../../api/list/related.ts";
import { tableStatement } from "../../ledger/graph.ts";
import { programmes } from "../delivery/programme/table.ts";
import { outcomeContributionListing, outcomeListing } from "../learning/outcome/store.ts";
import { outcomeContributions, outcomes } from "../learning/outcome/table.ts";
import { figures, type Figure } from "./figure.ts";
import { inScope, type Overview } from "./scope.ts";

type OutcomeFigure = Figure<typeof outcomes.$inferSelect> & { readonly contributedTo: boolean };

/** What one programme contributes to one outcome. */
export interface OutcomeCell extends Figure<typeof outcomeContributions.$inferSelect> {
  readonly outcomeId: string;
  readonly programmeId: string;
}

export interface OutcomesOverview {
  readonly byContribution: readonly OutcomeFigure[];
  readonly cells: readonly OutcomeCell[];
}

/** The outcomes in the scope, those of other plans that are contributed to from within it, and who contributes: one statement for the rows, one for the cells. */
export function outcomesOverview(context: Context, overview: Overview): OutcomesOverview {
  const contributed = inScope(context, outcomeContributions, overview);
  const within = contributed && either(inScope(context, outcomes, overview), pointedAtBy(context, outcomes.id, outcomeContributions, outcomeContributions.outcomeId, contributed));
  const byContribution = [
    { contributedTo: true, filter: { withContribution: {} } },
    { contributedTo: false, filter: { withoutContribution: {} } },
  ];
  return { byContribution: figures(context, { listing: outcomeListing, orderBy: "PLAN", within }, byContribution), cells: cellsOf(context, overview) };
}

function cellsOf(context: Context, overview: Overview): OutcomeCell[] {
  const { outcomeId, programmeId } = outcomeContributions;
  const within = and(
    inScope(context, outcomeContributions, overview),
    pointsAt(context, outcomeId, outcomes, sql`1`),
    pointsAt(context, programmeId, programmes, sql`1`),
  );
  const rows = tableStatement<{ outcomeId: string; programmeId: string; count: number }>(
    outcomeContributions,
    sql`select ${outcomeId}, ${programmeId}, count(*) as "count" from ${outcomeContributions}
      where ${and(visible(context.viewer, outcomeContributions), within)} group by ${outcomeId}, ${programmeId} order by ${outcomeId}, ${programmeId}`,
  ).all(reading(context));
  return rows.map((cell) => ({
    ...cell,
    page: (request) =>
      page(context, outcomeContributionListing, { ...request, orderBy: "BASIS" }, within, sql`${outcomeId} = ${cell.outcomeId}`, sql`${programmeId} = ${cell.programmeId}`),
  }));
}
