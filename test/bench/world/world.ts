import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { loadActs } from "../../../src/feeds/import/acts.ts";
import { programFile } from "../../../src/kernel/program-file.ts";
import { standards } from "../../../src/schema.ts";
import { loadFoundingDocuments, openLedger, programmeGraph } from "../../../src/serve/tracker.ts";
import { actsOf } from "./acts.ts";

/** Another number makes worlds anew: what is in them has changed. */
const WORLD = 1;

/** So many acts are handed over together: enough to share what they wait for. */
const TOGETHER = 5_000;

/** The first line of a part of a world; each part has a name of its own. */
const header = (part: number): string => JSON.stringify({ file: `bench-${part}`, system: "@bench", audience: "PUBLIC" });

/** Where what takes long to make is kept for the next time: `BENCH_FOLDER`, or `dist/bench`. */
export const benchFolder = process.env["BENCH_FOLDER"] ?? programFile("dist/bench");

/**
 * The file of a ledger with the five documents and after them a world of so many milestones, with the graph as it is made now; whoever writes to it writes to
 * a copy. The ledger is made by the import unless it is there; where the graph's tables have changed since, the graph is made anew from it.
 */
export async function worldOf(milestones: number, say: (line: string) => void): Promise<string> {
  mkdirSync(benchFolder, { recursive: true });
  const { ddl, derived } = programmeGraph();
  const file = join(benchFolder, `world-${WORLD}-${milestones}-${createHash("sha256").update(JSON.stringify([ddl, derived])).digest("hex").slice(0, 8)}.db`);
  if (existsSync(file)) return file;
  const made = await ledgerOf(milestones, say);
  say("Making the graph as it is now.");
  const half = `${file}.half`;
  removed(half);
  copyFileSync(made, half);
  await (await openLedger(half)).close();
  renameSync(half, file);
  return file;
}

/** Takes away a file that was left half made, with what stands beside it. */
function removed(half: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(`${half}${end}`, { force: true });
}

async function ledgerOf(milestones: number, say: (line: string) => void): Promise<string> {
  const file = join(benchFolder, `world-${WORLD}-${milestones}.db`);
  if (existsSync(file)) return file;
  const begun = performance.now();
  const half = `${file}.half`;
  removed(half);
  const ledger = await openLedger(half);
  await loadFoundingDocuments(ledger);
  let [lines, made]: [string[], number] = [[], 0];
  const load = async (): Promise<void> => {
    await loadActs(ledger, [header(made), ...lines].join("\n"), { actor: "bench", founding: false, standards });
    made += lines.length;
    lines = [];
    say(`${made} records made, ${Math.round(made / ((performance.now() - begun) / 1_000))} a second`);
  };
  for (const line of actsOf(milestones)) {
    lines.push(line);
    if (lines.length === TOGETHER) await load();
  }
  if (lines.length > 0) await load();
  await ledger.close();
  renameSync(half, file);
  return file;
}
