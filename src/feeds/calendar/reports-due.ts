import type { Context } from "../../api/context.ts";
import { programmeById } from "../../domain/delivery/programme/loaders.ts";
import { freshnessOfProgramme, freshnessOfTeam, freshnessOfWorkstream, type FreshnessRow } from "../../domain/delivery/status-report/freshness.ts";
import { publishedReports, type Subject } from "../../domain/delivery/status-report/standing.ts";
import { workstreamById } from "../../domain/delivery/workstream/loaders.ts";
import { healthIntegrationTeamById } from "../../domain/partners/health-integration-team/loaders.ts";
import { sayDay } from "../../kernel/say-partial-date.ts";
import { lastChanged } from "./changed.ts";
import { uidOf, type CalendarEvent } from "./event.ts";

/** What is reported on, by its kind and ids. */
export type Reporting = Readonly<Record<Subject, readonly string[]>>;

/** Something that is reported on, and how fresh that is. */
interface Reported {
  readonly id: string;
  readonly name: string;
  /** Of what else the rhythm depends. */
  readonly beside: readonly string[];
  readonly path: string;
  readonly freshness: FreshnessRow;
}

/** The next report on each of these, on the last day on which it is in time. One event for each: once a report is published, it moves on. */
export async function reportsDue(context: Context, reporting: Reporting): Promise<readonly CalendarEvent[]> {
  const found = await Promise.all([
    ...reporting.programme.map(async (id) => dueOn(context, "programme", await ofProgramme(context, id))),
    ...reporting.workstream.map(async (id) => dueOn(context, "workstream", await ofWorkstream(context, id))),
    ...reporting.healthIntegrationTeam.map(async (id) => dueOn(context, "healthIntegrationTeam", await ofTeam(context, id))),
  ]);
  return found.filter((event) => event !== null);
}

async function dueOn(context: Context, subject: Subject, reported: Reported | null): Promise<CalendarEvent | null> {
  if (reported === null) return null;
  const { id, name, beside, path, freshness: { nextDueOn, nextPeriodBegins, nextPeriodEnds } } = reported;
  if (nextDueOn === null) return null;
  const reports = await publishedReports(context, subject, id);
  const changed = lastChanged(context.moment.ledger, [id, ...beside, ...reports.map((report) => report.id)]);
  return {
    uid: uidOf(`report-on-${id}`), sequence: changed.entry, changedAt: changed.at, first: nextDueOn, last: nextDueOn,
    summary: `Report due: ${name}`,
    description: [
      `The next status report is due by ${sayDay(nextDueOn)}.`,
      ...(nextPeriodBegins === null || nextPeriodEnds === null ? [] : [`It covers ${sayDay(nextPeriodBegins)} to ${sayDay(nextPeriodEnds)}.`]),
    ],
    status: "CONFIRMED",
    path,
  };
}

async function ofProgramme(context: Context, id: string): Promise<Reported | null> {
  const programme = await programmeById(context, id);
  return programme === null ? null : { id, name: programme.name, beside: [], path: `/programmes/${id}`, freshness: await freshnessOfProgramme(context, programme, context.today) };
}

async function ofWorkstream(context: Context, id: string): Promise<Reported | null> {
  const workstream = await workstreamById(context, id);
  return workstream === null ? null : { id, name: workstream.name, beside: [workstream.programmeId], path: `/workstreams/${id}`, freshness: await freshnessOfWorkstream(context, workstream, context.today) };
}

async function ofTeam(context: Context, id: string): Promise<Reported | null> {
  const team = await healthIntegrationTeamById(context, id);
  return team === null ? null : { id, name: team.name, beside: [], path: `/teams/${id}`, freshness: await freshnessOfTeam(context, team, context.today) };
}
