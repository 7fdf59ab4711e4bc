import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { freshFolder, MAIN, serving, waymark } from "../support/program.ts";

/** A real disk of so many kilobytes, of which a test may do what it likes. Only root may make one, which CI runs as. */
function ownDisk(kilobytes: number): { readonly folder: string; readonly remount: (options: string) => void } {
  const folder = mkdtempSync(join(process.env["DISK"] ?? tmpdir(), "waymark-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder]);
  onTestFinished(() => {
    execFileSync("umount", ["--lazy", folder]);
    rmSync(folder, { recursive: true });
  });
  return { folder, remount: (options) => { execFileSync("mount", ["-o", `remount,${options}`, folder]); } };
}

const RECORD = "mutation ($name: String!) { record(records: [{ record: { group: { name: $name, kind: NETWORK, status: ACTIVE } } }]) { entry problems { code } } }";
const zAnswer = z.object({ data: z.object({ record: z.object({ entry: z.number().nullable(), problems: z.array(z.object({ code: z.string() })) }).nullable() }).nullish(), errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional() });

async function record(url: string, secret: string, name: string): Promise<{ readonly status: number; readonly entry: number | null; readonly code: string | undefined; readonly message: string | undefined }> {
  const response = await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${secret}`, "idempotency-key": name }, body: JSON.stringify({ query: RECORD, variables: { name } }) });
  const { data, errors } = zAnswer.parse(await response.json());
  return { status: response.status, entry: data?.record?.entry ?? null, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message };
}

function keyIn(LEDGER: string): string {
  return waymark(["key", "Tool", "--role", "OFFICE", "--for", "everything"], { LEDGER }).out.trim().split("\n").at(-1) ?? "";
}

describe("a real disk", () => {
  it("that fills up while a server writes loses nothing that was acknowledged, reading goes on, and so does writing once there is room", async () => {
    const { folder, remount } = ownDisk(20_000);
    const LEDGER = join(folder, "waymark.db");
    const secret = keyIn(LEDGER);
    const { url, process: server } = await serving({ LEDGER, LOG_LEVEL: "silent" });
    // What else grows there takes the room.
    const left = Number(/(\d+)\s+\d+%/.exec(execFileSync("df", ["-k", "--output=avail,pcent", folder]).toString())?.[1] ?? 0);
    writeFileSync(join(folder, "something-else"), Buffer.alloc((left - 400) * 1_024));
    const acknowledged: number[] = [];
    let full = await record(url, secret, "0");
    for (let number = 1; full.entry !== null; number += 1) {
      acknowledged.push(full.entry);
      full = await record(url, secret, `${number} ${"long ".repeat(50)}`);
    }
    expect(full).toMatchObject({ status: 503, code: "STORAGE_FULL", message: "The disk is full. Nothing was lost or written; reading goes on. Make room and try again." });
    expect((await fetch(`${url}/tables/groups.csv`)).status).toBe(200);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    remount("size=40000k");
    const after = await record(url, secret, "once there is room");
    expect(after.entry).toBe(Math.max(...acknowledged) + 1);
    server.kill("SIGKILL");
    await once(server, "exit");
    expect(waymark(["verify"], { LEDGER }).out).toMatch(new RegExp(`^Sound: ${after.entry} entries`));
  });

  it("that is full or read-only at the start is told in one line", () => {
    const { folder, remount } = ownDisk(20_000);
    const LEDGER = join(folder, "data", "waymark.db");
    keyIn(LEDGER);
    remount("ro");
    const line = /^The ledger \S+ cannot be written: check that the file and its folder exist and may be written by this user\.\n$/;
    for (const command of ["serve", "verify"]) expect(waymark([command], { LEDGER, PORT: "0" })).toMatchObject({ status: 1, complaint: expect.stringMatching(line) as unknown });
    expect(waymark(["serve"], { LEDGER: join(folder, "new", "waymark.db"), PORT: "0" }).complaint).toMatch(line);
    remount("rw");
    const small = ownDisk(200);
    expect(waymark(["serve"], { LEDGER: join(small.folder, "waymark.db"), PORT: "0" })).toMatchObject({ status: 1, complaint: expect.stringMatching(/^(The ledger \S+ cannot be opened: its disk is full\. Make room, and start again\.|The disk is full\. [^\n]*)\n$/) as unknown });
    expect(waymark(["backup", join(small.folder, "backup.db")], { LEDGER })).toMatchObject({ status: 1, complaint: expect.stringMatching(/^The ledger could not be copied to [^\n]*full[^\n]*\n$/) as unknown });
  });

  it("is waited for by each act that is acknowledged, by a session and by a backup, as the kernel sees it", async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, "data"));
    const [LEDGER, trace] = [join(folder, "data", "waymark.db"), join(folder, "trace")];
    const secret = keyIn(LEDGER);
    const { url, process: server } = await serving({ LEDGER, LOG_LEVEL: "silent" });
    const tracer = spawn("strace", ["-f", "-y", "-e", "trace=fsync,fdatasync", "-o", trace, "-p", String(server.pid)], { stdio: ["ignore", "ignore", "pipe"] });
    await once(tracer.stderr, "data");
    const waits = (): number => readFileSync(trace, "utf8").split("\n").filter((line) => /f(data)?sync\(\d+<[^>]*waymark\.db-wal>/.test(line)).length;
    for (let number = 0; number < 20; number += 1) {
      const before = waits();
      expect((await record(url, secret, `act ${number}`)).entry).not.toBeNull();
      expect(waits()).toBeGreaterThan(before);
    }
    tracer.kill("SIGINT");
    server.kill("SIGTERM");
    await Promise.all([once(tracer, "exit"), once(server, "exit")]);
    execFileSync("strace", ["-f", "-y", "-e", "trace=fsync,fdatasync,rename", "-o", trace, process.execPath, MAIN, "backup", join(folder, "backup.db")], { env: { ...process.env, LEDGER } });
    const calls = readFileSync(trace, "utf8").split("\n").filter((line) => /backup\.db|waymark-command-[^/]*>/.test(line));
    const of = (pattern: RegExp): number => calls.findIndex((line) => pattern.test(line));
    // First its bytes, then its name, then the folder that the name stands in.
    expect(of(/sync\(\d+<.*backup\.db\.part>/)).toBeGreaterThanOrEqual(0);
    expect(of(/rename\(.*backup\.db"\)/)).toBeGreaterThan(of(/sync\(\d+<.*backup\.db\.part>/));
    expect(calls.findLastIndex((line) => /fsync\(\d+<[^>]*waymark-command-[^/>]*>\)/.test(line))).toBeGreaterThan(of(/rename\(/));
  });
});
