import { sql } from "drizzle-orm";
import { reading } from "../../../api/context.ts";
import { loaderFor, type One } from "../../../api/loaders.ts";
import { columnsOf, tableStatement } from "../../../ledger/graph.ts";
import type { WebhookRow } from "./store.ts";
import { webhooks } from "./table.ts";

const byIds = tableStatement<WebhookRow>(webhooks, sql`select ${columnsOf(webhooks)} from ${webhooks} where ${webhooks.id} in (select value from json_each(${sql.placeholder("ids")}))`);

/** A webhook by its id, whoever may see it: whoever calls this decides that. */
export const keptWebhookById: One<WebhookRow> = async (context, id) => {
  if (id === null) return null;
  return loaderFor(context, byIds, (from, ids) => {
    const found = new Map(byIds.all(reading(from), { ids: JSON.stringify(ids) }).map((row) => [row.id, row]));
    return ids.map((each) => found.get(each) ?? null);
  }).load(id);
};
