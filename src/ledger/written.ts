import type { Database, Statement } from "better-sqlite3";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Citation, Change, Entry, Operation } from "./entry.ts";
import { quoted } from "./projection.ts";
import { canonical, entryHash, seal, sealed } from "./seal.ts";
import { changes, citations, entries } from "./table.ts";

/** An entry as it is kept: each value beside its salt and its seal. This is what a journal carries from server to server. */
export interface WrittenEntry {
  readonly entry: typeof entries.$inferSelect;
  readonly changes: readonly (typeof changes.$inferSelect)[];
  readonly citations: readonly (typeof citations.$inferSelect)[];
}

/** Seals an entry. */
export function written(entry: Omit<Entry, "hash">): WrittenEntry {
  const { number } = entry;
  const reason = entry.reason === null ? null : sealed(entry.reason);
  const sealedChanges = entry.changes.map((change) => ({ ...change, ...sealed(canonical(change.record)) }));
  const sealedCitations = entry.citations.map((citation) => ({ ...citation, ...(citation.quote === null ? { text: null, salt: null, seal: null } : sealed(citation.quote)) }));
  const hash = entryHash(entry, reason?.seal ?? null, sealedCitations, sealedChanges);
  const { id, at, recordedAt, founding, act, actor, key, previous } = entry;
  return {
    entry: {
      number, id, at, recordedAt, founding: founding ? 1 : 0, act, actor, key,
      reason: entry.reason, reasonSalt: reason?.salt ?? null, reasonSeal: reason?.seal ?? null, previous, hash,
    },
    changes: sealedChanges.map((change, position) => ({
      entry: number, position, type: change.type, shape: change.shape, recordId: change.id, version: change.version,
      operation: change.operation, fields: JSON.stringify(change.fields), record: change.text, salt: change.salt, seal: change.seal,
    })),
    citations: sealedCitations.map((citation, position) => ({
      entry: number, position, sourceId: citation.sourceId, recordId: citation.recordId, fields: JSON.stringify(citation.fields),
      line: citation.line, quote: citation.quote, salt: citation.salt, seal: citation.seal,
    })),
  };
}

/** What the entry says, its seals left aside. */
export function unsealed(text: WrittenEntry): Entry {
  const { number, id, at, recordedAt, founding, act, actor, key, reason, previous, hash } = text.entry;
  return {
    number, id, at, recordedAt, founding: founding === 1, act, actor, key, reason, previous, hash,
    changes: text.changes.map(asChange),
    citations: text.citations.map(asCitation),
  };
}

export function asChange(row: WrittenEntry["changes"][number]): Change {
  // What a change holds was written by `written` from a Change: this is where it becomes one again.
  /* oxlint-disable no-unsafe-type-assertion -- see above */
  return {
    type: row.type, shape: row.shape, id: row.recordId, version: row.version, operation: row.operation as Operation,
    record: row.record === null ? null : (JSON.parse(row.record) as Change["record"]),
    fields: JSON.parse(row.fields) as string[],
  };
  /* oxlint-enable no-unsafe-type-assertion */
}

export function asCitation(row: WrittenEntry["citations"][number]): Citation {
  // oxlint-disable-next-line no-unsafe-type-assertion -- written by `written` from a list of names
  return { sourceId: row.sourceId, recordId: row.recordId, fields: JSON.parse(row.fields) as string[], line: row.line, quote: row.quote };
}

/** Whether the entry is as it was sealed: its hash covers its seals, and every value that is there matches its seal. */
export function holds(text: WrittenEntry): boolean {
  const { entry } = text;
  const hash = entryHash(
    { ...entry, founding: entry.founding === 1 },
    entry.reasonSeal,
    text.citations.map((row) => ({ ...asCitation(row), seal: row.seal })),
    text.changes.map((row) => ({ ...asChange(row), seal: row.seal })),
  );
  const values = [
    { text: entry.reason, salt: entry.reasonSalt, seal: entry.reasonSeal },
    ...text.changes.map((row) => ({ text: row.record, salt: row.salt, seal: row.seal })),
    ...text.citations.map((row) => ({ text: row.quote, salt: row.salt, seal: row.seal })),
  ];
  return hash === entry.hash && values.every((value) => value.seal === null ? value.text === null : value.text !== null && value.salt !== null && seal(value.salt, value.text) === value.seal);
}

/** Writes entries into a file's ledger tables. */
export class EntryWriter {
  private readonly entry: (row: object) => void;
  private readonly change: (row: object) => void;
  private readonly citation: (row: object) => void;

  constructor(sqlite: Database) {
    this.entry = insertInto(sqlite, entries);
    this.change = insertInto(sqlite, changes);
    this.citation = insertInto(sqlite, citations);
  }

  write(text: WrittenEntry): void {
    this.entry(text.entry);
    for (const row of text.changes) this.change(row);
    for (const row of text.citations) this.citation(row);
  }
}

/** Adds a row to a table, given by the names of its columns. */
export function insertInto(sqlite: Database, table: SQLiteTable): (row: object) => void {
  const names = Object.values(getTableColumns(table)).map((column) => column.name);
  const statement: Statement = sqlite.prepare(
    `insert into ${quoted(getTableName(table))} (${names.map(quoted).join(", ")}) values (${names.map((name) => `@${name}`).join(", ")})`,
  );
  return (row) => void statement.run(row);
}
