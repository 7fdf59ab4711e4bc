import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** A server in a process of its own. */
export interface Served {
  readonly name: string;
  readonly url: string;
  readonly process: ChildProcess;
  /** Milliseconds until it said that it is ready. */
  readonly ready: number;
  readonly end: () => Promise<void>;
}

export interface Command {
  readonly program?: string;
  readonly args: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

const running = new Set<ChildProcess>();

// Whoever stops a benchmark stops its servers.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
process.once("exit", () => { for (const child of running) child.kill("SIGKILL"); });

/** Starts a server that says `ready at` and its address. */
export async function served(name: string, { program = process.execPath, args, settings = {}, folder }: Command): Promise<Served> {
  const begun = performance.now();
  const child = spawn(program, [...args], { env: { ...process.env, NODE_ENV: "production", ...settings }, cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const address = async (): Promise<string> => {
    for await (const line of createInterface({ input: child.stdout })) {
      const [, found] = /ready at (http\S+)/.exec(line) ?? [];
      if (found !== undefined) return found.replace(/\/$/, "");
    }
    throw new Error(`${name} did not start.`);
  };
  const url = await address();
  const ready = performance.now() - begun;
  child.stdout.resume();
  const end = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { name, url, process: child, ready, end };
}

/** So many ticks Linux counts in a second. */
const TICKS = 100;

/** What a process has worked so far with all its threads, in seconds: what others do on the machine does not count. Linux only. */
export function worked({ pid }: ChildProcess): number {
  return sum(statOf(pid).slice(11, 13));
}

/** What a process and all that it began have worked, in seconds: those that still run, and those that it saw end. */
export function workedWithChildren(pid: number): number {
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((name) => statOf(name)).filter((stat) => Number(stat[1]) === pid);
  return sum([...statOf(pid).slice(11, 15), ...children.flatMap((stat) => stat.slice(11, 13))]);
}

/** The process that began another. */
export function parentOf(pid: number): number {
  return Number(statOf(pid)[1]);
}

function sum(ticks: readonly string[]): number {
  return ticks.reduce((total, number) => total + Number(number), 0) / TICKS;
}

/** What Linux tells of a process, from its state on; nothing of one that has ended. */
function statOf(pid: number | string | undefined): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  } catch {
    return [];
  }
}

/** What a process takes of memory, in megabytes: now, or at most so far. */
export function memory({ pid }: ChildProcess, what: "VmRSS" | "VmHWM"): number {
  return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024;
}
