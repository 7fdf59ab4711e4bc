import { z } from "zod";
import { Client } from "../side-by-side/client.ts";
import { worked } from "../side-by-side/process.ts";
import type { Options } from "../side-by-side/options.ts";
import type { System } from "../side-by-side/system.ts";
import { short } from "../side-by-side/table.ts";

const CHANGES = "query Changes($after: String) { changes(first: 100, after: $after) { cursor nodes { seq act type id op changedFields after } } }";
const zPage = z.object({ data: z.object({ changes: z.object({ cursor: z.string(), nodes: z.array(z.unknown()) }) }) });

/** How fast a copy follows, a hundred changes a page from the beginning, and how fast a table of all milestones leaves. */
export async function feeds(waymark: System, { quick }: Options): Promise<string[]> {
  const client = new Client(`${waymark.url}/graphql`, 1);
  const sweep = async (): Promise<number> => {
    let [told, after]: [number, string | null] = [0, null];
    for (let page = 0; page < (quick ? 5 : 200); page += 1) {
      const { data: { changes } } = zPage.parse(JSON.parse(await client.ask(JSON.stringify({ query: CHANGES, variables: { after } }))));
      told += changes.nodes.length;
      after = changes.cursor;
    }
    return told;
  };
  const table = async (): Promise<number> => {
    const answer = await fetch(`${waymark.url}/tables/milestones.csv`);
    if (answer.body === null || !answer.ok) throw new Error(`There is no table: ${answer.status}.`);
    let rows = 0;
    for await (const piece of answer.body) rows += Buffer.from(piece).toString("latin1").split("\n").length - 1;
    return rows - 1;
  };
  const lines = [`| ${waymark.name} | how many | a second | for each second of work |`, "| --- | --- | --- | --- |"];
  for (const [name, work] of [["changes, a hundred a page", sweep], ["rows of milestones.csv", table]] as const) {
    const [begun, before] = [performance.now(), worked(waymark.process)];
    const done = await work();
    lines.push(`| ${name} | ${done} | ${short(done / ((performance.now() - begun) / 1_000))} | ${short(done / (worked(waymark.process) - before))} |`);
  }
  client.end();
  return lines;
}
