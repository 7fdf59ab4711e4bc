import { grouped } from "../../kernel/grouped.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { quoted } from "../../ledger/projection.ts";
import { reading, type Context } from "../context.ts";
import { loaderFor } from "../loaders.ts";
import { wholesOf, type Row, type RowsBy } from "./scope.ts";

/** All that a record is part of, read as an act would read it, but one statement for all records that are asked about together. */
export async function loadedWholes(context: Context, kinds: ReadonlyMap<string, RecordKind>, kind: RecordKind, row: Row): Promise<ReadonlySet<string>> {
  const walk = wholesOf(kinds, kind, row);
  let step = walk.next();
  while (step.done !== true) step = walk.next(await rowsBy(context, step.value));
  return step.value;
}

/** Whoever may see them: what a viewer is to a record does not depend on what they see on the way. */
async function rowsBy(context: Context, { table, column, value }: RowsBy): Promise<readonly Row[]> {
  const statement = `select * from ${quoted(table)} where ${quoted(column)} in (select value from json_each(?))`;
  return loaderFor(context, statement, (_, values): (readonly Row[])[] => {
    const found = grouped(reading(context).run(statement, [JSON.stringify(values)]), (row) => String(row[column]));
    return values.map((one) => found.get(one) ?? []);
  }).load(value);
}
