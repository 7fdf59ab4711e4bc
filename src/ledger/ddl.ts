import type { Database } from "better-sqlite3";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digest } from "./seal.ts";
import type { RecordKind } from "./concept.ts";

/** The tables of a graph: the SQL that makes them, statement by statement. */
export type Ddl = readonly string[];

/** What follows from the rows of a graph, such as an index of words, in SQL that follows on its tables. */
export interface Derived {
  /** The tables that hold it. */
  readonly tables: Ddl;
  /** What keeps it in step with rows that come and go. */
  readonly triggers: Ddl;
  /** What makes it of the rows of a graph that is there already and stays as it is. */
  readonly made: Ddl;
  /** Those of its tables of which the rows alone say what has to stand in them. */
  readonly kept: readonly KeptTable[];
}

/** A table that is kept, and the query that works out of the rows what has to stand in it. */
export interface KeptTable {
  readonly table: string;
  readonly counted: string;
}

export const NOTHING_DERIVED: Derived = { tables: [], triggers: [], made: [], kept: [] };

/** Reads the SQL that drizzle-kit has written into a folder. */
export function readDdl(folder: string): Ddl {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .toSorted()
    .flatMap((file) => splitDdl(readFileSync(join(folder, file), "utf8")));
}

export function splitDdl(text: string): Ddl {
  return text.split("--> statement-breakpoint").map((part) => part.trim()).filter((part) => part !== "");
}

/**
 * The same tables for a graph of the past, which is not judged by today's rules: without NOT NULL, UNIQUE and foreign
 * keys. What drizzle-kit writes has each of them in one form.
 */
export function withoutConstraints(ddl: Ddl): Ddl {
  return ddl.map((part) =>
    part
      .replaceAll(/,\s*FOREIGN KEY \([^)]*\) REFERENCES [^(]*\([^)]*\) ON UPDATE [a-z ]+ ON DELETE [a-z ]+?(?=[,\n])/g, "")
      .replaceAll(/(?<! IS) NOT NULL/gi, "")
      .replace(/^CREATE UNIQUE INDEX/, "CREATE INDEX"),
  );
}

/** What identifies a graph: its tables and the shapes of its records. Another stamp means that it has to be built anew. */
export function graphStampOf(ddl: Ddl, kinds: readonly RecordKind[]): string {
  return digest([...ddl, ...kinds.map((kind) => `${kind.type} ${kind.prefix} ${kind.shape}`)].join("\n"));
}

export function execute(sqlite: Database, ddl: Ddl): void {
  for (const part of ddl) sqlite.exec(part);
}
