import { and, sql, type SQL } from "drizzle-orm";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { visible } from "../../api/access/audience.ts";
import { reading, type Context } from "../../api/context.ts";
import type { RecordTable } from "../../api/loaders.ts";
import { fieldOf } from "../../api/field.ts";
import { kindIn, type RecordKind } from "../../ledger/concept.ts";
import { query, statement } from "../../ledger/graph.ts";
import { citations } from "../../ledger/table.ts";
import { ofSystem } from "../foundation/place/store.ts";
import type { Test } from "./quality-tests.ts";
import { inScopeOfAll, type Scope } from "./scope.ts";

export type Kinds = readonly RecordKind<RecordTable>[];

/** A record of which something was found, and in which of its fields; in none where it is the record as a whole. */
export interface Finding {
  readonly id: string;
  readonly type: string;
  readonly fields: readonly string[];
}

/** What tests look for in the records of all kinds: written once, for every reading. */
export interface Check {
  readonly tables: readonly RecordTable[];
  readonly kinds: readonly { readonly type: string; readonly table: RecordTable; readonly found: SQL }[];
}

const WHOLE = "*";
const dialect = new SQLiteSyncDialect();

export function checkOf(kinds: Kinds, testsOf: (table: RecordTable) => readonly Test[]): Check {
  const tested = kinds.map(({ type, table }) => ({ type, table, tests: testsOf(table) })).filter(({ tests }) => tests.length > 0);
  return {
    tables: kinds.map(({ table }) => table),
    kinds: tested.map(({ type, table, tests }) => {
      const found = sql.join(tests.map(({ column, holds }) => sql`case when ${holds} then ${sql.raw(`'${column ?? WHOLE} '`)} else '' end`), sql` || `);
      return { type, table, found: sql.raw(dialect.sqlToQuery(found).sql) };
    }),
  };
}

/** What a check finds in the records of a scope that the viewer may see: one statement over all kinds, which begins with what the check needs. */
export function findings(context: Context, check: Check, scope: Scope, ...needs: readonly SQL[]): Finding[] {
  const { sql: text, params } = dialect.sqlToQuery(sql`with ${finding(context, check, scope, needs)} select * from "findings" where "found" <> ''`);
  return reading(context).run(text, params).map((row) => ({ id: String(row["id"]), type: String(row["type"]), fields: fieldsIn(String(row["found"])) }));
}

/** In how many records it finds something, type by type; with what else tells a `type` and how many, such as what is kept. */
export function countsOf(context: Context, check: Check, scope: Scope, told: readonly SQL[], ...needs: readonly SQL[]): ReadonlyMap<string, number> {
  const parts = [sql`select "type", 1 as "n" from "findings" where "found" <> ''`, ...told];
  const { sql: text, params } = dialect.sqlToQuery(sql`with ${finding(context, check, scope, needs)} select "type", sum("n") as "n" from (${sql.join(parts, sql` union all `)}) group by "type"`);
  return new Map(reading(context).run(text, params).map((row) => [String(row["type"]), Number(row["n"])]));
}

function finding(context: Context, { tables, kinds }: Check, scope: Scope, needs: readonly SQL[]): SQL {
  const { parts, holds } = inScopeOfAll(context, tables, scope);
  const perKind = kinds.map(
    ({ type, table, found }) => sql`select ${table.id} as "id", ${sql.raw(`'${type}'`)} as "type", ${found} as "found" from ${table} where ${and(visible(context.viewer, table), holds(table))}`,
  );
  // Worked out first, what is found is written once in the statement: taken apart by SQLite it would stand there twice, and take three times as long to prepare.
  return sql.join([...needs, ...parts, sql`"findings" as materialized (${sql.join(perKind, sql` union all `)})`], sql`, `);
}

function fieldsIn(found: string): string[] {
  return found.trim().split(" ").filter((column) => column !== WHOLE).map(fieldOf);
}

const citedIds = statement(query.selectDistinct({ recordId: citations.recordId }).from(citations).where(sql`${citations.entry} <= ${sql.placeholder("until")}`));

/** The ids of all records for which a source was ever cited, as a check needs them. The ledger need not lie where the graph does. */
export function cited({ moment: { ledger, number: until } }: Context): SQL {
  const ids = citedIds.all(ledger, { until }).map(({ recordId }) => recordId);
  return sql`cited as materialized (select value from json_each(${JSON.stringify(ids)}))`;
}

/** Tells less of each type by how many of its records a source was ever cited for: of a system, where one is given. It takes `cited`. */
export function lessCited(context: Context, tables: readonly RecordTable[], { system }: Scope): SQL[] {
  return tables.map((table) =>
    sql`select ${sql.raw(`'${kindIn(table).type}'`)} as "type", -count(*) as "n" from cited cross join ${table} on ${table.id} = cited.value where ${and(visible(context.viewer, table), ofSystem(context, table, system))}`);
}

/** The count of people from which on anybody may have it, as a check needs it. */
export function small({ smallNumber }: Context): SQL {
  return sql`small as materialized (select ${smallNumber} as least)`;
}
