import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { programFile } from "../../src/kernel/program-file.ts";

const run = promisify(execFile);

/** The folder of the pages, built from their sources as they stand. */
export async function builtPages(): Promise<string> {
  await run("npm", ["run", "--silent", "build:web"], { cwd: programFile(".") });
  return programFile("dist/web");
}
