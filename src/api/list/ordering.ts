import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Ordering } from "../page.ts";

/** What lists are sorted by, again and again. Each gives a value that is never null. */

/** By words, whatever their capitals; records without any first. */
export function byWords(column: AnySQLiteColumn): Ordering {
  return { by: sql`coalesce(${column}, '') collate nocase` };
}

/** By the earliest day that a date can mean; those without one last. */
export function earliestFirst(date: AnySQLiteColumn): Ordering {
  return { by: sql`coalesce(json_extract(${date}, '$.earliest'), '9999-12-31')` };
}

/** By the last day that a date can mean, the latest first; those without one last. */
export function latestFirst(date: AnySQLiteColumn): Ordering {
  return { by: sql`coalesce(json_extract(${date}, '$.latest'), '0000-01-01')`, descending: true };
}

/** By the record that they belong to, so that those of one stand together, and then by their place in it; those without a place last. */
export function byPlaceIn(parent: AnySQLiteColumn, place: AnySQLiteColumn): Ordering {
  return { by: sql`${parent} || printf(' %015d', coalesce(${place}, 999999999999999))` };
}

/** By one of a closed list of words, in the order of that list; those without a word last. */
export function inOrderOf(words: readonly string[], column: AnySQLiteColumn): { readonly by: SQL } {
  return { by: sql`coalesce((select key from json_each(${JSON.stringify(words)}) where value = ${column}), ${words.length})` };
}
