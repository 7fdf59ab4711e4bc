import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isCompiled, runProgram } from "./program.ts";

// Run once it is built.
if (!isCompiled()) await compile();

/** Has compiled what a server needs until it is ready, by starting one, over a ledger of its own, whatever is set here. */
async function compile(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-"));
  process.once("exit", () => { rmSync(folder, { recursive: true }); });
  process.env = { LEDGER: join(folder, "ledger.db"), PORT: "0", LOG_LEVEL: "error" };
  process.argv.push("serve");
  const { ended, keepCompiled } = runProgram();
  await ended;
  if (process.exitCode !== undefined) return;
  keepCompiled();
  process.emit("SIGTERM");
}
