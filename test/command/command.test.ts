import { spawn, spawnSync, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { EXAMPLE_QUERY } from "../../src/tracker.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MAIN = join(ROOT, "dist/main.js");

// What is tried is what npm start runs.
beforeAll(() => {
  const { status, stdout } = spawnSync("npm", ["run", "--silent", "build"], { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(stdout);
}, 60_000);

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "waymark-command-"));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  return folder;
}

/** Runs a command to its end. */
function waymark(args: readonly string[], settings: Readonly<Record<string, string>>): { status: number | null; out: string; complaint: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { env: { ...process.env, ...settings }, encoding: "utf8" });
  return { status, out: stdout, complaint: stderr };
}

/** Starts a server, and waits until it says where to look. */
async function serving(settings: Readonly<Record<string, string>>): Promise<{ url: string; process: ChildProcessByStdio<null, Readable, Readable>; said: () => string }> {
  const server = spawn(process.execPath, [MAIN, "serve"], { env: { ...process.env, PORT: "0", ...settings }, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => { server.kill("SIGKILL"); });
  let said = "";
  server.stdout.on("data", (chunk: Buffer) => { said += chunk.toString(); });
  while (!said.includes("Stop it")) await once(server.stdout, "data");
  return { url: /ready at (\S+)/.exec(said)?.[1] ?? "", process: server, said: () => said };
}

async function ask(url: string, query: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query }) });
  return response.json();
}

describe("waymark serve", () => {
  it("serves the five documents, says in a few lines where to look, and stops when it is told to", async () => {
    const LEDGER = join(freshFolder(), "deep", "waymark.db");
    const { url, process: server, said } = await serving({ LEDGER });
    expect(said().trim().split("\n").length).toBeLessThan(8);
    expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ ready: true });
    const answer = await ask(url, "{ workstreams(first: 1) { totalCount } }");
    expect(answer).toMatchObject({ data: { workstreams: { totalCount: 4 } } });
    expect(JSON.stringify(answer)).toMatch(/"extensions":\{"ledger":\{"entry":\d+,"at":"\d{4}-/);
    server.kill("SIGTERM");
    expect(await once(server, "exit")).toEqual([0, null]);
    const verified = waymark(["verify"], { LEDGER });
    expect(verified.out).toMatch(/^Sound: \d+ entries/);
    expect(verified.status).toBe(0);
  });

  it("lets a second process serve from the same file", async () => {
    const LEDGER = join(freshFolder(), "waymark.db");
    const [first, second] = await Promise.all([serving({ LEDGER }), serving({ LEDGER })]);
    const query = "{ milestones(first: 1) { totalCount } }";
    expect(await ask(first.url, query)).toEqual(await ask(second.url, query));
  });

  it("opens on a query that the graph answers", async () => {
    const { url } = await serving({ LEDGER: join(freshFolder(), "waymark.db") });
    expect((await fetch(`${url}/explore/`)).status).toBe(200);
    expect(await (await fetch(`${url}/explore/opening.js`)).text()).toContain("query Programmes");
    const answer = await ask(url, EXAMPLE_QUERY);
    expect(answer).not.toHaveProperty("errors");
    expect(JSON.stringify(answer)).toContain("PAST_DUE_NOT_REPORTED");
  });

  it("says in one line that a port is taken", async () => {
    const blocker = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => { blocker.close(); });
    await once(blocker, "listening");
    const address = blocker.address();
    const PORT = String(typeof address === "object" ? address?.port : "");
    const { status, complaint } = waymark(["serve"], { LEDGER: join(freshFolder(), "waymark.db"), PORT });
    expect(status).toBe(1);
    expect(complaint.trim()).toMatch(new RegExp(`^[^\\n]*${PORT}[^\\n]*$`));
  });

  it.each([
    ["a port that is none", { PORT: "http" }, /^PORT [^\n]*$/],
    ["a name that is misspelt", { "PUBLIC-READ": "true" }, /^[^\n]*PUBLIC_READ[^\n]*$/],
    ["an address that others can reach, with nobody allowed to read", { HOST: "0.0.0.0" }, /^PUBLIC_READ [^\n]*$/],
    ["a ledger that is a folder", { LEDGER: tmpdir() }, /^The ledger [^\n]*$/],
  ])("says in one line that it does not start with %s", (_, settings, line) => {
    const { status, out, complaint } = waymark(["serve"], { LEDGER: join(freshFolder(), "waymark.db"), ...settings });
    expect(status).toBe(1);
    expect(out).toBe("");
    expect(complaint.trim()).toMatch(line);
  });
});

describe("waymark", () => {
  it("imports a file of acts, once", () => {
    const folder = freshFolder();
    const [LEDGER, file] = [join(folder, "waymark.db"), join(folder, "places.ndjson")];
    writeFileSync(file, '{"file":"places"}\n{"record":"Place","ref":"devon","name":"Devon","level":"SYSTEM"}\n');
    expect(waymark(["import", file], { LEDGER }).out).toBe(`${file}: 1 recorded, 0 had been before.\n`);
    expect(waymark(["import", file], { LEDGER }).out).toBe(`${file}: 0 recorded, 1 had been before.\n`);
    expect(waymark(["rebuild"], { LEDGER }).out).toBe("Built the graph anew from 1 entries.\n");
    const missing = waymark(["import", join(folder, "nowhere")], { LEDGER });
    expect(missing.complaint).toContain("nowhere");
    expect(missing.status).toBe(1);
  });

  it("says what can be asked of it", () => {
    const asked = waymark([], {});
    expect(asked.complaint).toContain("waymark serve");
    expect(asked.status).toBe(2);
    expect(waymark(["srve"], {})).toEqual(asked);
  });
});
