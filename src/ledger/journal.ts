import type { Drawers } from "./drawers.ts";
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
   * catches up, finds out and decides again. Rejects with NotTaken where nothing was added for certain.
   *
   * Entries that erase take effect here in the same step: each entry that `erasedBy` names, these among them, is kept
   * only as `withoutErased` leaves it, and the bytes of what it was are gone as soon as the store can see to that.
   */
  append(end: LedgerEnd, entries: readonly WrittenEntry[]): Promise<"APPENDED" | "OVERTAKEN" | "UNKNOWN">;
  /** Entries behind this one, in order, at most so many; without what later ones have erased. FORKED where the journal has no such entry. */
  after(end: LedgerEnd, most: number): Promise<readonly WrittenEntry[] | "FORKED">;
  /** The last entry that it has. */
  end(): Promise<LedgerEnd>;
  /** The hash of an entry; null where it has none of this number. */
  hashOf(number: number): Promise<string | null>;
  /** Calls when there may be something new; what it answers ends the calling. */
  wake(listener: () => void): () => void;
  /** Runs the work while nobody else who waits in line runs theirs: fair to a server that has lost once. */
  inLine<Result>(work: () => Promise<Result>): Promise<Result>;
  /** What all who share this journal keep beside the ledger; what has had its time is judged by this clock. Whoever asks for it closes it. */
  drawers(clock: () => Date): Drawers;
  /** Lets go of what it holds; called once, by the ledger that was given it. */
  close(): Promise<void>;
}

/** The journal cannot be reached, or does not take entries just now: nothing was added. */
export class NotTaken extends Error {
  override readonly name = "NotTaken";
  constructor(cause: unknown) {
    super("The journal took nothing.", { cause });
  }
}

/** The journal cannot be used, in one line for whoever starts the server. */
export class JournalRefused extends Error {
  override readonly name = "JournalRefused";
}

/**
 * This copy has an entry that the journal does not know: the journal has lost its last entries, or is not the one that
 * the copy was made from. It is the journal that counts.
 */
export class Forked extends Error {
  override readonly name = "Forked";
  constructor(number: number) {
    super(`Entry ${number} of this server's copy is not in the journal. The copy is set aside and made anew; this server is not ready until then.`);
  }
}
