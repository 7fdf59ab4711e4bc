import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { HELD_MILLISECONDS } from "../../../src/feeds/webhooks/lane.ts";
import { usePostgres } from "../../support/postgres.ts";
import { tellThroughKills } from "./kills.ts";

/** How often one of the servers is killed, and after how many acts in all: more in CI. */
const KILLS = Number(process.env["KILLS"] ?? 2);
const ACTS = Number(process.env["ACTS"] ?? 60);

/** What a busy machine and the start of a process add to how long something is held, in milliseconds. */
const BESIDE = 10_000;

const postgres = usePostgres();

it(`tells three receivers of every act from three servers over one database, though one of them is killed ${KILLS === 1 ? "once" : `${KILLS} times`}, and is silent no longer than one may hold what it is at`, { timeout: 120_000 + KILLS * 60_000 }, async () => {
  const LEDGER = await postgres.freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), "waymark-webhooks-"));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  const ledgers = [0, 1, 2].map((server) => ({ LEDGER, LEDGER_COPY: join(folder, `${server}.db`) }));
  const { silence } = await tellThroughKills({ ledgers, receivers: 3, kills: KILLS, acts: ACTS });
  expect(silence).toBeLessThan(HELD_MILLISECONDS + BESIDE);
});
