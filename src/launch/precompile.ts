import { runProgram } from "./program.ts";

// Run once it is built, with a command that makes most of the program be compiled.
const { ended, keepCompiled } = runProgram();
await ended;
keepCompiled();
