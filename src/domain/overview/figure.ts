import { and, sql, type SQL } from "drizzle-orm";
import { visible } from "../../api/access/audience.ts";
import { reading, type Context } from "../../api/context.ts";
import type { RecordTable } from "../../api/loaders.ts";
import { page, pageOf, type Connection, type Listing, type PageAsked } from "../../api/page.ts";
import { columnsOf, tableStatement } from "../../ledger/graph.ts";

/** A number and the records behind it: the count of a list, and that list page by page. */
export interface Figure<Row> {
  readonly count: number;
  readonly page: (request: PageAsked) => Connection<Row>;
}

/** A list of records that figures are counted over: the ones that the viewer may see and for which this holds. */
export interface Counted<Table extends RecordTable, Filter> {
  readonly listing: Listing<Table, Filter>;
  readonly orderBy: string;
  readonly within: SQL | undefined;
}

/** A figure for each filter of a list, all counted by one statement: the list behind each is the listing with that filter. */
export function figures<Table extends RecordTable, Filter extends object, Part extends { readonly filter: Filter }>(
  context: Context,
  counted: Counted<Table, Filter>,
  parts: readonly Part[],
): (Part & Figure<Table["$inferSelect"]>)[] {
  const counts = countsOf(context, counted, parts);
  return figuresOf(context, counted, parts, (_, index) => counts[index] ?? 0);
}

/** The same where it is known how many there are of each. */
export function figuresOf<Table extends RecordTable, Filter extends object, Part extends { readonly filter: Filter }>(
  context: Context,
  { listing, orderBy, within }: Counted<Table, Filter>,
  parts: readonly Part[],
  countOf: (part: Part, index: number) => number,
): (Part & Figure<Table["$inferSelect"]>)[] {
  return parts.map((part, index) => ({
    ...part,
    count: countOf(part, index),
    page: (request: PageAsked) => page(context, listing, { ...request, orderBy, filter: part.filter }, within),
  }));
}

function countsOf<Table extends RecordTable, Filter extends object>(context: Context, { listing, within }: Counted<Table, Filter>, parts: readonly { readonly filter: Filter }[]): number[] {
  const { table } = listing;
  const sums = parts.map(({ filter }, index) => sql`sum(${and(sql`1`, ...listing.where(filter, context))}) as ${sql.identifier(String(index))}`);
  const counted = tableStatement<Record<string, number | null>>(table, sql`select ${sql.join(sums, sql`, `)} from ${table} where ${and(visible(context.viewer, table), within)}`);
  const counts = counted.first(reading(context)) ?? {};
  return parts.map((_, index) => counts[String(index)] ?? 0);
}

/** All records of a list, for figures that take more than SQL to tell apart. */
export function rowsOf<Table extends RecordTable, Filter>(context: Context, { listing: { table }, within }: Counted<Table, Filter>): Table["$inferSelect"][] {
  return tableStatement<Table["$inferSelect"]>(table, sql`select ${columnsOf(table)} from ${table} where ${and(visible(context.viewer, table), within)}`).all(reading(context));
}

/** The figure of rows that are at hand. */
export function figureOf<Row extends { readonly id: string }>(rows: readonly Row[], sortKey: (row: Row) => string): Figure<Row> {
  return { count: rows.length, page: (request) => pageOf(rows, sortKey, request) };
}
