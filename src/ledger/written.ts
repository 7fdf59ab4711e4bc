import type { Database, Statement } from "better-sqlite3";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Citation, Change, Entry, ErasableValue, Erasure, Operation } from "./entry.ts";
import { quoted } from "./projection.ts";
import { canonical, entryHash, seal, sealed, type Sealed } from "./seal.ts";
import { changes, citations, entries, erasures, type repeats } from "./table.ts";

/** An entry as it is kept: each value beside its salt and its seal. This is what a journal carries from server to server. */
export interface WrittenEntry {
  readonly entry: typeof entries.$inferSelect;
  readonly changes: readonly (typeof changes.$inferSelect)[];
  readonly citations: readonly (typeof citations.$inferSelect)[];
  readonly erasures: readonly (typeof erasures.$inferSelect)[];
  /** What goes with it for a while, and is no part of it: the fingerprint of what was sent for it under a key. */
  readonly sent?: Sent | undefined;
}

/** What tells one thing that was sent from another, and nothing of what it says. */
export type Sent = Omit<typeof repeats.$inferSelect, "entryId">;

/** Seals an entry. */
export function written(entry: Omit<Entry, "hash">): WrittenEntry {
  const { number } = entry;
  const reason = sealedOrNone(entry.reason);
  const key = sealedOrNone(entry.key);
  const sealedChanges = entry.changes.map((change) => ({ ...change, ...sealed(canonical(change.record)) }));
  const sealedCitations = entry.citations.map((citation) => ({ ...citation, ...sealedOrNone(citation.quote) }));
  const sealedErasures = entry.erasures.map((erasure) => ({ ...erasure, ...sealedOrNone(erasure.instead === null ? null : canonical(erasure.instead)) }));
  const hash = entryHash(entry, { reason: reason.seal, key: key.seal, citations: sealedCitations, changes: sealedChanges, erasures: sealedErasures });
  const { id, at, recordedAt, founding, act, actor, previous } = entry;
  return {
    entry: {
      number, id, at, recordedAt, founding: founding ? 1 : 0, act, actor,
      key: key.text, keySalt: key.salt, keySeal: key.seal, reason: reason.text, reasonSalt: reason.salt, reasonSeal: reason.seal, previous, hash,
    },
    changes: sealedChanges.map((change, position) => ({
      entry: number, position, type: change.type, shape: change.shape, recordId: change.id, version: change.version,
      operation: change.operation, fields: JSON.stringify(change.fields), record: change.text, salt: change.salt, seal: change.seal,
    })),
    citations: sealedCitations.map((citation, position) => ({
      entry: number, position, sourceId: citation.sourceId, recordId: citation.recordId, fields: JSON.stringify(citation.fields),
      line: citation.line, quote: citation.quote, salt: citation.salt, seal: citation.seal,
    })),
    erasures: sealedErasures.map((erasure, position) => ({
      entry: number, position, what: erasure.what, ofEntry: erasure.entry, ofPosition: erasure.position,
      shape: erasure.shape, instead: erasure.text, salt: erasure.salt, seal: erasure.seal,
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
    erasures: text.erasures.map(asErasure),
  };
}

/** What of a change as it is kept says what was done. */
export type WrittenChange = Pick<WrittenEntry["changes"][number], "type" | "shape" | "recordId" | "version" | "operation" | "fields" | "record">;

export function asChange(row: WrittenChange): Change {
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

export function asErasure(row: WrittenEntry["erasures"][number]): Erasure {
  // What an erasure holds was written by `written` from an Erasure: this is where it becomes one again.
  /* oxlint-disable no-unsafe-type-assertion -- see above */
  return {
    what: row.what as ErasableValue, entry: row.ofEntry, position: row.ofPosition, shape: row.shape,
    instead: row.instead === null ? null : (JSON.parse(row.instead) as Erasure["instead"]),
  };
  /* oxlint-enable no-unsafe-type-assertion */
}

/** Names a value in one text: what it is, and where it stands. */
export function nameOf(what: string, entry: number, position: number): string {
  return `${what} ${entry} ${position}`;
}

/** Every value of an entry that can be erased, with its name. */
function valuesOf({ entry, changes, citations, erasures }: WrittenEntry): { name: string; text: string | null; salt: string | null; seal: string | null }[] {
  const { number } = entry;
  return [
    { name: nameOf("REASON", number, 0), text: entry.reason, salt: entry.reasonSalt, seal: entry.reasonSeal },
    { name: nameOf("KEY", number, 0), text: entry.key, salt: entry.keySalt, seal: entry.keySeal },
    ...changes.map(({ position, record, salt, seal }) => ({ name: nameOf("RECORD", number, position), text: record, salt, seal })),
    ...citations.map(({ position, quote, salt, seal }) => ({ name: nameOf("QUOTE", number, position), text: quote, salt, seal })),
    ...erasures.map(({ position, instead, salt, seal }) => ({ name: nameOf("INSTEAD", number, position), text: instead, salt, seal })),
  ];
}

/** Whether the entry still holds a value that a later one has erased. */
export function holdsErased(text: WrittenEntry, erased: ReadonlySet<string>): boolean {
  return valuesOf(text).some((value) => erased.has(value.name) && (value.text !== null || value.salt !== null));
}

/** Whether the entry's hash covers its seals, and every value that is there matches its seal: what an entry has to be, wherever it comes from. */
export function matchesSeals(text: WrittenEntry): boolean {
  const { entry } = text;
  const hash = entryHash(
    { ...entry, founding: entry.founding === 1 },
    {
      reason: entry.reasonSeal,
      key: entry.keySeal,
      citations: text.citations.map((row) => ({ ...asCitation(row), seal: row.seal })),
      changes: text.changes.map((row) => ({ ...asChange(row), seal: row.seal })),
      erasures: text.erasures.map((row) => ({ ...asErasure(row), seal: row.seal })),
    },
  );
  return hash === entry.hash && valuesOf(text).every((value) => value.text === null || (value.seal !== null && value.salt !== null && seal(value.salt, value.text) === value.seal));
}

/** Whether the entry is as it was sealed, and every value that no later one has erased is there. */
export function holds(text: WrittenEntry, erased: ReadonlySet<string>): boolean {
  return matchesSeals(text) && valuesOf(text).every((value) => value.seal === null || value.text !== null || erased.has(value.name));
}

/** The entry without the values that the names stand for: what is left of each is its seal. */
export function withoutErased(text: WrittenEntry, erased: ReadonlySet<string>): WrittenEntry {
  const { entry } = text;
  const isErased = (what: ErasableValue, position: number): boolean => erased.has(nameOf(what, entry.number, position));
  return {
    entry: {
      ...entry,
      ...(isErased("REASON", 0) ? { reason: null, reasonSalt: null } : {}),
      ...(isErased("KEY", 0) ? { key: null, keySalt: null } : {}),
    },
    changes: text.changes.map((row) => (isErased("RECORD", row.position) ? { ...row, record: null, salt: null } : row)),
    citations: text.citations.map((row) => (isErased("QUOTE", row.position) ? { ...row, quote: null, salt: null } : row)),
    erasures: text.erasures.map((row) => (isErased("INSTEAD", row.position) ? { ...row, instead: null, salt: null } : row)),
  };
}

/** The names of the values that entries erase, by the number of the entry that held them. */
export function erasedBy(texts: readonly WrittenEntry[]): ReadonlyMap<number, ReadonlySet<string>> {
  const byEntry = new Map<number, Set<string>>();
  for (const { what, ofEntry, ofPosition } of texts.flatMap((text) => text.erasures)) {
    const names = byEntry.get(ofEntry) ?? new Set();
    byEntry.set(ofEntry, names.add(nameOf(what, ofEntry, ofPosition)));
  }
  return byEntry;
}

function sealedOrNone(text: string | null): Sealed | { readonly text: null; readonly salt: null; readonly seal: null } {
  return text === null ? { text: null, salt: null, seal: null } : sealed(text);
}

/** Writes entries into a file's ledger tables. An entry that erases takes the values that it names out of those before it. */
export class EntryWriter {
  private readonly entry: (row: object) => void;
  private readonly change: (row: object) => void;
  private readonly citation: (row: object) => void;
  private readonly erasure: (row: object) => void;
  private readonly erase: Readonly<Record<string, Statement>>;

  constructor(sqlite: Database) {
    this.entry = insertInto(sqlite, entries);
    this.change = insertInto(sqlite, changes);
    this.citation = insertInto(sqlite, citations);
    this.erasure = insertInto(sqlite, erasures);
    const erase = (table: string, value: string, salt: string, where: string): Statement =>
      sqlite.prepare(`update ${table} set ${value} = null, ${salt} = null where ${where}`);
    this.erase = {
      RECORD: erase("changes", "record", "salt", "entry = @ofEntry and position = @ofPosition"),
      QUOTE: erase("citations", "quote", "salt", "entry = @ofEntry and position = @ofPosition"),
      INSTEAD: erase("erasures", "instead", "salt", "entry = @ofEntry and position = @ofPosition"),
      REASON: erase("entries", "reason", "reasonSalt", "number = @ofEntry"),
      KEY: erase("entries", "key", "keySalt", "number = @ofEntry"),
    };
  }

  write(text: WrittenEntry): void {
    this.entry(text.entry);
    for (const row of text.changes) this.change(row);
    for (const row of text.citations) this.citation(row);
    for (const row of text.erasures) {
      this.erasure(row);
      this.erase[row.what]?.run({ ofEntry: row.ofEntry, ofPosition: row.ofPosition });
    }
  }
}

/** Adds a row to a table, given by the names of its columns. */
export function insertInto(sqlite: Database, table: SQLiteTable, insert = "insert"): (row: object) => void {
  const statement: Statement = sqlite.prepare(insertText(table, insert));
  return (row) => void statement.run(row);
}

/** What does so, as it is prepared. */
export function insertText(table: SQLiteTable, insert = "insert"): string {
  const names = Object.values(getTableColumns(table)).map((column) => column.name);
  return `${insert} into ${quoted(getTableName(table))} (${names.map(quoted).join(", ")}) values (${names.map((name) => `@${name}`).join(", ")})`;
}
