import { and, eq, or, sql, type SQL } from "drizzle-orm";
import { alias, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { certaintyWithin, contains, isIn, within } from "../../../api/list/condition.ts";
import type { Context } from "../../../api/context.ts";
import { spanOf, weakest } from "../../../api/list/held-on.ts";
import { byPlaceIn, byWords, earliestFirst, inOrderOf, latestFirst } from "../../../api/list/ordering.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointedAtBy, pointsAt, pointsTo } from "../../../api/list/related.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import type { Day } from "../../../kernel/day.ts";
import { columnsOf, tableStatement, type Graph } from "../../../ledger/graph.ts";
import { inPlace, ofSystem } from "../../foundation/place/store.ts";
import { sources } from "../../foundation/source/table.ts";
import { groups } from "../../partners/group/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
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
    ofOrganisation(context, judgements.judgedById, filter.judgedBy, filter),
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

export const correction = alias(statusReports, "correction");

/**
 * Holds for a published report, `correction`, that takes the place of another: it corrects that one, or was published later
 * and corrects the same.
 */
export const takesPlace: SQL = and(
  eq(correction.status, "PUBLISHED"),
  or(
    eq(correction.correctsId, statusReports.id),
    and(
      eq(correction.correctsId, statusReports.correctsId),
      sql`(coalesce(${correction.publishedLatest}, ''), ${correction.id}) > (coalesce(${statusReports.publishedLatest}, ''), ${statusReports.id})`,
    ),
  ),
) ?? sql`0`;

const isReplaced = sql`exists (select 1 from ${statusReports} "correction" where ${takesPlace})`;

const itemsById = tableStatement<typeof statusReportItems.$inferSelect>(
  statusReportItems,
  sql`select ${columnsOf(statusReportItems)} from ${statusReportItems} where ${statusReportItems.reportId} = ${sql.placeholder("id")} order by ${statusReportItems.position}, ${statusReportItems.id}`,
);

/** The items of a report in their order, whoever may see them. */
export function itemsOf(graph: Graph, reportId: string): readonly (typeof statusReportItems.$inferSelect)[] {
  return itemsById.all(graph, { id: reportId });
}

const judgementsById = tableStatement<typeof judgements.$inferSelect>(
  judgements,
  sql`select ${columnsOf(judgements)} from ${judgements} where ${judgements.reportId} = ${sql.placeholder("id")} order by ${judgements.id}`,
);

/** The judgements of a report, whoever may see them. */
export function judgementsOf(graph: Graph, reportId: string): readonly (typeof judgements.$inferSelect)[] {
  return judgementsById.all(graph, { id: reportId });
}

/** What of a report the others on the same thing have to know. */
export interface OtherReport {
  readonly id: string;
  readonly status: (typeof statusReports.$inferSelect)["status"];
  readonly period: PartialDate;
  readonly correctsId: string | null;
}

const others = tableStatement<OtherReport>(
  statusReports,
  sql`select ${statusReports.id}, ${statusReports.status}, ${statusReports.period}, ${statusReports.correctsId} from ${statusReports}
    where ${sql.placeholder("id")} in (${statusReports.programmeId}, ${statusReports.workstreamId}, ${statusReports.healthIntegrationTeamId}) and not ${isReplaced} order by ${statusReports.id}`,
);

/** The reports on a programme, a workstream or a HIT that none has taken the place of, whoever may see them. */
export function reportsOn(graph: Graph, id: string): readonly OtherReport[] {
  return others.all(graph, { id });
}

const corrections = tableStatement<OtherReport>(
  statusReports,
  sql`select ${statusReports.id}, ${statusReports.status}, ${statusReports.period}, ${statusReports.correctsId} from ${statusReports} where ${statusReports.correctsId} = ${sql.placeholder("id")} order by ${statusReports.id}`,
);

/** The reports that correct one or are to correct it, whoever may see them. */
export function correctionsOf(graph: Graph, reportId: string): readonly OtherReport[] {
  return corrections.all(graph, { id: reportId });
}

const saidNotDone = tableStatement<{ readonly on: Day | null }>(
  statusReports,
  sql`select max(${statusReports.publishedLatest}) as "on" from ${statusReports} join ${statusReportItems} on ${statusReportItems.reportId} = ${statusReports.id}
    where ${and(eq(statusReportItems.milestoneId, sql.placeholder("id")), eq(statusReportItems.kind, "NOT_DONE"), eq(statusReports.status, "PUBLISHED"))} and not ${isReplaced}`,
);

/** The last day on which a report was published that says of a milestone that it is not done, and that still stands. */
export function reportedNotDoneOn(graph: Graph, milestoneId: string): Day | null {
  return saidNotDone.first(graph, { id: milestoneId })?.on ?? null;
}
