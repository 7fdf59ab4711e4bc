import { certaintyWithin, contains, is, isIn, within } from "../../../api/condition.ts";
import { spanOf, weakest } from "../../../api/held-on.ts";
import { byWords, earliestFirst, inOrderOf } from "../../../api/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointsAt } from "../../../api/related.ts";
import { inPlace } from "../../foundation/place/store.ts";
import { programmes } from "../programme/table.ts";
import { workstreams } from "../workstream/table.ts";
import type { RiskFilter } from "./inputs.ts";
import { riskLevels, risks } from "./table.ts";

const highestFirst = riskLevels.toReversed();

export const riskListing: Listing<typeof risks, RiskFilter> = {
  table: risks,
  orders: {
    IMPACT: inOrderOf(highestFirst, risks.impact),
    LIKELIHOOD: inOrderOf(highestFirst, risks.likelihood),
    REVIEW_DUE: earliestFirst(risks.reviewDue),
    TITLE: byWords(risks.title),
  },
  where: (filter, context) => [
    pointsAt(context, risks.programmeId, programmes, inPlace(programmes.placeId, filter.place)),
    is(risks.programmeId, filter.programme),
    is(risks.workstreamId, filter.workstream),
    pointsAt(context, risks.workstreamId, workstreams, isIn(workstreams.theme, filter.theme)),
    is(risks.milestoneId, filter.milestone),
    is(risks.ownerOrganisationId, filter.ownerOrganisation),
    is(risks.ownerHealthIntegrationTeamId, filter.ownerHealthIntegrationTeam),
    is(risks.ownerGroupId, filter.ownerGroup),
    isIn(risks.kind, filter.kind),
    isIn(risks.status, filter.status),
    isIn(risks.likelihood, filter.likelihood),
    isIn(risks.impact, filter.impact),
    isIn(risks.response, filter.response),
    within(spanOf(risks.raised), filter.raised),
    within(spanOf(risks.reviewDue), filter.reviewDue),
    within(spanOf(risks.closed), filter.closed),
    is(risks.systemId, filter.system),
    either(...[risks.title, risks.cause, risks.effect, risks.plan].map((column) => contains(column, filter.contains))),
  ],
  certainty: ({ raised, reviewDue, closed }) =>
    weakest(
      raised ? certaintyWithin(spanOf(risks.raised), raised) : undefined,
      reviewDue ? certaintyWithin(spanOf(risks.reviewDue), reviewDue) : undefined,
      closed ? certaintyWithin(spanOf(risks.closed), closed) : undefined,
    ),
};
