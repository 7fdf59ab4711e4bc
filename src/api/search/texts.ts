import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { oneOf } from "../../ledger/column.ts";
import { audiences } from "../access/audience.ts";

/** What a text is to its record. */
export const textRoles = ["NAME", "IDENTIFIER", "STATEMENT"] as const;

/** Every text by which a record may be found. It is kept by triggers, follows from the rows of the graph alone, and passes the same gate. */
export const searchTexts = sqliteTable(
  "search_texts",
  {
    id: integer().primaryKey(),
    /** The record that has it. */
    recordId: text().notNull(),
    /** The record that is looked for by it: the same one, or the one whose other name or identifier it is. */
    leadsTo: text().notNull(),
    field: text().notNull(),
    role: oneOf(textRoles).notNull(),
    text: text().notNull(),
    /** Who may see the record that has it: what `seenBy` says, where its table has that column. */
    audience: oneOf(audiences).notNull(),
    systemId: text(),
  },
  (searchText) => [index("search_texts_by_record").on(searchText.recordId)],
);
