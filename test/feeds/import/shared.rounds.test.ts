import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { groupKind } from "../../../src/domain/partners/group/table.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { openLedger } from "../../../src/serve/tracker.ts";
import { bearerFor, imported } from "../../support/importing.ts";
import { headDigest, rowsAtHead } from "../../support/ledger.ts";
import { usePostgres } from "../../support/postgres.ts";
import { served } from "../../support/served.ts";
import { until } from "../../ledger/contract/store.ts";

/** Imports into a ledger that other servers share. */

const postgres = usePostgres();
const fileOf = (rows: number): string => ["name,kind,status", ...Array.from({ length: rows }, (_, place) => `Imported ${place},BOARD,ACTIVE`)].join("\n");

async function serverOf(journal: string): Promise<Ledger> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-shared-"));
  const ledger = await openLedger(join(folder, "waymark.db"), { journal });
  onTestFinished(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true });
  });
  return ledger;
}

/** Writes one act after another until told to stop, and answers the numbers of their entries. */
async function writing(ledger: Ledger, isOver: () => boolean): Promise<readonly number[]> {
  const entries: number[] = [];
  while (!isOver()) entries.push((await ledger.commit({ name: "test:save", actor: "somebody" }, (draft) => draft.create(groupKind, { audience: "PUBLIC", name: "Saved", kind: "BOARD", status: "ACTIVE" }))).entry);
  return entries;
}

it("an import row by row ends while another server writes one act after another, and is on both", { timeout: 300_000 }, async () => {
  const address = await postgres.freshDatabase();
  const [one, other] = [await serverOf(address), await serverOf(address)];
  const [server, headers] = [await served(one), await bearerFor(one, "OFFICE")];
  const ROWS = 250;
  let isOver = false;
  const beside = writing(other, () => isOver);
  const { summary } = await imported(server.url, "groups", fileOf(ROWS), { query: "?onError=REJECT_ROWS", headers: { ...headers, "idempotency-key": "shared" } });
  isOver = true;
  const others = await beside;
  expect(summary).toMatchObject({ created: ROWS, refused: 0, written: true });
  expect(others.some((entry) => entry > Number(summary?.firstEntry) && entry < Number(summary?.lastEntry))).toBe(true);
  await Promise.all([one, other].map(async (ledger) => ledger.beyond(Math.max(...others, Number(summary?.lastEntry)) - 1, AbortSignal.timeout(10_000))));
  expect(headDigest(one)).toBe(headDigest(other));
  expect(one.verify()).toMatchObject({ sound: true });
});

it("an import row by row says how far it came where PostgreSQL goes away, and goes on from there once it is back", { timeout: 300_000 }, async () => {
  const ROWS = 2_000;
  const ledger = await serverOf(await postgres.freshDatabase());
  const [server, who] = [await served(ledger), await bearerFor(ledger, "OFFICE")];
  const headers = { ...who, "idempotency-key": "cut" };
  const before = ledger.head();
  const sent = fetch(`${server.url}/imports/groups?onError=REJECT_ROWS`, { method: "POST", body: fileOf(ROWS), headers: { ...headers, "content-type": "text/csv" } });
  await ledger.beyond(before, AbortSignal.timeout(60_000));
  await postgres.kill();
  const last = z.object({ error: z.object({ code: z.enum(["LEDGER_UNREACHABLE", "OUTCOME_UNKNOWN"]), message: z.string() }) }).parse(JSON.parse((await (await sent).text()).trimEnd().split("\n").at(-1) ?? ""));
  expect(last.error.message).toMatch(/^The first \d+00 rows were done, and stay so\. .* Sent again under the same key, the import goes on from there\.$/);
  await postgres.start();
  await until(() => ledger.apartSince() === null);
  const { summary } = await imported(server.url, "groups", fileOf(ROWS), { query: "?onError=REJECT_ROWS", headers });
  expect(summary).toMatchObject({ created: ROWS, refused: 0, written: true, isRepeat: false });
  expect(rowsAtHead(ledger, "select count(*) as groups from groups")).toEqual([{ groups: ROWS }]);
});
