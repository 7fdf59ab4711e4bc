import { and, type SQL } from "drizzle-orm";
import { contains, isIn, within } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { holdingCertainty, mayHoldOn, spanOf } from "../../../api/list/held-on.ts";
import { byWords, earliestFirst, inOrderOf } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { pointedAtBy, pointsTo } from "../../../api/list/related.ts";
import { ofSystem } from "../../foundation/place/store.ts";
import { sources } from "../../foundation/source/table.ts";
import { ofOrganisation } from "../organisation/succession.ts";
import type { PersonFilter, PersonRoleFilter } from "./inputs.ts";
import { people, personRoles, roleCapacities } from "./table.ts";

export const personListing: Listing<typeof people, PersonFilter> = {
  table: people,
  orders: { NAME: byWords(people.name) },
  where: (filter, context) => [
    contains(people.name, filter.nameContains),
    isIn(people.visibility, filter.visibility),
    ofSystem(context, people, filter.system),
    pointedAtBy(context, people.id, personRoles, personRoles.personId, roleAskedFor(filter, context)),
  ],
};

export const personRoleListing: Listing<typeof personRoles, PersonRoleFilter> = {
  table: personRoles,
  orders: {
    CAPACITY: inOrderOf(roleCapacities, personRoles.capacity),
    SINCE: earliestFirst(personRoles.since),
  },
  where: (filter, context) => [
    isIn(personRoles.capacity, filter.capacity),
    contains(personRoles.title, filter.titleContains),
    pointsTo(context, personRoles.personId, people, filter.person),
    ofOrganisation(context, personRoles.organisationId, filter.organisation, filter),
    pointsTo(context, personRoles.sourceId, sources, filter.source),
    ofSystem(context, personRoles, filter.system),
    within(spanOf(personRoles.since), filter.since),
    within(spanOf(personRoles.until), filter.until),
    mayHoldOn(personRoles, filter.on),
  ],
  certainty: (filter) => holdingCertainty(personRoles, filter),
};

/** What a filter of people asks of one of their roles; nothing where it asks nothing of them. */
function roleAskedFor({ capacity, titleContains, organisation, succession, source, heldOn }: PersonFilter, context: Context): SQL | undefined {
  return and(
    isIn(personRoles.capacity, capacity),
    contains(personRoles.title, titleContains),
    ofOrganisation(context, personRoles.organisationId, organisation, { succession }),
    pointsTo(context, personRoles.sourceId, sources, source),
    mayHoldOn(personRoles, heldOn),
  );
}
