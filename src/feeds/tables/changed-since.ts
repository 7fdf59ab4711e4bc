import { sql } from "drizzle-orm";
import { reading, type Context } from "../../api/context.ts";
import { endOf, readMoment, type AskedMoment } from "../../kernel/moment.ts";
import { refusal } from "../../kernel/problem.ts";
import { tableStatement } from "../../ledger/graph.ts";
import { entryAt } from "../../ledger/reading.ts";
import { changes } from "../../ledger/table.ts";
import type { Parameter } from "./table.ts";

export const CHANGED_SINCE: Parameter = {
  name: "changedSince",
  description: "Only records that were changed after this: the number of an entry, as an answer gives it in its Waymark-Entry header; an instant; or a day, which means its end in London. What was removed since is in the table changes.",
  type: "TEXT", codes: [], isList: false,
};

/** What `changedSince` asks for; null where it is not asked. */
export function changedSinceIn(query: URLSearchParams): AskedMoment | null {
  const text = query.get(CHANGED_SINCE.name);
  return text === null ? null : readMoment(text);
}

/** The ids of the records of a kind that were changed after a moment, in order: once each, also where they are gone. */
export function changedIds(context: Context, type: string, asked: AskedMoment): string[] {
  const { ledger, number } = context.moment;
  // The time limit holds here as for every statement.
  reading(context);
  return changed.all(ledger, { type, since: entrySince(context, asked), until: number }).map(({ id }) => id);
}

/** The last entry not after a moment; 0 for one before the first. */
export function entrySince({ moment: { ledger, number, clock } }: Context, asked: AskedMoment): number {
  if ("entry" in asked) {
    if (asked.entry > number) throw refusal("NOT_YET", `There is no entry ${asked.entry} here yet: the last one is ${number}. Ask for what was changed since that one, or an earlier one.`);
    return asked.entry;
  }
  const end = endOf(asked);
  if (Date.parse(end) > clock) throw refusal("NOT_YET", "That moment has not passed yet. Ask for what was changed since one that has; a day has passed when it ends in London.");
  return entryAt(ledger, end);
}

/** By the entries, which are few since any moment that somebody who keeps a copy asks for. */
const changed = tableStatement<{ id: string }>(
  changes,
  sql`select distinct ${changes.recordId} as "id" from ${changes} where ${changes.entry} > ${sql.placeholder("since")} and ${changes.entry} <= ${sql.placeholder("until")} and +${changes.type} = ${sql.placeholder("type")} order by 1`,
);
