import { openContext, type Context } from "../../src/api/context.ts";
import type { Viewer } from "../../src/api/access/viewer.ts";
import { tablesOver } from "../../src/feeds/tables/tables.ts";
import type { Cell, Row, Table } from "../../src/feeds/tables/table.ts";
import { readDay } from "../../src/kernel/day.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { concepts, flatTables } from "../../src/schema.ts";
import { schema } from "./schema.ts";

export const kinds = concepts.flatMap((concept) => concept.kinds);

/** Every table, over the schema of the programme. */
export const tables: readonly Table[] = tablesOver(schema, kinds, flatTables);

export function tableNamed(name: string): Table {
  const table = tables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`There is no table ${name}.`);
  return table;
}

/** Who reads a table, and when. */
export interface Reader {
  readonly viewer: Viewer;
  readonly today?: string;
  readonly smallNumber?: number;
}

/** Reads at the head of a ledger, and lets it go again. */
export async function reading<Result>(ledger: Ledger, { viewer, today = "2024-07-05", smallNumber = 5 }: Reader, work: (context: Context) => Promise<Result>): Promise<Result> {
  const lease = ledger.lease();
  try {
    return await work(openContext({ moment: lease, viewer, smallNumber, today: readDay(today), deadline: Number.POSITIVE_INFINITY }));
  } finally {
    lease.release();
  }
}

/** All rows of a table as somebody may see them, each by the names of its columns. */
export async function rowsIn(ledger: Ledger, name: string, query: string, reader: Reader): Promise<readonly Readonly<Record<string, Cell>>[]> {
  const { columns, rows } = tableNamed(name).ask(new URLSearchParams(query));
  return reading(ledger, reader, async (context) => {
    const all: Row[] = [];
    for await (const some of rows(context)) all.push(...some);
    return all.map((row) => Object.fromEntries(columns.map((column, place) => [column.name, row[place] ?? null])));
  });
}
