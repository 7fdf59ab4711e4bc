import Sqlite from "better-sqlite3";
import type { RecordKind } from "./concept.ts";

/** An entry that erased something, and whom. */
export interface ErasedSince {
  readonly entry: number;
  readonly ids: readonly string[];
}

/** What a ledger's file says was erased after an entry; nothing where it cannot be read any more. */
export function erasedSince(file: string, entry: number, kinds: readonly RecordKind[]): readonly ErasedSince[] {
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(file, { readonly: true });
    const entries = sqlite.prepare<[number], { entry: number }>("select distinct entry from erasures where entry > ? order by entry").all(entry);
    const types = JSON.stringify(kinds.filter(({ erasable }) => erasable !== undefined).map(({ type }) => type));
    const erased = sqlite.prepare<[number, string], { recordId: string }>("select recordId from changes where entry = ? and type in (select value from json_each(?)) order by position");
    return entries.map((each) => ({ entry: each.entry, ids: erased.all(each.entry, types).map(({ recordId }) => recordId) }));
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) return [];
    throw error;
  } finally {
    sqlite?.close();
  }
}
