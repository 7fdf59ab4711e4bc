import { reading, type Context } from "../../../api/context.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import { isAllowed, keptGrantsOfAccount, keptGrantsOfKey } from "../access/loaders.ts";
import { isHeld } from "../access/rules.ts";
import type { WebhookFilter } from "./inputs.ts";
import { allWebhooks, ownerOf, type WebhookRow } from "./store.ts";
import { webhookKind } from "./table.ts";

/** Which webhooks a viewer is given: their own, and those of whoever holds a role within what they answer for. There are few, so they are judged one by one. */
export class SeenWebhooks {
  private readonly kinds: ReadonlyMap<string, RecordKind>;

  constructor(kinds: readonly RecordKind[]) {
    this.kinds = new Map(kinds.map((kind) => [kind.prefix, kind]));
  }

  async among(context: Context, { status, owner, system }: WebhookFilter): Promise<WebhookRow[]> {
    if (context.viewer.accountId === null) return [];
    const wanted = allWebhooks(reading(context)).filter((row) => (status?.includes(row.status) ?? true) && (owner === null || owner === undefined || ownerOf(row) === owner));
    const seen = await Promise.all(wanted.map(async (row) => (await isAllowed(context, this.kinds, { act: "webhook:read", kind: webhookKind, row: { ...row } })) && isOf(context, row, system)));
    return wanted.filter((_, index) => seen[index]);
  }
}

/** Whether its owner holds a role today in a system that the viewer may see; always where none is asked for. */
async function isOf(context: Context, { accountId, keyId }: WebhookRow, system: string | null | undefined): Promise<boolean> {
  if (system === null || system === undefined) return true;
  const grants = await (accountId === null ? keptGrantsOfKey(context, keyId ?? "") : keptGrantsOfAccount(context, accountId));
  return grants.some((grant) => grant.inSystemId === system && isHeld(grant, context.today)) && (await placeById(context, system)) !== null;
}
