import { once } from "node:events";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { EXAMPLE_QUERY } from "../../src/serve/tracker.ts";
import { ask, freshFolder, serving, waymark } from "../support/program.ts";
import { amend, firstProgramme, oneOfTwentyWins } from "../support/twenty-writers.ts";

const zTotal = z.object({ data: z.object({ milestones: z.object({ totalCount: z.number() }) }), extensions: z.object({ ledger: z.object({ entry: z.number(), moment: z.string() }) }) });

describe("waymark serve", () => {
  it("serves the five documents, says in a few lines where to look, opens on a query that is answered, and stops when it is told to", async () => {
    const LEDGER = join(freshFolder(), "deep", "waymark.db");
    const { url, process: server, said } = await serving({ LEDGER });
    expect(said().trim().split("\n").length).toBeLessThan(12);
    const link = / {4}lead +(\S+)/.exec(said())?.[1] ?? "";
    const used = await fetch(link, { redirect: "manual" });
    expect([used.status, used.headers.getSetCookie().length]).toEqual([303, 1]);
    expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ ready: true });
    const answer = await ask(url, "{ workstreams(first: 1) { totalCount } }");
    expect(answer).toMatchObject({ data: { workstreams: { totalCount: 4 } } });
    expect(answer).toMatchObject({ extensions: { ledger: { entry: expect.any(Number) as unknown, moment: expect.stringMatching(/^\d{4}-/) as unknown } } });
    expect((await fetch(`${url}/explore/`)).status).toBe(200);
    expect(await (await fetch(`${url}/explore/opening.js`)).text()).toContain("query Programmes");
    const opening = await ask(url, EXAMPLE_QUERY);
    expect(opening).not.toHaveProperty("errors");
    expect(JSON.stringify(opening)).toContain("PAST_DUE_NOT_REPORTED");
    server.kill("SIGTERM");
    expect(await once(server, "exit")).toEqual([0, null]);
    const verified = waymark(["verify"], { LEDGER });
    const [, entries = "", head = ""] = /^Sound: (\d+) entries, head (\S+)\n$/.exec(verified.out) ?? [];
    expect(verified.status).toBe(0);
    expect(waymark(["verify", entries, head], { LEDGER })).toEqual({ ...verified, out: `${verified.out}Entry ${entries} is the one that was printed.\n` });
    expect(waymark(["verify", entries, "another"], { LEDGER })).toEqual({ ...verified, status: 1, out: `${verified.out}Entry ${entries} is not the one that was printed: its hash is ${head}.\n` });
  });

  it("takes twenty who write the same at once through two processes: one wins, and the others are told by whom and what stands", async () => {
    const LEDGER = join(freshFolder(), "waymark.db");
    const secret = waymark(["key", "Tool", "--role", "OFFICE", "--for", "everything"], { LEDGER }).out.trim().split("\n").at(-1) ?? "";
    const servers = await Promise.all([serving({ LEDGER }), serving({ LEDGER })]);
    const query = "{ milestones(first: 1) { totalCount } }";
    // All but the time at which each was asked.
    const asked = await Promise.all(servers.map(async ({ url }) => zTotal.parse(await ask(url, query))));
    expect(asked[0]).toEqual(asked[1]);
    const seen = await firstProgramme(servers[0].url);
    const won = await oneOfTwentyWins(servers.map(({ url }) => url), secret, seen);

    const twice = await Promise.all(servers.map(async ({ url }) => amend(url, secret, "Once", { ...seen, version: seen.version + 1 }, "once")));
    expect(twice.filter(({ isRepeat }) => isRepeat)).toHaveLength(1);
    expect(twice.map(({ entry, record, problems }) => ({ entry, record, problems }))).toEqual(Array.from({ length: 2 }, () => ({ entry: (won.entry ?? 0) + 1, record: { version: seen.version + 2, aim: "Once" }, problems: [] })));

    // While both still serve from it.
    expect(waymark(["verify"], { LEDGER }).out).toContain(`Sound: ${twice[0]?.entry} entries`);
    for (const server of servers) server.process.kill("SIGTERM");
    await Promise.all(servers.map(async (server) => once(server.process, "exit")));
    expect(waymark(["rebuild"], { LEDGER })).toMatchObject({ status: 0, out: `Built the graph anew from ${twice[0]?.entry} entries.\n` });
    expect(waymark(["verify"], { LEDGER }).out).toMatch(/^Sound/);
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
    ["an address that others can reach, where nobody could sign in", { HOST: "0.0.0.0" }, /^HOST 0\.0\.0\.0 [^\n]*waymark key [^\n]*$/],
    ["issuers that cannot be read", { SIGN_IN: "/nowhere" }, /^SIGN_IN [^\n]*$/],
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

  it("makes a key, shows it once, and says what is missing", () => {
    const LEDGER = join(freshFolder(), "waymark.db");
    const { out, status } = waymark(["key", "Board dashboard", "--role", "READER", "--for", "everything", "--until", "2100-01-01"], { LEDGER });
    expect(out).toMatch(/^ky_\w+: READER for everything, until 2100-01-01\.[^\n]*\nwmk_[\w-]{43}\n$/);
    expect(status).toBe(0);
    // The documents' history comes before the key, or it would count as told today.
    expect(waymark(["rebuild"], { LEDGER }).out).toMatch(/from \d{3,} entries/);
    expect(waymark(["key"], { LEDGER }).complaint).toMatch(/^[^\n]*waymark key NAME[^\n]*\n$/);
    for (const wrong of [["--role", "OFFICE"], ["--role", "KING", "--for", "everything"], ["--role", "OFFICE", "--for", "everything", "--colour", "red"]]) {
      expect(waymark(["key", "Tool", ...wrong], { LEDGER }).complaint).toContain("waymark key NAME");
    }
    expect(waymark(["key", "Tool", "--role", "OFFICE", "--for", "pg_0000000000000000"], { LEDGER }).complaint).toContain("pg_0000000000000000");
  });

  it("copies the ledger to a file of its own, for its owner alone, from which it goes on", () => {
    const folder = freshFolder();
    const [LEDGER, copy] = [join(folder, "waymark.db"), join(folder, "monday.db")];
    expect(waymark(["key", "Tool", "--role", "OFFICE", "--for", "everything"], { LEDGER }).status).toBe(0);
    const { out, status } = waymark(["backup", copy], { LEDGER });
    expect(status).toBe(0);
    const [, entry = "", hash = ""] = /verify (\d+) (\S+)\n$/.exec(out) ?? [];
    expect([readdirSync(folder).filter((name) => name.startsWith("monday")), statSync(copy).mode & 0o777]).toEqual([["monday.db"], 0o600]);
    expect(waymark(["verify", entry, hash], { LEDGER: copy }).out).toBe(`Sound: ${entry} entries, head ${hash}\nEntry ${entry} is the one that was printed.\n`);
    expect(waymark(["backup", copy], { LEDGER })).toMatchObject({ status: 1, complaint: expect.stringContaining("Name a file that is not there yet") as unknown });
    expect(waymark(["backup", join(folder, "nowhere", "a.db")], { LEDGER })).toMatchObject({ status: 1, complaint: expect.stringMatching(/^The ledger could not be copied to [^\n]*\n$/) as unknown });
  });

  it("says what can be asked of it", () => {
    const asked = waymark([], {});
    expect(asked.complaint).toContain("waymark serve");
    expect(asked.status).toBe(2);
    expect(waymark(["srve"], {})).toEqual(asked);
  });
});
