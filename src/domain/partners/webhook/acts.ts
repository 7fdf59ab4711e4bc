import type { Act } from "../../../api/access/act.ts";
import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import { notFound } from "../../../api/act/not-found.ts";
import { isId } from "../../../kernel/identity.ts";
import { accessKeyKind } from "../access/table.ts";
import type { AmendWebhookInput, CreateWebhookInput, RotateWebhookSecretInput } from "./act-inputs.ts";
import { amendWebhook, createWebhook, endWebhook, pauseWebhook, resumeWebhook, rotateSecret, type Owner } from "./decisions.ts";
import { webhooksOf, type WebhookRow } from "./store.ts";
import { webhookKind } from "./table.ts";

/** What people do with webhooks: each asks before it says that something is not there. */
export const webhookActs = {
  create(draft: ActDraft, webhook: CreateWebhookInput, fingerprint: string, known: readonly string[], path: Path): string {
    const id = draft.viewer.accountId ?? "";
    const owner: Owner = isId(id, accessKeyKind.prefix) ? { keyId: id } : { accountId: id };
    draft.demand(webhookKind, owner, "webhook:create");
    const made = createWebhook(webhook, owner, fingerprint, known, webhooksOf(draft.graph, id), draft.today);
    draft.demand(webhookKind, made.fields, "webhook:create");
    // Whoever acts may point at themselves.
    draft.vouch(id);
    return draft.create(webhookKind, made, path);
  },

  amend(draft: ActDraft, { id, expectedVersion, ...sent }: AmendWebhookInput, known: readonly string[], path: Path): string {
    const webhook = asked(draft, id, "webhook:amend", path);
    const edits = draft.merge(webhookKind, id, expectedVersion, valuesOf(webhookKind, sent), path);
    draft.change(webhookKind, id, amendWebhook(webhook, edits, { id, expectedVersion, ...sent }, known), path);
    return id;
  },

  pause(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    const webhook = asked(draft, id, "webhook:pause", path);
    draft.unchanged(webhookKind, id, expectedVersion, ["status"], path);
    draft.change(webhookKind, id, pauseWebhook(webhook, "ASKED", draft.today), path);
    return id;
  },

  resume(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    const webhook = asked(draft, id, "webhook:resume", path);
    draft.unchanged(webhookKind, id, expectedVersion, ["status"], path);
    draft.change(webhookKind, id, resumeWebhook(webhook, draft.today), path);
    return id;
  },

  rotate(draft: ActDraft, { id, expectedVersion, overlapHours }: RotateWebhookSecretInput, fingerprint: string, now: Date, path: Path): string {
    const webhook = asked(draft, id, "webhook:rotate-secret", path);
    draft.unchanged(webhookKind, id, expectedVersion, ["fingerprint"], path);
    draft.change(webhookKind, id, rotateSecret(webhook, fingerprint, overlapHours, now), path);
    return id;
  },

  end(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    const webhook = asked(draft, id, "webhook:end", path);
    draft.unchanged(webhookKind, id, expectedVersion, ["status"], path);
    draft.change(webhookKind, id, endWebhook(webhook, draft.today), path);
    return id;
  },
};

/** The webhook to which something is done, once it is known that whoever asks may. */
export function asked(draft: ActDraft, id: string, act: Act, path: Path): WebhookRow {
  const webhook = draft.read(webhookKind, id);
  draft.demand(webhookKind, { ...webhook }, act);
  if (webhook === null) draft.refuse([notFound(webhookKind, id, [...path, "id"])]);
  return webhook;
}
