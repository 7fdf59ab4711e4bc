import { Windows } from "../cost/windows.ts";
import { neighbourhood } from "../exchange/neighbourhood.ts";

/** An attempt that was let through: one that succeeds is not counted. */
export type Attempt = { readonly succeeded: () => void } | { readonly waitSeconds: number };

/** Lets only so many attempts fail from one address within a minute. */
export class Throttle {
  private readonly tries: Windows;

  constructor(most: number) {
    this.tries = new Windows(most);
  }

  /** Counts as failed until it succeeds: attempts made at once are counted before any of them is judged. */
  attempt(address: string | undefined): Attempt {
    const from = neighbourhood(address ?? "");
    const { isTaken, resetAt } = this.tries.take(from, 1);
    if (!isTaken) return { waitSeconds: Math.max(1, Math.ceil((resetAt - Date.now()) / 1_000)) };
    return { succeeded: () => { this.tries.giveBack(from, 1); } };
  }
}
