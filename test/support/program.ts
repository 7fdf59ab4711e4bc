import { spawn, spawnSync, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { onTestFinished } from "vitest";
import { programFile } from "../../src/kernel/program-file.ts";

/** What npm start runs. */
export const MAIN = programFile("dist/main.js");

/** A folder that goes with the test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "waymark-command-"));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  return folder;
}

/** Runs a command to its end. */
export function waymark(args: readonly string[], settings: Readonly<Record<string, string>>): { status: number | null; out: string; complaint: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { env: { ...process.env, ...settings }, encoding: "utf8" });
  return { status, out: stdout, complaint: stderr };
}

/** Starts a server, and waits until it says where to look. */
export async function serving(settings: Readonly<Record<string, string>>): Promise<{ url: string; process: ChildProcessByStdio<null, Readable, Readable>; said: () => string }> {
  const server = spawn(process.execPath, [MAIN, "serve"], { env: { ...process.env, PORT: "0", ...settings }, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => { server.kill("SIGKILL"); });
  let said = "";
  server.stdout.on("data", (chunk: Buffer) => { said += chunk.toString(); });
  while (!said.includes("Stop it")) await once(server.stdout, "data");
  return { url: /ready at (\S+)/.exec(said)?.[1] ?? "", process: server, said: () => said };
}

/** What a server answers. */
export async function ask(url: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query, variables }) });
  return response.json();
}
