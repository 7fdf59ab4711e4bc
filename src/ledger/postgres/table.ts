import { bigint, customType, index, pgSchema, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** What servers that share a ledger keep in PostgreSQL. */
const shared = pgSchema("waymark");

/** Each entry as the text that was sealed; once something in it is erased, without that. */
export const journalEntries = shared.table("entries", {
  number: bigint({ mode: "number" }).primaryKey(),
  hash: text().notNull(),
  text: text().notNull(),
});

/** Entries that erased something of which bytes may still stand in the table's file. */
export const journalRemains = shared.table("remains", { entry: bigint({ mode: "number" }).primaryKey() });

/** What was sent for an entry under a key, as a fingerprint: for a while, for every server, and no part of history. */
export const journalRepeats = shared.table(
  "repeats",
  {
    entry: bigint({ mode: "number" }).primaryKey(),
    salt: text().notNull(),
    fingerprint: text().notNull(),
    at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (repeat) => [index("repeats_by_at").on(repeat.at)],
);

/** Keys are in the order of their letters' numbers, as they are in a server's own file, whatever language the database sorts by. */
const key = customType<{ data: string }>({ dataType: () => `text COLLATE "C"` });

/** What has to be remembered and is no history, as `aside` in a server's own file keeps it. */
export const sharedAside = shared.table(
  "aside",
  {
    drawer: text().notNull(),
    key: key().notNull(),
    owner: text(),
    value: text().notNull(),
    until: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (kept) => [primaryKey({ columns: [kept.drawer, kept.key] }), index("aside_by_owner").on(kept.drawer, kept.owner, kept.key), index("aside_by_until").on(kept.until)],
);
