import { rmSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { describe, expect, it, onTestFinished } from "vitest";
import { measuresOf } from "../../../src/serve/measures.ts";
import { openHooked } from "../../feeds/webhooks/support.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { scrape } from "../../support/prometheus.ts";
import { passwordFor, served } from "../../support/served.ts";
import { ask, start } from "../support.ts";

/** How many series there are but for those of the process itself, which differ by which handles it has open. */
function own({ samples }: Awaited<ReturnType<typeof scrape>>): number {
  return samples.filter(({ name }) => name.startsWith("waymark_")).length;
}

describe("metrics", () => {
  it("tell what was asked, answered, written and refused, and how the ledger stands", async () => {
    const { ledger, end } = await ownLedger("THE_DOCUMENTS");
    onTestFinished(end);
    const server = await served(ledger);
    const before = await scrape(server.url);
    expect(before.value("waymark_backup_last_entry")).toBeUndefined();

    await ask(server, "query Changes { milestones(first: 1) { totalCount } }");
    await ask(server, "query JaneSmithsOwn { milestones(first: 1) { totalCount } }");
    await ask(server, "{ nonsense }");
    await fetch(`${server.url}/tables/milestones.csv`);
    await fetch(`${server.url}/imports/milestones`, { method: "POST" });
    const { authorization } = await passwordFor(ledger, "OFFICE");
    const secret = Buffer.from(authorization.slice("Basic ".length), "base64").toString().split(":")[1] ?? "";
    const refused = await ask(server, "mutation { revokeAccessKey(accessKey: { id: \"ky_0000000000000000\", expectedVersion: 1 }) { problems { code } } }", {}, { authorization: `Bearer ${secret}` });
    expect(refused.data).toMatchObject({ revokeAccessKey: { problems: [{ code: "NOT_FOUND" }] } });
    const file = join(tmpdir(), `waymark-metrics-${process.pid}.db`);
    onTestFinished(() => { rmSync(file, { force: true }); });
    await ledger.backUp(file);
    const stream = new AbortController();
    const events = await fetch(`${server.url}/graphql`, { method: "POST", signal: stream.signal, headers: { "content-type": "application/json", accept: "text/event-stream" }, body: JSON.stringify({ query: "query @live { milestones(first: 1) { totalCount } }" }) });
    await events.body?.getReader().read();
    const lease = ledger.lease();

    const after = await scrape(server.url);
    lease.release();
    stream.abort();
    expect(after.value("waymark_request_duration_seconds_count", { kind: "query", operation: "Changes" })).toBe(1);
    expect(after.value("waymark_request_duration_seconds_count", { kind: "query", operation: "other" })).toBe(1);
    expect(after.value("waymark_request_duration_seconds_count", { kind: "unread", operation: "other" })).toBe(1);
    expect(after.value("waymark_answers_total", { kind: "unread", code: "GRAPHQL_VALIDATION_FAILED" })).toBe(1);
    expect(after.value("waymark_answers_total", { kind: "download", code: "OK" })).toBe(1);
    expect(after.value("waymark_answers_total", { kind: "import", code: "UNAUTHENTICATED" })).toBe(1);
    expect(after.value("waymark_answers_total", { kind: "mutation", code: "OK" })).toBe(1);
    expect(after.value("waymark_acts_refused_total", { code: "NOT_FOUND" })).toBe(1);
    expect(after.value("waymark_entries_written_total")).toBe((before.value("waymark_entries_written_total") ?? NaN) + 1);
    expect(after.value("waymark_ledger_head_entry")).toBe((before.value("waymark_ledger_head_entry") ?? NaN) + 1);
    expect(after.value("waymark_backup_last_entry")).toBe(ledger.head());
    expect(Math.abs((after.value("waymark_backup_last_timestamp_seconds") ?? 0) - Date.now() / 1_000)).toBeLessThan(60);
    expect(after.value("waymark_ledger_lag_seconds")).toBeLessThan(60);
    expect(after.value("waymark_streams_open", { kind: "operation" })).toBe(1);
    expect(after.value("waymark_connections_open")).toBeGreaterThan(0);
    expect(after.value("waymark_snapshots_open")).toBe(1);
    expect(after.value("waymark_imports_running")).toBe(0);
    expect(after.value("waymark_webhook_deliveries", { state: "pending" })).toBe(0);
    expect(after.value("process_resident_memory_bytes")).toBeGreaterThan(10_000_000);
    expect(after.value("nodejs_eventloop_lag_p99_seconds")).toBeGreaterThan(0);
    // Nobody's name for anything, and no record's id.
    expect(after.text).not.toMatch(/JaneSmith|nonsense|\b[a-z]{2}_[\da-f]{16}\b/);
  });

  it("are as many as before, whatever is asked and however it is called", async () => {
    const server = await start({ application: { measures: async () => ({ head: 1, lagSeconds: 0, written: 1, refused: new Map([["MADE_UP_1", 1], ["MADE_UP_2", 2]]), snapshots: 0, past: { graphs: 0, bytes: 0 }, webhooks: null, backup: null }) } });
    const everyKind = async (name: string): Promise<void> => {
      await ask(server, `query ${name} { hello }`);
      await ask(server, `mutation ${name} { rename(to: "x") }`);
      await ask(server, `query ${name} { fail }`);
      await ask(server, `query ${name} { nothing }`);
      await fetch(`${server.url}/tables/${name}.csv`);
    };
    await everyKind("First");
    const before = own(await scrape(server.url));
    for (let index = 0; index < 40; index += 1) await everyKind(`Other${index}`);
    const after = await scrape(server.url);
    expect(own(after)).toBe(before);
    expect(after.value("waymark_acts_refused_total", { code: "OTHER" })).toBe(3);
  });

  it("tell of webhooks what waits and what fails", async () => {
    const { world, keyed, hook, courier, system } = await openHooked();
    const owner = await keyed("OFFICE", system);
    await hook(owner, "http://127.0.0.1:1/");
    expect((await measuresOf(world.ledger)).webhooks).toEqual({ active: 1, paused: 0, pending: 0, failing: 0 });
    await world.given.programme({ systemId: system });
    await courier.round();
    expect((await measuresOf(world.ledger)).webhooks).toEqual({ active: 1, paused: 0, pending: 0, failing: 1 });
  });
});
