import type { WrittenEntry } from "./written.ts";

/** The end of a ledger: the last entry's number and hash. */
export interface LedgerEnd {
  readonly number: number;
  readonly hash: string;
}

/**
 * Where entries live when several servers share one ledger. Each server keeps a full copy in its own file and works on
 * that, exactly as when there is no journal; the journal only decides whose entry comes next.
 */
export interface Journal {
  /**
   * Adds the entries if the journal still ends where they continue, and says so. With none to add it only answers
   * whether it still ends there, which a refusal has to know as well. UNKNOWN when the answer was lost: whoever asked
   * catches up, finds out and decides again.
   *
   * Entries that erase take effect here in the same step: each entry that `erasedBy` names, these among them, is kept
   * only as `withoutErased` leaves it, and the bytes of what it was are gone as soon as the store can see to that.
   */
  append(end: LedgerEnd, entries: readonly WrittenEntry[]): Promise<"APPENDED" | "OVERTAKEN" | "UNKNOWN">;
  /** Entries after a number, in order, at most so many; without what later ones have erased. */
  after(number: number, most: number): Promise<readonly WrittenEntry[]>;
  /** Calls when there may be something new; what it answers ends the calling. */
  wake(listener: () => void): () => void;
  /** Runs the work while nobody else who waits in line runs theirs: fair to a server that has lost once. */
  inLine<Result>(work: () => Promise<Result>): Promise<Result>;
}
