import { sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { judged } from "../../../api/act/judged.ts";
import { walkedTogether } from "../../../api/act/walked.ts";
import { reading, type Context } from "../../../api/context.ts";
import { loaderFor, type Many, type One, type RecordTable } from "../../../api/loaders.ts";
import type { Question } from "../../../api/access/permission.ts";
import { grouped } from "../../../kernel/grouped.ts";
import { columnsOf, tableStatement } from "../../../ledger/graph.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { permissions } from "./permissions.ts";
import { accessKeys, accounts, roleGrants } from "./table.ts";

/** Records that are withheld, by a column, whoever may see them: whoever calls these decides that. */
export function kept<Table extends RecordTable>(table: Table, column: AnySQLiteColumn): Many<Table["$inferSelect"]> {
  type Row = Table["$inferSelect"];
  const rows = tableStatement<Row & { readonly id: string; readonly key: string }>(table, sql`select ${columnsOf(table)}, ${column} as "key" from ${table} where ${column} in (select value from json_each(${sql.placeholder("keys")})) order by ${table.id}`);
  const batch = (context: Context, keys: readonly string[]): (readonly Row[])[] => {
    const found = grouped(rows.all(reading(context), { keys: JSON.stringify(keys) }), ({ key }) => key);
    return keys.map((key) => found.get(key) ?? []);
  };
  return async (context, key) => loaderFor(context, rows, batch).load(key);
}

/** Whether the viewer may do something, by the table of permissions. */
export async function isAllowed(context: Context, kinds: ReadonlyMap<string, RecordKind>, question: Question): Promise<boolean> {
  const { allowed } = await walkedTogether(context, judged({ permissions, kinds, viewer: context.viewer }, question));
  return allowed;
}

export function only<Row>(many: Many<Row>): One<Row> {
  return async (context, id) => (id === null ? null : ((await many(context, id))[0] ?? null));
}

export const keptAccountById = only(kept(accounts, accounts.id));
export const keptAccessKeyById = only(kept(accessKeys, accessKeys.id));
export const keptRoleGrantById = only(kept(roleGrants, roleGrants.id));
export const keptGrantsOfAccount = kept(roleGrants, roleGrants.accountId);
export const keptGrantsOfKey = kept(roleGrants, roleGrants.keyId);
