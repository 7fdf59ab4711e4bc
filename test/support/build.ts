import { execFileSync } from "node:child_process";
import { programFile } from "../../src/kernel/program-file.ts";

/** Builds what `npm start` serves, once before all tests: two that build at once would take each other's files away. */
export default function build(): void {
  execFileSync("npm", ["run", "--silent", "build"], { cwd: programFile("."), stdio: ["ignore", "inherit", "inherit"] });
}
