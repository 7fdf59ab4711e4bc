import { and, asc, desc, eq, lte, notExists, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/sqlite-core";
import { knownAct } from "../../../api/act/act-enum.ts";
import type { Context } from "../../../api/context.ts";
import { loaderFor } from "../../../api/loaders.ts";
import { fieldOf } from "../../../api/field.ts";
import { grouped } from "../../../kernel/grouped.ts";
import { query, statement, type RowOf } from "../../../ledger/graph.ts";
import { changes, citations, entries } from "../../../ledger/table.ts";

const act = { at: entries.at, recordedAt: entries.recordedAt, act: entries.act, actor: entries.actor, reason: entries.reason };
const cited = { position: citations.position, sourceId: citations.sourceId, cited: sql<string | null>`${citations.fields}`.as("cited"), line: citations.line, quote: citations.quote };

/** One citation of a record in one entry; an entry that cites nothing stands here once, without a source. */
const written = query
  .select({ recordId: changes.recordId, entry: changes.entry, changed: sql<string>`${changes.fields}`.as("changed"), ...act, ...cited })
  .from(changes)
  .innerJoin(entries, eq(entries.number, changes.entry))
  .leftJoin(citations, and(eq(citations.recordId, changes.recordId), eq(citations.entry, changes.entry)));

type Written = RowOf<typeof written>;

/** The same of an entry that leaves the record as it is, and says where what stands in it is written. */
const supported = query
  .select({ recordId: citations.recordId, entry: citations.entry, changed: sql<string>`'[]'`.as("changed"), ...act, ...cited })
  .from(citations)
  .innerJoin(entries, eq(entries.number, citations.entry))
  .where(and(
    sql`${citations.recordId} in (select value from json_each(${sql.placeholder("ids")}))`, lte(citations.entry, sql.placeholder("until")),
    notExists(query.select({ entry: changes.entry }).from(changes).where(and(eq(changes.entry, citations.entry), eq(changes.recordId, citations.recordId)))),
  ));

const byRecord = statement(
  unionAll(
    written.where(and(sql`${changes.recordId} in (select value from json_each(${sql.placeholder("ids")}))`, lte(changes.entry, sql.placeholder("until")))),
    supported,
  ).orderBy(desc(sql.identifier("entry")), asc(sql.identifier("position"))),
);

/** Where a record comes from, as the schema gives it out: fields by their names there. */
export interface Provenance extends Omit<Written, "changed" | "cited" | "position"> {
  readonly changedFields: readonly string[];
  readonly supports: readonly string[];
}

/** Every citation of a record, newest entry first: one statement for all records that are asked about together. */
export async function provenanceOf(context: Context, recordId: string): Promise<readonly Provenance[]> {
  const { ledger, number: until } = context.moment;
  return loaderFor(context, byRecord, (_, ids) => {
    const asked = { ids: JSON.stringify(ids), until };
    const rows = grouped(byRecord.all(ledger, asked), (row) => row.recordId);
    return ids.map((id) => (rows.get(id) ?? []).map(asProvenance));
  }).load(recordId);
}

/**
 * The citations of the act that last set a field: those that name it, or else those of the record as a whole; and before them
 * those by which somebody supported it since. Where none has set it, of the act that last cited a source for that.
 */
export function provenanceOfField(all: readonly Provenance[], field: string): readonly Provenance[] {
  const last = all.find(({ changedFields }) => changedFields.includes(field)) ?? all.find(({ supports }) => supports.includes(field));
  const there = all.filter((provenance) => provenance.entry === last?.entry);
  const naming = there.filter((provenance) => provenance.supports.includes(field));
  const since = all.filter(({ entry, changedFields, supports }) => entry > (last?.entry ?? 0) && changedFields.length === 0 && supports.includes(field));
  return [...since, ...(naming.length > 0 ? naming : there.filter((provenance) => provenance.supports.length === 0))];
}

/** What supports a value that the viewer is not shown is given out without the words that say it. */
export function withoutWords(provenance: Provenance, withheld: readonly string[]): Provenance {
  const says = withheld.length > 0 && (provenance.supports.length === 0 || provenance.supports.some((field) => withheld.includes(field)));
  return says ? { ...provenance, quote: null } : provenance;
}

/** Field by field: as a copy of the rest of a row it takes several times the memory, and is let go only when all memory is looked through. */
function asProvenance({ recordId, entry, changed, at, recordedAt, act, actor, reason, sourceId, cited, line, quote }: Written): Provenance {
  return { recordId, entry, at, recordedAt, act: knownAct(act), actor, reason, sourceId, line, quote, changedFields: names(changed), supports: cited === null ? [] : names(cited) };
}

function names(text: string): string[] {
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.map((column) => fieldOf(String(column))) : [];
}
