import { and, getTableName, sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { visible } from "../../api/access/audience.ts";
import type { Context } from "../../api/context.ts";
import type { RecordTable } from "../../api/loaders.ts";
import { either, pointsAt, pointsTo } from "../../api/list/related.ts";
import type { Day } from "../../kernel/day.ts";
import { programmes } from "../delivery/programme/table.ts";
import { inPlace, ofSystem } from "../foundation/place/store.ts";
import { places } from "../foundation/place/table.ts";
import { waysFrom } from "../wholes.ts";

/** What an overview is over: all that is given holds; nothing given is everything. */
export interface Scope {
  readonly system: string | null;
  readonly place: string | null;
  readonly programme: string | null;
}

/** An overview: each of its sections is worked out only when it is asked for. */
export interface Overview extends Scope {
  readonly on: Day;
}

/** Whether it is less than all, or than all that belongs to a system: what is kept by audience and system does not tell then. */
export function isNarrow({ place, programme }: Scope): boolean {
  return place !== null || programme !== null;
}

/**
 * Holds for the records of a table that are in a scope, whatever their kind: they belong to the system or are it; they are the place,
 * one in it or the programme; or they point at what is in it, as a milestone at its programme, or as a name at its organisation.
 */
export function inScope(context: Context, table: RecordTable, scope: Scope): SQL | undefined {
  const { place, programme } = scope;
  return and(
    inSystem(context, table, scope),
    place === null ? undefined : (nested(context, table, atPlace(context, place)) ?? sql`0`),
    programme === null ? undefined : (nested(context, table, ofProgramme(context, programme)) ?? sql`0`),
  );
}

/** The same for many tables in one statement, told once for each: what the statement begins with, and what holds for a table. Tables come after those that they point at. */
export function inScopeOfAll(context: Context, tables: readonly RecordTable[], scope: Scope): { readonly parts: readonly SQL[]; readonly holds: (table: RecordTable) => SQL | undefined } {
  const targets = [scope.place === null ? [] : [atPlace(context, scope.place)], scope.programme === null ? [] : [ofProgramme(context, scope.programme)]].flat();
  const told = targets.map((target) => toldOnce(context, tables, target));
  return {
    parts: told.flatMap(({ parts }) => parts),
    holds: (table) => and(inSystem(context, table, scope), ...told.map(({ names }) => (names.has(table) ? sql`${table.id} in ${names.get(table)}` : sql`0`))),
  };
}

function inSystem(context: Context, table: RecordTable, { system }: Scope): SQL | undefined {
  return table === places ? either(ofSystem(context, table, system), pointsTo(context, table.id, places, system)) : ofSystem(context, table, system);
}

/** What records are, or point at, that are in the scope. */
interface Target {
  readonly table: RecordTable;
  readonly holds: (column: AnySQLiteColumn) => SQL;
}

function atPlace(context: Context, place: string): Target {
  return { table: places, holds: (column) => inPlace(context, column, place) ?? sql`0` };
}

function ofProgramme(context: Context, programme: string): Target {
  return { table: programmes, holds: (column) => pointsTo(context, column, programmes, programme) ?? sql`0` };
}

function nested(context: Context, table: RecordTable, target: Target): SQL | undefined {
  return reaches(table, target, (column, parent) => pointsAt(context, column, parent, nested(context, parent, target)));
}

function toldOnce(context: Context, tables: readonly RecordTable[], target: Target): { readonly names: ReadonlyMap<RecordTable, SQL>; readonly parts: readonly SQL[] } {
  const names = new Map<RecordTable, SQL>();
  const parts: SQL[] = [];
  for (const table of tables) {
    const holds = reaches(table, target, (column, parent) => (names.has(parent) ? sql`${column} in ${names.get(parent)}` : undefined));
    if (holds !== undefined) {
      const name = sql.identifier(`${getTableName(table)} of ${getTableName(target.table)}`);
      parts.push(sql`${name} as materialized (select ${table.id} from ${table} where ${and(visible(context.viewer, table), holds)})`);
      names.set(table, sql`${name}`);
    }
  }
  return { names, parts };
}

/** A record is the target, points at one, or belongs to a record that does. Undefined where no record of the table ever can. */
function reaches(table: RecordTable, target: Target, within: (column: AnySQLiteColumn, parent: RecordTable) => SQL | undefined): SQL | undefined {
  if (table === target.table) return target.holds(table.id);
  const ways = waysFrom(table).flatMap(({ column, to, belongs }) => {
    if (to === target.table) return [target.holds(column)];
    return belongs ? [within(column, to)] : [];
  });
  return either(...ways);
}
