import { getTableName, sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Certainty } from "../kernel/certainty.ts";
import { foremost } from "../kernel/foremost.ts";
import { tableStatement } from "../ledger/graph.ts";
import { visible } from "./access/audience.ts";
import { reading, type Context } from "./context.ts";
import { readCursor } from "./list/cursor.ts";
import { Fault } from "./fault/fault.ts";
import { Connected, type Connection, type Extent } from "./connected.ts";
import { FoundTogether, type Found, type Place } from "./found-together.ts";
import { together, type RecordTable } from "./loaders.ts";
import type { Soon } from "./soon.ts";

/** What every list gives: whoever asks for one need not know how it is made. */
export type { Connection } from "./connected.ts";

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

const PAGE = 50;
const MOST = 100;

/** A page of all records that there are. */
export function page<Table extends RecordTable, Filter extends object>(
  context: Context,
  listing: Listing<Table, Filter>,
  request: PageRequest<Filter>,
  ...within: (SQL | undefined)[]
): Connection<Table["$inferSelect"]> {
  const slice = sliceOf(context, request, listing);
  const conditions = [...conditionsOf(context, listing, request), ...within];
  const find = (isPlaced: boolean): Found<Table["$inferSelect"]> => {
    const [found] = pagesBy(context, listing.table, sql`select ${pageIn(context, listing, request, slice, conditions, isPlaced)} as "page"`, isPlaced);
    if (found === undefined) throw new Error("A statement of one row gave none.");
    return found;
  };
  return new Connected(find, slice, () => {
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
  const find = (isPlaced: boolean): Soon<Found<Table["$inferSelect"]>> => together(context, isPlaced ? name : `${name} ids`, (_, parents) => {
    const slice = sliceOf(context, request, listing);
    // For each parent its own page is found, by walking the index of the foreign key.
    return pagesBy(context, table, sql`select ${pageIn(context, listing, request, slice, conditions(), isPlaced)} as "page" from json_each(${JSON.stringify(parents)}) "parent" order by "parent".key`, isPlaced);
  }, parentId);
  return new Connected(find, extent, () =>
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
  const inDirection = (a: Order, b: Order): boolean => (backward ? before(b, a) : before(a, b));
  const find = (): Found<Row> => {
    const beyond = rows.map((row) => ({ row, id: row.id, sortKey: sortKey(row), certainty: null })).filter((place) => from === null || inDirection(from, place));
    const places = foremost(beyond, size + 1, inDirection);
    const records = { rows: places.map(({ row }) => row), together: null };
    return { places, read: () => records };
  };
  return new Connected(find, extent, () => rows.length);
}

function before(a: Order, b: Order): boolean {
  return a.sortKey < b.sortKey || (a.sortKey === b.sortKey && a.id < b.id);
}

type Order = Pick<Place, "sortKey" | "id">;

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

/** A page as one text, of places or else of ids: as rows they would take longer to hand over than to find. */
function pageIn<Table extends RecordTable, Filter extends object>(context: Context, listing: Listing<Table, Filter>, request: PageRequest<Filter>, slice: Slice, conditions: readonly (SQL | undefined)[], isPlaced: boolean): SQL {
  const { table } = listing;
  const certainty = request.filter === null || request.filter === undefined ? undefined : listing.certainty?.(request.filter, context);
  const placed = isPlaced ? sql`, ${slice.key} as "sortKey", ${certainty ?? sql`null`} as "certainty"` : sql``;
  const found = sql`select ${table.id} as "id"${placed} from ${table} where ${all([...conditions, slice.beyond])} order by ${slice.order} limit ${slice.size + 1}`;
  return sql`(select json_group_array(${isPlaced ? sql`json_array("id", "sortKey", "certainty")` : sql`"id"`}) from (${found}))`;
}

/** The pages that one statement finds. */
function pagesBy<Table extends RecordTable>(context: Context, table: Table, written: SQL, isPlaced: boolean): Found<Table["$inferSelect"]>[] {
  const found = new FoundTogether(context, table);
  return tableStatement<{ readonly page: string }>(table, written).all(reading(context)).map(({ page }) => {
    // SQLite wrote them a moment ago: checking each would be most of the work.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    if (!isPlaced) return found.page(JSON.parse(page) as string[], []);
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    const places = (JSON.parse(page) as [string, string | number, Certainty | null][]).map(([id, sortKey, certainty]) => ({ id, sortKey, certainty }));
    return found.page(places.map(({ id }) => id), places);
  });
}

function all(conditions: readonly (SQL | undefined)[]): SQL {
  const present = conditions.filter((condition) => condition !== undefined);
  return present.length === 0 ? sql`1` : sql.join(present, sql` and `);
}
