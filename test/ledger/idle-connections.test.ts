import { readdirSync, readlinkSync } from "node:fs";
import { expect, it, onTestFinished } from "vitest";
import { freshFile, openLedger } from "../support/ledger.ts";
import { Project } from "../support/world.ts";

/** How many connections this process holds to a file: by its log, as SQLite keeps descriptors of the file itself for the next. */
function connectionsTo(file: string): number {
  return readdirSync("/proc/self/fd").filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === `${file}-wal`;
    } catch {
      // That with which the folder itself was read.
      return false;
    }
  }).length;
}

it("gives back all but a few of the connections by which many read at once", async () => {
  const file = freshFile();
  const ledger = await openLedger({ file });
  onTestFinished(async () => ledger.close());
  const before = connectionsTo(file);
  const leases = [];
  for (let entry = 0; entry < 8; entry += 1) {
    leases.push(ledger.lease());
    await ledger.commit({ name: "test:make", actor: "test" }, (draft) => { draft.create(Project, { title: `Project ${entry}` }); });
  }
  expect(connectionsTo(file)).toBeGreaterThan(before + 5);
  for (const lease of leases) lease.release();
  expect(connectionsTo(file)).toBeLessThanOrEqual(before + 3);
  const last = ledger.lease();
  expect(last.graph.run("select count(*) as count from projects", [])).toEqual([{ count: 8 }]);
  last.release();
});
