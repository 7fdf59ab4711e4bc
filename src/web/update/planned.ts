import type { AsItStandsFragment, WorkstreamActInput } from "../graph/types.ts";

/** One act of an update, and where in the form it comes from. */
export interface Planned {
  readonly act: WorkstreamActInput;
  /** What it is about, as it is called. */
  readonly about: string;
  /** The records of which it expects a version. */
  readonly expects: readonly string[];
  /** The field at which something is put right that stands at this place in what the act sends. */
  readonly fieldAt: (path: readonly string[]) => string;
  /** What it would write, by the record's fields, in words, with the id before it where it writes several records of a sort: for whoever has to choose between this and what a colleague wrote. */
  readonly says: Readonly<Record<string, string>>;
  /** What stands in the form instead, by its fields, where of one of the records that it changes the colleague's words are kept. Null lets go of what was typed. */
  readonly instead: (record: AsItStandsFragment) => Readonly<Record<string, string | null>>;
}

/** What stands in a field of the form. */
export type Value = (name: string) => string;

/** Lets go of what was typed in these fields. */
export function letGo(...names: readonly string[]): Planned["instead"] {
  return () => Object.fromEntries(names.map((name) => [name, null]));
}

/** The words of a field; null where there are none. */
export function wordsIn(value: string): string | null {
  return value.trim() === "" ? null : value.trim();
}
