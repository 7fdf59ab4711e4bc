import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeKey } from "../../src/domain/partners/access/signing-in.ts";
import { readDay } from "../../src/kernel/day.ts";
import type { RunningServer } from "../../src/server/http.ts";
import { ownLedger, type OwnLedger } from "../support/ledger-file.ts";
import { serverOver } from "../support/served.ts";
import { Tracker } from "./typescript/client.ts";
import { generated } from "./typescript/generate.ts";

const run = promisify(execFile);
const FOLDER = new URL("typescript/", import.meta.url);
const PROGRAM = fileURLToPath(new URL("program.ts", FOLDER));

/** The example of a client in TypeScript, against a server that answers registered operations only: it has registered what it sends. */
describe("the client in TypeScript", () => {
  let own: OwnLedger;
  let server: RunningServer;
  let key: string;
  let list: string;

  beforeAll(async () => {
    const made = await generated();
    list = made["operations.json"];
    writeFileSync(new URL("operations.ts", FOLDER), made["operations.ts"]);
    own = await ownLedger("THE_DOCUMENTS");
    server = await serverOver(own.ledger, { OPERATIONS: "registered", OPERATION_LISTS: fileURLToPath(new URL("operations.json", FOLDER)) });
    key = (await makeKey(own.ledger, { name: "A client", role: "OFFICE", holdsFor: null, expiresOn: readDay("2100-01-01"), actor: "test" })).secret;
  });
  afterAll(async () => {
    await server.close();
    await own.end();
  });

  async function program(...words: string[]): Promise<string[]> {
    const { stdout } = await run(process.execPath, ["--import", "tsx", PROGRAM, ...words], { env: { ...process.env, WAYMARK_URL: server.url, WAYMARK_KEY: key } });
    return stdout.trimEnd().split("\n");
  }

  it("has registered what it sends: npm run generate:operations writes it", () => {
    expect(list).toBe(readFileSync(new URL("operations.json", FOLDER), "utf8"));
  });

  it("reads every milestone page by page, changes one, and reads from the history what that changed", async () => {
    const lines = await program("Second network event", "January 2027", "The venue fell through");
    expect(lines.filter((line) => /: .*, [A-Z_]+$/.test(line))).toHaveLength(8);
    expect(lines).toContain("Second network event: June 2023 (estimated), PAST_DUE_NOT_REPORTED");
    expect(lines.slice(8)).toEqual([expect.stringMatching(/^Expected now: January 2027, in version \d+$/), "MILESTONE_REFORECAST changed forecast, gaps, saidNotDoneOn of Second network event"]);
  });

  it("does an act once under its key, and is told what stands in the way of another", async () => {
    const [{ milestones, reforecast, hereAndNow, changesAfter }, tracker] = [await import("./typescript/milestones.ts"), new Tracker(server.url, key)];
    const [first] = await take(milestones(tracker, 2));
    if (first === undefined) throw new Error("There is no milestone.");
    const cursor = await hereAndNow(tracker);
    const act = { forecast: "March 2027", reason: "As heard today", key: "heard-today" };
    const done = await reforecast(tracker, first, act);
    expect(done).toMatchObject({ isRepeat: false, problems: [], milestone: { forecast: { plain: "March 2027" } } });
    expect(await reforecast(tracker, first, act)).toMatchObject({ isRepeat: true, entry: done.entry });
    expect((await changesAfter(tracker, cursor, 1)).changes).toMatchObject([{ id: first.id, op: "CHANGE", changedFields: ["forecast", "gaps", "saidNotDoneOn"] }]);
    const stale = await reforecast(tracker, first, { ...act, forecast: "April 2027", key: "heard-later" });
    expect(stale).toMatchObject({ milestone: null, problems: [{ code: "STALE", conflict: { fields: ["forecast"], record: { version: first.version + 1 } } }] });
    await expect(reforecast(tracker, first, { ...act, forecast: "May 2027" })).resolves.toMatchObject({ problems: [{ code: "KEY_REUSED" }] });
  });

  it("is told by a code what stops it", async () => {
    const { hereAndNow } = await import("./typescript/milestones.ts");
    await expect(hereAndNow(new Tracker(server.url, "wmk_nothing"))).rejects.toMatchObject({ name: "Refused", code: "KEY_NOT_VALID" });
  });
});

async function take<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
