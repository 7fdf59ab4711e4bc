/** Something kept: whose it is, what it says, and until when. */
export interface Kept {
  readonly owner: string | null;
  readonly value: string;
  readonly until: Date;
}

/** The same, and where it is kept. */
export interface KeptUnder extends Kept {
  readonly key: string;
}

/** Something that is to be kept in a drawer; null for what is to be there no more. */
export interface ToKeep {
  readonly drawer: string;
  readonly key: string;
  readonly kept: Kept | null;
}

/** What is kept in the place of what was read under its key. */
export type InItsPlace = ToKeep & { readonly kept: Kept };

/** Which of what lies in a drawer: of one owner, before a key, at most so many; all of it where nothing is said. */
export interface WhichKept {
  readonly owner?: string | null;
  readonly before?: string | null;
  readonly most?: number | null;
}

/**
 * What has to be remembered and is no history: sessions, links that work once. It stands in no entry and in no graph; a rebuild
 * keeps it, no answer depends on it, and what has had its time is not there any more. Servers that share a ledger share it too.
 *
 * Everything here rejects with a LedgerFault where the storage does not do what it should.
 */
export interface Drawers {
  /**
   * What is kept under a key; null for nothing. Where an age is given, in milliseconds, what was found here no longer ago than that will do: what
   * another server has done since is then not seen yet. It will do at any age where the storage cannot be reached just now.
   */
  find(drawer: string, key: string, age?: number): Promise<Kept | null>;

  /** Keeps it, in the place of what stood under its key; resolves once it is durable. */
  keep(drawer: string, key: string, kept: Kept): Promise<void>;

  /**
   * Puts something else in the place of what is still there, and answers whether it did: for what can as well be noted a little later. Not where
   * that cannot be done at once, for whatever reason; it never rejects. What somebody has taken or dropped in between stays gone.
   */
  renewIfFree(drawer: string, key: string, renewed: Pick<Kept, "value" | "until">): Promise<boolean>;

  /** All that is kept in a drawer, the last keys first. */
  all(drawer: string, which?: WhichKept): Promise<readonly KeptUnder[]>;

  /**
   * Keeps several things under a key each, all or none, and only where under the first one's key there still stands what was read there: null
   * for nothing. Answers whether it did. So one of several who work on the same goes on, and the others learn that they do not.
   */
  exchange(was: string | null, things: readonly [InItsPlace, ...ToKeep[]]): Promise<boolean>;

  /** Hands it to whoever comes first: after that it is gone. */
  take(drawer: string, key: string): Promise<Kept | null>;

  drop(drawer: string, key: string): Promise<void>;

  dropAllOf(drawer: string, owner: string): Promise<void>;

  /** What time it is by the clock that all go by who share this, so that what one says of a moment the others understand. */
  time(): Promise<Date>;

  close(): Promise<void>;
}

/** How often what has had its time is looked for: it is found no more by then, and only takes room. */
const SWEEP_EVERY_MS = 60_000;

/** Says when to sweep: at the first write, and then once in a while, whatever is written in between. */
export class SweepTime {
  private nextAt = 0;

  isDue(): boolean {
    const now = performance.now();
    if (now < this.nextAt) return false;
    this.nextAt = now + SWEEP_EVERY_MS;
    return true;
  }
}
