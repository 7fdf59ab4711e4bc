import { and, asc, desc, eq, getTableColumns, gt, isNotNull, lte, max, sql } from "drizzle-orm";
import { grouped } from "../kernel/grouped.ts";
import { GENESIS, type Change, type Entry } from "./entry.ts";
import { query, statement, type Graph } from "./graph.ts";
import type { LedgerEnd } from "./journal.ts";
import { changes, citations, entries, erasures, graphStamp } from "./table.ts";
import { asChange, nameOf, unsealed, type WrittenChange, type WrittenEntry } from "./written.ts";

/** Reading the ledger's own tables, on any connection that has them. */

const last = statement(query.select({ number: entries.number, hash: entries.hash, at: entries.at }).from(entries).orderBy(desc(entries.number)).limit(1));
const position = statement(
  query
    .select({
      number: max(entries.number).as("number"),
      build: sql<number | null>`(select max(${graphStamp.id}) from ${graphStamp})`.as("build"),
      stamp: sql<string | null>`(select ${graphStamp.stamp} from ${graphStamp})`.as("stamp"),
      at: sql<string | null>`(select ${entries.at} from ${entries} order by ${entries.number} desc limit 1)`.as("at"),
    })
    .from(entries),
);
const lastKind = statement(query.select({ founding: entries.founding }).from(entries).orderBy(desc(entries.number)).limit(1));
const byKey = statement(query.select({ number: entries.number, hash: entries.hash, id: entries.id }).from(entries).where(and(eq(entries.actor, sql.placeholder("actor")), eq(entries.key, sql.placeholder("key")))));
const byId = statement(query.select({ number: entries.number, hash: entries.hash, id: entries.id }).from(entries).where(eq(entries.id, sql.placeholder("id"))));
const notAfter = statement(
  query.select({ number: entries.number }).from(entries).where(lte(entries.at, sql.placeholder("at"))).orderBy(desc(entries.at), desc(entries.number)).limit(1),
);
const page = statement(query.select().from(entries).where(gt(entries.number, sql.placeholder("after"))).orderBy(asc(entries.number)).limit(sql.placeholder("most")));
const changesBetween = statement(
  query.select().from(changes).where(and(gt(changes.entry, sql.placeholder("after")), lte(changes.entry, sql.placeholder("until")))).orderBy(asc(changes.entry), asc(changes.position)),
);
const citationsBetween = statement(
  query.select().from(citations).where(and(gt(citations.entry, sql.placeholder("after")), lte(citations.entry, sql.placeholder("until")))).orderBy(asc(citations.entry), asc(citations.position)),
);
const erasuresBetween = statement(
  query.select().from(erasures).where(and(gt(erasures.entry, sql.placeholder("after")), lte(erasures.entry, sql.placeholder("until")))).orderBy(asc(erasures.entry), asc(erasures.position)),
);
const use = statement(query.select({ entry: changes.entry }).from(changes).where(eq(changes.recordId, sql.placeholder("id"))).orderBy(asc(changes.entry)).limit(1));
const stamp = statement(query.select({ stamp: graphStamp.stamp }).from(graphStamp));

/** The end of the ledger, and the time of its last entry: what the next one continues. */
export function ledgerEnd(graph: Graph): LedgerEnd & { at: string | null } {
  return last.first(graph) ?? { number: 0, hash: GENESIS, at: null };
}

/** What is read where: the last entry's number, and how often the graph was built. The same position is the same graph. */
export interface Position {
  readonly number: number;
  readonly build: number;
}

/** The position, the instant from which its entry counts, and the stamp of the graph that is there. */
export interface Standing extends Position {
  readonly at: string | null;
  readonly stamp: string | null;
}

export function positionOf(graph: Graph): Standing {
  const { number, build, stamp: built, at } = position.first(graph) ?? { number: null, build: null, stamp: null, at: null };
  return { number: number ?? 0, build: build ?? 0, stamp: built, at };
}

export function headOf(graph: Graph): number {
  return positionOf(graph).number;
}

/** Whether something was recorded since the founding history, which stands before all else: the last entry tells. */
export function hasLiveEntries(graph: Graph): boolean {
  return lastKind.first(graph)?.founding === 0;
}

/** An entry that is there already. */
export interface FoundEntry extends LedgerEnd {
  readonly id: string;
}

/** The entry that an actor made under a key, or null. */
export function entryUnderKey(graph: Graph, actor: string, key: string): FoundEntry | null {
  return byKey.first(graph, { actor, key }) ?? null;
}

export function entryWithId(graph: Graph, id: string): FoundEntry | null {
  return byId.first(graph, { id }) ?? null;
}

/** Whether an id was ever a record's, of whatever kind. */
export function wasUsed(graph: Graph, id: string): boolean {
  return firstUse(graph, id) !== null;
}

/** The entry that made a record of this id, of whatever kind; null where none did. */
export function firstUse(graph: Graph, id: string): number | null {
  return use.first(graph, { id })?.entry ?? null;
}

/** The last entry not after an instant; 0 when there is none. */
export function entryAt(graph: Graph, instant: string): number {
  return notAfter.first(graph, { at: instant })?.number ?? 0;
}

/** Entries as they were sealed, after a number, in order. */
export function writtenAfter(graph: Graph, after: number, most: number): WrittenEntry[] {
  const rows = page.all(graph, { after, most });
  const until = rows.at(-1)?.number ?? after;
  const changesOf = grouped(changesBetween.all(graph, { after, until }), (row) => row.entry);
  const citationsOf = grouped(citationsBetween.all(graph, { after, until }), (row) => row.entry);
  const erasuresOf = grouped(erasuresBetween.all(graph, { after, until }), (row) => row.entry);
  return rows.map((entry) => ({
    entry, changes: changesOf.get(entry.number) ?? [], citations: citationsOf.get(entry.number) ?? [], erasures: erasuresOf.get(entry.number) ?? [],
  }));
}

/** How many entries after a number have no more than so many changes together; one at the least. */
export function entriesTogether(graph: Graph, after: number, changes: number): number {
  const [row] = graph.run("select count(*) as count, max(entry) as entry from (select entry from changes where entry > ? order by entry limit ?)", [after, changes]);
  // The last of them may have more changes than were counted.
  return Number(row?.["count"]) < changes ? Number.MAX_SAFE_INTEGER : Math.max(1, Number(row?.["entry"]) - 1 - after);
}

/** Entries after a number, in order: what was erased in them reads as what is left of it. */
export function entriesAfter(graph: Graph, after: number, most: number): Entry[] {
  return writtenAfter(graph, after, most).map((text) => unsealed({ ...text, changes: text.changes.map((change) => readable(graph, change)) }));
}

const insteadOf = statement(
  query
    .select({ shape: erasures.shape, instead: erasures.instead, entry: erasures.entry, position: erasures.position })
    .from(erasures)
    .where(and(eq(erasures.what, "RECORD"), eq(erasures.ofEntry, sql.placeholder("entry")), eq(erasures.ofPosition, sql.placeholder("position")), isNotNull(erasures.instead))),
);

type Instead = NonNullable<ReturnType<typeof insteadOf.first>>;

/** A change, and where it stands. */
type PlacedRow = WrittenChange & Pick<WrittenEntry["changes"][number], "entry" | "position">;

/** What is read where a record was erased, and which erasure holds it. */
export function erasureOf(graph: Graph, { entry, position, operation, record }: PlacedRow): Instead | null {
  return record !== null || operation === "REMOVE" ? null : (insteadOf.first(graph, { entry, position }) ?? null);
}

/** A change as it is read: what was erased of it reads as what is left. */
export function readable<Row extends PlacedRow>(graph: Graph, change: Row): Row {
  const erasure = erasureOf(graph, change);
  return erasure === null ? change : { ...change, shape: erasure.shape ?? change.shape, record: erasure.instead };
}

/** The names of all values that were erased. */
export function erasedValues(graph: Graph): ReadonlySet<string> {
  return new Set(allErased.all(graph).map(({ what, ofEntry, ofPosition }) => nameOf(what, ofEntry, ofPosition)));
}

const allErased = statement(query.select({ what: erasures.what, ofEntry: erasures.ofEntry, ofPosition: erasures.ofPosition }).from(erasures).where(sql`${erasures.entry} > ${erasures.ofEntry}`));

const lastErasing = statement(query.select({ number: max(erasures.entry).as("number") }).from(erasures));

/** The number of the last entry that erased something; 0 when none has. */
export function lastErasure(graph: Graph): number {
  return lastErasing.first(graph)?.number ?? 0;
}

const unread = statement(
  query
    .select({ entry: changes.entry })
    .from(changes)
    .leftJoin(erasures, and(eq(erasures.what, "RECORD"), eq(erasures.ofEntry, changes.entry), eq(erasures.ofPosition, changes.position), isNotNull(erasures.instead)))
    .where(and(gt(changes.entry, sql.placeholder("after")), sql`${changes.record} is null and ${changes.operation} <> 'REMOVE' and ${erasures.entry} is null`))
    .limit(1),
);

/** An entry after a number that has lost a record to an entry which is not there yet; null when there is none. */
export function entryWithGap(graph: Graph, after: number): number | null {
  return unread.first(graph, { after })?.entry ?? null;
}

export function stampOf(graph: Graph): string | null {
  return stamp.first(graph)?.stamp ?? null;
}

/** The last change of every record up to an entry, removals included: all that a graph depends on. */
const lastChanges = (() => {
  const last = query
    .select({ recordId: changes.recordId, entry: max(changes.entry).as("last") })
    .from(changes)
    .where(lte(changes.entry, sql.placeholder("until")))
    .groupBy(changes.recordId)
    .as("latest");
  return statement(
    query.select(getTableColumns(changes)).from(last).innerJoin(changes, and(eq(changes.recordId, last.recordId), eq(changes.entry, last.entry))),
  );
})();

/** The same for the records behind an id, in the order of their ids: the index that it walks stops where enough of them are found. */
const lastChangesBehind = (() => {
  const last = query
    .select({ recordId: changes.recordId, entry: max(changes.entry).as("last") })
    .from(changes)
    .where(gt(changes.recordId, sql.placeholder("after")))
    .groupBy(changes.recordId)
    .orderBy(asc(changes.recordId))
    .limit(sql.placeholder("most"))
    .as("latest");
  return statement(
    query.select(getTableColumns(changes)).from(last).innerJoin(changes, and(eq(changes.recordId, last.recordId), eq(changes.entry, last.entry))).orderBy(asc(changes.recordId)),
  );
})();

/** The last change of each of the next records behind an id, at most so many, in the order of their ids. */
export function lastChangesAfter(graph: Graph, after: string, most: number): Change[] {
  return lastChangesBehind.all(graph, { after, most }).map((change) => asChange(readable(graph, change)));
}

const lastChangeUpTo = statement(
  query.select({ place: sql<number>`rowid`.as("place") }).from(changes).where(lte(changes.entry, sql.placeholder("until"))).orderBy(desc(changes.entry), desc(changes.position)).limit(1),
);

/** About how many changes there are up to an entry, without counting them: they are kept in the order in which they came. */
export function changesUpTo(graph: Graph, until: number): number {
  return lastChangeUpTo.first(graph, { until })?.place ?? 0;
}

export function lastChangesUpTo(graph: Graph, until: number): Change[] {
  return lastChanges.all(graph, { until }).map((change) => asChange(readable(graph, change)));
}

const numbered = statement(query.select({ number: entries.number, hash: entries.hash, at: entries.at }).from(entries).where(eq(entries.number, sql.placeholder("number"))));

/** The hash of an entry, which seals all that was recorded up to it, and when it counts from; null for none. */
export function entryNumbered(graph: Graph, number: number): (LedgerEnd & { readonly at: string }) | null {
  return numbered.first(graph, { number }) ?? null;
}

const moment = statement(query.select({ at: entries.at }).from(entries).where(eq(entries.number, sql.placeholder("number"))));

/** When an entry counts from; null for none. */
export function momentOf(graph: Graph, number: number): string | null {
  return moment.first(graph, { number })?.at ?? null;
}

const hash = statement(query.select({ hash: entries.hash }).from(entries).where(eq(entries.number, sql.placeholder("number"))));

/** The hash of an entry, which covers all that came before it; null for none. */
export function hashOf(graph: Graph, number: number): string | null {
  return hash.first(graph, { number })?.hash ?? null;
}

const changesIn = statement(query.select().from(changes).where(eq(changes.entry, sql.placeholder("entry"))).orderBy(asc(changes.position)));

/** What an entry changed, in its order. */
export function changesOf(graph: Graph, entry: number): Change[] {
  return changesIn.all(graph, { entry }).map((change) => asChange(readable(graph, change)));
}

const ofRecord = statement(
  query
    .select({ ...getTableColumns(changes), actor: entries.actor, at: entries.at })
    .from(changes)
    .innerJoin(entries, eq(entries.number, changes.entry))
    .where(and(eq(changes.recordId, sql.placeholder("id")), gt(changes.version, sql.placeholder("after")), lte(changes.version, sql.placeholder("until"))))
    .orderBy(asc(changes.entry)),
);

/** A change of a record, and the entry that it is part of. */
export interface RecordedChange {
  readonly change: Change;
  readonly entry: number;
  readonly actor: string;
  readonly at: string;
}

/** The changes of a record after one of its versions, up to another, in order. */
export function changesOfRecord(graph: Graph, id: string, after: number, until = Number.MAX_SAFE_INTEGER): RecordedChange[] {
  return ofRecord.all(graph, { id, after, until }).map((row) => ({ change: asChange(readable(graph, row)), entry: row.entry, actor: row.actor, at: row.at }));
}

const idsChanged = statement(
  query.selectDistinct({ recordId: changes.recordId }).from(changes).where(and(gt(changes.entry, sql.placeholder("after")), lte(changes.entry, sql.placeholder("until")))).limit(sql.placeholder("most")),
);

/** The records that were changed after an entry, up to another; null where there are as many as that. */
export function changedBetween(graph: Graph, after: number, until: number, most: number): readonly string[] | null {
  const found = idsChanged.all(graph, { after, until, most });
  return found.length === most ? null : found.map(({ recordId }) => recordId);
}

const lastEntry = statement(query.select({ entry: max(changes.entry).as("entry") }).from(changes).where(eq(changes.recordId, sql.placeholder("id"))));

/** The last entry that changed a record; null for none. */
export function lastEntryOf(graph: Graph, id: string): number | null {
  return lastEntry.first(graph, { id })?.entry ?? null;
}

const lastOfRecord = statement(query.select().from(changes).where(eq(changes.recordId, sql.placeholder("id"))).orderBy(desc(changes.entry)).limit(2));

/** The last change of a record and the one before it, the last first. */
export function lastTwoChanges(graph: Graph, id: string): Change[] {
  return lastOfRecord.all(graph, { id }).map((change) => asChange(readable(graph, change)));
}
