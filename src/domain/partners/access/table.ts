import { sql } from "drizzle-orm";
import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { roles } from "../../../api/access/role.ts";
import { choiceWords } from "../../../kernel/choice-words.ts";
import { anyReference, day, identity, oneOf, reference, words } from "../../../ledger/column.ts";
import { recordKind } from "../../../ledger/concept.ts";
import { ERASED } from "../../../ledger/entry.ts";
import { belonging, places } from "../../foundation/place/table.ts";

export const grantOrigins = ["GIVEN", "GROUP"] as const;

/** Who signs in, with what, and as what is given out by its own concept alone: no path to records leads here, whatever their audience says. */
export const withheld = { ...belonging, seenBy: text().generatedAlwaysAs(sql`'NOBODY'`, { mode: "virtual" }) };

/** Somebody who signs in: never the same as a person of the programme. */
export const accounts = sqliteTable(
  "accounts",
  {
    ...identity,
    ...withheld,
    /** Who says that it is them, and what they call them there. */
    issuer: words().notNull(),
    subject: words().notNull(),
    displayName: words().notNull(),
  },
  (account) => [uniqueIndex("accounts_by_subject").on(account.issuer, account.subject)],
);

/** What a tool signs in with. The secret itself is kept nowhere. */
export const accessKeys = sqliteTable(
  "access_keys",
  {
    ...identity,
    ...withheld,
    name: words().notNull(),
    /** The first letters of the secret. */
    prefix: words().notNull(),
    /** SHA-256 of the secret, which is 256 random bits: there is nothing to try out. */
    fingerprint: words().notNull(),
    /** The last day on which it opens anything. */
    expiresOn: day().notNull(),
    revokedOn: day(),
  },
  (key) => [uniqueIndex("access_keys_by_fingerprint").on(key.fingerprint)],
);

/** A role that an account or a key holds for a record, and for all that is part of it. */
export const roleGrants = sqliteTable(
  "role_grants",
  {
    ...identity,
    ...withheld,
    accountId: reference(() => accounts.id),
    keyId: reference(() => accessKeys.id),
    role: oneOf(roles).notNull(),
    /** A record of any kind; null: everything. */
    holdsForId: anyReference(),
    /** The system of that record when the role was granted: it opens what members of that system see. */
    inSystemId: reference(() => places.id),
    origin: oneOf(grantOrigins).notNull(),
    since: day().notNull(),
    /** The last day on which it is held. */
    until: day(),
  },
  (grant) => [
    index("role_grants_by_account").on(grant.accountId),
    index("role_grants_by_key").on(grant.keyId),
    index("role_grants_by_system").on(grant.inSystemId),
  ],
);

export const accountKind = recordKind("Account", "ac", accounts, {
  called: ({ displayName }) => [displayName],
  partOf: [{ through: roleGrants.accountId, to: roleGrants.holdsForId }],
  // No issuer calls itself so: nobody signs in to it again. Its id keeps it apart from others that are erased.
  erasable: { names: [accounts.displayName], leaves: (id) => ({ issuer: ERASED, subject: id, displayName: ERASED }) },
});
export const accessKeyKind = recordKind("AccessKey", "ky", accessKeys, { called: ({ name }) => [name], partOf: [{ through: roleGrants.keyId, to: roleGrants.holdsForId }] });
export const roleGrantKind = recordKind("RoleGrant", "rg", roleGrants, {
  noun: "role", spoken: "role", called: ({ role, holdsForId }) => [choiceWords(role), ", ", holdsForId === null ? "for everything" : { of: holdsForId }],
  partOf: [roleGrants.holdsForId],
});
