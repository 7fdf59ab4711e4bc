import { median } from "../median.ts";
import { waymark } from "../side-by-side/ours.ts";
import { memory, worked } from "../side-by-side/process.ts";
import type { Options } from "../side-by-side/options.ts";
import { short } from "../side-by-side/table.ts";

/** How long a server takes until it is ready over each ledger, from when its process begins, and what it holds of memory then. */
export async function starting(ledgers: ReadonlyMap<string, string>, { quick }: Options): Promise<string[]> {
  const lines = ["| a server over | is ready after, ms | least to most | work until then, ms | MB then |", "| --- | --- | --- | --- | --- |"];
  for (const [name, ledger] of ledgers) {
    const [took, work, held]: [number[], number[], number[]] = [[], [], []];
    // What a first start makes is there from then on: that one is not told.
    for (let turn = 0; turn <= (quick ? 1 : 5); turn += 1) {
      const server = await waymark(ledger);
      if (turn > 0) {
        took.push(server.ready);
        work.push(worked(server.process) * 1_000);
        held.push(memory(server.process, "VmRSS"));
      }
      await server.end();
    }
    lines.push(`| ${name} | ${short(median(took))} | ${short(Math.min(...took))} to ${short(Math.max(...took))} | ${short(median(work))} | ${short(median(held))} |`);
  }
  return lines;
}
