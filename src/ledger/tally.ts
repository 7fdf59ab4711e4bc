import { Refusal } from "../kernel/problem.ts";

/** What one process has done with a ledger since it opened it. */
export class Tally {
  /** How many entries it wrote. */
  written = 0;
  /** How many acts it refused, by the code of the first thing that stood in the way. */
  readonly refused = new Map<string, number>();

  /** Counts what came of a piece of writing, by how many entries it says that it made. */
  async of<Done>(work: Promise<Done>, entriesOf: (done: Done) => number): Promise<Done> {
    try {
      const done = await work;
      this.written += entriesOf(done);
      return done;
    } catch (error) {
      if (error instanceof Refusal) this.refuse(error);
      throw error;
    }
  }

  private refuse({ problems: [first] }: Refusal): void {
    const code = first?.code ?? "";
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
  }
}
