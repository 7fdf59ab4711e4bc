import "reflect-metadata";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { graphql } from "graphql";
import { openContext } from "../../src/api/context.ts";
import { nobody } from "../../src/api/viewer.ts";
import { milestoneKind } from "../../src/domain/delivery/milestone/table.ts";
import { readDay } from "../../src/kernel/day.ts";
import { MOST_CHANGES } from "../../src/ledger/entry.ts";
import { limitSettings } from "../../src/server/limit-settings.ts";
import { openLedger, programmeSchema } from "../../src/tracker.ts";
import { manyMilestones } from "./many-milestones.ts";

/**
 * What a difference takes on 20,000 milestones with 200,000 changes: it has to be answered in the time that one operation may take,
 * however far the moments lie apart, and others have to have their turn meanwhile. `npx tsx test/bench/difference.ts [FILE]`; a FILE
 * is kept for the next time.
 */

const folder = mkdtempSync(join(tmpdir(), "waymark-difference-"));
const file = process.argv[2] ?? join(folder, "waymark.db");
const isFilled = existsSync(file);
const ledger = await openLedger(file);
if (!isFilled) await fill();
const schema = await programmeSchema();
const allowed = limitSettings.LIMIT_OPERATION_SECONDS.parse(undefined) * 1_000;
const head = ledger.head();

const COUNTS = "count groups { group count }";
const PAGE = `${COUNTS} items(first: 100) { nodes { title says moves fields { field before { plain } after { plain } } acts(first: 3) { nodes { act reason } } } }`;

try {
  for (const [name, from, selection] of [
    ["the whole history, counted", 0, COUNTS], ["the whole history, a page with its acts", 0, PAGE], ["the whole history as Markdown", 0, "markdown"],
    ["half of it, a page with its acts", Math.floor(head / 2), PAGE], ["half of it as Markdown", Math.floor(head / 2), "markdown"],
    ["half of it in one programme", Math.floor(head / 2), PAGE], ["the last entry", head - 1, PAGE],
  ] as const) {
    const programme = name.endsWith("one programme") ? `, filter: { programme: "${idsOf("programmes")[0]}" }` : "";
    await measured(name, `{ changesBetween(${from === 0 ? "" : `from: ${from}, `}to: ${head}${programme}) { ${selection} } }`);
  }
} finally {
  await ledger.close();
  rmSync(folder, { recursive: true });
}

/** Each milestone is made, and expected at another time nine times. */
async function fill(): Promise<void> {
  await manyMilestones(ledger, 20_000);
  const milestones = idsOf("milestones");
  for (let round = 1; round < 10; round += 1) {
    for (let from = 0; from < milestones.length; from += MOST_CHANGES) {
      await ledger.commit({ name: "milestone:reforecast", actor: "bench", reason: `Round ${round}` }, (draft) => {
        for (const [index, id] of milestones.slice(from, from + MOST_CHANGES).entries()) draft.change(milestoneKind, id, { forecast: `${2024 + round}-${String(1 + (index % 12)).padStart(2, "0")}` });
      });
    }
  }
}

function idsOf(table: "milestones" | "programmes"): string[] {
  const lease = ledger.lease();
  try {
    return lease.graph.run(`select id from ${table} order by id`, []).map(({ id }) => String(id));
  } finally {
    lease.release();
  }
}

async function measured(name: string, source: string): Promise<void> {
  const lease = ledger.lease();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const [begin, before] = [performance.now(), process.cpuUsage()];
  const contextValue = openContext({ moment: lease, viewer: nobody, smallNumber: 5, today: readDay("2024-07-05"), deadline: begin + allowed });
  const { errors, data } = await graphql({ schema, source, contextValue });
  const [passed, { user, system }] = [performance.now() - begin, process.cpuUsage(before)];
  delay.disable();
  lease.release();
  if (errors !== undefined) throw new Error(`${name}: ${errors.map(({ message }) => message).join()}`);
  process.stdout.write(`${name}: ${Math.round(passed)} ms, of which ${Math.round((user + system) / 1_000)} ms of work; the event loop was held ${Math.round(delay.max / 1e6)} ms at most; ${JSON.stringify(data).length.toLocaleString("en-GB")} letters\n`);
}
