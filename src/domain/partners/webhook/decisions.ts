import { Problems, type RuledFor } from "../../../api/act/ruled.ts";
import type { Day } from "../../../kernel/day.ts";
import { nearOf } from "../../../kernel/near.ts";
import { quoted } from "../../../kernel/quoted.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import type { AmendWebhookInput, CreateWebhookInput } from "./act-inputs.ts";
import { wrongAddress } from "./rules.ts";
import type { WebhookRow } from "./store.ts";
import type { pauseReasons, webhooks } from "./table.ts";

/** So many webhooks that have not ended one account or key has at most. */
const MOST = 20;

const LONGEST_OVERLAP_HOURS = 168;

/** Whose a webhook is to be. */
export type Owner = { readonly accountId: string } | { readonly keyId: string };

/** A webhook names an address that can be sent to, and what there is to be told of. `others` are its owner's. */
export function createWebhook({ address, description, types }: CreateWebhookInput, owner: Owner, fingerprint: string, known: readonly string[], others: readonly WebhookRow[], today: Day): RuledFor<typeof webhooks> {
  const wrong = new Problems();
  wrong.when(others.filter(({ status }) => status !== "ENDED").length >= MOST, "RULE", `There are ${MOST} webhooks of yours already. End one that is not needed first, or amend it.`);
  check(wrong, { address, types }, known);
  return { fields: { audience: "MEMBERS", ...owner, address, description: description ?? null, types: [...new Set(types ?? [])], status: "ACTIVE", since: today, fingerprint }, problems: wrong.all() };
}

/** What a webhook that has not ended says can be set right. */
export function amendWebhook(webhook: WebhookRow, edits: FieldValues, sent: AmendWebhookInput, known: readonly string[]): RuledFor<typeof webhooks> {
  const wrong = new Problems();
  ended(wrong, webhook);
  wrong.when(sent.address === null, "MISSING_FIELD", "A webhook needs an address.", ["address"]);
  check(wrong, sent, known);
  return { fields: { ...edits, ...(sent.types === null ? { types: [] } : {}) }, problems: wrong.all() };
}

/** Whatever is told of nothing for now; why, is kept with it. */
export function pauseWebhook(webhook: WebhookRow, why: (typeof pauseReasons)[number], today: Day): RuledFor<typeof webhooks> {
  const wrong = new Problems();
  ended(wrong, webhook);
  wrong.when(webhook.status === "PAUSED", "NOT_ALLOWED_NOW", "This webhook is paused already.");
  return { fields: { status: "PAUSED", pausedFor: why, since: today }, problems: wrong.all() };
}

export function resumeWebhook(webhook: WebhookRow, today: Day): RuledFor<typeof webhooks> {
  const wrong = new Problems();
  ended(wrong, webhook);
  wrong.when(webhook.status === "ACTIVE", "NOT_ALLOWED_NOW", "This webhook is not paused.");
  return { fields: { status: "ACTIVE", pausedFor: null, since: today }, problems: wrong.all() };
}

/** The old secret signs beside the new one for a while; one that was older signs no more. */
export function rotateSecret(webhook: WebhookRow, fingerprint: string, overlapHours: number, now: Date): RuledFor<typeof webhooks> {
  const wrong = new Problems();
  ended(wrong, webhook);
  wrong.when(!Number.isInteger(overlapHours) || overlapHours < 0 || overlapHours > LONGEST_OVERLAP_HOURS, "RULE", `Both secrets sign for 0 to ${LONGEST_OVERLAP_HOURS} hours.`, ["overlapHours"]);
  const former = overlapHours > 0 ? { formerFingerprint: webhook.fingerprint, formerEndsAt: new Date(now.getTime() + overlapHours * 3_600_000).toISOString() } : { formerFingerprint: null, formerEndsAt: null };
  return { fields: { fingerprint, ...former }, problems: wrong.all() };
}

/** What has ended stays so. */
export function endWebhook(webhook: WebhookRow, today: Day): RuledFor<typeof webhooks> {
  const wrong = new Problems();
  ended(wrong, webhook);
  return { fields: { status: "ENDED", pausedFor: null, since: today, formerFingerprint: null, formerEndsAt: null }, problems: wrong.all() };
}

function ended(wrong: Problems, { status, since }: WebhookRow): void {
  wrong.when(status === "ENDED", "NOT_ALLOWED_NOW", `This webhook ended on ${since}, and stays so. Make a new one.`);
}

function check(wrong: Problems, { address, types }: { readonly address?: string | null | undefined; readonly types?: readonly string[] | null | undefined }, known: readonly string[]): void {
  const complaint = typeof address === "string" ? wrongAddress(address) : null;
  wrong.when(complaint !== null, "RULE", complaint ?? "", ["address"]);
  for (const [index, type] of (types ?? []).entries()) wrong.when(!known.includes(type), "INVALID_CHOICE", unknownType(type, known), ["types", index]);
}

function unknownType(type: string, known: readonly string[]): string {
  const [meant] = nearOf(type, known);
  return `There is no type ${quoted(type)}. ${meant === undefined ? "webhookTypes lists those that there are." : `Did you mean ${meant}?`}`;
}
