import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";

export const personVisibilities = ["PUBLIC_ROLE", "MEMBERS_ONLY", "REDACTED"] as const;

/** A person exists only in a role with a source: no e-mail, phone or notes, ever. */
export const people = sqliteTable("people", {
  ...identity,
  ...belonging,
  name: words().notNull(),
  visibility: oneOf(personVisibilities).notNull(),
  /** Who may see the person at all: the stricter of audience and visibility. The gate on every path to a record reads it. */
  seenBy: text().generatedAlwaysAs(
    sql`case when "visibility" = 'REDACTED' then 'NOBODY' when "visibility" = 'MEMBERS_ONLY' and "audience" = 'PUBLIC' then 'MEMBERS' else "audience" end`,
    { mode: "virtual" },
  ),
});

export const personKind = recordKind("Person", "pe", people);
