import type { TakenFrom } from "../catch-up.ts";
import type { Hashed } from "../in-common.ts";
import type { LedgerEnd } from "../journal.ts";

/** Where a ledger's entries are held: in a file, or in a database that servers share. */
export interface Holding extends TakenFrom, Hashed {
  end(): Promise<LedgerEnd>;
  /** Takes over all that another has behind the end of this one, a page after the other, each whole or not at all; refuses what is not as it was sealed. */
  takeFrom(other: TakenFrom): Promise<void>;
  close(): Promise<void>;
}

/** So many entries are copied at a time. */
export const PAGE = 500;
