import { and, ne, sql } from "drizzle-orm";
import { visible } from "../../../api/access/audience.ts";
import { reading, type Context } from "../../../api/context.ts";
import { loaderFor } from "../../../api/loaders.ts";
import { lastDayOfMonth, type Day } from "../../../kernel/day.ts";
import { grouped } from "../../../kernel/grouped.ts";
import { notKnown, type PartialDate } from "../../../kernel/partial-date.ts";
import { readPartialDate } from "../../../kernel/read-partial-date.ts";
import { sayPartialDate } from "../../../kernel/say-partial-date.ts";
import { columnsOf, tableStatement } from "../../../ledger/graph.ts";
import type { FreshnessRow } from "./freshness.ts";
import { itemsOfReport, judgementsOfReport, statusReportById } from "./loaders.ts";
import { subjects, type Subject } from "./standing.ts";
import { statusReports, type judgements, type statusReportItems } from "./table.ts";

type Report = typeof statusReports.$inferSelect;

/** What the next report can begin with, as the schema gives it out. */
export interface Prefill {
  readonly period: PartialDate;
  readonly dueOn: string | null;
  readonly narrative: string | null;
  readonly lastReport: Report | null;
  readonly judgements: readonly (typeof judgements.$inferSelect)[];
  readonly openItems: readonly (typeof statusReportItems.$inferSelect)[];
  readonly openReport: Report | null;
}

/** From how fresh reporting is today, and what of the last published report the viewer may see. What was achieved is not open any more. */
export async function prefillFor(context: Context, subject: Subject, id: string, freshness: FreshnessRow): Promise<Prefill> {
  const [lastReport, open] = await Promise.all([statusReportById(context, freshness.lastReport?.id ?? null), openReports(context, subject, id)]);
  const [judged, items] = lastReport === null ? [[], []] : await Promise.all([judgementsOfReport(context, lastReport.id), itemsOfReport(context, lastReport.id)]);
  return {
    period: nextPeriod(freshness),
    dueOn: freshness.nextDueOn,
    narrative: lastReport?.narrative ?? null,
    lastReport,
    judgements: judged,
    openItems: items.filter(({ kind }) => kind !== "ACHIEVED"),
    openReport: open[0] ?? null,
  };
}

/** The period in words that can be sent back: whole months by their names. */
function nextPeriod({ status, nextPeriodBegins, nextPeriodEnds }: FreshnessRow): PartialDate {
  if (nextPeriodBegins === null || nextPeriodEnds === null) return notKnown(status === "NOT_APPLICABLE" ? "NOT_APPLICABLE" : "UNKNOWN");
  const [first, last] = areWholeMonths(nextPeriodBegins, nextPeriodEnds) ? [nextPeriodBegins.slice(0, 7), nextPeriodEnds.slice(0, 7)] : [nextPeriodBegins, nextPeriodEnds];
  return readPartialDate(sayPartialDate(readPartialDate(first === last ? first : `${first} to ${last}`)));
}

function areWholeMonths(first: Day, last: Day): boolean {
  return first.endsWith("-01") && last === lastDayOfMonth(Number(last.slice(0, 4)), Number(last.slice(5, 7)));
}

/** The reports on something that are being written or handed in, the one on the latest time first. A correction is none of them. */
async function openReports(context: Context, subject: Subject, id: string): Promise<readonly (Report & { readonly parentKey: string })[]> {
  const column = subjects[subject];
  return loaderFor(context, `open reports ${subject}`, (_, ids) => {
    const rows = tableStatement<Report & { readonly parentKey: string }>(
      statusReports,
      sql`select ${columnsOf(statusReports)}, ${column} as "parentKey" from ${statusReports}
        where ${and(sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`, ne(statusReports.status, "PUBLISHED"), sql`${statusReports.correctsId} is null`, visible(context.viewer, statusReports))}
        order by ${statusReports.periodLatest} desc, ${statusReports.id}`,
    ).all(reading(context));
    const byParent = grouped(rows, (row) => row.parentKey);
    return ids.map((one) => byParent.get(one) ?? []);
  }).load(id);
}
