import { and, type SQL } from "drizzle-orm";
import { contains, is, isIn, within } from "../../../api/condition.ts";
import { holdingCertainty, mayHoldOn, spanOf } from "../../../api/held-on.ts";
import { byWords, earliestFirst, inOrderOf } from "../../../api/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { pointedAtBy, pointsAt } from "../../../api/related.ts";
import type { PersonFilter, PersonRoleFilter } from "./inputs.ts";
import { people, personRoles, roleCapacities } from "./table.ts";

export const personListing: Listing<typeof people, PersonFilter> = {
  table: people,
  orders: { NAME: byWords(people.name) },
  where: (filter, context) => [
    contains(people.name, filter.nameContains),
    isIn(people.visibility, filter.visibility),
    is(people.systemId, filter.system),
    pointedAtBy(context, people.id, personRoles, personRoles.personId, roleAskedFor(filter)),
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
    pointsAt(context, personRoles.personId, people, is(people.id, filter.person)),
    is(personRoles.organisationId, filter.organisation),
    is(personRoles.sourceId, filter.source),
    is(personRoles.systemId, filter.system),
    within(spanOf(personRoles.since), filter.since),
    within(spanOf(personRoles.until), filter.until),
    mayHoldOn(personRoles, filter.on),
  ],
  certainty: (filter) => holdingCertainty(personRoles, filter),
};

/** What a filter of people asks of one of their roles; nothing where it asks nothing of them. */
function roleAskedFor({ capacity, titleContains, organisation, source, heldOn }: PersonFilter): SQL | undefined {
  return and(
    isIn(personRoles.capacity, capacity),
    contains(personRoles.title, titleContains),
    is(personRoles.organisationId, organisation),
    is(personRoles.sourceId, source),
    mayHoldOn(personRoles, heldOn),
  );
}
