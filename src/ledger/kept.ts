import { getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { NOTHING_DERIVED, type Derived } from "./ddl.ts";
import { quoted } from "./projection.ts";

/**
 * Counts that are kept in a table of the graph as rows come and go, for questions that would else have to look at every row. What is kept
 * follows from the rows alone: it can be counted anew at any time, and has to be the same.
 */
export interface Kept {
  /** The table that it is kept in. */
  readonly name: string;
  /** What it tells apart; each is a text, and never null. How many there are of each stands in `n`. */
  readonly by: readonly string[];
  readonly sources: readonly KeptSource[];
}

/** A table whose rows are counted. */
export interface KeptSource {
  readonly table: SQLiteTable;
  /** The columns on which it depends what a row counts as. */
  readonly watched: readonly string[];
  /** What is read of a row, by name, in SQL over a row with this name: worked out once for all that it counts as. */
  readonly read: (row: string) => Readonly<Record<string, string>>;
  /** What a row counts as, in SQL over what is read of it: as nothing, as one thing or as several. */
  readonly countsAs: readonly Counting[];
}

/** One thing that a row counts as. */
export interface Counting {
  /** In the order of `by`. */
  readonly values: readonly string[];
  /** Unless it always does. */
  readonly when?: string;
}

/** What is kept, as a graph keeps it. */
export function keptCounts(kept: Kept): Derived {
  const { name, by, sources } = kept;
  const columns = by.map(quoted).join(", ");
  const own = quoted(name);
  const counted = `SELECT ${columns}, count(*) AS "n" FROM (${sources.map((source) => `SELECT * FROM (${counting(kept, source, "new", `${quoted(getTableName(source.table))} AS "new"`)})`).join(" UNION ALL ")}) GROUP BY ${columns}`;
  return {
    tables: [`CREATE TABLE ${own} (${by.map((column) => `${quoted(column)} text NOT NULL`).join(", ")}, "n" integer NOT NULL, PRIMARY KEY (${columns})) WITHOUT ROWID`],
    triggers: [
      ...sources.flatMap((source) => triggersOf(kept, source)),
      `CREATE TRIGGER ${quoted(`${name}_gone`)} AFTER UPDATE ON ${own} WHEN new."n" = 0 BEGIN DELETE FROM ${own} WHERE ${by.map((column) => `${quoted(column)} = new.${quoted(column)}`).join(" AND ")}; END`,
    ],
    made: [`INSERT INTO ${own} (${columns}, "n") ${counted}`],
    kept: [{ table: name, counted }],
  };
}

/** Several things that follow from the rows of a graph, in this order. */
export function allDerived(parts: readonly Derived[]): Derived {
  return parts.reduce((all, { tables, triggers, made, kept }) => ({
    tables: [...all.tables, ...tables], triggers: [...all.triggers, ...triggers], made: [...all.made, ...made], kept: [...all.kept, ...kept],
  }), NOTHING_DERIVED);
}

function triggersOf(kept: Kept, source: KeptSource): string[] {
  const [{ name, by }, { table, watched }] = [kept, source];
  const of = getTableName(table);
  const columns = by.map(quoted).join(", ");
  const add = (row: "new" | "old", number: 1 | -1): string =>
    `INSERT INTO ${quoted(name)} (${columns}, "n") SELECT ${columns}, ${number} FROM (${counting(kept, source, row, null)}) WHERE true ON CONFLICT (${columns}) DO UPDATE SET "n" = "n" + excluded."n";`;
  const on = (event: string): string => `CREATE TRIGGER ${quoted(`${name}_${of}_${event}`)} AFTER ${event} ON ${quoted(of)}`;
  const changed = watched.map((column) => `old.${quoted(column)} IS NOT new.${quoted(column)}`).join(" OR ");
  return [`${on("insert")} BEGIN ${add("new", 1)} END`, `${on("update")} WHEN ${changed} BEGIN ${add("old", -1)} ${add("new", 1)} END`, `${on("delete")} BEGIN ${add("old", -1)} END`];
}

/** What is counted, row by row: of the row that a trigger was called for, or of every row of a table. */
function counting({ by }: Kept, { read, countsAs }: KeptSource, row: string, from: string | null): string {
  const once = Object.entries(read(row)).map(([name, value]) => `${value} AS ${quoted(name)}`).join(", ");
  const things = countsAs.map(({ values, when }) => `SELECT ${values.map((value, index) => `${value} AS ${quoted(by[index] ?? "")}`).join(", ")} FROM "row"${when === undefined ? "" : ` WHERE ${when}`}`);
  return `WITH "row" AS MATERIALIZED (SELECT ${once}${from === null ? "" : ` FROM ${from}`}) ${things.join(" UNION ALL ")}`;
}
