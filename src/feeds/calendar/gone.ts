import { sql } from "drizzle-orm";
import { maySee } from "../../api/access/audience.ts";
import { reading, type Context } from "../../api/context.ts";
import { wasOpenTo } from "../../api/history/open-to.ts";
import type { RecordTable } from "../../api/loaders.ts";
import type { StoredRecord } from "../../ledger/entry.ts";
import { columnsOf, tableStatement, type Graph } from "../../ledger/graph.ts";
import { changesOfRecord, type RecordedChange } from "../../ledger/reading.ts";
import { changes } from "../../ledger/table.ts";
import { upgraded } from "../../ledger/upgrade.ts";
import type { DatedKind } from "./dated-kind.ts";
import { uidOf, type CalendarEvent } from "./event.ts";
import type { Part, Scope } from "./scope.ts";

/**
 * What a calendar program may still have that looked here before: records that stood in this calendar at some time since its
 * address was made, and were removed or belong elsewhere now. They are there as cancelled, as they last stood here. What was
 * hidden from the viewer since is told in no way.
 */
export function* gone(context: Context, scope: Scope, madeAt: number, present: ReadonlySet<string>): Generator<CalendarEvent> {
  const told = new Set(present);
  for (const part of scope.parts) {
    for (const id of left(context, part, madeAt)) {
      if (told.has(uidOf(id)) || isHidden(context, part.of, id)) continue;
      told.add(uidOf(id));
      const event = cancelled(context, scope, id, madeAt);
      if (event !== null) yield event;
    }
  }
}

/** The records that were removed since, or changed in what put them here, and that once belonged to this part. */
function left({ moment }: Context, { of: { kind, dates }, column, ids }: Part, madeAt: number): readonly string[] {
  const touched = sql.join([column.name, ...dates].map((name) => sql`instr(${changes.fields}, ${JSON.stringify(name)}) > 0`), sql` or `);
  const found = tableStatement<{ recordId: string }>(changes, sql`select distinct ${changes.recordId} from ${changes}
    where ${changes.entry} > ${madeAt} and ${changes.entry} <= ${moment.number} and ${changes.type} = ${kind.type} and (${changes.operation} = 'REMOVE' or ${touched})
      and exists (select 1 from "changes" "one" where "one"."recordId" = ${changes.recordId} and json_extract("one"."record", ${`$.${column.name}`}) in (select value from json_each(${JSON.stringify(ids)})))`);
  return found.all(moment.ledger).map(({ recordId }) => recordId);
}

/** Whether the record is there, and not for this viewer. */
function isHidden(context: Context, { kind: { table } }: DatedKind, id: string): boolean {
  const row = tableStatement<RecordTable["$inferSelect"]>(table, sql`select ${columnsOf(table)} from ${table} where ${table.id} = ${id}`).first(reading(context));
  // oxlint-disable-next-line no-unsafe-type-assertion -- every table of records has the columns by which the gate decides
  return row !== undefined && !maySee(context.viewer, row as Parameters<typeof maySee>[1]);
}

/** A record as it last stood in this calendar since the address was made; null where it did not, or not for this viewer. */
function cancelled(context: Context, { parts, path }: Scope, id: string, madeAt: number): CalendarEvent | null {
  const all = changesOfRecord(context.moment.ledger, id, 0);
  const last = all.at(-1);
  if (last === undefined) return null;
  for (const { of, record } of versionsHere(parts, all, madeAt).toReversed()) {
    if (!wasOpenTo(context, of.kind, record)) return null;
    const was = of.wasAt(record);
    if (was !== null) {
      return {
        ...was, uid: uidOf(id), sequence: of.risesBy === "VERSION" ? last.change.version - 1 : last.entry, changedAt: last.at, summary: `Cancelled: ${was.summary}`,
        description: ["This is not in this calendar any more: it was removed, or belongs elsewhere."], status: "CANCELLED", path,
      };
    }
  }
  return null;
}

/** The versions that stood at some time since the address was made and belonged to a part, with how their kind is read. */
function versionsHere(parts: readonly Part[], all: readonly RecordedChange[], madeAt: number): readonly { readonly of: DatedKind; readonly record: StoredRecord }[] {
  const before = all.findLastIndex(({ entry }) => entry <= madeAt);
  return all.slice(Math.max(0, before)).flatMap(({ change }) => {
    const mine = parts.filter(({ of }) => of.kind.type === change.type);
    const [first] = mine;
    if (first === undefined) return [];
    const record = upgraded(new Map([[first.of.kind.type, first.of.kind]]), change).find((one) => one.id === change.id)?.record ?? null;
    const isHere = record !== null && mine.some(({ column, ids }) => ids.some((one) => one === record[column.name]));
    return isHere ? [{ of: first.of, record }] : [];
  });
}

/** The entry at which a record was made. */
export function madeAtEntry(ledger: Graph, id: string): number {
  return changesOfRecord(ledger, id, 0, 1)[0]?.entry ?? 0;
}
