import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** The ledger as SQLite keeps it. Entries, changes and citations are only ever added. A value stands beside its salt and its seal; once erased, only its seal is left. */

export const entries = sqliteTable(
  "entries",
  {
    number: integer().primaryKey(),
    id: text().notNull(),
    at: text().notNull(),
    recordedAt: text().notNull(),
    founding: integer().notNull(),
    act: text().notNull(),
    actor: text().notNull(),
    key: text(),
    keySalt: text(),
    keySeal: text(),
    reason: text(),
    reasonSalt: text(),
    reasonSeal: text(),
    previous: text().notNull(),
    hash: text().notNull(),
  },
  (entry) => [
    uniqueIndex("entries_by_id").on(entry.id),
    uniqueIndex("entries_by_key").on(entry.actor, entry.key),
    index("entries_by_at").on(entry.at),
  ],
);

export const changes = sqliteTable(
  "changes",
  {
    entry: integer().notNull(),
    position: integer().notNull(),
    type: text().notNull(),
    shape: integer().notNull(),
    recordId: text().notNull(),
    version: integer().notNull(),
    operation: text().notNull(),
    fields: text().notNull(),
    record: text(),
    salt: text(),
    seal: text().notNull(),
  },
  (change) => [primaryKey({ columns: [change.entry, change.position] }), uniqueIndex("changes_by_record").on(change.recordId, change.entry)],
);

export const citations = sqliteTable(
  "citations",
  {
    entry: integer().notNull(),
    position: integer().notNull(),
    sourceId: text().notNull(),
    recordId: text().notNull(),
    fields: text().notNull(),
    line: integer(),
    quote: text(),
    salt: text(),
    seal: text(),
  },
  (citation) => [
    primaryKey({ columns: [citation.entry, citation.position] }),
    index("citations_by_record").on(citation.recordId, citation.entry),
    index("citations_by_source").on(citation.sourceId, citation.entry),
  ],
);

/** The values that an entry erased, named by where they stood, and what is read instead of each. */
export const erasures = sqliteTable(
  "erasures",
  {
    entry: integer().notNull(),
    position: integer().notNull(),
    what: text().notNull(),
    ofEntry: integer().notNull(),
    ofPosition: integer().notNull(),
    shape: integer(),
    instead: text(),
    salt: text(),
    seal: text(),
  },
  (erasure) => [primaryKey({ columns: [erasure.entry, erasure.position] }), index("erasures_by_value").on(erasure.ofEntry, erasure.ofPosition, erasure.what)],
);

/** Which graph the file holds: a process that finds another stops. */
export const graphStamp = sqliteTable("graph_stamp", {
  id: integer().primaryKey(),
  stamp: text().notNull(),
});

/** What was sent for an entry under a key, as a fingerprint: for a while, and no part of history. */
export const repeats = sqliteTable(
  "repeats",
  {
    entryId: text().primaryKey(),
    salt: text().notNull(),
    fingerprint: text().notNull(),
    at: text().notNull(),
  },
  (repeat) => [index("repeats_by_at").on(repeat.at)],
);

/** What has to be remembered and is no history: by what it is kept for, whose it is, and until when. */
export const aside = sqliteTable(
  "aside",
  {
    drawer: text().notNull(),
    key: text().notNull(),
    owner: text(),
    value: text().notNull(),
    until: text().notNull(),
  },
  (kept) => [primaryKey({ columns: [kept.drawer, kept.key] }), index("aside_by_owner").on(kept.drawer, kept.owner), index("aside_by_until").on(kept.until)],
);
