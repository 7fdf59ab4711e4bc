import type { TakenFrom } from "../catch-up.ts";
import type { Hashed } from "../in-common.ts";
import type { LedgerEnd } from "../journal.ts";
import type { aside } from "../table.ts";

/** Where a ledger's entries are held: in a file, or in a database that servers share. */
export interface Holding extends TakenFrom, Hashed {
  end(): Promise<LedgerEnd>;
  /** Takes over all that another has behind the end of this one, a page after the other, each whole or not at all; refuses what is not as it was sealed. */
  takeFrom(other: TakenFrom): Promise<void>;
  /** What is kept beside the ledger and is no history: sessions, secrets of webhooks and how far they are. A page at a time. */
  asidePages(): AsyncIterable<readonly AsideRow[]>;
  /** Keeps this beside the ledger and nothing else, all of it or as it was. */
  keepAside(pages: AsyncIterable<readonly AsideRow[]>): Promise<void>;
  close(): Promise<void>;
}

export type AsideRow = typeof aside.$inferSelect;

/** So many entries are copied at a time. */
export const PAGE = 500;

/** And so many things that are kept beside them. */
export const ASIDE_PAGE = 500;
