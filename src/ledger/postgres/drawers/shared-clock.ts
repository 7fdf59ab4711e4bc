import type { Reach } from "./reach.ts";

/** So long it is counted on from what PostgreSQL said, in milliseconds: two clocks do not go so differently. */
const COUNT_ON_FOR = 60_000;

/** PostgreSQL's clock, which all servers share however their own are set: asked once in a while, and counted on from there. */
export class SharedClock {
  private readonly reach: Reach;
  private known: { readonly at: number; readonly ahead: number } | null = null;

  constructor(reach: Reach) {
    this.reach = reach;
  }

  async now(): Promise<Date> {
    const { ahead } = this.known !== null && performance.now() < this.known.at + COUNT_ON_FOR ? this.known : await this.ask();
    return new Date(performance.now() + ahead);
  }

  private async ask(): Promise<{ readonly ahead: number }> {
    const asked = performance.now();
    const [row] = await this.reach.read<{ now: Date }>("select clock_timestamp() as now", []);
    const answered = performance.now();
    if (row === undefined) throw new Error("PostgreSQL does not say what time it is.");
    this.known = { at: answered, ahead: row.now.getTime() - (asked + answered) / 2 };
    return this.known;
  }
}
