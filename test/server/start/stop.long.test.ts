import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";

/** A process that stops on signals: its close takes as long as told, or fails. It has said "ready" when this returns. */
async function stopping(close: string): Promise<ChildProcessByStdio<null, Readable, null>> {
  const source = `
    import { stopOnSignal } from ${JSON.stringify(fileURLToPath(new URL("../../../src/server/start/stop.ts", import.meta.url)))};
    import { createLog } from ${JSON.stringify(fileURLToPath(new URL("../../../src/server/log/log.ts", import.meta.url)))};
    stopOnSignal(${close}, createLog("silent"));
    setInterval(() => {}, 1000);
    process.stdout.write("ready");
  `;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", source], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => { child.kill("SIGKILL"); });
  await once(child.stdout, "data");
  return child;
}

describe("stopOnSignal", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("lets the first %s close, then ends with 0", async (signal) => {
    const child = await stopping(`async () => { await new Promise((done) => setTimeout(done, 50)); process.stdout.write("closed"); }`);
    child.kill(signal);
    expect(String(await once(child.stdout, "data"))).toBe("closed");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  test("ends at once on a second signal", async () => {
    const child = await stopping(`() => { process.stdout.write("closing"); return new Promise(() => {}); }`);
    child.kill("SIGTERM");
    await once(child.stdout, "data");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([1, null]);
  });

  test("ends with 1 where closing fails", async () => {
    const child = await stopping("() => Promise.reject(new Error('no'))");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([1, null]);
  });
});
