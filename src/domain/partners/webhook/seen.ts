import { judged } from "../../../api/act/judged.ts";
import { walkedTogether } from "../../../api/act/walked.ts";
import { reading, type Context } from "../../../api/context.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { permissions } from "../access/permissions.ts";
import type { WebhookFilter } from "./inputs.ts";
import { allWebhooks, ownerOf, type WebhookRow } from "./store.ts";
import { webhookKind } from "./table.ts";

/** Which webhooks a viewer is given: their own, and those of whoever holds a role within what they answer for. There are few, so they are judged one by one. */
export class SeenWebhooks {
  private readonly kinds: ReadonlyMap<string, RecordKind>;

  constructor(kinds: readonly RecordKind[]) {
    this.kinds = new Map(kinds.map((kind) => [kind.prefix, kind]));
  }

  async among(context: Context, { status, owner }: WebhookFilter): Promise<WebhookRow[]> {
    if (context.viewer.accountId === null) return [];
    const wanted = allWebhooks(reading(context)).filter((row) => (status?.includes(row.status) ?? true) && (owner === null || owner === undefined || ownerOf(row) === owner));
    const seen = await Promise.all(wanted.map(async (row) => this.isFor(context, row)));
    return wanted.filter((_, index) => seen[index]);
  }

  async isFor(context: Context, row: WebhookRow): Promise<boolean> {
    const verdict = await walkedTogether(context, judged({ permissions, kinds: this.kinds, viewer: context.viewer }, { act: "webhook:read", kind: webhookKind, row: { ...row } }));
    return verdict.allowed;
  }
}
