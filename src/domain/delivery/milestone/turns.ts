import { and, sql, type SQL } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { keptFor, type Audience } from "../../../api/access/audience.ts";
import { reading, type Context } from "../../../api/context.ts";
import type { Day } from "../../../kernel/day.ts";
import { tableStatement } from "../../../ledger/graph.ts";
import type { Counting, Kept } from "../../../ledger/kept.ts";
import { ofSystem } from "../../foundation/place/store.ts";
import type { MilestoneTiming } from "./rules.ts";
import { milestones } from "./table.ts";

/**
 * From which day on milestones stand otherwise, and how many of them do: kept, so that how all of them stand is not counted milestone by
 * milestone. Each turn stands under its year, its month and its day: up to any day that is a few years, months of the last, and days of the last.
 */
export const milestoneTurns = sqliteTable("milestone_turns", {
  audience: text().$type<Audience>().notNull(),
  span: text().notNull(),
  day: text().notNull(),
  systemId: text().notNull(),
  turn: text().notNull(),
  n: integer().notNull(),
});

/** In which days milestones are due that are neither met nor cancelled, and how many in the same. */
export const milestoneWindows = sqliteTable("milestone_windows", {
  audience: text().$type<Audience>().notNull(),
  earliest: text().notNull(),
  latest: text().notNull(),
  systemId: text().notNull(),
  n: integer().notNull(),
});

/** What stays as it is whatever the day, the turns of what is dated, and being due within days. */
type Turn = Exclude<MilestoneTiming, "UPCOMING" | "IN_WINDOW" | "PAST_DUE_NOT_REPORTED" | "OVERDUE"> | "DATED" | "BEGINS" | "ENDS" | "SAID_NOT_DONE" | "DUE";

const WATCHED = ["audience", "systemId", "status", "forecast", "baseline", "firstBaseline", "actual", "saidNotDoneOn"];

/** A turn on a day, where there is one, under its year, its month and itself. */
function turning(turn: string, day: string, when: string): Counting[] {
  const under = (span: string, of: string): Counting => ({ values: [`"audience"`, `'${span}'`, of, `"systemId"`, `'${turn}'`], when });
  return [under("YEAR", `substr(${day}, 1, 4)`), under("MONTH", `substr(${day}, 1, 7)`), under("DAY", day)];
}

/** Before all years stands what holds whatever the day. */
function always(turn: string, when?: string): Counting {
  return { values: [`"audience"`, `'YEAR'`, `''`, `"systemId"`, turn], ...(when !== undefined && { when }) };
}

/** What `timing` of the rules follows from: how a milestone stands whatever the day, and the days on which what is dated begins, is over, and is said not to be done since. */
function readTurns(row: string): Record<string, string> {
  const of = (column: string): string => `${row}."${column}"`;
  const [earliest, latest] = [of("dueEarliest"), of("dueLatest")];
  const whenMet = `case when ${of("actualLatest")} <= ${of("firstBaselineEarliest")} then 'MET_ON_TIME' when ${of("actualEarliest")} > ${of("firstBaselineLatest")} then 'MET_LATE' else 'MET_TIMING_UNCERTAIN' end`;
  return {
    ...readWindow(row),
    stays: `case ${of("status")} when 'CANCELLED' then 'CANCELLED' when 'MET' then ${whenMet} else case when ${earliest} is null and ${latest} is null then 'UNDATED' else 'DATED' end end`,
    over: `date(${latest}, '+1 day')`,
    said: `case when ${of("status")} in ('NOT_MET', 'PARTIALLY_MET') then date(${latest}, '+1 day') when ${of("saidNotDoneOn")} > ${latest} then ${of("saidNotDoneOn")} end`,
  };
}

const TURNS: readonly Counting[] = [
  always(`"stays"`),
  always("'BEGINS'", `"stays" = 'DATED' and "earliest" is null`),
  ...turning("BEGINS", `"earliest"`, `"stays" = 'DATED' and "earliest" is not null`),
  ...turning("ENDS", `"over"`, `"stays" = 'DATED' and "over" is not null`),
  ...turning("SAID_NOT_DONE", `"said"`, `"stays" = 'DATED' and "said" is not null`),
];

function readWindow(row: string): Record<string, string> {
  return { audience: `${row}."audience"`, systemId: `coalesce(${row}."systemId", '')`, earliest: `${row}."dueEarliest"`, latest: `${row}."dueLatest"`, status: `${row}."status"` };
}

const WINDOWS: readonly Counting[] = [
  { values: [`"audience"`, `"earliest"`, `"latest"`, `"systemId"`], when: `"status" not in ('CANCELLED', 'MET') and "earliest" is not null and "latest" is not null` },
];

/** What is kept of milestones. */
export const milestonesKept: readonly Kept[] = [
  { name: "milestone_turns", by: ["audience", "span", "day", "systemId", "turn"], sources: [{ table: milestones, watched: WATCHED, read: readTurns, countsAs: TURNS }] },
  { name: "milestone_windows", by: ["audience", "earliest", "latest", "systemId"], sources: [{ table: milestones, watched: ["audience", "systemId", "status", "forecast", "baseline"], read: readWindow, countsAs: WINDOWS }] },
];

/** How many milestones stand how on a day: all that the viewer may see, of a system where one is given. */
export function countsByTiming(context: Context, system: string | null, on: Day): Readonly<Record<MilestoneTiming, number>> {
  const of = summed(context, turnsUpTo(context, system, on));
  return {
    UNDATED: of("UNDATED", on),
    UPCOMING: of("DATED", on) - of("BEGINS", on),
    IN_WINDOW: of("BEGINS", on) - of("ENDS", on),
    PAST_DUE_NOT_REPORTED: of("ENDS", on) - of("SAID_NOT_DONE", on),
    OVERDUE: of("SAID_NOT_DONE", on),
    MET_ON_TIME: of("MET_ON_TIME", on),
    MET_LATE: of("MET_LATE", on),
    MET_TIMING_UNCERTAIN: of("MET_TIMING_UNCERTAIN", on),
    CANCELLED: of("CANCELLED", on),
  };
}

/** How many there are that the viewer may see: each stands somehow whatever the day. */
export function countOfAll(context: Context): number {
  const { span, day, turn, n } = milestoneTurns;
  const written = sql`select sum(${n}) as "n" from ${milestoneTurns} where ${and(keptFor(context.viewer, milestoneTurns), sql`${span} = 'YEAR' and ${day} = '' and ${turn} <> 'BEGINS'`)}`;
  return tableStatement<{ n: number | null }>(milestoneTurns, written).first(reading(context))?.n ?? 0;
}

/** Of those that are upcoming or in their window on a day, how many are certainly due from then to each of some others; and how many may be: all but those that begin after it. */
export function countsDue(context: Context, system: string | null, from: Day, until: readonly Day[]): readonly Readonly<Record<"CERTAIN" | "POSSIBLE", number>>[] {
  const [days, ends] = [new Set([from, ...until]), new Set(until)];
  const of = summed(context, [...[...days].flatMap((day) => turnsUpTo(context, system, day)), ...[...ends].map((to) => dueWithin(context, system, from, to))]);
  return until.map((to) => {
    const CERTAIN = of("DUE", to);
    return { CERTAIN, POSSIBLE: of("BEGINS", to) - of("ENDS", from) - CERTAIN };
  });
}

/** Statements that tell a turn and how often it was taken until a day. */
function turnsUpTo(context: Context, system: string | null, on: Day): SQL[] {
  const { span, day, turn, n } = milestoneTurns;
  const [year, month] = [on.slice(0, 4), on.slice(0, 7)];
  const under = (name: string, holds: SQL): SQL =>
    sql`select ${on} as "until", ${turn} as "turn", ${n} as "n" from ${milestoneTurns} where ${and(keptFor(context.viewer, milestoneTurns), sql`${span} = ${sql.raw(`'${name}'`)} and ${holds}`, ofSystem(context, milestoneTurns, system))}`;
  return [under("YEAR", sql`${day} < ${year}`), under("MONTH", sql`${day} > ${year} and ${day} < ${month}`), under("DAY", sql`${day} > ${month} and ${day} <= ${on}`)];
}

/** The same of what is certainly due from a day to another. */
function dueWithin(context: Context, system: string | null, from: Day, to: Day): SQL {
  const { earliest, latest, n } = milestoneWindows;
  return sql`select ${to} as "until", 'DUE' as "turn", ${n} as "n" from ${milestoneWindows} where ${and(keptFor(context.viewer, milestoneWindows), sql`${earliest} between ${from} and ${to} and ${latest} <= ${to}`, ofSystem(context, milestoneWindows, system))}`;
}

/** What such statements come to, as one. */
function summed(context: Context, parts: readonly SQL[]): (turn: Turn, until: Day) => number {
  const rows = tableStatement<{ until: string; turn: string; n: number }>(milestoneTurns, sql`select "until", "turn", sum("n") as "n" from (${sql.join([...parts], sql` union all `)}) group by "until", "turn"`).all(reading(context));
  const sums = new Map(rows.map(({ until, turn, n }) => [`${until} ${turn}`, n]));
  return (turn, until) => sums.get(`${until} ${turn}`) ?? 0;
}
