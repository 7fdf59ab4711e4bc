import { and, asc, getTableColumns, lte, sql, type SQL } from "drizzle-orm";
import type { RecordKind } from "./concept.ts";
import type { StoredRecord } from "./entry.ts";
import { query, statement, type Graph } from "./graph.ts";
import { readable } from "./reading.ts";
import { changes } from "./table.ts";
import { upgraded } from "./upgrade.ts";
import { asChange } from "./written.ts";

/** What changed between two entries: read from the changes in between and the records at both ends, without any graph. */

const some = statement(
  query
    .select({ entry: changes.entry, position: changes.position, recordId: changes.recordId })
    .from(changes)
    .where(and(sql`(${changes.entry}, ${changes.position}) > (${sql.placeholder("entry")}, ${sql.placeholder("position")})`, lte(changes.entry, sql.placeholder("until"))))
    .orderBy(asc(changes.entry), asc(changes.position))
    .limit(sql.placeholder("most")),
);

/** So many changes are looked through at a time. */
const MOST_LOOKED_THROUGH = 4_000;

/** The ids of the records that were changed after an entry, up to another, looked for among a few thousand changes at a time. */
function* touchedBetween(ledger: Graph, after: number, until: number): Generator<void, ReadonlySet<string>> {
  const touched = new Set<string>();
  let last = { entry: after, position: Number.MAX_SAFE_INTEGER };
  for (;;) {
    const rows = some.all(ledger, { ...last, until, most: MOST_LOOKED_THROUGH });
    for (const { recordId } of rows) touched.add(recordId);
    const end = rows.at(-1);
    if (end === undefined || rows.length < MOST_LOOKED_THROUGH) return touched;
    last = { entry: end.entry, position: end.position };
    yield;
  }
}

// Each by the index of changes by record: what was done before and afterwards is not read.
const { salt: _, seal: __, ...said } = getTableColumns(changes);
const lastOf = statement(query.select(said).from(changes).where(isLast(sql``)));
const lastVersionOf = statement(query.select(said).from(changes).where(isLast(sql` and "one"."operation" <> 'REMOVE'`)));

/** Holds for the last change up to an entry of each record that is asked for, among those that are such. */
function isLast(such: SQL): SQL {
  return sql`(${changes.recordId}, ${changes.entry}) in (
    select "asked".value, (select max("one"."entry") from "changes" "one" where "one"."recordId" = "asked".value and "one"."entry" <= ${sql.placeholder("until")}${such})
    from json_each(${sql.placeholder("ids")}) "asked")`;
}

/** Records as they stood after an entry, as they are written today; those that were not there, or were removed, are left out. */
export function recordsAt(ledger: Graph, kinds: ReadonlyMap<string, RecordKind>, ids: readonly string[], entry: number): ReadonlyMap<string, StoredAs> {
  return asStored(ledger, kinds, lastOf.all(ledger, { ids: JSON.stringify(ids), until: entry }));
}

/** The same, and those that were removed by then as they were at last. */
export function lastVersionsAt(ledger: Graph, kinds: ReadonlyMap<string, RecordKind>, ids: readonly string[], entry: number): ReadonlyMap<string, StoredAs> {
  return asStored(ledger, kinds, lastVersionOf.all(ledger, { ids: JSON.stringify(ids), until: entry }));
}

function asStored(ledger: Graph, kinds: ReadonlyMap<string, RecordKind>, rows: readonly ReturnType<typeof lastOf.all>[number][]): ReadonlyMap<string, StoredAs> {
  return new Map(rows.flatMap((row) => upgraded(kinds, asChange(readable(ledger, row))).flatMap(({ id, type, record }): [string, StoredAs][] => {
    const kind = kinds.get(type);
    return record === null || kind === undefined ? [] : [[id, { kind, record, isErased: row.record === null }]];
  })));
}

/** A record as the ledger holds it, and its kind. */
export interface StoredAs {
  readonly kind: RecordKind;
  readonly record: StoredRecord;
  /** Whether something of it was erased since: nobody can read any more what it said. */
  readonly isErased: boolean;
}

/** What became of a record between two entries. One that was not there, or was removed, is null; both may be, or be the same. */
export interface Difference {
  readonly id: string;
  readonly before: StoredAs | null;
  readonly after: StoredAs | null;
}

/** So many records are read at a time. */
const SLICE = 200;

/**
 * What became of every record that was changed after one entry, up to another, in slices, between which whoever reads on lets
 * others come: a slice may be empty. Put in the place of what stood at the first entry, it is what stands at the second.
 */
export function* differencesBetween(ledger: Graph, kinds: readonly RecordKind[], after: number, until: number): Generator<readonly Difference[]> {
  const byType = new Map(kinds.map((kind) => [kind.type, kind]));
  const looking = touchedBetween(ledger, after, until);
  let looked = looking.next();
  for (; looked.done !== true; looked = looking.next()) yield [];
  const all = [...looked.value];
  for (let from = 0; from < all.length; from += SLICE) {
    const ids = all.slice(from, from + SLICE);
    const [before, now] = [recordsAt(ledger, byType, ids, after), recordsAt(ledger, byType, ids, until)];
    // What a change says may be of several records today: those that no change of their own names are part of the difference too.
    yield [...new Set([...ids, ...before.keys(), ...now.keys()])].map((id) => ({ id, before: before.get(id) ?? null, after: now.get(id) ?? null }));
  }
}
