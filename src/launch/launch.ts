#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { runProgram } from "./program.ts";

/** Commands that start a server: they have come to their end when it is ready. */
const STARTING: ReadonlySet<string | undefined> = new Set(["serve", "example"]);

/** So many milliseconds a start has: one that takes longer has more to do than to start, such as to make the graph anew. */
const START = 2_000;

const { ended } = runProgram();

if (!STARTING.has(process.argv[2])) saveMemory();
setTimeout(saveMemory, START).unref();
await ended;
saveMemory();

/**
 * Memory that is free again is looked for when half as much has been taken as is held, instead of several times as much: while a large table is
 * written the process stays below 200 MB where it grew to 340, and takes less time, since there is less to look through (test/bench/export.ts).
 * What is made at a start mostly stays: a server is ready a twentieth sooner where that is not looked through so often (test/bench/README.md).
 */
function saveMemory(): void {
  setFlagsFromString("--heap-growing-percent=50");
}
