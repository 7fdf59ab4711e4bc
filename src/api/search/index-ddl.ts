import { getTableColumns, getTableName } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Ddl, Derived } from "../../ledger/ddl.ts";
import { quoted } from "../../ledger/projection.ts";
import type { textRoles } from "./texts.ts";

/** The columns of `searchTexts`, in the order in which every statement here names them. */
const COLUMNS = `"recordId", "leadsTo", "field", "role", "text", "audience", "systemId"`;

/** The texts, the words in them (case and accents folded, with their hyphens and without), and how the second follows the first. What is erased leaves the words at once. */
const TABLES: Ddl = [
  `CREATE TABLE "search_texts" ("id" integer PRIMARY KEY, "recordId" text NOT NULL, "leadsTo" text NOT NULL, "field" text NOT NULL, "role" text NOT NULL, "text" text NOT NULL, "audience" text NOT NULL, "systemId" text, "joined" text GENERATED ALWAYS AS (CASE WHEN instr("text", '-') THEN replace("text", '-', '') END) VIRTUAL)`,
  `CREATE INDEX "search_texts_by_record" ON "search_texts" ("recordId")`,
  `CREATE VIRTUAL TABLE "search_words" USING fts5("text", "joined", content='search_texts', content_rowid='id', tokenize='unicode61 remove_diacritics 2')`,
  `INSERT INTO "search_words" ("search_words", "rank") VALUES ('secure-delete', 1)`,
  `CREATE VIRTUAL TABLE "search_vocabulary" USING fts5vocab('search_words', 'row')`,
  `CREATE TRIGGER "search_texts_added" AFTER INSERT ON "search_texts" BEGIN INSERT INTO "search_words" (rowid, "text", "joined") VALUES (new."id", new."text", new."joined"); END`,
  `CREATE TRIGGER "search_texts_gone" AFTER DELETE ON "search_texts" BEGIN INSERT INTO "search_words" ("search_words", rowid, "text", "joined") VALUES ('delete', old."id", old."text", old."joined"); END`,
];

/** The index: kept by triggers, whatever writes the rows, or made of the rows of a graph that stays as it is. */
export function searchIndex(kinds: readonly RecordKind[]): Derived {
  return {
    tables: TABLES,
    triggers: kinds.flatMap(triggersOf),
    made: kinds.flatMap((kind) => textsOf(kind, `${quoted(getTableName(kind.table))} AS "new"`)),
    kept: [],
  };
}

function triggersOf(kind: RecordKind): string[] {
  const added = textsOf(kind, null).map((part) => `${part};`).join(" ");
  if (added === "") return [];
  const name = getTableName(kind.table);
  const on = (event: string): string => `CREATE TRIGGER ${quoted(`search_${name}_${event}`)} AFTER ${event} ON ${quoted(name)}`;
  const gone = `DELETE FROM "search_texts" WHERE "recordId" = old."id";`;
  const changed = watched(kind).map((column) => `old.${quoted(column)} IS NOT new.${quoted(column)}`).join(" OR ");
  return [`${on("insert")} BEGIN ${added} END`, `${on("update")} WHEN ${changed} BEGIN ${gone} ${added} END`, `${on("delete")} BEGIN ${gone} END`];
}

/** Writes the texts of `new`: a row that a trigger was called for, or every row of a table. */
function textsOf({ table, searchable = {} }: RecordKind, from: string | null): string[] {
  const { names = [], aliases = [], statements = [], identifier = [], leadsTo } = searchable;
  const lead = leadsTo === undefined ? `new."id"` : newValue(leadsTo);
  const audience = "seenBy" in getTableColumns(table) ? `new."seenBy"` : `new."audience"`;
  const insert = (field: string, role: (typeof textRoles)[number], text: string, source: readonly string[]): string =>
    `INSERT INTO "search_texts" (${COLUMNS}) SELECT new."id", ${lead}, '${field}', '${role}', ${text}, ${audience}, new."systemId"${source.length === 0 ? "" : ` FROM ${source.join(", ")}`} WHERE ${text} IS NOT NULL`;
  const rows = from === null ? [] : [from];
  const identifying = identifier.map(newValue).join(` || ' ' || `);
  return [
    ...names.map((column) => insert(column.name, "NAME", newValue(column), rows)),
    ...aliases.map((column) => insert(column.name, "NAME", `"alias".value`, [...rows, `json_each(${newValue(column)}) AS "alias"`])),
    ...statements.map((column) => insert(column.name, "STATEMENT", newValue(column), rows)),
    ...identifier.slice(-1).map((column) => insert(column.name, "IDENTIFIER", identifying, rows)),
  ];
}

/** The columns on which a record's texts depend. */
function watched({ table, searchable = {} }: RecordKind): string[] {
  const { names = [], aliases = [], statements = [], identifier = [], leadsTo } = searchable;
  const own = [...names, ...aliases, ...statements, ...identifier, ...(leadsTo === undefined ? [] : [leadsTo])].map((column) => column.name);
  return [...own, "audience", "systemId", ...("seenBy" in getTableColumns(table) ? ["seenBy"] : [])];
}

function newValue(column: AnySQLiteColumn): string {
  return `new.${quoted(column.name)}`;
}
