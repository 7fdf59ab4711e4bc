import { certaintyWithin, contains, isIn, within } from "../../../api/list/condition.ts";
import { spanOf, weakest } from "../../../api/list/held-on.ts";
import { byWords, earliestFirst, inOrderOf } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { groups } from "../../partners/group/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { milestones } from "../milestone/table.ts";
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
    pointsAt(context, risks.programmeId, programmes, inPlace(context, programmes.placeId, filter.place)),
    pointsTo(context, risks.programmeId, programmes, filter.programme),
    pointsTo(context, risks.workstreamId, workstreams, filter.workstream),
    pointsAt(context, risks.workstreamId, workstreams, isIn(workstreams.theme, filter.theme)),
    pointsTo(context, risks.milestoneId, milestones, filter.milestone),
    ofOrganisation(context, risks.ownerOrganisationId, filter.ownerOrganisation, filter),
    pointsTo(context, risks.ownerHealthIntegrationTeamId, healthIntegrationTeams, filter.ownerHealthIntegrationTeam),
    pointsTo(context, risks.ownerGroupId, groups, filter.ownerGroup),
    isIn(risks.kind, filter.kind),
    isIn(risks.status, filter.status),
    isIn(risks.likelihood, filter.likelihood),
    isIn(risks.impact, filter.impact),
    isIn(risks.response, filter.response),
    within(spanOf(risks.raised), filter.raised),
    within(spanOf(risks.reviewDue), filter.reviewDue),
    within(spanOf(risks.closed), filter.closed),
    ofSystem(context, risks, filter.system),
    either(...[risks.title, risks.cause, risks.effect, risks.plan].map((column) => contains(column, filter.contains))),
  ],
  certainty: ({ raised, reviewDue, closed }) =>
    weakest(
      raised ? certaintyWithin(spanOf(risks.raised), raised) : undefined,
      reviewDue ? certaintyWithin(spanOf(risks.reviewDue), reviewDue) : undefined,
      closed ? certaintyWithin(spanOf(risks.closed), closed) : undefined,
    ),
};
