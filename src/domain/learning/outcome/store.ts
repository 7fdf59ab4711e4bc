import { and, sql, type SQL } from "drizzle-orm";
import { visible } from "../../../api/access/audience.ts";
import { contains, isIn } from "../../../api/list/condition.ts";
import { reading, type Context } from "../../../api/context.ts";
import { byWords, inOrderOf } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { tableStatement } from "../../../ledger/graph.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { outputs } from "../output/table.ts";
import type { OutcomeContributionFilter, OutcomeFilter } from "./inputs.ts";
import { contributionBases, outcomeContributions, outcomes } from "./table.ts";

export const outcomeContributionListing: Listing<typeof outcomeContributions, OutcomeContributionFilter> = {
  table: outcomeContributions,
  orders: { BASIS: inOrderOf(contributionBases, outcomeContributions.basis) },
  where: contributionIs,
};

export const outcomeListing: Listing<typeof outcomes, OutcomeFilter> = {
  table: outcomes,
  orders: {
    PLAN: { by: sql`lower(${outcomes.plan}) || char(9) || printf('%015d', coalesce(${outcomes.number}, 999999999999999))` },
    TITLE: byWords(outcomes.title),
  },
  where: outcomeIs,
};

/** A plan as its outcomes tell of it. */
export interface PlanRow {
  /** Id of one of its outcomes. */
  readonly id: string;
  readonly name: string;
  readonly planOwnerId: string | null;
  readonly placeId: string | null;
  readonly planKey: string;
}

/** The plans of the outcomes that a filter asks for: one statement for all. */
export function plansWith(filter: OutcomeFilter, context: Context): PlanRow[] {
  const { id, plan, planOwnerId, placeId, planKey } = outcomes;
  return tableStatement<PlanRow>(
    outcomes,
    sql`select min(${id}) as "id", ${plan} as "name", ${planOwnerId}, ${placeId}, ${planKey} from ${outcomes} where ${and(visible(context.viewer, outcomes), ...outcomeIs(filter, context))} group by ${planKey}`,
  ).all(reading(context));
}

function outcomeIs(filter: OutcomeFilter, context: Context): (SQL | undefined)[] {
  const { plan, withContribution, withoutContribution } = filter;
  const without = withoutContribution ? contributedTo(withoutContribution, context) : undefined;
  return [
    typeof plan === "string" ? sql`${outcomes.plan} = ${plan} collate nocase` : undefined,
    ofOrganisation(context, outcomes.planOwnerId, filter.planOwner, filter),
    pointsAt(context, outcomes.planOwnerId, organisations, isIn(organisations.sector, filter.sector)),
    inPlace(context, outcomes.placeId, filter.place),
    ofSystem(context, outcomes, filter.system),
    isIn(outcomes.number, filter.number?.map(String)),
    contains(outcomes.title, filter.titleContains),
    withContribution ? contributedTo(withContribution, context) : undefined,
    without === undefined ? undefined : sql`not (${without})`,
  ];
}

function contributedTo(filter: OutcomeContributionFilter, context: Context): SQL | undefined {
  return pointedAtBy(context, outcomes.id, outcomeContributions, outcomeContributions.outcomeId, and(...contributionIs(filter, context)) ?? sql`1`);
}

function contributionIs(filter: OutcomeContributionFilter, context: Context): (SQL | undefined)[] {
  return [
    pointsTo(context, outcomeContributions.programmeId, programmes, filter.programme),
    pointsAt(context, outcomeContributions.programmeId, programmes, inPlace(context, programmes.placeId, filter.place)),
    ofSystem(context, outcomeContributions, filter.system),
    isIn(outcomeContributions.basis, filter.basis),
    pointsTo(context, outcomeContributions.evidenceId, outputs, filter.evidence),
  ];
}
