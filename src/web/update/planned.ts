import type { WorkstreamActInput } from "../graph/types.ts";

/** One act of an update, and where in the form it comes from. */
export interface Planned {
  readonly act: WorkstreamActInput;
  /** What it is about, as it is called. */
  readonly about: string;
  /** The records of which it expects a version. */
  readonly expects: readonly string[];
  /** The field at which something is put right that stands at this place in what the act sends. */
  readonly fieldAt: (path: readonly string[]) => string;
  /** What it would write, by the record's fields, in words: for whoever has to choose between this and what a colleague wrote. */
  readonly says: Readonly<Record<string, string>>;
  /** The fields of the form that it is made of, to be let go where the colleague's words are kept. */
  readonly names: readonly string[];
}

/** What stands in a field of the form. */
export type Value = (name: string) => string;

/** The words of a field; null where there are none. */
export function wordsIn(value: string): string | null {
  return value.trim() === "" ? null : value.trim();
}
