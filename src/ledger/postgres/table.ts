import { bigint, pgSchema, text } from "drizzle-orm/pg-core";

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
