import { index, sqliteTable, text, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, wholeNumber, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { sources } from "../../foundation/source/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { groups } from "../../partners/group/table.ts";
import { programmes } from "../programme/table.ts";
import { workstreams } from "../workstream/table.ts";
import { milestones } from "../milestone/table.ts";

export const statusReportStatuses = ["DRAFT", "SUBMITTED", "RETURNED", "PUBLISHED"] as const;

export const reportItemKinds = ["ACHIEVED", "NOT_DONE", "DOING", "NEXT", "DECISION_NEEDED"] as const;

export const judgementDimensions = ["OVERALL", "SCHEDULE", "COST", "SCOPE", "BENEFITS", "RISK"] as const;

/** The published three-point scale, the older one of five, and a local one, which names itself. */
export const judgementSchemes = ["DELIVERY_CONFIDENCE_3", "DELIVERY_CONFIDENCE_5", "LOCAL"] as const;

/** Exactly one of programme, workstream and HIT. A published report never changes: a correction is another one. */
export const statusReports = sqliteTable(
  "status_reports",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    period: partialDate(),
    status: oneOf(statusReportStatuses).notNull(),
    narrative: words(),
    /** Why it was sent back to be reworked. */
    returnReason: words(),
    submitted: partialDate(),
    published: partialDate(),
    programmeId: reference(() => programmes.id),
    workstreamId: reference(() => workstreams.id),
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    /** The document that it was published as. */
    publishedAsId: reference(() => sources.id),
    correctsId: reference((): AnySQLiteColumn => statusReports.id),
    periodEarliest: text().generatedAlwaysAs(sql`json_extract("period", '$.earliest')`, { mode: "virtual" }),
    periodLatest: text().generatedAlwaysAs(sql`json_extract("period", '$.latest')`, { mode: "virtual" }),
    publishedLatest: text().generatedAlwaysAs(sql`json_extract("published", '$.latest')`, { mode: "virtual" }),
  },
  (report) => [
    index("status_reports_by_programme").on(report.programmeId),
    index("status_reports_by_workstream").on(report.workstreamId),
    index("status_reports_by_health_integration_team").on(report.healthIntegrationTeamId),
    index("status_reports_by_published_as").on(report.publishedAsId),
    index("status_reports_by_corrects").on(report.correctsId),
    index("status_reports_by_period").on(report.periodLatest, report.id),
    index("status_reports_by_status").on(report.status),
  ],
);

/** One thing that a report says was achieved or not, is being done, comes next, or needs a decision. */
export const statusReportItems = sqliteTable(
  "status_report_items",
  {
    ...identity,
    ...belonging,
    reportId: reference(() => statusReports.id).notNull(),
    kind: oneOf(reportItemKinds).notNull(),
    position: wholeNumber().notNull(),
    statement: words().notNull(),
    /** What it is for. */
    purpose: words(),
    /** When it was done, or is to be. */
    date: partialDate(),
    /** The group that it is about, or that is to decide. */
    groupId: reference(() => groups.id),
    milestoneId: reference(() => milestones.id),
    dateEarliest: text().generatedAlwaysAs(sql`json_extract("date", '$.earliest')`, { mode: "virtual" }),
    dateLatest: text().generatedAlwaysAs(sql`json_extract("date", '$.latest')`, { mode: "virtual" }),
  },
  (item) => [
    index("status_report_items_by_report").on(item.reportId, item.position),
    index("status_report_items_by_group").on(item.groupId),
    index("status_report_items_by_milestone").on(item.milestoneId),
  ],
);

/** What somebody thinks of one side of the work on a day, in the words of a named scheme. Without one it is not rated. */
export const judgements = sqliteTable(
  "judgements",
  {
    ...identity,
    ...belonging,
    reportId: reference(() => statusReports.id).notNull(),
    dimension: oneOf(judgementDimensions).notNull(),
    scheme: oneOf(judgementSchemes).notNull(),
    /** What a local scheme calls itself. */
    localScheme: words(),
    rating: words().notNull(),
    /** What the scheme says that the rating means. */
    wording: words().notNull(),
    rationale: words(),
    judged: partialDate(),
    judgedById: reference(() => organisations.id),
    judgedByHealthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
  },
  (judgement) => [
    index("judgements_by_report").on(judgement.reportId),
    index("judgements_by_judged_by").on(judgement.judgedById),
    index("judgements_by_judged_by_health_integration_team").on(judgement.judgedByHealthIntegrationTeamId),
  ],
);

export const statusReportKind = recordKind("StatusReport", "sr", statusReports, {
  names: [statusReports.title],
  partOf: [statusReports.programmeId, statusReports.workstreamId, statusReports.healthIntegrationTeamId],
  choices: [{ among: [statusReports.programmeId, statusReports.workstreamId, statusReports.healthIntegrationTeamId], unsaid: "Say on what it reports: a programme, a workstream or a HIT." }],
});
export const statusReportItemKind = recordKind("StatusReportItem", "si", statusReportItems, {
  spoken: "item", called: ({ statement }) => [statement],
  partOf: [statusReportItems.reportId], goesWith: statusReportItems.reportId,
});
export const judgementKind = recordKind("Judgement", "jd", judgements, {
  called: (row) => [{ of: row.reportId }, ": ", row.rating],
  partOf: [judgements.reportId],
  goesWith: judgements.reportId,
  choices: [{ among: [judgements.judgedById, judgements.judgedByHealthIntegrationTeamId], unsaid: null }],
});
