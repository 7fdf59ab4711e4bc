import { sql } from "drizzle-orm";
import { columnsOf, tableStatement, type Graph } from "../../../ledger/graph.ts";
import { webhooks } from "./table.ts";

export type WebhookRow = typeof webhooks.$inferSelect;

const every = tableStatement<WebhookRow>(webhooks, sql`select ${columnsOf(webhooks)} from ${webhooks} order by ${webhooks.id}`);
const ofOwner = tableStatement<WebhookRow>(webhooks, sql`select ${columnsOf(webhooks)} from ${webhooks} where ${webhooks.accountId} = ${sql.placeholder("owner")} or ${webhooks.keyId} = ${sql.placeholder("owner")} order by ${webhooks.id}`);
const one = tableStatement<WebhookRow>(webhooks, sql`select ${columnsOf(webhooks)} from ${webhooks} where ${webhooks.id} = ${sql.placeholder("id")}`);

export function allWebhooks(graph: Graph): WebhookRow[] {
  return every.all(graph);
}

/** Those of an account or a key, ended ones included. */
export function webhooksOf(graph: Graph, owner: string): WebhookRow[] {
  return ofOwner.all(graph, { owner });
}

export function webhookWith(graph: Graph, id: string): WebhookRow | null {
  return one.first(graph, { id }) ?? null;
}

/** The account or key whose a webhook is. */
export function ownerOf({ accountId, keyId }: WebhookRow): string {
  return accountId ?? keyId ?? "";
}
