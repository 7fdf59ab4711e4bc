import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { day, identity, oneOf, reference, wordList, words } from "../../../ledger/column.ts";
import { recordKind } from "../../../ledger/concept.ts";
import { accessKeys, accounts, withheld } from "../access/table.ts";

export const webhookStates = ["ACTIVE", "PAUSED", "ENDED"] as const;

export const pauseReasons = ["ASKED", "NOT_DELIVERED", "GONE", "RIGHTS_ENDED", "NO_SECRET"] as const;

/** An address that is told of what is done, as far as its owner may see it. The secret that signs what is sent is in no entry: only its fingerprint is. */
export const webhooks = sqliteTable(
  "webhooks",
  {
    ...identity,
    ...withheld,
    /** Whose it is: an account, or a key. */
    accountId: reference(() => accounts.id),
    keyId: reference(() => accessKeys.id),
    address: words().notNull(),
    description: words(),
    /** The names of what it is told of; none: of everything. */
    types: wordList(),
    status: oneOf(webhookStates).notNull(),
    /** Why it is paused; null where it is not. */
    pausedFor: oneOf(pauseReasons),
    /** The day on which it came to stand as it does. */
    since: day().notNull(),
    /** SHA-256 of the secret, which is 256 random bits: there is nothing to try out. */
    fingerprint: words().notNull(),
    /** The same of the one before, and until when what is sent is signed with that too. */
    formerFingerprint: words(),
    formerEndsAt: words(),
  },
  (webhook) => [index("webhooks_by_account").on(webhook.accountId), index("webhooks_by_key").on(webhook.keyId)],
);

export const webhookKind = recordKind("Webhook", "wh", webhooks, {
  called: ({ address }) => [address],
  partOf: [webhooks.accountId, webhooks.keyId],
  choices: [{ among: [webhooks.accountId, webhooks.keyId], unsaid: "A webhook belongs to an account or to a key." }],
});
