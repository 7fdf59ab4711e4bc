import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, words } from "../../../ledger/column.ts";
import { belonging } from "../place/table.ts";

export const sourceKinds = ["REPORT", "WEB_PAGE", "PLEDGE", "REGISTER", "STATEMENT"] as const;

export const sources = sqliteTable(
  "sources",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    kind: oneOf(sourceKinds).notNull(),
    publisher: words(),
    address: words(),
    published: partialDate(),
    /** The period that the document reports on. */
    period: partialDate(),
    /** The day from which the programme could know what it says. */
    becameKnown: partialDate(),
    /** Of its text, byte for byte: a quote has to stand there. */
    sha256: words(),
  },
  (source) => [index("sources_by_title").on(source.title)],
);

export const sourceKind = recordKind("Source", "so", sources, { names: [sources.title], last: true, citable: sources.sha256 });
