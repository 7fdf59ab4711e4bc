import { refreshAll } from "../graph/refresh.ts";

/** What is done together is asked for together; everybody who reads is told at the same moment, and does not ask at the same moment. */
const TOGETHER_MS = 150;
const APART_MS = 350;
/** While one thing after another is done, it is asked no more often than this. */
const AT_MOST_EVERY_MS = 2_000;

/** Asks anew for what stands on the page: not for each change, but for those together that come together. */
export class Refreshing {
  private entry = 0;
  private lastAt = -Infinity;
  private isDue = false;

  /** Something was done in this entry. */
  hear(entry: number): void {
    this.entry = Math.max(this.entry, entry);
    if (this.isDue) return;
    this.isDue = true;
    const wait = Math.max(TOGETHER_MS + Math.random() * APART_MS, this.lastAt + AT_MOST_EVERY_MS - performance.now());
    setTimeout(() => {
      this.isDue = false;
      this.lastAt = performance.now();
      refreshAll(this.entry);
    }, wait);
  }
}
