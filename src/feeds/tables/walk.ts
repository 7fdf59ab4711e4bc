import { sql, type SQL } from "drizzle-orm";
import { visible } from "../../api/access/audience.ts";
import { reading, type Context } from "../../api/context.ts";
import type { RecordTable } from "../../api/loaders.ts";
import type { Gaps } from "../../ledger/column.ts";
import { columnsOf, tableStatement, type Stored } from "../../ledger/graph.ts";

/** So many records are read at a time, and then it is somebody else's turn. With five times as many the process grows by half, and is no faster. */
const AT_A_TIME = 50;

/** Which records, and how sure it is that each is meant. */
export interface Wanted {
  readonly conditions: readonly (SQL | undefined)[];
  readonly certainty: SQL | undefined;
  /** Only these, in their order; null for all. */
  readonly ids: readonly string[] | null;
}

/** A record as its row has it. */
export interface Walked {
  readonly id: string;
  readonly gaps: Gaps;
  readonly certainty: string | null;
  readonly [column: string]: unknown;
}

/** The records of a table that the viewer may see, some at a time, in the order of their ids: one that nobody changes stays where it was. */
export function* walk(context: Context, table: RecordTable, { conditions, certainty, ids }: Wanted): Generator<readonly Walked[]> {
  const open = sql.join([visible(context.viewer, table), ...conditions.filter((condition) => condition !== undefined)], sql` and `);
  const select = (which: SQL): Stored<Walked> =>
    tableStatement(table, sql`select ${columnsOf(table)}, ${certainty ?? sql`null`} as "certainty" from ${table} where ${open} and ${which} order by ${table.id} limit ${AT_A_TIME}`);
  if (ids === null) yield* all(context, select(sql`${table.id} > ${sql.placeholder("after")}`));
  else yield* among(context, select(sql`${table.id} in (select value from json_each(${sql.placeholder("ids")}))`), ids);
}

function* all(context: Context, after: Stored<Walked>): Generator<readonly Walked[]> {
  for (let last = ""; ; ) {
    const records = after.all(reading(context), { after: last });
    const end = records.at(-1);
    if (end === undefined) return;
    yield records;
    last = end.id;
  }
}

function* among(context: Context, these: Stored<Walked>, ids: readonly string[]): Generator<readonly Walked[]> {
  for (let from = 0; from < ids.length; from += AT_A_TIME) yield these.all(reading(context), { ids: JSON.stringify(ids.slice(from, from + AT_A_TIME)) });
}
