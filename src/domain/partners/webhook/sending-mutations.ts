import { Arg, Args, Ctx, Mutation, Resolver } from "type-graphql";
import type { Act } from "../../../api/access/act.ts";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting, signedIn } from "../../../api/act/acting.ts";
import { payloadOf, type Payload } from "../../../api/act/payload.ts";
import type { ActDraft } from "../../../api/act/act-draft.ts";
import type { Context } from "../../../api/context.ts";
import { deliveryWith } from "./delivery.ts";
import { keptWebhookById } from "./loaders.ts";
import { giveTask, type Task } from "./progress.ts";
import { RedeliverWebhookInput, TestWebhookInput } from "./sending-inputs.ts";
import { redelivery, testing } from "./sending.ts";
import type { WebhookRow } from "./store.ts";
import { webhookKind } from "./table.ts";
import { WebhookType } from "./type.ts";

const WebhookSendingPayload = payloadOf("WebhookSending", "webhook", () => WebhookType);

/** What is asked of the sending of webhooks, and is no history: it is judged as every act is, and then handed to whichever process sends. */
@Resolver()
export class WebhookSendingMutations {
  @Mutation(() => WebhookSendingPayload, { description: "Sends a webhook.test to a webhook's address, once, whether it is active or paused: deliveries tell what came of it. No entry is written. Only its owner does." })
  async testWebhook(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("webhook", () => TestWebhookInput, { description: "Which." }) webhook: TestWebhookInput): Promise<Payload<WebhookRow>> {
    return handing(context, args, { name: "webhook:test", sent: webhook, id: webhook.id }, (draft) => testing(draft, webhook, ["webhook"]));
  }

  @Mutation(() => WebhookSendingPayload, { description: "Sends a webhook again what it was sent before, or could have been: one delivery, or all from one entry to another, as far as its owner may see it now. Each message has the webhook-id that it had. What happens meanwhile is sent afterwards. No entry is written. Only its owner does." })
  async redeliverWebhook(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("webhook", () => RedeliverWebhookInput, { description: "Which, and what." }) webhook: RedeliverWebhookInput): Promise<Payload<WebhookRow>> {
    const { ledger } = signedIn(context);
    const { id, delivery: named } = webhook;
    const delivery = typeof named === "string" && named.startsWith(`${id}/`) ? await deliveryWith(ledger.drawers, named) : null;
    return handing(context, args, { name: "webhook:redeliver", sent: webhook, id }, (draft) => redelivery(draft, webhook, { delivery, head: ledger.head() }, ["webhook"]));
  }
}

/** Decides on what is asked as an act is decided, and writes none: what came of it is a task. */
async function handing(context: Context, args: ActArgs, { name, sent, id }: { readonly name: Act; readonly sent: unknown; readonly id: string }, decide: (draft: ActDraft) => Task): Promise<Payload<WebhookRow>> {
  const { ledger: { drawers } } = signedIn(context);
  let task: Task | null = null;
  const payload = await acting(context, { name, args: { dryRun: true, reason: args.reason ?? null, citations: args.citations ?? null }, sent, kind: webhookKind, load: keptWebhookById, of: id }, (draft) => {
    task = decide(draft);
    return id;
  });
  if (task !== null && payload.problems.length === 0 && !args.dryRun) await giveTask(drawers, id, task, new Date());
  return payload;
}
