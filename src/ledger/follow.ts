import type { Entry } from "./entry.ts";
import type { Journal } from "./journal.ts";

/** How often a follower looks by itself; a commit in the same process wakes it at once. */
const LOOK_EVERY_MS = 100;

/** Tells followers in this process that there may be something new. */
export class Bell {
  private readonly waiting = new Set<() => void>();

  ring(): void {
    for (const wake of this.waiting) wake();
  }

  /** Resolves at the next ring, after a short while, or when the signal says to stop. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.waiting.delete(wake);
        clearTimeout(look);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      const look = setTimeout(wake, LOOK_EVERY_MS).unref();
      this.waiting.add(wake);
      signal.addEventListener("abort", wake);
      if (signal.aborted) wake();
    });
  }
}

/** Lets any number of others wait for the ledger to go on: it is looked at once for all of them. */
export class Watch {
  private readonly head: () => number;
  private readonly bell: Bell;
  private readonly stopping: AbortSignal;
  private readonly waiting = new Set<{ readonly after: number; readonly wake: () => void }>();
  private isLooking = false;

  constructor(head: () => number, bell: Bell, stopping: AbortSignal) {
    this.head = head;
    this.bell = bell;
    this.stopping = stopping;
  }

  /** Resolves once there is something behind an entry, or when the signal or the ledger's closing says to stop. */
  beyond(after: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const one = {
        after,
        wake: (): void => {
          this.waiting.delete(one);
          signal.removeEventListener("abort", one.wake);
          resolve();
        },
      };
      this.waiting.add(one);
      signal.addEventListener("abort", one.wake);
      if (signal.aborted) one.wake();
      else void this.look();
    });
  }

  private async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    while (this.waiting.size > 0) {
      const reached = this.reached();
      for (const { after, wake } of this.waiting) if (reached > after) wake();
      if (this.waiting.size > 0) await this.bell.next(this.stopping);
    }
    this.isLooking = false;
  }

  /** Where the ledger stands; where it cannot be read any more, nobody waits any longer, and whoever reads is told why. */
  private reached(): number {
    if (this.stopping.aborted) return Number.POSITIVE_INFINITY;
    try {
      return this.head();
    } catch {
      return Number.POSITIVE_INFINITY;
    }
  }
}

/** Every entry after a number, once and in order, as long as the signal does not say to stop. */
export async function* follow(after: number, read: (after: number) => readonly Entry[], bell: Bell, signal: AbortSignal): AsyncGenerator<Entry> {
  let last = after;
  while (!signal.aborted) {
    const next = read(last);
    for (const entry of next) {
      if (signal.aborted) return;
      yield entry;
      last = entry.number;
    }
    if (next.length === 0) await bell.next(signal);
  }
}

/** Takes over what others append to the journal, at its call and every short while, until what it answers is called. */
export function keepUp(journal: Journal, catchUp: () => Promise<void>): () => void {
  let looking = false;
  const look = (): void => {
    if (looking) return;
    looking = true;
    void catchUp().finally(() => {
      looking = false;
    });
  };
  const asleep = journal.wake(look);
  const polling = setInterval(look, LOOK_EVERY_MS).unref();
  return () => {
    asleep();
    clearInterval(polling);
  };
}
