import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { anyReference, identity, words } from "../../../ledger/column.ts";
import { belonging } from "../place/table.ts";

/** What somebody's own list calls a record of whatever kind: it stays with the record, so that the list can be sent again. */
export const externalReferences = sqliteTable(
  "external_references",
  {
    ...identity,
    ...belonging,
    subjectId: anyReference().notNull(),
    /** What the list is called: a name for ever. */
    list: words().notNull(),
    /** What the record is called there. */
    reference: words().notNull(),
  },
  (external) => [index("external_references_by_subject").on(external.subjectId), index("external_references_by_reference").on(external.list, external.reference)],
);

export const externalReferenceKind = recordKind("ExternalReference", "xr", externalReferences, {
  spoken: "reference", called: (row) => [row.list, ": ", row.reference],
  partOf: [externalReferences.subjectId],
});
