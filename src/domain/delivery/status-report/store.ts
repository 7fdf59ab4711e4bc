import { and, sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { certaintyWithin, contains, isIn, within } from "../../../api/condition.ts";
import type { Context } from "../../../api/context.ts";
import { spanOf, weakest } from "../../../api/held-on.ts";
import { byPlaceIn, byWords, earliestFirst, inOrderOf, latestFirst } from "../../../api/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../../api/related.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { sources } from "../../foundation/source/table.ts";
import { groups } from "../../partners/group/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { milestones } from "../milestone/table.ts";
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
    pointsTo(context, statusReports.publishedAsId, sources, filter.publishedAs),
    filter.judgement ? pointedAtBy(context, statusReports.id, judgements, judgements.reportId, and(...judgementIs(filter.judgement, context)) ?? sql`1`) : undefined,
    ofSystem(context, statusReports, filter.system),
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
    pointsTo(context, statusReportItems.reportId, statusReports, filter.report),
    isIn(statusReportItems.kind, filter.kind),
    pointsTo(context, statusReportItems.groupId, groups, filter.group),
    pointsTo(context, statusReportItems.milestoneId, milestones, filter.milestone),
    within(itemDate, filter.date),
    ofSystem(context, statusReportItems, filter.system),
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
    pointsTo(context, judgements.judgedById, organisations, filter.judgedBy),
    pointsTo(context, judgements.judgedByHealthIntegrationTeamId, healthIntegrationTeams, filter.judgedByHealthIntegrationTeam),
    within(spanOf(judgements.judged), filter.judged),
    ofSystem(context, judgements, filter.system),
  ];
}

/** What holds for the reports on what a filter asks for. */
function reportedOn({ programme, workstream, healthIntegrationTeam, place }: Pick<StatusReportFilter, "programme" | "workstream" | "healthIntegrationTeam" | "place">, context: Context): (SQL | undefined)[] {
  const atPlace = (programmeId: AnySQLiteColumn): SQL | undefined => pointsAt(context, programmeId, programmes, inPlace(context, programmes.placeId, place));
  return [
    pointsTo(context, statusReports.programmeId, programmes, programme),
    pointsTo(context, statusReports.workstreamId, workstreams, workstream),
    pointsTo(context, statusReports.healthIntegrationTeamId, healthIntegrationTeams, healthIntegrationTeam),
    either(
      atPlace(statusReports.programmeId),
      pointsAt(context, statusReports.workstreamId, workstreams, atPlace(workstreams.programmeId)),
      pointsAt(context, statusReports.healthIntegrationTeamId, healthIntegrationTeams, inPlace(context, healthIntegrationTeams.placeId, place)),
    ),
  ];
}
