import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { makeKey } from "../../../src/domain/partners/access/signing-in.ts";
import { programmeKind } from "../../../src/domain/delivery/programme/table.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { programFile } from "../../../src/kernel/program-file.ts";
import { loadFoundingDocuments, openLedger } from "../../../src/serve/tracker.ts";
import { imported, type Imported } from "../../support/importing.ts";
import { freePort, startedAt } from "../../support/killed-server.ts";

/** IMPORT_KILLS=20 IMPORT_ROWS=5000 kills for longer, as `.ci/run` does. */
const KILLS = Number(process.env["IMPORT_KILLS"] ?? 2);
const ROWS = Number(process.env["IMPORT_ROWS"] ?? 1_200);

const zCount = z.object({ data: z.object({ milestones: z.object({ totalCount: z.number() }) }) });
const COUNT = '{ milestones(first: 1, filter: { titleContains: "Imported" }) { totalCount } }';

const fileOf = (round: number): string =>
  ["programme,title,type,baseline", ...Array.from({ length: ROWS }, (_, place) => `The killed one,Imported ${round} ${place},LAUNCH,May 2023`)].join("\n");

/** Waits for an answer that may never come: what fetch throws where a connection broke is none. */
async function broken(sent: Promise<Imported>): Promise<void> {
  try {
    await sent;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

it.for(["REJECT_ALL", "REJECT_ROWS"] as const)(`a server that is killed ${KILLS} times as it imports with %s leaves all of a file or nothing of it, or of its rows, and does it once when it is sent again`, { timeout: 120_000 + KILLS * 60_000 }, async (onError) => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-import-kill-"));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  const LEDGER = join(folder, "waymark.db");
  const ledger = await openLedger(LEDGER);
  await loadFoundingDocuments(ledger);
  await ledger.commit({ name: "test:given", actor: "test" }, (draft) => draft.create(programmeKind, { audience: "PUBLIC", name: "The killed one", status: "ACTIVE" }));
  const { secret } = await makeKey(ledger, { name: "Tool", role: "OFFICE", holdsFor: null, expiresOn: readDay("2100-01-01"), actor: "test" });
  await ledger.close();
  const headers = { authorization: `Bearer ${secret}` };
  const PORT = String(await freePort());
  const url = `http://127.0.0.1:${PORT}`;
  const start = async (): Promise<Awaited<ReturnType<typeof startedAt>>> => startedAt(url, [programFile("dist/main.js"), "serve"], { LEDGER, PORT, LOG_LEVEL: "error" });
  const count = async (): Promise<number> => {
    const answer = await fetch(`${url}/graphql`, { method: "POST", headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify({ query: COUNT }) });
    return zCount.parse(await answer.json()).data.milestones.totalCount;
  };

  let server = await start();
  onTestFinished(() => { server.process.kill("SIGKILL"); });
  const send = async (round: number): Promise<Imported> => imported(url, "milestones", fileOf(round), { query: `?onError=${onError}`, headers: { ...headers, "idempotency-key": `round-${round}` } });
  const begun = performance.now();
  expect((await send(0)).summary).toMatchObject({ created: ROWS, written: true });
  const took = performance.now() - begun;
  for (let round = 1; round <= KILLS; round += 1) {
    const sent = broken(send(round));
    // Now and then as it is received, mostly as it is decided or written, and sometimes when it is done.
    await pause(Math.random() * took * 1.1);
    server.process.kill("SIGKILL");
    await once(server.process, "exit");
    await sent;
    server = await start();
    const found = await count();
    const isThere = found === (round + 1) * ROWS;
    expect(found % ROWS === 0 || onError === "REJECT_ROWS").toBe(true);
    expect(found).toBeGreaterThanOrEqual(round * ROWS);
    const again = await send(round);
    // Row by row, the same is told of each row however often it was sent.
    const told = onError === "REJECT_ALL" && isThere ? 0 : ROWS;
    expect(again.summary).toMatchObject({ isRepeat: isThere, written: !isThere, created: told });
    expect(again.verdicts).toHaveLength(told);
    expect(await count()).toBe((round + 1) * ROWS);
  }
  server.process.kill("SIGTERM");
  await once(server.process, "exit");
  const after = await openLedger(LEDGER);
  expect(after.verify()).toMatchObject({ sound: true, entries: after.head() });
  await after.close();
});
