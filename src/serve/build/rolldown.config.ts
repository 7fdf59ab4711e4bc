import { fileURLToPath } from "node:url";
import type { RolldownOptions } from "rolldown";

const from = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** One file of all that the program is made of, but for what has parts that are no program and what it never asks for. */
const options: RolldownOptions = {
  input: from("src/main.ts"),
  platform: "node",
  external: ["better-sqlite3", "pino", "altair-static", "class-validator"],
  // The modules of graphql are written twice; as the newer kind they are joined with what uses them, instead of being looked up at each use.
  // What Apollo hashes by is written for browsers too: in one file it would not find what Node has.
  resolve: { alias: { "@apollo/utils.createhash": "node:crypto", "graphql/index.js": from("node_modules/graphql/index.mjs"), graphql: from("node_modules/graphql/index.mjs") } },
  logLevel: "silent",
  output: { dir: from("dist"), codeSplitting: false, sourcemap: true },
};

export default options;
