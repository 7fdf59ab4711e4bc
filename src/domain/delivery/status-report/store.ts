import { and, sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { certaintyWithin, contains, is, isIn, within } from "../../../api/condition.ts";
import type { Context } from "../../../api/context.ts";
import { spanOf, weakest } from "../../../api/held-on.ts";
import { byPlaceIn, byWords, earliestFirst, inOrderOf, latestFirst } from "../../../api/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt } from "../../../api/related.ts";
import { inPlace } from "../../foundation/place/store.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { programmes } from "../programme/table.ts";
import { workstreams } from "../workstream/table.ts";
import type { JudgementFilter, StatusReportFilter, StatusReportItemFilter } from "./inputs.ts";
import { judgementDimensions, judgements, statusReportItems, statusReports } from "./table.ts";

const period = { earliest: statusReports.periodEarliest, latest: statusReports.periodLatest };
const itemDate = { earliest: statusReportItems.dateEarliest, latest: statusReportItems.dateLatest };

export const statusReportListing: Listing<typeof statusReports, StatusReportFilter> = {
  table: statusReports,
  orders: { LATEST: latestFirst(statusReports.period), TITLE: byWords(statusReports.title) },
  where: (filter, context) => [
    ...reportedOn(filter, context),
    isIn(statusReports.status, filter.status),
    within(period, filter.period),
    within(spanOf(statusReports.published), filter.published),
    is(statusReports.publishedAsId, filter.publishedAs),
    filter.judgement ? pointedAtBy(context, statusReports.id, judgements, judgements.reportId, and(...judgementIs(filter.judgement, context)) ?? sql`1`) : undefined,
    is(statusReports.systemId, filter.system),
    either(contains(statusReports.title, filter.contains), contains(statusReports.narrative, filter.contains)),
  ],
  certainty: (filter) =>
    weakest(filter.period ? certaintyWithin(period, filter.period) : undefined, filter.published ? certaintyWithin(spanOf(statusReports.published), filter.published) : undefined),
};

export const statusReportItemListing: Listing<typeof statusReportItems, StatusReportItemFilter> = {
  table: statusReportItems,
  orders: { POSITION: byPlaceIn(statusReportItems.reportId, statusReportItems.position), DATE: earliestFirst(statusReportItems.date) },
  where: (filter, context) => [
    pointsAt(context, statusReportItems.reportId, statusReports, and(...reportedOn(filter, context), isIn(statusReports.status, filter.reportStatus))),
    is(statusReportItems.reportId, filter.report),
    isIn(statusReportItems.kind, filter.kind),
    is(statusReportItems.groupId, filter.group),
    is(statusReportItems.milestoneId, filter.milestone),
    within(itemDate, filter.date),
    either(contains(statusReportItems.statement, filter.contains), contains(statusReportItems.purpose, filter.contains)),
  ],
  certainty: (filter) => (filter.date ? certaintyWithin(itemDate, filter.date) : undefined),
};

export const judgementListing: Listing<typeof judgements, JudgementFilter> = {
  table: judgements,
  orders: { LATEST: latestFirst(judgements.judged), DIMENSION: inOrderOf(judgementDimensions, judgements.dimension) },
  where: judgementIs,
  certainty: (filter) => (filter.judged ? certaintyWithin(spanOf(judgements.judged), filter.judged) : undefined),
};

function judgementIs(filter: JudgementFilter, context: Context): (SQL | undefined)[] {
  return [
    pointsAt(context, judgements.reportId, statusReports, and(...reportedOn(filter, context), isIn(statusReports.status, filter.reportStatus))),
    isIn(judgements.dimension, filter.dimension),
    isIn(judgements.scheme, filter.scheme),
    isIn(sql`lower(${judgements.rating})`, filter.rating?.map((rating) => rating.toLowerCase())),
    is(judgements.judgedById, filter.judgedBy),
    is(judgements.judgedByHealthIntegrationTeamId, filter.judgedByHealthIntegrationTeam),
    within(spanOf(judgements.judged), filter.judged),
  ];
}

/** What holds for the reports on what a filter asks for. */
function reportedOn({ programme, workstream, healthIntegrationTeam, place }: Pick<StatusReportFilter, "programme" | "workstream" | "healthIntegrationTeam" | "place">, context: Context): (SQL | undefined)[] {
  const atPlace = (programmeId: AnySQLiteColumn): SQL | undefined => pointsAt(context, programmeId, programmes, inPlace(programmes.placeId, place));
  return [
    is(statusReports.programmeId, programme),
    is(statusReports.workstreamId, workstream),
    is(statusReports.healthIntegrationTeamId, healthIntegrationTeam),
    either(
      atPlace(statusReports.programmeId),
      pointsAt(context, statusReports.workstreamId, workstreams, atPlace(workstreams.programmeId)),
      pointsAt(context, statusReports.healthIntegrationTeamId, healthIntegrationTeams, inPlace(healthIntegrationTeams.placeId, place)),
    ),
  ];
}
