import { execFile } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { programFile } from "../../src/kernel/program-file.ts";

const run = promisify(execFile);

/** Whose turn it is to build: two that build at once would take each other's files away. */
const TURN = programFile("node_modules/.waymark-pages-turn");

let built: Promise<string> | null = null;

/** The folder of the pages, built from their sources as they stand: once in a process, and by one process at a time. */
export async function builtPages(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  while (!taken()) await wait(100);
  try {
    await run("npm", ["run", "--silent", "build:web"], { cwd: programFile(".") });
  } finally {
    rmSync(TURN, { force: true });
  }
  return programFile("dist/web");
}

function taken(): boolean {
  try {
    writeFileSync(TURN, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    // Somebody else's turn, unless they have gone without saying so.
    if (!isRunning(holder())) rmSync(TURN, { force: true });
    return false;
  }
}

/** Null while whoever took their turn has not written their number yet. */
function holder(): number | null {
  try {
    return Number(readFileSync(TURN, "utf8")) || null;
  } catch {
    return null;
  }
}

function isRunning(pid: number | null): boolean {
  if (pid === null) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
