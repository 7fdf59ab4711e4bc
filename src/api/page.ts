import { getTableName, sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Certainty } from "../kernel/certainty.ts";
import { foremost } from "../kernel/foremost.ts";
import { grouped } from "../kernel/grouped.ts";
import { cutOf, tableStatement, type Cut } from "../ledger/graph.ts";
import { visible } from "./access/audience.ts";
import { reading, type Context } from "./context.ts";
import { readCursor, writeCursor, type Cursor } from "./list/cursor.ts";
import { Fault } from "./fault/fault.ts";
import { foundTogether, levelOf } from "./level.ts";
import { together, type RecordTable } from "./loaders.ts";
import { once, type Soon } from "./soon.ts";

/** What a list is sorted by; ties are broken by id. The value is never null, and cursors carry it: what it takes from other records passes the gate. */
export interface Ordering {
  readonly by: SQL | AnySQLiteColumn | ((context: Context) => SQL | AnySQLiteColumn);
  readonly descending?: boolean;
}

/** A list of records that can be filtered, ordered and read page by page. */
export interface Listing<Table extends RecordTable, Filter> {
  readonly table: Table;
  readonly orders: Readonly<Record<string, Ordering>>;
  /** What holds for the records that a filter asks for. */
  readonly where: (filter: Filter, context: Context) => readonly (SQL | undefined)[];
  /** How sure it is that a record falls in the window that the filter asks for. */
  readonly certainty?: (filter: Filter, context: Context) => SQL | undefined;
  /** How many there are in all that the viewer may see, where that is kept: else they are counted. */
  readonly total?: (context: Context) => number;
}

/** Which page of it. */
export interface PageRequest<Filter> extends PageAsked {
  readonly filter?: Filter | null;
  readonly orderBy: string;
}

/** Where a page begins and how long it is. */
export interface PageAsked {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A page as the schema gives it out: what is not asked for is not worked out. */
export interface Connection<Row> {
  /** Says that no more than these columns will be read of its records, until somebody says that others will be too. Without a word, or with null, whole records are found. */
  readonly reads: (columns: ReadonlySet<string> | null) => void;
  readonly nodes: Soon<readonly Row[]>;
  /** All records that were found by the statement that found these; null where they were at hand. */
  readonly level: Soon<readonly Row[] | null>;
  readonly edges: Soon<readonly { readonly cursor: string; readonly node: Row; readonly certainty: Certainty | null }[]>;
  readonly pageInfo: Soon<{ readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null }>;
  readonly totalCount: Soon<number>;
}

const PAGE = 50;
const MOST = 100;

type Placed<Row> = Row & { readonly id: string; readonly sortKey: string | number; readonly certainty: Certainty | null; readonly parentKey: string };

/** A page of all records that there are. */
export function page<Table extends RecordTable, Filter extends object>(
  context: Context,
  listing: Listing<Table, Filter>,
  request: PageRequest<Filter>,
  ...within: (SQL | undefined)[]
): Connection<Table["$inferSelect"]> {
  const slice = sliceOf(context, request, listing);
  const conditions = [...conditionsOf(context, listing, request), ...within];
  const find: Find<Table["$inferSelect"]> = (columns) => {
    const cut = cutOf(listing.table, columns);
    const rows = run<Table>(
      context,
      listing.table,
      cut,
      sql`select ${selected(context, listing, request, slice, cut)}, '' as "parentKey" from ${listing.table} where ${all([...conditions, slice.beyond])} order by ${slice.order} limit ${slice.size + 1}`,
    );
    return foundTogether(rows, rows);
  };
  return connection(find, slice, () => {
    // Behind who may see it.
    if (listing.total !== undefined && conditions.slice(1).every((condition) => condition === undefined)) return listing.total(context);
    const counted = tableStatement<{ count: number }>(listing.table, sql`select count(*) as "count" from ${listing.table} where ${all(conditions)}`);
    return counted.first(reading(context))?.count ?? 0;
  });
}

/** How the records of a list belong to a parent. */
export interface Belonging {
  /** Tells it apart from every other. */
  readonly name: string;
  /** What holds for the records that belong to this parent. */
  readonly to: (parent: SQL) => SQL | undefined;
}

/** A page of the records that point at a parent, one statement for all parents that are asked for together. */
export function pageWithin<Table extends RecordTable, Filter extends object>(
  context: Context,
  listing: Listing<Table, Filter>,
  foreignKey: AnySQLiteColumn,
  parentId: string,
  request: PageRequest<Filter>,
): Connection<Table["$inferSelect"]> {
  return pageBelonging(context, listing, { name: foreignKey.name, to: (parent) => sql`${foreignKey} = ${parent}` }, parentId, request);
}

/** A page of these very records, one statement for all lists that are asked for together. */
export function pageAmong<Table extends RecordTable, Filter extends object>(
  context: Context,
  listing: Listing<Table, Filter>,
  rows: readonly { readonly id: string }[],
  request: PageRequest<Filter>,
): Connection<Table["$inferSelect"]> {
  const belonging: Belonging = { name: "among", to: (ids) => sql`${listing.table.id} in (select value from json_each(${ids}))` };
  return pageBelonging(context, listing, belonging, JSON.stringify(rows.map(({ id }) => id)), request);
}

/** A page of the records that belong to a parent, one statement for all parents that are asked for together. */
export function pageBelonging<Table extends RecordTable, Filter extends object>(
  context: Context,
  listing: Listing<Table, Filter>,
  belonging: Belonging,
  parentId: string,
  request: PageRequest<Filter>,
): Connection<Table["$inferSelect"]> {
  const { table } = listing;
  const extent = extentOf(request, orderOf(listing, request));
  const name = `${getTableName(table)}.${belonging.name} ${JSON.stringify(request)}`;
  // What is only needed by the first of all parents is worked out by it alone.
  const conditions = (): (SQL | undefined)[] => [belonging.to(sql`"parent".value`), ...conditionsOf(context, listing, request)];
  const find: Find<Table["$inferSelect"]> = (columns) => together(context, `${name} ${columns === null ? "" : [...columns].join(" ")}`, (_, parents) => {
    const cut = cutOf(table, columns);
    const slice = sliceOf(context, request, listing);
    // For each parent its own page is found, by walking the index of the foreign key, and each row of it, in its order: nothing is sorted.
    const places = sql`select json_group_array("place") from (select ${table}.rowid as "place" from ${table} where ${all([...conditions(), slice.beyond])} order by ${slice.order} limit ${slice.size + 1})`;
    const found = run<Table>(
      context,
      table,
      cut,
      sql`select ${selected(context, listing, request, slice, cut)}, "parent".value as "parentKey" from json_each(${JSON.stringify(parents)}) "parent" cross join json_each((${places})) "placed" cross join ${table} on ${table}.rowid = "placed".value`,
    );
    const byParent = grouped(found, (row) => row.parentKey);
    return parents.map((parent) => foundTogether(byParent.get(parent) ?? [], found));
  }, parentId);
  return connection(find, extent, () =>
    together(context, `${name} count`, (_, parents) => {
      const counted = tableStatement<{ parentKey: string; count: number }>(
        table,
        sql`select "parent".value as "parentKey", count(*) as "count" from json_each(${JSON.stringify(parents)}) "parent" join ${table} on ${all(conditions())} group by "parent".value`,
      );
      const counts = new Map(counted.all(reading(context)).map((row) => [row.parentKey, row.count]));
      return parents.map((parent) => counts.get(parent) ?? 0);
    }, parentId),
  );
}

/** A page of records that are at hand, such as those behind a figure, sorted by a key. */
export function pageOf<Row extends { readonly id: string }>(rows: readonly Row[], sortKey: (row: Row) => string | number, request: PageAsked): Connection<Row> {
  const extent = extentOf(request, "records as listed");
  const { size, backward, cursor } = extent;
  const from = cursor === null ? null : { sortKey: cursor.key, id: cursor.id };
  const inDirection = (a: Place, b: Place): boolean => (backward ? before(b, a) : before(a, b));
  const find = (): Placed<Row>[] => {
    const beyond = rows.map((row) => ({ row, id: row.id, sortKey: sortKey(row) })).filter((place) => from === null || inDirection(from, place));
    return foremost(beyond, size + 1, inDirection).map(({ row, sortKey: key }) => ({ ...row, sortKey: key, certainty: null, parentKey: "" }));
  };
  return connection(find, extent, () => rows.length);
}

function before(a: Place, b: Place): boolean {
  return a.sortKey < b.sortKey || (a.sortKey === b.sortKey && a.id < b.id);
}

type Place = { readonly sortKey: string | number; readonly id: string };

/** How much is asked for, from where and in which direction. */
interface Extent {
  readonly size: number;
  readonly backward: boolean;
  /** Where the page begins; null where it is not asked for from a cursor on. */
  readonly cursor: Cursor | null;
  readonly orderName: string;
}

interface Slice extends Extent {
  readonly key: SQL | AnySQLiteColumn;
  readonly order: SQL;
  readonly beyond: SQL | undefined;
}

function sliceOf<Table extends RecordTable, Filter>(context: Context, request: PageRequest<Filter>, listing: Listing<Table, Filter>): Slice {
  const ordering = listing.orders[request.orderBy];
  if (ordering === undefined) throw new Fault("BAD_USER_INPUT", `This list cannot be ordered by ${request.orderBy}.`);
  const extent = extentOf(request, orderOf(listing, request));
  const { cursor } = extent;
  const descending = (ordering.descending ?? false) !== extent.backward;
  const direction = descending ? sql` desc` : sql` asc`;
  const key = typeof ordering.by === "function" ? ordering.by(context) : ordering.by;
  return {
    ...extent, key,
    order: sql`${key}${direction}, ${listing.table.id}${direction}`,
    beyond: cursor === null ? undefined : sql`(${key}, ${listing.table.id}) ${descending ? sql`<` : sql`>`} (${cursor.key}, ${cursor.id})`,
  };
}

/** The name of an order, by which a cursor of another is told. */
function orderOf<Table extends RecordTable, Filter>({ table }: Listing<Table, Filter>, { orderBy }: PageRequest<Filter>): string {
  return `${getTableName(table)} by ${orderBy}`;
}

function extentOf({ first, last, after, before }: PageAsked, orderName: string): Extent {
  if (typeof first === "number" && typeof last === "number") throw new Fault("BAD_USER_INPUT", "Ask for the first or for the last records, not for both.");
  const backward = typeof last === "number";
  const size = last ?? first ?? PAGE;
  if (size < 1 || size > MOST) throw new Fault("BAD_USER_INPUT", `A page holds 1 to ${MOST} records, and ${size} were asked for. Read on with after: pageInfo.endCursor.`);
  if (backward ? typeof after === "string" : typeof before === "string") throw new Fault("BAD_USER_INPUT", "after goes with first, and before goes with last.");
  const from = backward ? before : after;
  return { size, backward, cursor: typeof from === "string" ? readCursor(from, orderName) : null, orderName };
}

/** Who may see a record comes first. */
function conditionsOf<Table extends RecordTable, Filter extends object>(context: Context, listing: Listing<Table, Filter>, request: PageRequest<Filter>): (SQL | undefined)[] {
  const asked = request.filter === null || request.filter === undefined ? [] : listing.where(request.filter, context);
  return [visible(context.viewer, listing.table), ...asked];
}

function selected<Table extends RecordTable, Filter>(context: Context, listing: Listing<Table, Filter>, request: PageRequest<Filter>, slice: Slice, cut: Cut): SQL {
  const certainty = request.filter === null || request.filter === undefined ? undefined : listing.certainty?.(request.filter, context);
  return sql`${cut.columns}, ${slice.key} as "sortKey", ${certainty ?? sql`null`} as "certainty"`;
}

function all(conditions: readonly (SQL | undefined)[]): SQL {
  const present = conditions.filter((condition) => condition !== undefined);
  return present.length === 0 ? sql`1` : sql.join(present, sql` and `);
}

function run<Table extends RecordTable>(context: Context, table: Table, cut: Cut, written: SQL): Placed<Table["$inferSelect"]>[] {
  return tableStatement<Placed<Table["$inferSelect"]>>(table, written, cut).all(reading(context));
}

/** Finds a page and one record more, of each no less than these columns; whole records where it is null. */
type Find<Row> = (columns: ReadonlySet<string> | null) => Soon<readonly Placed<Row>[]>;

function connection<Row>(find: Find<Row>, slice: Extent, count: () => Soon<number>): Connection<Row> {
  let columns: ReadonlySet<string> | null | undefined;
  let found: Soon<readonly Placed<Row>[]> | undefined;
  const rows = (): Soon<readonly Placed<Row>[]> => (found ??= find(columns ?? null));
  let counted: Soon<number> | undefined;
  const cursorOf = (row: Placed<Row>): string => writeCursor({ order: slice.orderName, key: row.sortKey, id: row.id });
  return {
    reads(more) {
      if (columns === null || (more !== null && columns !== undefined && [...more].every((column) => columns?.has(column)))) return;
      columns = columns === undefined || more === null ? more : new Set([...columns, ...more]);
      found = undefined;
    },
    get nodes() {
      return once(rows(), (all) => inOrder(all, slice));
    },
    get level() {
      return once(rows(), levelOf);
    },
    get edges() {
      return once(rows(), (all) => inOrder(all, slice).map((node) => ({ cursor: cursorOf(node), node, certainty: node.certainty })));
    },
    get pageInfo() {
      return once(rows(), (all) => {
        const nodes = inOrder(all, slice);
        const [start, end] = [nodes[0], nodes.at(-1)];
        const more = all.length > slice.size;
        return {
          hasNextPage: slice.backward ? slice.cursor !== null : more,
          hasPreviousPage: slice.backward ? more : slice.cursor !== null,
          startCursor: start === undefined ? null : cursorOf(start),
          endCursor: end === undefined ? null : cursorOf(end),
        };
      });
    },
    get totalCount() {
      return (counted ??= count());
    },
  };
}

/** The page itself, in the order of the list: one more row was looked for, to tell whether there are more. */
function inOrder<Row>(found: readonly Row[], { size, backward }: Extent): readonly Row[] {
  const kept = found.slice(0, size);
  return backward ? kept.toReversed() : kept;
}
