import { programFile } from "../../../src/kernel/program-file.ts";
import { served } from "./process.ts";
import type { System } from "./system.ts";

/** What is set otherwise than by default: nobody may ask as much in a minute as a benchmark does. All other limits are as they are for everybody. */
const SETTINGS = { PORT: "0", LOG_LEVEL: "error", LIMIT_COST_PER_MINUTE: "1000000000" };

/** The program as it is built, over a ledger. */
export async function waymark(ledger: string, settings: Readonly<Record<string, string>> = {}, profile: string | null = null): Promise<System> {
  const profiling = profile === null ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  return { ...(await served("Waymark", { args: [...profiling, programFile("dist/main.js"), "serve"], settings: { ...SETTINGS, ...settings, LEDGER: ledger } })), path: "/graphql" };
}

/** The floor, over the graph in a ledger's file or over plain rows. */
export async function floor(file: string, over: "graph" | "rows"): Promise<System> {
  return { ...(await served(over === "graph" ? "floor over the graph" : "floor", { args: ["--import", "tsx", programFile("test/bench/side-by-side/floor.ts"), file, over] })), path: "/" };
}
