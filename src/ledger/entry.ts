/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The whole record after a change: its fields by name, without those that are empty. */
export interface StoredRecord {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: Json;
}

export type Operation = "CREATE" | "CHANGE" | "REMOVE";

/** One record created, changed or removed. */
export interface Change {
  readonly type: string;
  /** The shape in which `record` is written. */
  readonly shape: number;
  readonly id: string;
  readonly version: number;
  readonly operation: Operation;
  /** Null when removed. */
  readonly record: StoredRecord | null;
  /** The names of the fields that differ from the version before. */
  readonly fields: readonly string[];
}

/** Where something in an entry is written: a source, a line, at most 15 of its words. */
export interface Citation {
  readonly sourceId: string;
  readonly recordId: string;
  /** The fields that it supports; none means the record as a whole. */
  readonly fields: readonly string[];
  /** Line of the source's text, from 1. */
  readonly line: number | null;
  readonly quote: string | null;
}

/** The values that an entry can lose: what a change wrote, a quote, a reason, a key, and what was read instead of an erased record. */
export type ErasableValue = "RECORD" | "QUOTE" | "REASON" | "KEY" | "INSTEAD";

/** One value that an entry has erased, named by where it stood. */
export interface Erasure {
  readonly what: ErasableValue;
  /** The number of the entry that held it, and its position there; 0 for a reason and a key. */
  readonly entry: number;
  readonly position: number;
  /** What is read where a record was erased, and its shape: the same version without the values that had to go. */
  readonly shape: number | null;
  readonly instead: StoredRecord | null;
}

/** What stands where a name was. */
export const ERASED = "[erased]";

/** One act by one actor. */
export interface Entry {
  /** 1, 2, 3 and so on, without gaps. */
  readonly number: number;
  readonly id: string;
  /** When it counts from: never earlier than the entry before. */
  readonly at: string;
  /** When it was written down. */
  readonly recordedAt: string;
  /** Whether it is part of the history from before the first live entry. */
  readonly founding: boolean;
  /** What was done, as `milestone:plan`. */
  readonly act: string;
  /** Who did it: the id of an account, or the name of a part of the software; never the name of somebody, which could not be erased. */
  readonly actor: string;
  readonly reason: string | null;
  /** What the actor called this act, so that it is done once. */
  readonly key: string | null;
  readonly citations: readonly Citation[];
  readonly changes: readonly Change[];
  readonly erasures: readonly Erasure[];
  /** The seal of the entry before, and its own. */
  readonly previous: string;
  readonly hash: string;
}

/** At most so many records in one act. */
export const MOST_CHANGES = 1_000;

/** The tracker holds facts and short quotes, not documents. */
export const MOST_QUOTED_WORDS = 15;

/** What the first entry continues. */
export const GENESIS = "genesis";
