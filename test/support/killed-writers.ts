import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { newId } from "../../src/kernel/identity.ts";
import type { Ddl } from "../../src/ledger/ddl.ts";

const SCRIPT = fileURLToPath(new URL("writer-process.ts", import.meta.url));

/** The record that every act counts on: an act that was lost or done twice shows in it. */
export const counter = newId("tk", "counter");

/** What a writing process is told. */
export interface WriterTask {
  readonly file: string;
  /** The path of a file, or the address of a database, that several share. */
  readonly journal: string | null;
  readonly ddl: Ddl;
  /** Begins the keys of its acts. */
  readonly name: string;
  /** Keys of acts that were not answered before. */
  readonly retry: readonly string[];
}

export function readTask(text: string): WriterTask {
  // oxlint-disable-next-line no-unsafe-type-assertion -- written by `startWriter` from a WriterTask
  return JSON.parse(text) as WriterTask;
}

/** A writing process, and what it has said so far. */
export interface WriterProcess {
  readonly tried: ReadonlySet<string>;
  /** The number with which each act was answered. */
  readonly done: ReadonlyMap<string, number>;
  /** Resolves when so many acts are answered. */
  hasDone(acts: number): Promise<void>;
  /** Kills it without warning; resolves when all that it said is read. */
  kill(): Promise<void>;
  /** Sees to it that it is gone, however a test ended. */
  end(): void;
}

export function startWriter(task: WriterTask): WriterProcess {
  const child = spawn(process.execPath, ["--import", "tsx", SCRIPT, JSON.stringify(task)], { stdio: ["ignore", "pipe", "pipe"] });
  const tried = new Set<string>();
  const done = new Map<string, number>();
  let complaint = "";
  child.stderr.on("data", (text: Buffer) => {
    complaint += text.toString();
  });
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    const [word, key = "", entry, stop] = line.split(" ");
    if (word === "try") tried.add(key);
    // The kill may have cut the last line.
    if (word === "done" && stop === ".") done.set(key, Number(entry));
  });
  const ended = new Promise<void>((resolve) => lines.on("close", resolve));
  const hasFailed = (): boolean => child.exitCode !== null;
  return {
    tried,
    done,
    hasDone: async (acts) => {
      while (done.size < acts) {
        if (hasFailed()) throw new Error(`A writer ended by itself: ${complaint}`);
        await pause(5);
      }
    },
    kill: async () => {
      if (hasFailed()) throw new Error(`A writer ended by itself: ${complaint}`);
      child.kill("SIGKILL");
      await ended;
    },
    end: () => {
      child.kill("SIGKILL");
    },
  };
}
