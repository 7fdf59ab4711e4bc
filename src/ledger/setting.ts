import type { Database } from "better-sqlite3";

/** Where SQLite keeps what it puts down for a while, by its own numbers: in files what may be as large as the database, as when it is sorted or written anew. */
export const TEMPORARY = { IN_FILES: 1, IN_MEMORY: 2 };

/** Sets what a connection does otherwise for a while, and answers what sets it back. */
export function setting(sqlite: Database, pragmas: readonly (readonly [string, number])[]): () => void {
  const before = pragmas.map(([name, value]) => {
    const was: unknown = sqlite.pragma(name, { simple: true });
    sqlite.pragma(`${name} = ${value}`);
    return `${name} = ${String(was)}`;
  });
  return () => { for (const each of before) sqlite.pragma(each); };
}
