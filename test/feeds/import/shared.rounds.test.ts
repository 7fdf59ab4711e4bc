import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { groupKind } from "../../../src/domain/partners/group/table.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { openLedger } from "../../../src/tracker.ts";
import { bearerFor, imported } from "../../support/importing.ts";
import { headDigest } from "../../support/ledger.ts";
import { usePostgres } from "../../support/postgres.ts";
import { served } from "../../support/served.ts";

/** An import into a ledger that another server writes to all the while. */

const postgres = usePostgres();
const ROWS = 250;

const file = ["name,kind,status", ...Array.from({ length: ROWS }, (_, place) => `Imported ${place},BOARD,ACTIVE`)].join("\n");

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
  let isOver = false;
  const beside = writing(other, () => isOver);
  const { summary } = await imported(server.url, "groups", file, { query: "?onError=REJECT_ROWS", headers: { ...headers, "idempotency-key": "shared" } });
  isOver = true;
  const others = await beside;
  expect(summary).toMatchObject({ created: ROWS, refused: 0, written: true });
  expect(others.some((entry) => entry > Number(summary?.firstEntry) && entry < Number(summary?.lastEntry))).toBe(true);
  await Promise.all([one, other].map(async (ledger) => ledger.beyond(Math.max(...others, Number(summary?.lastEntry)) - 1, AbortSignal.timeout(10_000))));
  expect(headDigest(one)).toBe(headDigest(other));
  expect(one.verify()).toMatchObject({ sound: true });
});
