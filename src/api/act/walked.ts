import { grouped } from "../../kernel/grouped.ts";
import type { Graph } from "../../ledger/graph.ts";
import { quoted } from "../../ledger/projection.ts";
import { reading, type Context } from "../context.ts";
import { loaderFor } from "../loaders.ts";
import type { Row, RowsBy, Walk } from "../access/permission.ts";

/** What a walk comes to, whoever may see what is on its way: what somebody is to a record does not depend on what they see of it. */

/** Reads at once, as an act does. */
export function walkedAt<Result>(graph: Graph, walk: Walk<Result>): Result {
  let step = walk.next();
  while (step.done !== true) {
    const { table, column, value } = step.value;
    step = walk.next(graph.run(`select * from ${quoted(table)} where ${quoted(column)} = ?`, [value]));
  }
  return step.value;
}

/** Reads the same, in one statement for all records that are asked about together. */
export async function walkedTogether<Result>(context: Context, walk: Walk<Result>): Promise<Result> {
  let step = walk.next();
  while (step.done !== true) step = walk.next(await rowsBy(context, step.value));
  return step.value;
}

async function rowsBy(context: Context, { table, column, value }: RowsBy): Promise<readonly Row[]> {
  const statement = `select * from ${quoted(table)} where ${quoted(column)} in (select value from json_each(?))`;
  return loaderFor(context, statement, (_, values): (readonly Row[])[] => {
    const found = grouped(reading(context).run(statement, [JSON.stringify(values)]), (row) => String(row[column]));
    return values.map((one) => found.get(one) ?? []);
  }).load(value);
}
