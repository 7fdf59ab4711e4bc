import { randomUUID } from "node:crypto";
import { Tracker } from "./client.ts";
import { changesAfter, hereAndNow, milestones, reforecast, type Milestone } from "./milestones.ts";

/**
 * Reads every milestone, says when one of them is expected now, and reads from the history what that changed.
 * WAYMARK_URL=… WAYMARK_KEY=wmk_… npx tsx program.ts "Second network event" "January 2027" "The venue fell through"
 */
const [title, forecast = "", reason = ""] = process.argv.slice(2);
const tracker = new Tracker(process.env["WAYMARK_URL"] ?? "http://127.0.0.1:4000", process.env["WAYMARK_KEY"] ?? null);

const cursor = await hereAndNow(tracker);
let chosen: Milestone | null = null;
for await (const milestone of milestones(tracker, 3)) {
  process.stdout.write(`${milestone.title}: ${milestone.due?.plain ?? "no date"}, ${milestone.timing}\n`);
  if (milestone.title === title) chosen = milestone;
}

if (chosen !== null) {
  const { milestone, problems } = await reforecast(tracker, chosen, { forecast, reason, key: randomUUID() });
  for (const { code, message } of problems) process.stdout.write(`Not done (${code}): ${message}\n`);
  if (milestone !== null && milestone !== undefined) process.stdout.write(`Expected now: ${milestone.forecast?.plain ?? "no date"}, in version ${milestone.version}\n`);
  const { changes } = await changesAfter(tracker, cursor);
  for (const { act, changedFields, record } of changes) process.stdout.write(`${act ?? "An act"} changed ${changedFields.join(", ")} of ${record !== null && record !== undefined && "title" in record ? record.title : "a milestone"}\n`);
}
