import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { tellThroughKills } from "./kills.ts";

/** How often the server is killed, and after how many acts in all: more in CI. */
const KILLS = Number(process.env["KILLS"] ?? 2);
const ACTS = Number(process.env["ACTS"] ?? 60);

it(`tells a receiver of every act that was acknowledged, in order, though the server is killed ${KILLS === 1 ? "once" : `${KILLS} times`}`, { timeout: 60_000 + KILLS * 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-webhooks-"));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  const { told } = await tellThroughKills({ ledgers: [{ LEDGER: join(folder, "waymark.db") }], receivers: 1, kills: KILLS, acts: ACTS });
  expect(told).toBeGreaterThanOrEqual(ACTS);
});
