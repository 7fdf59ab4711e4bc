import { asc, eq, lte, and, sql } from "drizzle-orm";
import { grouped } from "../../kernel/grouped.ts";
import { isSame } from "../../kernel/same.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Change, StoredRecord } from "../../ledger/entry.ts";
import { query, statement, storedColumns, type RowOf } from "../../ledger/graph.ts";
import { readable } from "../../ledger/reading.ts";
import { changes, entries } from "../../ledger/table.ts";
import { upgraded } from "../../ledger/upgrade.ts";
import { valueIn, type StoredValue } from "../../ledger/value-kind.ts";
import { asChange } from "../../ledger/written.ts";
import { knownAct } from "../act/act-enum.ts";
import type { Context } from "../context.ts";
import { fieldOf } from "../field.ts";
import { loaderFor } from "../loaders.ts";
import { isAudited, wasOpenTo } from "./open-to.ts";

const written = query
  .select({
    entry: changes.entry, position: changes.position, type: changes.type, shape: changes.shape, recordId: changes.recordId, version: changes.version,
    operation: changes.operation, fields: changes.fields, record: changes.record, salt: changes.salt, seal: changes.seal,
    at: entries.at, recordedAt: entries.recordedAt, act: entries.act, actor: entries.actor, reason: entries.reason,
  })
  .from(changes)
  .innerJoin(entries, eq(entries.number, changes.entry));

type Written = RowOf<typeof written>;

const ofRecords = statement(
  written
    .where(and(sql`${changes.recordId} in (select value from json_each(${sql.placeholder("ids")}))`, lte(changes.entry, sql.placeholder("until"))))
    .orderBy(asc(changes.entry)),
);

/** A value of a field before and after an act; null where it was or is empty. */
export interface FieldChange {
  readonly recordId: string;
  readonly systemId: string | null;
  readonly field: string;
  readonly before: StoredValue | null;
  readonly after: StoredValue | null;
}

/** What one act did to a record. */
export interface HistoryEntry {
  /** The entry's number, as text: what a page of history is read on from. */
  readonly id: string;
  readonly recordId: string;
  readonly entry: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly act: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly operation: string;
  readonly version: number;
  readonly changes: readonly FieldChange[];
}

/** All that was done to a record, in order, as far as this viewer may see what it said at the time: one statement for all records that are asked about together. */
export async function historyOf(context: Context, kinds: ReadonlyMap<string, RecordKind>, id: string): Promise<readonly HistoryEntry[]> {
  const { ledger, number: until } = context.moment;
  return loaderFor(context, ofRecords, (_, ids) => {
    const rows = grouped(ofRecords.all(ledger, { ids: JSON.stringify(ids), until }).map((row) => ({ ...row, ...readable(ledger, row) })), (row) => row.recordId);
    return ids.map((each) => history(context, kinds, rows.get(each) ?? []));
  }).load(id);
}

function history(context: Context, kinds: ReadonlyMap<string, RecordKind>, rows: readonly Written[]): readonly HistoryEntry[] {
  let before: StoredRecord | null = null;
  return rows.flatMap((row) => {
    const kind = kinds.get(row.type);
    const after = asToday(kinds, asChange(row), row.recordId);
    const isSeen = kind !== undefined && (isAudited(context.viewer, kind) || [before, after].every((version) => version === null || wasOpenTo(context, kind, version)));
    const { recordId, entry, at, recordedAt, act, actor, reason, operation, version } = row;
    const changed = kind === undefined ? [] : differences(kind, recordId, { before, after });
    before = after;
    return isSeen ? [{ id: String(entry), recordId, entry, at, recordedAt, act: knownAct(act), actor, reason, operation, version, changes: changed }] : [];
  });
}

/** What a change says of the record in the shape of today. */
function asToday(kinds: ReadonlyMap<string, RecordKind>, change: Change, id: string): StoredRecord | null {
  return upgraded(kinds, change).find((each) => each.id === id)?.record ?? null;
}

/** What is no field that an act is about; nor is what a secret is known by. */
const BESIDE: ReadonlySet<string> = new Set(["id", "version", "isExample", "fingerprint", "formerFingerprint"]);

function differences({ table }: RecordKind, recordId: string, { before, after }: { readonly before: StoredRecord | null; readonly after: StoredRecord | null }): FieldChange[] {
  const holder = after ?? before;
  const systemId = typeof holder?.["systemId"] === "string" ? holder["systemId"] : null;
  return storedColumns(table)
    .map(({ name }) => name)
    .filter((column) => !BESIDE.has(column) && !isSame(before?.[column], after?.[column]))
    .toSorted((a, b) => (fieldOf(a) < fieldOf(b) ? -1 : 1))
    .map((column) => ({ recordId, systemId, field: fieldOf(column), before: valueIn(table, column, before?.[column]), after: valueIn(table, column, after?.[column]) }));
}
