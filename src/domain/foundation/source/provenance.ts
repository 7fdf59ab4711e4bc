import { and, asc, desc, eq, lte, sql } from "drizzle-orm";
import { knownAct } from "../../../api/act/act-enum.ts";
import type { Context } from "../../../api/context.ts";
import { loaderFor } from "../../../api/loaders.ts";
import { fieldOf } from "../../../api/field.ts";
import { grouped } from "../../../kernel/grouped.ts";
import { query, statement, type RowOf } from "../../../ledger/graph.ts";
import { changes, citations, entries } from "../../../ledger/table.ts";

/** One citation of a record in one entry; an entry that cites nothing stands here once, without a source. */
const written = query
  .select({
    recordId: changes.recordId, entry: changes.entry, changed: sql<string>`${changes.fields}`.as("changed"), at: entries.at, recordedAt: entries.recordedAt,
    act: entries.act, actor: entries.actor, reason: entries.reason,
    sourceId: citations.sourceId, cited: sql<string | null>`${citations.fields}`.as("cited"), line: citations.line, quote: citations.quote,
  })
  .from(changes)
  .innerJoin(entries, eq(entries.number, changes.entry))
  .leftJoin(citations, and(eq(citations.recordId, changes.recordId), eq(citations.entry, changes.entry)));

type Written = RowOf<typeof written>;

const byRecord = statement(
  written
    .where(and(sql`${changes.recordId} in (select value from json_each(${sql.placeholder("ids")}))`, lte(changes.entry, sql.placeholder("until"))))
    .orderBy(desc(changes.entry), asc(citations.position)),
);

/** Where a record comes from, as the schema gives it out: fields by their names there. */
export interface Provenance extends Omit<Written, "changed" | "cited"> {
  readonly changedFields: readonly string[];
  readonly supports: readonly string[];
}

/** Every citation of a record, newest entry first: one statement for all records that are asked about together. */
export async function provenanceOf(context: Context, recordId: string): Promise<readonly Provenance[]> {
  const { ledger, number: until } = context.moment;
  return loaderFor(context, byRecord, (_, ids) => {
    const rows = grouped(byRecord.all(ledger, { ids: JSON.stringify(ids), until }), (row) => row.recordId);
    return ids.map((id) => (rows.get(id) ?? []).map(asProvenance));
  }).load(recordId);
}

/**
 * The citations of the act that last set a field: those that name it, or else those of the record as a whole. Where none
 * has set it, of the act that last cited a source for that.
 */
export function provenanceOfField(all: readonly Provenance[], field: string): readonly Provenance[] {
  const last = all.find(({ changedFields }) => changedFields.includes(field)) ?? all.find(({ supports }) => supports.includes(field));
  const there = all.filter((provenance) => provenance.entry === last?.entry);
  const naming = there.filter((provenance) => provenance.supports.includes(field));
  return naming.length > 0 ? naming : there.filter((provenance) => provenance.supports.length === 0);
}

/** What supports a value that the viewer is not shown is given out without the words that say it. */
export function withoutWords(provenance: Provenance, withheld: readonly string[]): Provenance {
  const says = withheld.length > 0 && (provenance.supports.length === 0 || provenance.supports.some((field) => withheld.includes(field)));
  return says ? { ...provenance, quote: null } : provenance;
}

function asProvenance({ changed, cited, act, ...rest }: Written): Provenance {
  return { ...rest, act: knownAct(act), changedFields: names(changed), supports: cited === null ? [] : names(cited) };
}

function names(text: string): string[] {
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.map((column) => fieldOf(String(column))) : [];
}
