import { worked } from "../side-by-side/process.ts";
import { Client } from "../side-by-side/client.ts";
import type { Options } from "../side-by-side/options.ts";
import type { System } from "../side-by-side/system.ts";
import { short } from "../side-by-side/table.ts";
import { writeTo } from "../side-by-side/writing.ts";

/** How many small acts of their own are durable within a second, so many waiting at the same time. */
export async function durableWrites(waymark: System, secret: string, { quick }: Options): Promise<string[]> {
  const lines = ["| single writes, so many at a time | a second | for each second of work |", "| --- | --- | --- |"];
  for (const together of [1, 8, 64]) {
    const client = new Client(`${waymark.url}/graphql`, together);
    const [begun, before] = [performance.now(), worked(waymark.process)];
    const until = begun + (quick ? 200 : 8_000);
    let written = 0;
    await Promise.all(Array.from({ length: together }, async () => {
      while (performance.now() < until) {
        await writeTo(client, secret);
        written += 1;
      }
    }));
    client.end();
    lines.push(`| ${together} | ${short(written / ((performance.now() - begun) / 1_000))} | ${short(written / (worked(waymark.process) - before))} |`);
  }
  return lines;
}
