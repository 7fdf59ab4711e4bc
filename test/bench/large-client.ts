import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { median } from "./median.ts";

/**
 * What benchmarks ask of a server that has 20,000 milestones in 200,000 changes, and what its answers cost it. With the path of a
 * file the ledger is kept there and taken up again, as filling it takes longest.
 */

const folder = mkdtempSync(join(tmpdir(), "waymark-bench-"));
const file = process.argv[2] ?? join(folder, "large.db");
if (!existsSync(file)) process.stderr.write("Filling a ledger with 200,000 changes: this takes a minute or more.\n");
const child = fork(fileURLToPath(new URL("large-server.ts", import.meta.url)), [file]);

/** What the server says next. */
async function heard(): Promise<unknown> {
  return new Promise((resolve) => { child.once("message", resolve); });
}

/** Tells the server what to do, in a word, and gives its answer. */
export async function tell<Shape extends z.ZodType>(word: string, shape: Shape): Promise<z.output<Shape>> {
  const answer = heard();
  child.send(word);
  return shape.parse(await answer);
}

/** How the server is. */
export const stateOf = z.object({ held: z.number(), heldAtWork: z.number().nullable(), all: z.number(), answering: z.number().nullable(), memory: z.number(), past: z.object({ graphs: z.number(), bytes: z.number() }) });

const { url, head, id } = z.object({ url: z.string(), head: z.number(), id: z.string() }).parse(await heard());

/** The number of the last entry, and the id of a milestone. */
export { head, id };

/** Asks for what has to be there, and gives the data. */
export async function ask(query: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, { method: "POST", body: JSON.stringify({ query }), headers: { "content-type": "application/json" } });
  const { errors, data } = z.object({ errors: z.unknown().optional(), data: z.unknown() }).parse(await response.json());
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** What something took, in milliseconds: that passed, that the server worked, that the thread of it worked which answers, for which its event loop was held at most, and that it worked at most while it was held. */
export interface Took {
  readonly passed: number;
  readonly all: number;
  readonly answering: number;
  readonly held: number;
  readonly heldAtWork: number;
}

export async function took(work: () => Promise<unknown>): Promise<Took> {
  await tell("reset", stateOf);
  const begun = performance.now();
  await work();
  const passed = performance.now() - begun;
  const { held, heldAtWork, all, answering } = await tell("state", stateOf);
  return { passed, all, answering: answering ?? all, held, heldAtWork: heldAtWork ?? held };
}

export function medianOf(runs: readonly Took[], what: keyof Took): number {
  return median(runs.map((run) => run[what]));
}

export function say(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

/** A row of a table in Markdown. */
export function row(...cells: readonly (string | number)[]): void {
  say(`| ${cells.map((cell) => (typeof cell === "number" ? cell.toFixed(1) : cell)).join(" | ")} |`);
}

/** Runs a benchmark, and ends the server after it. */
export async function bench(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    child.disconnect();
    await once(child, "exit");
    rmSync(folder, { recursive: true });
  }
}
