import { and, sql, type SQL } from "drizzle-orm";
import { alternativeIn } from "../../../api/alternatives.ts";
import { certaintyWithin, contains, isIn, within } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { spanOf } from "../../../api/list/held-on.ts";
import { byPlaceIn, byWords, earliestFirst } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { groups } from "../../partners/group/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { people } from "../../partners/person/table.ts";
import { outputs } from "../output/table.ts";
import type { ConsultationFilter, ConsulteeFilter } from "./inputs.ts";
import { consulteeAlternatives, partKinds } from "./rules.ts";
import { consultations, consultees } from "./table.ts";

const period = spanOf(consultations.period);

export const consulteeListing: Listing<typeof consultees, ConsulteeFilter> = {
  table: consultees,
  orders: { POSITION: byPlaceIn(consultees.consultationId, consultees.position) },
  where: consulteeIs,
};

export const consultationListing: Listing<typeof consultations, ConsultationFilter> = {
  table: consultations,
  orders: {
    PERIOD: earliestFirst(consultations.period),
    TITLE: byWords(consultations.title),
  },
  where: (filter, context) => [
    either(
      pointsAt(context, consultations.programmeId, programmes, inPlace(context, programmes.placeId, filter.place)),
      pointsAt(context, consultations.outputId, outputs, inPlace(context, outputs.placeId, filter.place)),
    ),
    ofSystem(context, consultations, filter.system),
    pointsTo(context, consultations.programmeId, programmes, filter.programme),
    pointsTo(context, consultations.outputId, outputs, filter.output),
    isIn(consultations.status, filter.status),
    within(period, filter.period),
    filter.consultee ? pointedAtBy(context, consultations.id, consultees, consultees.consultationId, and(...consulteeIs(filter.consultee, context)) ?? sql`1`) : undefined,
    either(contains(consultations.title, filter.contains), contains(consultations.shaped, filter.contains)),
  ],
  certainty: (filter) => (filter.period ? certaintyWithin(period, filter.period) : undefined),
};

/** What each consultee is: `consulteeKindOf` of the rules, in SQL. */
export function consulteeKindIn(context: Context): SQL {
  const part = either(isIn(organisations.kind, partKinds), sql`${organisations.parentId} is not null`);
  return sql`(case when ${pointsAt(context, consultees.organisationId, organisations, part)} then 'SERVICE' else ${alternativeIn(consultees, consulteeAlternatives)} end)`;
}

function consulteeIs(filter: ConsulteeFilter, context: Context): (SQL | undefined)[] {
  return [
    isIn(consulteeKindIn(context), filter.consulteeKind),
    isIn(consultees.constituencyKind, filter.constituencyKind),
    ofOrganisation(context, consultees.organisationId, filter.organisation, filter),
    pointsAt(context, consultees.organisationId, organisations, isIn(organisations.sector, filter.sector)),
    pointsTo(context, consultees.healthIntegrationTeamId, healthIntegrationTeams, filter.healthIntegrationTeam),
    pointsTo(context, consultees.groupId, groups, filter.group),
    pointsTo(context, consultees.personId, people, filter.person),
    pointsTo(context, consultees.contactId, people, filter.contact),
    called(context, filter.nameContains),
    ofSystem(context, consultees, filter.system),
  ];
}

function called(context: Context, words: string | null | undefined): SQL | undefined {
  return either(
    pointsAt(context, consultees.organisationId, organisations, contains(organisations.name, words)),
    pointsAt(context, consultees.healthIntegrationTeamId, healthIntegrationTeams, contains(healthIntegrationTeams.name, words)),
    pointsAt(context, consultees.groupId, groups, contains(groups.name, words)),
    pointsAt(context, consultees.personId, people, contains(people.name, words)),
    contains(consultees.constituency, words),
    contains(consultees.description, words),
  );
}
