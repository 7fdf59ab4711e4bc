/** What the graph answered before in this window, so that a page one comes back to is there at once; what is new follows. */
export class Answers {
  private readonly kept = new Map<string, unknown>();

  constructor(private readonly most: number) {}

  get(key: string): unknown {
    return this.kept.get(key);
  }

  /** Keeps it, and lets go of what has been kept longest where there are too many. */
  keep(key: string, answer: unknown): void {
    this.kept.delete(key);
    this.kept.set(key, answer);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
  }

  /** What one person may see is not kept for another. */
  forgetAll(): void {
    this.kept.clear();
  }
}
