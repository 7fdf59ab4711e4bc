import { execFileSync } from "node:child_process";
import { programFile } from "../../src/kernel/program-file.ts";

/** Builds what `npm start` serves, once before all tests: two that build at once would take each other's files away. Runs that go on side by side share what was built before. */
export default function build(): void {
  if (process.env["SIDE_BY_SIDE"] !== undefined) return;
  execFileSync("npm", ["run", "--silent", "build"], { cwd: programFile("."), stdio: ["ignore", "inherit", "inherit"] });
}
