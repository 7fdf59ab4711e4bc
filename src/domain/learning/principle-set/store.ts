import { and, sql, type SQL } from "drizzle-orm";
import { certaintyWithin, contains, is, isIn, within } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { spanOf } from "../../../api/list/held-on.ts";
import { byPlaceIn, byWords, earliestFirst } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { groups } from "../../partners/group/table.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { outputs } from "../output/table.ts";
import type { PrincipleFilter, PrincipleSetFilter } from "./inputs.ts";
import { principles, principleSets } from "./table.ts";

const adopted = spanOf(principleSets.adopted);

export const principleListing: Listing<typeof principles, PrincipleFilter> = {
  table: principles,
  orders: { POSITION: byPlaceIn(principles.principleSetId, principles.position) },
  where: principleIs,
};

export const principleSetListing: Listing<typeof principleSets, PrincipleSetFilter> = {
  table: principleSets,
  orders: {
    NAME: byWords(principleSets.name),
    ADOPTED: earliestFirst(principleSets.adopted),
  },
  where: (filter, context) => [
    either(inPlace(context, principleSets.placeId, filter.place), pointsAt(context, principleSets.programmeId, programmes, inPlace(context, programmes.placeId, filter.place))),
    ofSystem(context, principleSets, filter.system),
    pointsTo(context, principleSets.programmeId, programmes, filter.programme),
    pointsTo(context, principleSets.outputId, outputs, filter.output),
    ofOrganisation(context, principleSets.ownerOrganisationId, filter.ownerOrganisation, filter),
    pointsTo(context, principleSets.ownerGroupId, groups, filter.ownerGroup),
    pointsAt(context, principleSets.ownerOrganisationId, organisations, isIn(organisations.sector, filter.sector)),
    is(principleSets.edition, filter.edition),
    within(adopted, filter.adopted),
    filter.principle ? pointedAtBy(context, principleSets.id, principles, principles.principleSetId, and(...principleIs(filter.principle, context)) ?? sql`1`) : undefined,
    contains(principleSets.name, filter.nameContains),
  ],
  certainty: (filter) => (filter.adopted ? certaintyWithin(adopted, filter.adopted) : undefined),
};

function principleIs(filter: PrincipleFilter, context: Context): (SQL | undefined)[] {
  return [
    isIn(principles.kind, filter.kind),
    pointsTo(context, principles.partOfId, principles, filter.partOf),
    is(sql`(${principles.partOfId} is not null)`, filter.isPart),
    contains(principles.statement, filter.statementContains),
    ofSystem(context, principles, filter.system),
  ];
}
