import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Day } from "../../kernel/day.ts";
import { certaintyWithin, type Span, type Window } from "./condition.ts";

/** Conditions on what holds from one date until another: a membership, a group, a name. */

/** The two dates, as columns; both days belong to it. */
export interface Holding {
  readonly since: AnySQLiteColumn;
  readonly until: AnySQLiteColumn;
}

/** What a filter may ask of it. */
export interface HoldingFilter {
  readonly since?: Window | null;
  readonly until?: Window | null;
  readonly on?: Day | string | null;
}

/** The days that a date can mean, read out of its column. */
export function spanOf(date: AnySQLiteColumn): Span {
  return { earliest: sql`json_extract(${date}, '$.earliest')`, latest: sql`json_extract(${date}, '$.latest')` };
}

/** It may have held on the day asked for. What a source does not say rules nothing out. */
export function mayHoldOn(holding: Holding, day: string | null | undefined): SQL | undefined {
  return day === null || day === undefined ? undefined : sql`${heldOn(holding, day)} <> 'NO'`;
}

/** How sure it is that a record is what a filter asks for: the weakest of what its dates allow. Nothing where it asks for no date. */
export function holdingCertainty(holding: Holding, { since, until, on }: HoldingFilter): SQL | undefined {
  return weakest(
    since ? certaintyWithin(spanOf(holding.since), since) : undefined,
    until ? certaintyWithin(spanOf(holding.until), until) : undefined,
    typeof on === "string" ? heldOn(holding, on) : undefined,
  );
}

/** CERTAIN where all of them are; of hits, so that none of them is NO. */
export function weakest(...certainties: readonly (SQL | undefined)[]): SQL | undefined {
  const asked = certainties.filter((certainty) => certainty !== undefined);
  if (asked.length === 0) return undefined;
  return sql`case when ${sql.join(asked.map((certainty) => sql`(${certainty}) = 'CERTAIN'`), sql` and `)} then 'CERTAIN' else 'POSSIBLE' end`;
}

/** It has certainly not ended where its end is said not to apply; where an end is not known, it may have. */
function heldOn({ since, until }: Holding, day: string): SQL {
  const [begins, ends] = [spanOf(since), spanOf(until)];
  const begun = sql`coalesce(${begins.latest} <= ${day}, 0)`;
  const notEnded = sql`(coalesce(${ends.earliest} >= ${day}, 0) or json_extract(${until}, '$.status') = 'NOT_APPLICABLE')`;
  const outside = sql`(coalesce(${begins.earliest} > ${day}, 0) or coalesce(${ends.latest} < ${day}, 0))`;
  return sql`case when ${outside} then 'NO' when ${begun} and ${notEnded} then 'CERTAIN' else 'POSSIBLE' end`;
}
