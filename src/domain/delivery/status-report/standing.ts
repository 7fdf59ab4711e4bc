import { and, eq, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { visible } from "../../../api/access/audience.ts";
import { reading, type Context } from "../../../api/context.ts";
import { loaderFor } from "../../../api/loaders.ts";
import type { Day } from "../../../kernel/day.ts";
import { grouped } from "../../../kernel/grouped.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import type { DayCount } from "../../../kernel/say-days.ts";
import { columnsOf, tableStatement } from "../../../ledger/graph.ts";
import { ageOn, judgementOn, madeOn, type Reported } from "./rules.ts";
import { correction, takesPlace } from "./store.ts";
import { judgements, statusReports } from "./table.ts";

type JudgementRow = typeof judgements.$inferSelect;

/** What can be reported on and rated, by the column through which a report points at it. */
export const subjects = {
  programme: statusReports.programmeId,
  workstream: statusReports.workstreamId,
  healthIntegrationTeam: statusReports.healthIntegrationTeamId,
} as const satisfies Record<string, AnySQLiteColumn>;

export type Subject = keyof typeof subjects;

/** A rating as the schema gives it out. */
export interface Rating {
  readonly status: "RATED" | "NOT_RATED";
  readonly rating: string | null;
  readonly scheme: string | null;
  readonly wording: string | null;
  readonly date: PartialDate | null;
  readonly age: DayCount | null;
  readonly judgement: JudgementRow | null;
}

const NOT_RATED: Rating = { status: "NOT_RATED", rating: null, scheme: null, wording: null, date: null, age: null, judgement: null };

/** How somebody rates something as a whole, on a day: one statement for the judgements of all that are asked about together, one for their reports. */
export async function ratingOf(context: Context, subject: Subject, id: string, on: Day): Promise<Rating> {
  const [found, reports] = await Promise.all([overallJudgements(context, subject, id), publishedReports(context, subject, id)]);
  const byId = new Map(reports.map((report) => [report.id, report]));
  const judged = found.flatMap((judgement) => {
    const report = byId.get(judgement.reportId);
    return report === undefined ? [] : [{ ...judgement, judgement, published: report.published, period: report.period, correctedFrom: report.correctedFrom }];
  });
  const latest = judgementOn(judged, on);
  if (latest === null) return NOT_RATED;
  const { rating, scheme, wording, judgement } = latest;
  const made = madeOn(latest);
  return { status: "RATED", rating, scheme, wording, date: made ?? latest.judged, age: made === null ? null : ageOn(made, on), judgement };
}

/** What of a published report its standing follows from. */
export interface PublishedReport extends Reported {
  readonly published: PartialDate;
  readonly period: PartialDate;
  readonly parentKey: string;
}

/** The published reports on something that the viewer may see. */
export async function publishedReports(context: Context, subject: Subject, id: string): Promise<readonly PublishedReport[]> {
  const column = subjects[subject];
  return loaderFor(context, `published reports ${subject}`, (_, ids) => {
    const correctedFrom = sql`(select min(coalesce(json_extract(${correction.published}, '$.earliest'), '0001-01-01')) from ${statusReports} "correction"
      where ${and(takesPlace, visible(context.viewer, correction))})`;
    const rows = tableStatement<PublishedReport>(
      statusReports,
      sql`select ${statusReports.id}, ${statusReports.period}, ${statusReports.published}, ${correctedFrom} as "correctedFrom", ${column} as "parentKey" from ${statusReports}
        where ${and(sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`, eq(statusReports.status, "PUBLISHED"), visible(context.viewer, statusReports))}`,
    ).all(reading(context));
    const byParent = grouped(rows, (row) => row.parentKey);
    return ids.map((one) => byParent.get(one) ?? []);
  }).load(id);
}

async function overallJudgements(context: Context, subject: Subject, id: string): Promise<readonly (JudgementRow & { readonly parentKey: string })[]> {
  const column = subjects[subject];
  return loaderFor(context, `overall judgements ${subject}`, (_, ids) => {
    const rows = tableStatement<JudgementRow & { readonly parentKey: string }>(
      judgements,
      sql`select ${columnsOf(judgements)}, ${column} as "parentKey" from ${judgements} join ${statusReports} on ${judgements.reportId} = ${statusReports.id}
        where ${and(sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`, eq(judgements.dimension, "OVERALL"), visible(context.viewer, judgements))}`,
    ).all(reading(context));
    const byParent = grouped(rows, (row) => row.parentKey);
    return ids.map((one) => byParent.get(one) ?? []);
  }).load(id);
}
