import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { choiceWords } from "../../../kernel/choice-words.ts";
import { recordKind } from "../../../ledger/concept.ts";
import { ERASED } from "../../../ledger/entry.ts";
import { identity, oneOf, partialDate, reference, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { sources } from "../../foundation/source/table.ts";
import { organisations } from "../organisation/table.ts";

export const personVisibilities = ["PUBLIC_ROLE", "MEMBERS_ONLY", "REDACTED"] as const;

export const roleCapacities = ["LEAD_OFFICER", "AUTHOR", "EXECUTIVE_MEMBER", "LOCAL_MEMBER", "SPONSOR", "RESPONSIBLE_OWNER", "LEAD", "CONTACT", "OTHER"] as const;

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

/** What somebody is, for how long, and in which document if it is a part in one. Posts, memberships and authorship have records of their own. */
export const personRoles = sqliteTable(
  "person_roles",
  {
    ...identity,
    ...belonging,
    personId: reference(() => people.id).notNull(),
    capacity: oneOf(roleCapacities).notNull(),
    /** The job title, as written. */
    title: words(),
    organisationId: reference(() => organisations.id),
    /** The document in which the part is held: whose lead officer, whose author. */
    sourceId: reference(() => sources.id),
    since: partialDate(),
    until: partialDate(),
  },
  (role) => [
    index("person_roles_by_person").on(role.personId),
    index("person_roles_by_organisation").on(role.organisationId),
    index("person_roles_by_source").on(role.sourceId),
  ],
);

export const personKind = recordKind("Person", "pe", people, {
  names: [people.name],
  erasable: { names: [people.name], leaves: () => ({ name: ERASED, visibility: "REDACTED" }) },
});
export const personRoleKind = recordKind("PersonRole", "rl", personRoles, {
  spoken: "role", called: (row) => [{ of: row.personId }, ": ", row.title ?? choiceWords(row.capacity)],
  statements: [personRoles.title], leadsTo: personRoles.personId, partOf: [personRoles.personId],
});
