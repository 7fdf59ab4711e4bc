import { and, sql, type SQL } from "drizzle-orm";
import { alternativeIn } from "../../../api/alternatives.ts";
import { visible } from "../../../api/access/audience.ts";
import { certaintyWithin, contains, is, isIn, within } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { spanOf, weakest } from "../../../api/list/held-on.ts";
import { byWords, inOrderOf, latestFirst } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { milestones } from "../../delivery/milestone/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { groups } from "../../partners/group/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { bases, organisations } from "../../partners/organisation/table.ts";
import { people } from "../../partners/person/table.ts";
import type { OutputContributorFilter, OutputFilter, OutputInfluenceFilter } from "./inputs.ts";
import { contributorAlternatives } from "./rules.ts";
import { contributorRoles, outputContributors, outputInfluences, outputs } from "./table.ts";

const published = { earliest: outputs.publishedEarliest, latest: outputs.publishedLatest };
const developed = spanOf(outputs.developed);

const contributorKind = alternativeIn(outputContributors, contributorAlternatives);

export const outputContributorListing: Listing<typeof outputContributors, OutputContributorFilter> = {
  table: outputContributors,
  orders: { ROLE: inOrderOf(contributorRoles, outputContributors.role) },
  where: contributorIs,
};

export const outputInfluenceListing: Listing<typeof outputInfluences, OutputInfluenceFilter> = {
  table: outputInfluences,
  orders: { BASIS: inOrderOf(bases, outputInfluences.basis) },
  where: (filter, context) => [
    isIn(outputInfluences.basis, filter.basis),
    pointsAt(context, outputInfluences.informedById, outputs, isIn(outputs.kind, filter.kind)),
    ofSystem(context, outputInfluences, filter.system),
  ],
};

export const outputListing: Listing<typeof outputs, OutputFilter> = {
  table: outputs,
  orders: {
    TITLE: byWords(outputs.title),
    PUBLISHED: latestFirst(outputs.published),
  },
  where: (filter, context) => [
    either(inPlace(context, outputs.placeId, filter.place), pointsAt(context, outputs.programmeId, programmes, inPlace(context, programmes.placeId, filter.place))),
    ofSystem(context, outputs, filter.system),
    pointsTo(context, outputs.programmeId, programmes, filter.programme),
    pointsTo(context, outputs.milestoneId, milestones, filter.milestone),
    isIn(outputs.kind, filter.kind),
    isIn(outputs.status, filter.status),
    filter.contributor ? pointedAtBy(context, outputs.id, outputContributors, outputContributors.outputId, and(...contributorIs(filter.contributor, context)) ?? sql`1`) : undefined,
    pointedAtBy(context, outputs.id, outputInfluences, outputInfluences.outputId, pointsTo(context, outputInfluences.informedById, outputs, filter.informedBy)),
    typeof filter.superseded === "boolean" ? isSuperseded(context, filter.superseded) : undefined,
    is(outputs.free, filter.free),
    within(developed, filter.developed),
    within(published, filter.published),
    isIn(sql`json_extract(${outputs.published}, '$.status')`, filter.publishedStatus),
    called(filter.titleContains),
  ],
  certainty: (filter) =>
    weakest(filter.developed ? certaintyWithin(developed, filter.developed) : undefined, filter.published ? certaintyWithin(published, filter.published) : undefined),
};

function isSuperseded(context: Context, asked: boolean): SQL {
  const newer = sql`select ${outputs.supersedesId} from ${outputs} where ${outputs.supersedesId} is not null and ${visible(context.viewer, outputs)}`;
  return asked ? sql`${outputs.id} in (${newer})` : sql`${outputs.id} not in (${newer})`;
}

function called(words: string | null | undefined): SQL | undefined {
  if (typeof words !== "string") return undefined;
  return either(contains(outputs.title, words), sql`exists (select 1 from json_each(${outputs.otherTitles}) where instr(lower(value), ${words.toLowerCase()}) > 0)`);
}

function contributorIs(filter: OutputContributorFilter, context: Context): (SQL | undefined)[] {
  return [
    isIn(outputContributors.role, filter.role),
    isIn(contributorKind, filter.contributorKind),
    pointsTo(context, outputContributors.personId, people, filter.person),
    ofOrganisation(context, outputContributors.organisationId, filter.organisation, filter),
    pointsAt(context, outputContributors.organisationId, organisations, isIn(organisations.sector, filter.sector)),
    pointsTo(context, outputContributors.healthIntegrationTeamId, healthIntegrationTeams, filter.healthIntegrationTeam),
    pointsTo(context, outputContributors.groupId, groups, filter.group),
    pointsTo(context, outputContributors.programmeId, programmes, filter.programme),
    ofSystem(context, outputContributors, filter.system),
  ];
}
