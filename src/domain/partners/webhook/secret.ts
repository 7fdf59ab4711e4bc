import { createHash, randomBytes } from "node:crypto";
import type { Aside } from "../../../ledger/aside.ts";

/**
 * The secrets that sign what webhooks send. They have to be kept as they are, or nothing could be signed: in the ledger's file but
 * in no entry and no graph, each under its fingerprint, which is what entries name.
 */

const DRAWER = "webhook-secret";

/** Kept until somebody drops it. */
const FOR_EVER = new Date("9999-12-31T23:59:59.999Z");

/** A new secret, of 256 random bits, as Standard Webhooks writes it. */
export function newWebhookSecret(): { readonly secret: string; readonly fingerprint: string } {
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  return { secret, fingerprint: createHash("sha256").update(secret, "utf8").digest("hex") };
}

/** Keeps a secret before the entry that names it: an entry never stands without. */
export async function keepSecret(aside: Aside, { secret, fingerprint }: { readonly secret: string; readonly fingerprint: string }): Promise<void> {
  await aside.keep(DRAWER, fingerprint, { owner: null, value: secret, until: FOR_EVER });
}

/** The secret that has a fingerprint; null where it was dropped. */
export function secretOf(aside: Aside, fingerprint: string): string | null {
  return aside.find(DRAWER, fingerprint)?.value ?? null;
}

export async function dropSecret(aside: Aside, fingerprint: string): Promise<void> {
  await aside.drop(DRAWER, fingerprint);
}
