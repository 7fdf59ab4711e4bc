import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { constants, Script } from "node:vm";

// What is made as a program starts mostly stays; where V8 takes from that that whatever is made at the same place later stays too, each request leaves some of what it made,
// and all that hangs on it, until all of memory is looked through (test/bench/README.md).
setFlagsFromString("--no-allocation-site-pretenuring");
// What is young is looked through by the thread that answers: little of it stays, and to wake others for it takes longer than to do it (test/bench/README.md).
setFlagsFromString("--no-parallel-scavenge");

/** The program as it is built: one function of what Node gives a CommonJS module, in ASCII. */
const PROGRAM = fileURLToPath(new URL("program.cjs", import.meta.url));

/** What V8 has compiled of it, behind a hash of both. */
const COMPILED = fileURLToPath(new URL("program.compiled", import.meta.url));
const HASH_BYTES = 32;

/** A program that runs. */
export interface Running {
  /** Resolves when its command has come to its end. */
  readonly ended: Promise<void>;
  /** Keeps what V8 has compiled so far, for the next start. */
  readonly keepCompiled: () => void;
}

/**
 * Runs the program. What was compiled of this very program, by this V8, is not compiled again: a start takes an eighth less time, and 28 MB less memory (test/bench/README.md).
 * V8 itself looks whether it can use it, and otherwise compiles as ever.
 */
export function runProgram(): Running {
  const bytes = readFileSync(PROGRAM);
  const script = scriptOf(bytes);
  const module: { exports: Partial<Exported> } = { exports: {} };
  // oxlint-disable-next-line no-unsafe-type-assertion -- how it is built, see build/rolldown.config.ts
  const program = script.runInThisContext() as (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void;
  program(module.exports, createRequire(PROGRAM), module, PROGRAM, dirname(PROGRAM));
  const { ended } = module.exports;
  if (ended === undefined) throw new Error("What is built runs no command: build it again.");
  return { ended, keepCompiled: () => { keep(bytes, script.createCachedData()); } };
}

/** Whether what was compiled is of this very program, and of this V8. */
export function isCompiled(): boolean {
  return scriptOf(readFileSync(PROGRAM)).cachedDataRejected === false;
}

function scriptOf(program: Buffer): Script {
  // Of one letter a byte, V8 takes the text as it is.
  return new Script(program.toString("latin1"), { filename: PROGRAM, cachedData: compiledOf(program), importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER });
}

/** What `main.ts` exports. */
interface Exported {
  readonly ended: Promise<void>;
}

function keep(program: Buffer, compiled: Buffer): void {
  writeFileSync(`${COMPILED}.new`, Buffer.concat([hashOf(program, compiled), compiled]));
  renameSync(`${COMPILED}.new`, COMPILED);
}

/** V8 would take what was compiled of any text as long as this, and believe whatever stands in it. */
function compiledOf(program: Buffer): Buffer | undefined {
  if (!existsSync(COMPILED)) return undefined;
  const kept = readFileSync(COMPILED);
  const compiled = kept.subarray(HASH_BYTES);
  return kept.subarray(0, HASH_BYTES).equals(hashOf(program, compiled)) ? compiled : undefined;
}

function hashOf(program: Buffer, compiled: Buffer): Buffer {
  return createHash("sha256").update(program).update(compiled).digest();
}
