import { getTableColumns, sql, type Column, type SQL } from "drizzle-orm";
import type { RecordTable } from "../../api/loaders.ts";
import { PEOPLE } from "../../api/value/small-number.ts";
import { storedColumns } from "../../ledger/graph.ts";
import { valueKindOf, type ValueKind } from "../../ledger/value-kind.ts";
import { claims } from "../claim/table.ts";
import { sources } from "../foundation/source/table.ts";

/** Something that can be found of a record: in one of its fields, or in the record as a whole where there is no column. It holds no values that differ from reading to reading. */
export interface Test {
  readonly column: string | null;
  readonly holds: SQL;
}

/** Fields of which nobody knows the value, because nobody has looked. */
export function unknownIn(table: RecordTable): Test[] {
  return fieldsOf(table).map((column) => ({ column: column.name, holds: sql`${statusIn(table, column)} = 'UNKNOWN'` }));
}

/** Fields on which sources contradict each other, and claims that contradict another. */
export function conflictingIn(table: RecordTable): Test[] {
  const inFields = fieldsOf(table).map((column) => ({ column: column.name, holds: sql`${statusIn(table, column)} = 'CONFLICTING'` }));
  return table === claims ? [...inFields, { column: null, holds: sql`${claims.status} = 'CONFLICTING'` }] : inFields;
}

/** Dates that are ranges, are told relative to another, estimated or inferred, and counts that are not exact. Of a small count of people nothing is told: it may be withheld. What is small stands in `small`. */
export function impreciseIn(table: RecordTable): Test[] {
  return fieldsOf(table).flatMap((column) => {
    const holds = isImprecise[valueKindOf(column)]?.(column);
    return holds === undefined ? [] : [{ column: column.name, holds }];
  });
}

const isImprecise: { readonly [Kind in ValueKind]?: (column: Column) => SQL } = {
  PARTIAL_DATE: (column) => sql`(${part(column, "precision")} in ('RANGE', 'RELATIVE') or ${part(column, "qualifier")} in ('ESTIMATED', 'INFERRED'))`,
  QUANTITY: (column) => sql`(${part(column, "operator")} not in ('EXACT', 'UNKNOWN') and not ${isSmallCount(column)})`,
};

/** Questions that no source answers. */
export function openIn(table: RecordTable): Test[] {
  return table === claims ? [{ column: null, holds: sql`${claims.status} = 'OPEN'` }] : [];
}

/** What is only somebody's word: claims without evidence, and whatever rests on one. */
export function claimedIn(table: RecordTable): Test[] {
  if (table === claims) return [{ column: null, holds: sql`${claims.status} = 'CLAIMED'` }];
  const { basis } = getTableColumns(table);
  return basis === undefined ? [] : [{ column: basis.name, holds: sql`${basis} = 'CLAIMED'` }];
}

/** Records that no act has ever cited a source for; the ids of the others stand in `cited`. A source is not looked at: it is what is cited. */
export function uncitedIn(table: RecordTable): Test[] {
  return table === sources ? [] : [{ column: null, holds: sql`${table.id} not in cited` }];
}

const IDENTITY = new Set(["id", "version", "audience", "systemId", "gaps", "isExample"]);

/** What a record says: its columns without those that every record has. */
export function fieldsOf(table: RecordTable): Column[] {
  return storedColumns(table).filter(({ name }) => !IDENTITY.has(name));
}

/** Columns that hold a date, an amount, a count or a list. */
function valuesOf(table: RecordTable): Column[] {
  return fieldsOf(table).filter((column) => OF_PARTS.has(valueKindOf(column)));
}

const OF_PARTS: ReadonlySet<ValueKind> = new Set<ValueKind>(["PARTIAL_DATE", "MONEY", "QUANTITY", "WORD_LIST"]);

/** Whether a field has a value, and if not, why: `statusOf` a value, in SQL; null for a plain value that is there. */
export function statusIn(table: RecordTable, column: Column): SQL {
  const gap = sql`coalesce(json_extract(${getTableColumns(table)["gaps"]}, ${path(column.name)}), 'UNKNOWN')`;
  if (!valuesOf(table).includes(column)) return sql`(case when ${column} is null then ${gap} end)`;
  return sql`(case when ${column} is null or ${column} = '[]' then ${gap} else ${part(column, "status")} end)`;
}

function isSmallCount(column: Column): SQL {
  const units = sql.raw([...PEOPLE].map((unit) => `'${unit}'`).join(", "));
  return sql`(${part(column, "unit")} in (${units}) and coalesce(${part(column, "value")} < (select least from small), 0))`;
}

function part(column: Column, name: string): SQL {
  return sql`json_extract(${column}, ${path(name)})`;
}

function path(name: string): SQL {
  return sql.raw(`'$.${name}'`);
}
