import { sql } from "drizzle-orm";
import { reading, type Context } from "../../api/context.ts";
import { readDay, type Day } from "../../kernel/day.ts";
import { grouped } from "../../kernel/grouped.ts";
import { tableStatement } from "../../ledger/graph.ts";
import { judgementOn } from "../delivery/status-report/rules.ts";
import { judgementDimensions, judgementKind, judgements, statusReportKind, statusReports } from "../delivery/status-report/table.ts";
import type { Called } from "../../ledger/concept.ts";
import type { BoardReading } from "../board-reading.ts";
import { changedColumns, tellingColumns, type Item } from "./compare.ts";
import { rowAs, type Side, type Sides, type Standing } from "./sides.ts";

type Report = typeof statusReports.$inferSelect;
type Judgement = typeof judgements.$inferSelect;

/**
 * What is judged otherwise than before: for each programme, workstream and HIT on which a report or a judgement has changed,
 * the judgement that stood at the first moment beside the one that stands at the second. A judgement counts once its report
 * is published, as everywhere.
 */
export async function reRated(context: Context, sides: Sides, touched: readonly string[], reading: BoardReading): Promise<Item[]> {
  const subjects = await subjectsOf(sides, touched);
  if (subjects.length === 0) return [];
  const ids = [...new Set([...reportsAndJudgements(context, subjects), ...touched, ...removedSince(context, sides.to)])];
  const [before, after] = await Promise.all([standingAt(sides.from, ids, async (id) => sides.before(id)), standingAt(sides.to, ids, async (id) => sides.after(id))]);
  return subjects.flatMap((subject) => judgementDimensions.flatMap((dimension) => {
    const [was, is] = [before.get(`${subject} ${dimension}`) ?? null, after.get(`${subject} ${dimension}`) ?? null];
    return isSame(was, is) ? [] : [itemOf(reading, { was, is, called: [{ of: subject }, dimension === "OVERALL" ? null : `: ${dimension.toLowerCase()}`] })];
  }));
}

/** A rating is the same where its scheme is too: amber of three is not amber of five. */
function isSame(was: Judgement | null, is: Judgement | null): boolean {
  return was?.rating.toLowerCase() === is?.rating.toLowerCase() && was?.scheme === is?.scheme && (was?.localScheme ?? null) === (is?.localScheme ?? null);
}

/** It goes by the judgement, which whoever reads it may see, and not by what is judged, which they may not. */
function itemOf(reading: BoardReading, { was, is, called }: { readonly was: Judgement | null; readonly is: Judgement | null; readonly called: readonly Called[] }): Item {
  const changed = was === null || is === null ? new Set(tellingColumns(reading.kind)) : changedColumns(reading, { ...was }, { ...is });
  const tells = ["rating", ...["scheme", "localScheme"].filter((column) => was !== null && is !== null && changed.has(column))];
  const along = [...changed].filter((column) => !tells.includes(column) && column !== "gaps");
  return { id: `RE_RATED ${(is ?? was)?.id ?? ""}`, group: "RE_RATED", reading, before: was && { ...was }, after: is && { ...is }, tells, along, works: [], slip: null, called, actsOf: [is, was].flatMap((judgement) => (judgement === null ? [] : [judgement.id, judgement.reportId])) };
}

/** The judgements that stood at a moment on that day, by what is judged and in which dimension. */
async function standingAt(side: Side, ids: readonly string[], at: (id: string) => Promise<Standing | null>): Promise<ReadonlyMap<string, Judgement>> {
  const found = await Promise.all(ids.map(at));
  const reports = found.flatMap((standing) => rowAs(statusReportKind, standing) ?? []).filter(({ status }) => status === "PUBLISHED");
  const byId = new Map(reports.map((report) => [report.id, report]));
  const judged = found.flatMap((standing) => rowAs(judgementKind, standing) ?? []).flatMap((judgement) => {
    const report = byId.get(judgement.reportId);
    return report === undefined ? [] : [{ ...judgement, judgement, subject: subjectOf(report) ?? "", published: report.published, period: report.period, correctedFrom: correctedFrom(report, reports) }];
  });
  const groups = [...grouped(judged, ({ subject, dimension }) => `${subject} ${dimension}`)];
  return new Map(groups.flatMap(([key, all]) => {
    const standing = judgementOn(all, side.day);
    return standing === null ? [] : [[key, standing.judgement]];
  }));
}

/** The first day on which a report that takes the place of this one can have been published: one that corrects it, or a later one that corrects the same. */
function correctedFrom(report: Report, published: readonly Report[]): Day | null {
  const takesPlace = (other: Report): boolean => other.correctsId === report.id || (other.correctsId !== null && other.correctsId === report.correctsId && order(other) > order(report));
  const days = published.filter(takesPlace).map((other) => other.published.earliest ?? readDay("0001-01-01"));
  return days.toSorted()[0] ?? null;
}

function order({ published, id }: Report): string {
  return `${published.latest ?? ""} ${id}`;
}

function subjectOf(report: Report | null): string | null {
  return report === null ? null : (report.programmeId ?? report.workstreamId ?? report.healthIntegrationTeamId);
}

/** What the reports and judgements among these are about, at either moment. */
async function subjectsOf(sides: Sides, touched: readonly string[]): Promise<string[]> {
  const found = await Promise.all(touched.map(async (id) => {
    const { before, after } = await sides.both(id);
    const reports = await Promise.all([before, after].map(async (standing) => {
      const judgement = rowAs(judgementKind, standing);
      return judgement === null ? standing : sides.latest(judgement.reportId);
    }));
    return reports.flatMap((standing) => subjectOf(rowAs(statusReportKind, standing)) ?? []);
  }));
  return [...new Set(found.flat())].toSorted();
}

const onSubjects = tableStatement<{ id: string }>(
  statusReports,
  sql`with "reports" as (select ${statusReports.id} from ${statusReports} where ${sql.join([statusReports.programmeId, statusReports.workstreamId, statusReports.healthIntegrationTeamId].map((column) => sql`${column} in (select value from json_each(${sql.placeholder("subjects")}))`), sql` or `)})
    select id from "reports" union all select ${judgements.id} from ${judgements} where ${judgements.reportId} in (select id from "reports")`,
);

/** All that is reported on these and judged of them, whoever may see it: which of it stood at a moment, the moment tells. */
function reportsAndJudgements(context: Context, subjects: readonly string[]): string[] {
  return onSubjects.all(reading(context), { subjects: JSON.stringify(subjects) }).map(({ id }) => id);
}

/** Reports and judgements that are not there any more where this is read, and may have stood at the moments. */
function removedSince({ moment }: Context, { entry }: Side): string[] {
  const rows = moment.ledger.run(
    `select "recordId" as "id" from "changes" where "entry" > ? and "entry" <= ? and "operation" = 'REMOVE' and "type" in (?, ?)`,
    [entry, moment.number, statusReportKind.type, judgementKind.type],
  );
  return rows.map(({ id }) => String(id));
}
