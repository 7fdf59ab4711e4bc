import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { visible } from "../../../api/access/audience.ts";
import { reading, type Context } from "../../../api/context.ts";
import type { RecordTable } from "../../../api/loaders.ts";
import { pageBelonging, type Connection, type Listing, type PageRequest } from "../../../api/page.ts";
import { pointsTo } from "../../../api/list/related.ts";
import { tableStatement } from "../../../ledger/graph.ts";
import type { Followed, Following } from "./inputs.ts";
import { organisations, successions } from "./table.ts";

/** A column points at this organisation, or at one before or after it where the filter follows succession. Nothing where none is asked for. */
export function ofOrganisation(context: Context, column: AnySQLiteColumn, id: string | null | undefined, { succession }: Following): SQL | undefined {
  if (typeof id !== "string" || !succession) return pointsTo(context, column, organisations, id);
  return sql`${column} in (${lineOf(context, sql`${id}`, succession)})`;
}

/** The same for the organisation whose list is read. */
export function ofItsLine(context: Context, column: AnySQLiteColumn, organisation: SQL, filter: Following | null | undefined): SQL {
  return filter?.succession ? sql`${column} in (${lineOf(context, organisation, filter.succession)})` : sql`${column} = ${organisation}`;
}

/** A page of the records that point at an organisation, or at one before or after it where the filter follows succession: one statement for all organisations that are asked for together. */
export function pageOfOrganisation<Table extends RecordTable, Filter extends Following>(
  context: Context,
  listing: Listing<Table, Filter>,
  foreignKey: AnySQLiteColumn,
  organisationId: string,
  request: PageRequest<Filter>,
): Connection<Table["$inferSelect"]> {
  return pageBelonging(context, listing, { name: foreignKey.name, to: (organisation) => ofItsLine(context, foreignKey, organisation, request.filter) }, organisationId, request);
}

/** An organisation and those before or after it where succession is followed, as ids. */
export function idsOfLine(context: Context, id: string, { succession }: Following): readonly string[] {
  if (!succession) return [id];
  const found = tableStatement<{ bodyId: string }>(organisations, lineOf(context, sql`${id}`, succession)).all(reading(context));
  return [...new Set([id, ...found.map(({ bodyId }) => bodyId)])];
}

/** The ids of an organisation and those before or after it, however many came between, by way of organisations and successions that the viewer may see. */
function lineOf(context: Context, id: SQL, succession: Followed): SQL {
  const { predecessorId, successorId } = successions;
  const before = walk(context, "before", id, { from: successorId, to: predecessorId });
  const after = walk(context, "after", id, { from: predecessorId, to: successorId });
  const ways = succession === "BOTH" ? [before, after] : succession === "PREDECESSORS" ? [before] : [after];
  return sql`with recursive ${sql.join(ways.map(({ walked }) => walked), sql`, `)} ${sql.join(ways.map(({ found }) => found), sql` union `)}`;
}

/** One way along successions, from an organisation on. */
function walk(context: Context, way: "before" | "after", id: SQL, { from, to }: { readonly from: AnySQLiteColumn; readonly to: AnySQLiteColumn }): { readonly walked: SQL; readonly found: SQL } {
  const name = sql.identifier(`bodies ${way}`);
  const seen = visible(context.viewer, organisations);
  const walked = sql`${name}(bodyId) as (
    select ${organisations.id} from ${organisations} where ${organisations.id} = ${id} and ${seen}
    union select ${to} from ${name} join ${successions} on ${from} = bodyId join ${organisations} on ${organisations.id} = ${to} where ${visible(context.viewer, successions)} and ${seen})`;
  return { walked, found: sql`select bodyId from ${name}` };
}
