#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { runProgram } from "./program.ts";

/** Milliseconds after which a server is ready, or has more to do than to start. */
const BEGUN = 2_000;

const { ended } = runProgram();

// Memory that is free again is looked for when half as much has been taken as is held, instead of several times as much: while a large table is
// written the process stays below 200 MB where it grew to 340, and takes less time, since there is less to look through (test/bench/export.ts).
// What is made at a start mostly stays: it is ready a twentieth sooner where that is not looked through so often (test/bench/README.md).
setTimeout(() => { setFlagsFromString("--heap-growing-percent=50"); }, BEGUN).unref();

await ended;
