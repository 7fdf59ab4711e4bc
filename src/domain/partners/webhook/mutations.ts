import { Arg, Args, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting, signedIn } from "../../../api/act/acting.ts";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { PayloadInterface, payloadOf, type Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { AmendWebhookInput, CreateWebhookInput, RotateWebhookSecretInput } from "./act-inputs.ts";
import { webhookActs } from "./acts.ts";
import { eventTypes } from "./event-types.ts";
import { keptWebhookById } from "./loaders.ts";
import { dropSecret, keepSecret, newWebhookSecret } from "./secret.ts";
import type { WebhookRow } from "./store.ts";
import { webhookKind } from "./table.ts";
import { WebhookType } from "./type.ts";

const WebhookPayload = payloadOf("Webhook", "webhook", () => WebhookType);

@ObjectType("WebhookSecretPayload", { implements: PayloadInterface, description: "What came of making a webhook, or a new secret for one." })
class WebhookSecretPayload extends PayloadInterface {
  @Field(() => WebhookType, { name: "webhook", nullable: true, description: "The webhook. Null where there are problems." })
  declare readonly record: unknown;

  @Field(() => String, { nullable: true, description: "The secret by which the receiver knows that a message is from here: here and never again. Null where nothing was written, and where the act is a repeat." })
  declare readonly secret: string | null;
}

type Told = Payload<WebhookRow> & { readonly secret: string | null };

const answer = { kind: webhookKind, load: keptWebhookById };

/** The class that does what people do with webhooks, among these kinds of record. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
export function webhookMutations(kinds: readonly RecordKind[]): Function {
  const known = eventTypes(kinds).map(({ name }) => name);

  @Resolver()
  class WebhookMutations {
    @Mutation(() => WebhookSecretPayload, { description: "Has an address told of what is done from now on, as whoever asks may see it when it is sent. The answer holds the secret: keep it, for it is not shown again." })
    async createWebhook(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("webhook", () => CreateWebhookInput, { description: "Where to, and of what." }) webhook: CreateWebhookInput): Promise<Told> {
      return withNewSecret(context, args, (fingerprint) => acting(context, { name: "webhook:create", args, sent: webhook, ...answer }, (draft) => webhookActs.create(draft, webhook, fingerprint, known, ["webhook"])));
    }

    @Mutation(() => WebhookPayload, { description: "Sets right where a webhook sends, of what it is told, and what it is for. Only its owner does." })
    async amendWebhook(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("webhook", () => AmendWebhookInput, { description: "Which, and what is to be otherwise." }) webhook: AmendWebhookInput): Promise<Payload<WebhookRow>> {
      return acting(context, { name: "webhook:amend", args, sent: webhook, ...answer }, (draft) => webhookActs.amend(draft, webhook, known, ["webhook"]));
    }

    @Mutation(() => WebhookPayload, { description: "Has a webhook told of nothing for now. Nothing is lost: it goes on where it was once it is resumed." })
    async pauseWebhook(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("webhook", () => RecordAsReadInput, { description: "Which." }) webhook: RecordAsReadInput): Promise<Payload<WebhookRow>> {
      return acting(context, { name: "webhook:pause", args, sent: webhook, ...answer }, (draft) => webhookActs.pause(draft, webhook, ["webhook"]));
    }

    @Mutation(() => WebhookPayload, { description: "Has a paused webhook told again: of all that was done in between, in order, beginning at once. Only its owner does." })
    async resumeWebhook(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("webhook", () => RecordAsReadInput, { description: "Which." }) webhook: RecordAsReadInput): Promise<Payload<WebhookRow>> {
      return acting(context, { name: "webhook:resume", args, sent: webhook, ...answer }, (draft) => webhookActs.resume(draft, webhook, ["webhook"]));
    }

    @Mutation(() => WebhookSecretPayload, { description: "Makes a new secret for a webhook. The answer holds it: keep it, for it is not shown again. For a while messages carry signatures with both. Only its owner does." })
    async rotateWebhookSecret(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("webhook", () => RotateWebhookSecretInput, { description: "Which, and how long the old one still signs." }) webhook: RotateWebhookSecretInput): Promise<Told> {
      const now = new Date();
      return withNewSecret(context, args, (fingerprint) => acting(context, { name: "webhook:rotate-secret", args, sent: webhook, ...answer }, (draft) => webhookActs.rotate(draft, webhook, fingerprint, now, ["webhook"])));
    }

    @Mutation(() => WebhookPayload, { description: "Ends a webhook for ever. What was not sent yet never is." })
    async endWebhook(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("webhook", () => RecordAsReadInput, { description: "Which." }) webhook: RecordAsReadInput): Promise<Payload<WebhookRow>> {
      return acting(context, { name: "webhook:end", args, sent: webhook, ...answer }, (draft) => webhookActs.end(draft, webhook, ["webhook"]));
    }
  }
  return WebhookMutations;
}

/** Does an act with a new secret. It is kept before the act is written, so that none that is written stands without; and dropped where nothing is. */
async function withNewSecret(context: Context, { dryRun }: ActArgs, act: (fingerprint: string) => Promise<Payload<WebhookRow>>): Promise<Told> {
  const { ledger: { drawers } } = signedIn(context);
  const { secret, fingerprint } = newWebhookSecret();
  if (dryRun) return { ...(await act(fingerprint)), secret: null };
  await keepSecret(drawers, { secret, fingerprint });
  let isWritten = false;
  try {
    const payload = await act(fingerprint);
    isWritten = payload.entry !== null && !payload.isRepeat;
    return { ...payload, secret: isWritten ? secret : null };
  } finally {
    if (!isWritten) await dropSecret(drawers, fingerprint);
  }
}
