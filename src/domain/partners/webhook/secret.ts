import { createHash, randomBytes } from "node:crypto";
import type { Drawers } from "../../../ledger/drawers.ts";
import type { WebhookRow } from "./store.ts";

/**
 * The secrets that sign what webhooks send. They have to be kept as they are, or nothing could be signed: in the ledger's file but
 * in no entry and no graph, each under its fingerprint, which is what entries name; beside it stands when it was made.
 */

const DRAWER = "webhook-secret";

/** Kept until somebody drops it. */
const FOR_EVER = new Date("9999-12-31T23:59:59.999Z");

/** After so long, an act has been written or never will be. */
const SETTLED_MILLISECONDS = 3_600_000;

/** A new secret, of 256 random bits, as Standard Webhooks writes it. */
export function newWebhookSecret(): { readonly secret: string; readonly fingerprint: string } {
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  return { secret, fingerprint: createHash("sha256").update(secret, "utf8").digest("hex") };
}

/** Keeps a secret before the entry that names it: an entry never stands without. */
export async function keepSecret(drawers: Drawers, { secret, fingerprint }: { readonly secret: string; readonly fingerprint: string }): Promise<void> {
  await drawers.keep(DRAWER, fingerprint, { owner: new Date().toISOString(), value: secret, until: FOR_EVER });
}

/** What a fingerprint stands for never changes: that it is still there need not be asked anew before each message. */
const KNOWN_FOR = 60_000;

/** The secret that has a fingerprint; null where it was dropped. */
export async function secretOf(drawers: Drawers, fingerprint: string): Promise<string | null> {
  return (await drawers.find(DRAWER, fingerprint, KNOWN_FOR))?.value ?? null;
}

/** Drops the secrets that sign nothing any more: those of webhooks that have ended, those that were replaced, and those of acts that never came about. One that was made a moment ago may be named yet. */
export async function sweepSecrets(drawers: Drawers, webhooks: readonly WebhookRow[], now: Date): Promise<void> {
  const instant = now.toISOString();
  const signing = new Set(webhooks.filter(({ status }) => status !== "ENDED").flatMap(({ fingerprint, formerFingerprint, formerEndsAt }) => [fingerprint, ...(formerEndsAt !== null && formerEndsAt > instant ? [formerFingerprint] : [])]));
  const settled = new Date(now.getTime() - SETTLED_MILLISECONDS).toISOString();
  for (const { key, owner } of await drawers.all(DRAWER)) if (!signing.has(key) && (owner ?? "") < settled) await dropSecret(drawers, key);
}

export async function dropSecret(drawers: Drawers, fingerprint: string): Promise<void> {
  await drawers.drop(DRAWER, fingerprint);
}
