import { GENESIS } from "./entry.ts";
import type { LedgerEnd } from "./journal.ts";
import { holds, holdsErased, type WrittenEntry } from "./written.ts";

/** The first entry at which a ledger is not what it should be, and why. */
export interface Unsound {
  readonly sound: false;
  readonly entry: number;
  readonly reason: string;
}

/** Walks the chain of seals from the first entry on, page by page. Only what a later entry has erased may be missing, and has to be. */
export class SealWalk {
  private readonly erased: ReadonlySet<string>;
  private reached: LedgerEnd = { number: 0, hash: GENESIS };

  constructor(erased: ReadonlySet<string>) {
    this.erased = erased;
  }

  /** The last entry that was found to be sound. */
  get end(): LedgerEnd {
    return this.reached;
  }

  /** Walks on through the entries that come next, in order; null where they are as they were sealed. */
  through(page: readonly WrittenEntry[]): Unsound | null {
    for (const text of page) {
      const number = this.reached.number + 1;
      const reason = this.fault(text, number);
      if (reason !== null) return { sound: false, entry: number, reason };
      this.reached = { number, hash: text.entry.hash };
    }
    return null;
  }

  private fault(text: WrittenEntry, number: number): string | null {
    if (text.entry.number !== number) return `Entry ${number} is missing.`;
    if (text.entry.previous !== this.reached.hash) return `Entry ${number} does not continue the entry before it.`;
    if (holdsErased(text, this.erased)) return `Entry ${number} still holds a value that a later one has erased.`;
    return isAsSealed(text, this.erased) ? null : `Entry ${number} is not what was sealed.`;
  }
}

/** Text that is no longer JSON was not sealed so either. */
function isAsSealed(text: WrittenEntry, erased: ReadonlySet<string>): boolean {
  try {
    return holds(text, erased);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
