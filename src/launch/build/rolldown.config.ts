import { fileURLToPath } from "node:url";
import type { Plugin, RolldownOptions } from "rolldown";

const from = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Puts a CommonJS module into a function, as Node does when it loads one, as strict as its sources are, and writes it in ASCII: V8 keeps that as it is read, and anything else in twice the room. */
const asFunction: Plugin = {
  name: "as-function",
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) if (chunk.type === "chunk") chunk.code = `(function (exports, require, module, __filename, __dirname) {"use strict";${inAscii(chunk.code)}\n})`;
  },
};

function inAscii(code: string): string {
  if (/\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f]/.test(code)) throw new Error("Behind a backslash, or where a text is taken as it is written, a letter cannot be written otherwise: leave both to ASCII.");
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** One file of all that the program is made of, but for what has parts that are no program and what it never asks for. */
const program: RolldownOptions = {
  input: from("src/main.ts"),
  platform: "node",
  external: ["better-sqlite3", "pino", "altair-static", "class-validator"],
  // The modules of graphql are written twice; as the newer kind they are joined with what uses them, instead of being looked up at each use.
  // What Apollo hashes by is written for browsers too: in one file it would not find what Node has.
  resolve: { alias: { "@apollo/utils.createhash": "node:crypto", "graphql/index.js": from("node_modules/graphql/index.mjs"), graphql: from("node_modules/graphql/index.mjs") } },
  plugins: [asFunction],
  logLevel: "silent",
  output: { file: from("dist/program.cjs"), format: "cjs", codeSplitting: false, comments: false, sourcemap: true },
};

/** What starts it, and what has it compiled beforehand: each a small file of its own. */
const launchers = (["launch", "precompile"] as const).map((name): RolldownOptions => ({
  input: from(`src/launch/${name}.ts`),
  platform: "node",
  logLevel: "silent",
  output: { file: from(`dist/${name === "launch" ? "main" : name}.js`) },
}));

export default [program, ...launchers];
