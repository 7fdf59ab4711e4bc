import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { makeKey } from "../../../src/domain/partners/access/signing-in.ts";
import { addDays, londonDay } from "../../../src/kernel/day.ts";
import { asFault, InDoubt, outcomeUnknown } from "../../../src/ledger/fault.ts";
import { createLog } from "../../../src/server/log/log.ts";
import { readSettings } from "../../../src/server/settings/config.ts";
import { startServer } from "../../../src/server/http.ts";
import { applicationOver } from "../../../src/serve/tracker.ts";
import { openWorld } from "../../support/domain-world.ts";
import { ask, post, start } from "../support.ts";

const AMEND = "mutation ($id: ID!, $name: String!) { amend(id: $id, expectedVersion: 1, changes: { programme: { name: $name } }) { isRepeat record { version } problems { code } } }";

test("a full disk is told as what it is, reading goes on, and the same key does the act once there is room", async () => {
  const world = await openWorld();
  const id = await world.given.programme({});
  const { secret } = await makeKey(world.ledger, { name: "Tool", role: "OFFICE", holdsFor: null, expiresOn: addDays(londonDay(new Date()), 9), actor: "test" });
  const settings = readSettings({ PORT: "0" });
  const server = await startServer(await applicationOver(world.ledger, settings), settings, createLog("silent"));
  onTestFinished(() => server.close());
  const allowPages = async (pages: number): Promise<unknown> => world.act(({ graph }) => graph.sqlite.pragma(`max_page_count = ${pages}`));
  const send = async (): ReturnType<typeof post> => post(server, JSON.stringify({ query: AMEND, variables: { id, name: "long ".repeat(50) } }), { authorization: `Bearer ${secret}`, "idempotency-key": "k1" });

  await allowPages(1);
  // What still fits into pages that are there is written: the act is given more than that.
  const full = await post(server, JSON.stringify({ query: AMEND.replaceAll("name", "aim"), variables: { id, aim: "long ".repeat(3_900) } }), { authorization: `Bearer ${secret}` });
  expect(full).toMatchObject({ status: 503, code: "STORAGE_FULL", message: "The disk is full. Nothing was lost or written; reading goes on. Make room and try again." });
  expect(full.text).not.toMatch(/SQLITE|INTERNAL_SERVER_ERROR/);
  expect(await ask(server, "{ programmes { nodes { version } } }")).toMatchObject({ status: 200, data: { programmes: { nodes: [{ version: 1 }] } } });
  await allowPages(1_000_000);
  expect(await send()).toMatchObject({ status: 200, data: { amend: { isRepeat: false, record: { version: 2 }, problems: [] } } });
  expect(await send()).toMatchObject({ status: 200, data: { amend: { isRepeat: true, record: { version: 2 } } } });
});

const broken = new Sqlite.SqliteError("disk I/O error in /data/waymark.db", "SQLITE_IOERR");

test.each([
  ["a ledger that is held by somebody else", asFault(new Sqlite.SqliteError("database is locked", "SQLITE_BUSY")), 503, "LEDGER_BUSY", undefined],
  ["a file that cannot be written", new Sqlite.SqliteError("attempt to write a readonly database", "SQLITE_READONLY"), 503, "STORAGE_READ_ONLY", undefined],
  ["a file with a page that is damaged", new Sqlite.SqliteError("database disk image is malformed", "SQLITE_CORRUPT"), 503, "STORAGE_DAMAGED", undefined],
  ["an act of which nobody knows, with its key", outcomeUnknown(new InDoubt(broken), "k1"), 200, "OUTCOME_UNKNOWN", "k1"],
  ["an act of which nobody knows, without a key", outcomeUnknown(new InDoubt(broken), undefined), 200, "OUTCOME_UNKNOWN", undefined],
])("%s is told by its code, and its cause is found in the log", async (_, fault, status, code, key) => {
  const server = await start({ fail: () => { throw fault; } });
  const told = await ask(server, "{ fail }");
  expect(told).toMatchObject({ status, code });
  expect(told.errors?.[0]?.extensions["key"]).toBe(key);
  expect(told.text).not.toMatch(/SQLITE|disk I\/O|locked|waymark\.db/);
  const reference = told.errors?.[0]?.extensions["reference"];
  expect(server.logged.filter(({ msg }) => msg === "fault")).toMatchObject([{ reference, error: fault instanceof Error ? fault.name : "" }]);
});

test.each([
  ["before anything of its answer is sent", false],
  ["in the middle of its answer", true],
])("an import of which nobody knows is told %s as the graph tells an act, with its key, and its cause is found in the log", async (_, hasBegun) => {
  const take = async (_bytes: Buffer, tell: (text: string, isProgress: boolean) => Promise<void>): Promise<void> => {
    if (hasBegun) await tell('{"progress":1}\n', true);
    throw outcomeUnknown(new InDoubt(broken), "k1");
  };
  const server = await start({ application: { intake: () => ({ ask: () => ({ type: "application/x-ndjson", take }) }) } });
  const response = await fetch(`${server.url}/imports/groups`, { method: "POST", headers: { authorization: "Bearer wmk_good", "content-type": "text/csv" }, body: "name" });
  const text = await response.text();
  const told: unknown = JSON.parse(text.trimEnd().split("\n").at(-1) ?? "");
  const logged = server.logged.find(({ msg }) => msg === "fault");
  const extensions = { code: "OUTCOME_UNKNOWN", reference: logged?.["reference"], key: "k1" };
  // 503 would have whoever sends by itself again do twice what may be done.
  expect(response.status).toBe(hasBegun ? 200 : 500);
  expect(told).toMatchObject(hasBegun ? { error: extensions } : { errors: [{ extensions }] });
  expect(logged).toMatchObject({ error: "LedgerFault" });
  expect(text).not.toMatch(/SQLITE|disk I\/O/);
});

test("a full disk met while signing in is told as well", async () => {
  const full = asFault(new Sqlite.SqliteError("database or disk is full", "SQLITE_FULL"));
  const server = await start({ access: { keyHolder: () => { throw full; } } });
  expect(await post(server, '{"query":"{ hello }"}', { authorization: "Bearer wmk_good" })).toMatchObject({ status: 503, code: "STORAGE_FULL" });
});
