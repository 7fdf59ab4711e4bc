import { londonDay } from "../../kernel/day.ts";
import type { Act } from "../../api/access/act.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { webhookKind, type pauseReasons } from "../../domain/partners/webhook/table.ts";

export type PauseReason = (typeof pauseReasons)[number];

/** Pauses a webhook because nothing more can be sent to it, as an act that stands in the history; not where somebody has changed it in the meantime. */
export async function stopWebhook(ledger: Ledger, id: string, version: number, why: PauseReason, now: Date): Promise<void> {
  await ledger.commit({ name: "webhook:stop" satisfies Act, actor: "webhooks" }, (draft) => {
    const webhook = draft.read(webhookKind, id);
    if (webhook?.["version"] !== version || webhook["status"] !== "ACTIVE") return;
    draft.change(webhookKind, id, { status: "PAUSED", pausedFor: why, since: londonDay(now) });
  });
}
