import { sql } from "drizzle-orm";
import { visible } from "../../api/access/audience.ts";
import { openContext, reading, type Context } from "../../api/context.ts";
import type { RecordTable } from "../../api/loaders.ts";
import { freshnessOfProgramme, freshnessOfTeam, freshnessOfWorkstream, type FreshnessRow } from "../../domain/delivery/status-report/freshness.ts";
import { programmeKind } from "../../domain/delivery/programme/table.ts";
import { workstreamKind } from "../../domain/delivery/workstream/table.ts";
import { healthIntegrationTeamKind } from "../../domain/partners/health-integration-team/table.ts";
import type { Due } from "../../domain/partners/webhook/due.ts";
import { ACTION_DUE, REPORT_DUE } from "../../domain/partners/webhook/event-types.ts";
import { dueBySpan } from "../../domain/promises/pledge/due-by.ts";
import { pledgeActionKind, pledgeActions } from "../../domain/promises/pledge/table.ts";
import { addDays, type Day } from "../../kernel/day.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { columnsOf, tableStatement } from "../../ledger/graph.ts";
import type { Reader } from "../../api/changes/place.ts";

/** What was missed while nothing was sent is told as far back as this. */
const DAYS_BACK = 31;

/** How far what falls due has been told: all of a day, or up to one of its records. */
export interface ToldDue {
  readonly day: Day;
  readonly after: string | null;
}

/** What falls due up to today, as a reader may see it, and was not told yet: in the order of days, and of records within one. */
export async function dueAfter(reader: Reader, told: ToldDue, types: readonly string[], today: Day): Promise<readonly Due[]> {
  const context = openContext({ ...reader, today, deadline: Number.POSITIVE_INFINITY });
  const from = [told.day, addDays(today, -DAYS_BACK)].toSorted().at(-1) ?? told.day;
  const isWanted = (type: string): boolean => types.length === 0 || types.includes(type);
  const due = [...(isWanted(REPORT_DUE) ? await reportsDue(context) : []), ...(isWanted(ACTION_DUE) ? actionsDue(context) : [])];
  const isNew = ({ dueOn, ...record }: Due): boolean => dueOn <= today && (dueOn > from || (told.after !== null && dueOn === told.day && keyOf({ dueOn, ...record }) > told.after));
  return due.filter(isNew).toSorted((a, b) => (a.dueOn + keyOf(a) < b.dueOn + keyOf(b) ? -1 : 1));
}

/** Tells what falls due on one day apart, and orders it. */
export function keyOf({ type, recordId }: Due): string {
  return `${type} ${recordId}`;
}

/** Whether something that fell due is there for the reader still. */
export function isStillThere({ moment, viewer }: Reader, { recordId, recordType }: Due): boolean {
  const table = dueKinds.find(({ type }) => type === recordType)?.table;
  if (table === undefined) throw new Error(`Nothing falls due of a ${recordType}.`);
  return tableStatement<{ id: string }>(table, sql`select ${table.id} from ${table} where ${table.id} = ${recordId} and ${visible(viewer, table)}`).first(moment.graph) !== undefined;
}

const dueKinds: readonly RecordKind<RecordTable>[] = [programmeKind, workstreamKind, healthIntegrationTeamKind, pledgeActionKind];

/** The next report on each programme, workstream and HIT. */
async function reportsDue(context: Context): Promise<Due[]> {
  const { today } = context;
  return [
    ...(await reportOn(context, programmeKind, async (row) => freshnessOfProgramme(context, row, today))),
    ...(await reportOn(context, workstreamKind, async (row) => freshnessOfWorkstream(context, row, today))),
    ...(await reportOn(context, healthIntegrationTeamKind, async (row) => freshnessOfTeam(context, row, today))),
  ];
}

async function reportOn<Table extends RecordTable>(context: Context, { type, table }: RecordKind<Table>, freshness: (row: Table["$inferSelect"]) => Promise<FreshnessRow>): Promise<Due[]> {
  const rows = tableStatement<Table["$inferSelect"] & { readonly id: string }>(table, sql`select ${columnsOf(table)} from ${table} where ${visible(context.viewer, table)}`).all(reading(context));
  const all = await Promise.all(rows.map(async (row): Promise<Due[]> => {
    const { nextDueOn } = await freshness(row);
    return nextDueOn === null ? [] : [{ type: REPORT_DUE, recordType: type, recordId: row.id, dueOn: nextDueOn }];
  }));
  return all.flat();
}

/** Actions of pledges that are neither done nor judged. */
function actionsDue(context: Context): Due[] {
  const { latest } = dueBySpan(context);
  const rows = tableStatement<{ id: string; dueOn: Day | null }>(
    pledgeActions,
    sql`select ${pledgeActions.id}, ${latest} as "dueOn" from ${pledgeActions} where ${visible(context.viewer, pledgeActions)} and ${pledgeActions.progress} <> 'DONE' and ${pledgeActions.outcome} is null`,
  ).all(reading(context));
  return rows.flatMap(({ id, dueOn }) => (dueOn === null ? [] : [{ type: ACTION_DUE, recordType: pledgeActionKind.type, recordId: id, dueOn }]));
}
