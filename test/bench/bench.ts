import "reflect-metadata";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { z } from "zod";
import { onItsOwn } from "./on-its-own/on-its-own.ts";
import { proveEqual } from "./side-by-side/equal.ts";
import { latencies } from "./side-by-side/latency.ts";
import { measureAll } from "./side-by-side/measured.ts";
import { readOptions } from "./side-by-side/options.ts";
import { floor, waymark } from "./side-by-side/ours.ts";
import { startPeers } from "./side-by-side/peers.ts";
import { copyOf, rowsOf } from "./side-by-side/rows.ts";
import type { System } from "./side-by-side/system.ts";
import { ratiosOf, tablesOf, WAYMARK } from "./side-by-side/table.ts";
import { keyTo, writingRows, writingTo } from "./side-by-side/writing.ts";
import { worldOf } from "./world/world.ts";

/**
 * Waymark as it is built, side by side with a floor and with peers over the same rows: `npm run bench`. Answers are proven equal first. What is told is
 * answers for each second that a server worked, medians of rounds in turn.
 */

if (process.platform !== "linux") throw new Error("What a server works is read from /proc, which only Linux has.");
const options = readOptions(process.argv.slice(2));
// How far it is goes beside: what is printed are tables, and with --json a last line for programs.
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const progress = (line: string): void => void process.stderr.write(`${line}\n`);

const isWanted = (name: string): boolean => options.only.length === 0 || options.only.some((start) => name.toLowerCase().startsWith(start));

const world = await worldOf(options.milestones, progress);
const folder = mkdtempSync(join(tmpdir(), "waymark-bench-"));
process.once("exit", () => { rmSync(folder, { recursive: true, force: true }); });
const systems: System[] = [];
const started = async (name: string, start: () => Promise<System>): Promise<void> => { if (isWanted(name)) systems.push(await start()); };
try {
  const ledger = copyOf(world, join(folder, "ledger.db"));
  const rows = copyOf(rowsOf(world), join(folder, "rows.db"));
  const secret = await keyTo(ledger);
  await started(WAYMARK, async () => waymark(ledger, {}, options.profile));
  await started("floor", async () => floor(rows, "rows"));
  await started("floor over the graph", async () => floor(world, "graph"));
  await startPeers(rows, isWanted, progress, (peer) => systems.push(peer));

  const reader = new SQLite(rows, { readonly: true });
  const ids = z.array(z.string()).parse(reader.prepare("select id from milestones order by id").pluck().all());
  reader.close();
  progress(`${await proveEqual(systems, options.shapes, ids)} answers are the same from ${systems.length} systems.`);
  say(`${options.milestones} milestones; ${availableParallelism()} cores (${cpus()[0]?.model ?? "unknown"}), load ${loadavg()[0]?.toFixed(1)}, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}; ${options.rounds} rounds of ${options.milliseconds / 1_000} s`);
  say("");
  const tell = (lines: readonly string[]): void => { for (const line of [...lines, ""]) say(line); };
  const measured = options.parts.includes("beside")
    ? await measureAll(systems, options, ids, async (system, until) => (system.name === WAYMARK ? writingTo(system, secret, 1, until) : writingRows(rows, until)), progress)
    : new Map();
  if (options.parts.includes("beside")) for (const lines of tablesOf(measured, systems, options)) tell(lines);
  if (options.parts.includes("waits")) tell(await latencies(systems, options, ids));
  for (const system of systems) await system.end();
  if (options.parts.includes("own")) await onItsOwn(folder, options, ids, tell, progress);
  if (options.json) say(JSON.stringify(ratiosOf(measured, systems, options)));
} finally {
  for (const system of systems) await system.end();
}
