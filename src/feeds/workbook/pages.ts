import type { Row } from "../tables/table.ts";

/** The rows of a table, taken some at a time, so that a sheet that is full can end and another go on. */
export class Pages {
  private readonly pages: AsyncIterator<readonly Row[]>;
  /** What was read and is not taken yet; null where nothing is left. */
  private held: readonly Row[] | null = [];

  constructor(pages: AsyncIterable<readonly Row[]>) {
    this.pages = pages[Symbol.asyncIterator]();
  }

  /** Whether there are rows that nobody has taken. */
  async hasMore(): Promise<boolean> {
    while (this.held !== null && this.held.length === 0) {
      const next = await this.pages.next();
      this.held = next.done === true ? null : next.value;
    }
    return this.held !== null;
  }

  /** The next rows, this many at most. */
  async *take(most: number): AsyncGenerator<readonly Row[]> {
    for (let left = most; left > 0 && (await this.hasMore()); ) {
      const rows = (this.held ?? []).slice(0, left);
      this.held = (this.held ?? []).slice(left);
      left -= rows.length;
      yield rows;
    }
  }

  /** Lets go of what is being read. */
  async end(): Promise<void> {
    this.held = null;
    await this.pages.return?.();
  }
}
