import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import { Problems } from "../../../api/act/ruled.ts";
import { asked } from "./acts.ts";
import type { Delivery } from "./delivery.ts";
import type { Task } from "./progress.ts";
import type { RedeliverWebhookInput, TestWebhookInput } from "./sending-inputs.ts";

/** A test can be sent as long as the webhook has not ended. */
export function testing(draft: ActDraft, { id }: TestWebhookInput, path: Path): Task {
  const { status, since } = asked(draft, id, "webhook:test", path);
  const wrong = new Problems();
  wrong.when(status === "ENDED", "NOT_ALLOWED_NOW", `This webhook ended on ${since}: nothing is sent to it any more.`);
  wrong.refuse();
  return { kind: "TEST" };
}

/** What was sent can be sent again while the webhook is active: one thing that is remembered, or what stands between two entries that there are. `delivery` is what is remembered of the one that is named. */
export function redelivery(draft: ActDraft, { id, delivery: deliveryId, fromEntry, toEntry }: RedeliverWebhookInput, { delivery, head }: { readonly delivery: Delivery | null; readonly head: number }, path: Path): Task {
  const { status } = asked(draft, id, "webhook:redeliver", path);
  const wrong = new Problems();
  wrong.when(status !== "ACTIVE", "NOT_ALLOWED_NOW", `Nothing is sent to a webhook that is ${status === "PAUSED" ? "paused: resume it first" : "ended"}.`);
  const isOne = typeof deliveryId === "string";
  wrong.when(isOne === (typeof fromEntry === "number"), "RULE", "Name one delivery, or the entry from which on. Not both.", ["delivery"]);
  wrong.when(isOne && typeof toEntry === "number", "RULE", "toEntry goes with fromEntry.", ["toEntry"]);
  const [from, to] = [fromEntry ?? 1, toEntry ?? head];
  wrong.when(from < 1 || from > head, "RULE", `There are entries 1 to ${head}.`, ["fromEntry"]);
  wrong.when(to < from || to > head, "RULE", `Up to an entry from ${from} to ${head}.`, ["toEntry"]);
  wrong.when(isOne && delivery === null, "NOT_FOUND", "This webhook has no such delivery, or it is older than what is remembered. Name the entries from which and to which instead.", ["delivery"]);
  wrong.when(delivery?.occasion === "TEST", "RULE", "A test is not sent again: testWebhook sends another.", ["delivery"]);
  if (wrong.all().length > 0) draft.refuse(wrong.all(), path);
  if (delivery?.due !== null && delivery?.due !== undefined) return { kind: "DUE", due: delivery.due };
  if (delivery !== null && delivery.place !== null) return { kind: "REDELIVERY", place: { entry: delivery.place.entry - 1, within: null }, from: delivery.place, until: delivery.place };
  return { kind: "REDELIVERY", place: { entry: from - 1, within: null }, from: { entry: from - 1, within: null }, until: { entry: to, within: null } };
}
