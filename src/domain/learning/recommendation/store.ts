import { sql, type SQL } from "drizzle-orm";
import { alternativeIn } from "../../../api/alternatives.ts";
import { visible } from "../../../api/access/audience.ts";
import { certaintyWithin, contains, is, isIn, within } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { spanOf } from "../../../api/list/held-on.ts";
import { earliestFirst } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { groups } from "../../partners/group/table.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { outputs } from "../output/table.ts";
import type { RecommendationFilter } from "./inputs.ts";
import { realisationAlternatives } from "./rules.ts";
import { realisations, recommendations } from "./table.ts";

const responded = spanOf(recommendations.responded);

const realisationKind = alternativeIn(realisations, realisationAlternatives);

export const recommendationListing: Listing<typeof recommendations, RecommendationFilter> = {
  table: recommendations,
  orders: {
    POSITION: { by: (context) => sql`coalesce(${documentOf(context)}, '') || printf(' %015d', ${recommendations.position})` },
    RESPONDED: earliestFirst(recommendations.responded),
  },
  where: (filter, context) => [
    either(
      pointsAt(context, recommendations.programmeId, programmes, inPlace(context, programmes.placeId, filter.place)),
      pointsAt(context, recommendations.outputId, outputs, inPlace(context, outputs.placeId, filter.place)),
    ),
    ofSystem(context, recommendations, filter.system),
    pointsTo(context, recommendations.programmeId, programmes, filter.programme),
    pointsTo(context, recommendations.outputId, outputs, filter.output),
    isIn(recommendations.status, filter.status),
    pointsTo(context, recommendations.addressedToGroupId, groups, filter.addressedToGroup),
    ofOrganisation(context, recommendations.addressedToOrganisationId, filter.addressedToOrganisation, filter),
    pointsAt(context, recommendations.addressedToOrganisationId, organisations, isIn(organisations.sector, filter.sector)),
    is(sql`(${recommendations.response} is not null or json_extract(${recommendations.responded}, '$.status') = 'KNOWN')`, filter.answered),
    within(responded, filter.responded),
    typeof filter.realised === "boolean" ? isRealised(context, filter.realised) : undefined,
    pointedAtBy(context, recommendations.id, realisations, realisations.recommendationId, isIn(realisationKind, filter.realisedBy)),
    contains(recommendations.statement, filter.statementContains),
  ],
  certainty: (filter) => (filter.responded ? certaintyWithin(responded, filter.responded) : undefined),
};

/** Title and id of the document that a recommendation stands in: none where the viewer may not see it. */
function documentOf(context: Context): SQL {
  return sql`(select lower(${outputs.title}) || char(9) || ${outputs.id} from ${outputs} where ${outputs.id} = ${recommendations.outputId} and ${visible(context.viewer, outputs)})`;
}

function isRealised(context: Context, asked: boolean): SQL {
  const realised = sql`select ${realisations.recommendationId} from ${realisations} where ${visible(context.viewer, realisations)}`;
  return asked ? sql`${recommendations.id} in (${realised})` : sql`${recommendations.id} not in (${realised})`;
}
