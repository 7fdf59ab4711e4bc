import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "./program.ts";

// Run once it is built: what a server needs until it is ready is compiled by starting one, over a ledger of its own, whatever is set here.
const folder = mkdtempSync(join(tmpdir(), "waymark-"));
process.once("exit", () => { rmSync(folder, { recursive: true }); });
process.env = { LEDGER: join(folder, "ledger.db"), PORT: "0", LOG_LEVEL: "error" };
process.argv.push("serve");
const { ended, keepCompiled } = runProgram();
await ended;
if (process.exitCode === undefined) {
  keepCompiled();
  process.emit("SIGTERM");
}
