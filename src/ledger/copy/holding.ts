import type { LedgerEnd } from "../journal.ts";
import type { TakenFrom } from "../catch-up.ts";

/** Where a ledger's entries are held: in a file, or in a database that servers share. */
export interface Holding extends TakenFrom {
  end(): Promise<LedgerEnd>;
  /** The hash of an entry; null where there is none of this number. */
  hashOf(number: number): Promise<string | null>;
  /** Takes over all that another has behind the end of this one, a page after the other, each whole or not at all; refuses what is not as it was sealed. */
  takeFrom(other: TakenFrom): Promise<void>;
  close(): Promise<void>;
}

/** So many entries are copied at a time. */
export const PAGE = 500;
