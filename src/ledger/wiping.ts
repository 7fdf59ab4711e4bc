import type { Wiper } from "./wipe.ts";

/** After so long, wiping that was hindered is tried again. */
const WIPE_AGAIN_MS = 250;

/** Has what was erased wiped out of the file as soon as nothing is in the way, until the ledger closes. */
export class Wiping {
  private readonly wiper: Wiper;
  /** Forgets what is held in memory of the time before, when something is to be wiped. */
  private readonly forget: () => void;
  /** Writes the file anew while nobody else writes; answers whether that is done. */
  private readonly wipe: () => Promise<boolean>;
  private readonly stopping: AbortSignal;
  private again: NodeJS.Timeout | null = null;

  constructor(wiper: Wiper, forget: () => void, wipe: () => Promise<boolean>, stopping: AbortSignal) {
    this.wiper = wiper;
    this.forget = forget;
    this.wipe = wipe;
    this.stopping = stopping;
    stopping.addEventListener("abort", () => {
      if (this.again !== null) clearTimeout(this.again);
    });
  }

  /** Whether bytes of what was erased may still stand in this copy, since somebody reads an older entry or another process holds the file. */
  isDue(): boolean {
    return this.wiper.isDue();
  }

  /** Wipes what is due, and tries again later where something is in the way. */
  async begin(): Promise<void> {
    if (this.stopping.aborted || !this.wiper.isDue()) return;
    this.forget();
    if (this.again !== null) return;
    try {
      if (!(await this.wipe())) this.tryAgain();
    } catch {
      // What was erased is erased; a full disk or a file that is held keeps its bytes for a while longer.
      this.tryAgain();
    }
  }

  private tryAgain(): void {
    this.again = setTimeout(() => {
      this.again = null;
      void this.begin();
    }, WIPE_AGAIN_MS).unref();
  }
}
