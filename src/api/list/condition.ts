import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { readFinancialYear } from "../../kernel/financial-year.ts";
import { readDay, type Day } from "../../kernel/day.ts";
import type { Certainty } from "../../kernel/certainty.ts";
import { refusal } from "../../kernel/problem.ts";

/** Small conditions that filters are made of. Each is nothing where the filter does not ask for it. */

/** A column has one of the values asked for. */
export function isIn(column: AnySQLiteColumn | SQL, values: readonly string[] | null | undefined): SQL | undefined {
  if (values === null || values === undefined) return undefined;
  return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
}

/** A column has the value asked for. */
export function is(column: AnySQLiteColumn | SQL, value: string | number | boolean | null | undefined): SQL | undefined {
  if (value === null || value === undefined) return undefined;
  return sql`${column} = ${typeof value === "boolean" ? Number(value) : value}`;
}

/** The words asked for stand somewhere in a column, capital letters or not: of letters beyond a to z, as they are written. */
export function contains(column: AnySQLiteColumn | SQL, words: string | null | undefined): SQL | undefined {
  if (words === null || words === undefined) return undefined;
  return sql`instr(lower(${column}), lower(${words})) > 0`;
}

/** A span of days in which something is looked for, and how sure a hit has to be. */
export interface Window {
  readonly from?: string | null;
  readonly to?: string | null;
  readonly financialYear?: string | null;
  readonly certainty?: Certainty | null;
}

/** The earliest and the latest day of a date, as columns. */
export interface Span {
  readonly earliest: AnySQLiteColumn | SQL;
  readonly latest: AnySQLiteColumn | SQL;
}

/** A date may fall into the window: `certaintyWithin` of the kernel, in SQL. A date without any days falls nowhere. */
export function within(span: Span, window: Window | null | undefined): SQL | undefined {
  if (window === null || window === undefined) return undefined;
  if (window.certainty === "NO") throw refusal("BAD_WINDOW", "A window finds what is CERTAIN or POSSIBLE; what is outside of it is not listed.");
  return window.certainty === null || window.certainty === undefined ? mayFallIn(span, window) : sql`${certaintyWithin(span, window)} = ${window.certainty}`;
}

/** That it is not certain that a date falls outside of the window: SQLite finds this in half the time that it takes to tell how sure it is. */
function mayFallIn({ earliest, latest }: Span, window: Window): SQL {
  const { from, to } = daysOf(window);
  const conditions = [sql`(${earliest} is not null or ${latest} is not null)`];
  if (from !== null) conditions.push(sql`coalesce(${latest} >= ${from}, 1)`);
  if (to !== null) conditions.push(sql`coalesce(${earliest} <= ${to}, 1)`);
  return sql.join(conditions, sql` and `);
}

/** How sure it is that a date falls into the window. */
export function certaintyWithin({ earliest, latest }: Span, window: Window): SQL {
  const { from, to } = daysOf(window);
  const starts = from === null ? sql`1` : sql`coalesce(${earliest} >= ${from}, 0)`;
  const ends = to === null ? sql`1` : sql`coalesce(${latest} <= ${to}, 0)`;
  const before = from === null ? sql`0` : sql`coalesce(${latest} < ${from}, 0)`;
  const after = to === null ? sql`0` : sql`coalesce(${earliest} > ${to}, 0)`;
  return sql`case when ${earliest} is null and ${latest} is null then 'NO' when ${before} or ${after} then 'NO' when ${starts} and ${ends} then 'CERTAIN' else 'POSSIBLE' end`;
}

function daysOf(window: Window): { from: Day | null; to: Day | null } {
  const { from, to, financialYear } = window;
  if (financialYear !== null && financialYear !== undefined) {
    if ((from ?? to ?? null) !== null) throw refusal("BAD_WINDOW", "Ask for a financial year, or for days from and to, not for both.");
    const year = readFinancialYear(financialYear);
    return { from: year.firstDay, to: year.lastDay };
  }
  const days = { from: typeof from === "string" ? readDay(from) : null, to: typeof to === "string" ? readDay(to) : null };
  if (days.from === null && days.to === null) throw refusal("BAD_WINDOW", "A window needs a financial year, or a day from which or to which it goes.");
  if (days.from !== null && days.to !== null && days.from > days.to) throw refusal("BAD_WINDOW", `This window ends on ${days.to}, before it begins on ${days.from}.`);
  return days;
}
