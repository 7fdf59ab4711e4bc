import { openBrowser } from "../web/browser.ts";
import { openSite } from "../web/site.ts";
import { median } from "./median.ts";

/**
 * How long it takes, from an empty cache, until the overview of the example year can be used: its figures are there and open. Beside it, what the
 * same browser takes for a page with nothing on it, which says how busy the machine is.
 */
const ROUNDS = 9;

const [site, browser] = await Promise.all([openSite({}, "THE_EXAMPLE_YEAR"), openBrowser()]);

/** A window that has seen nothing yet. */
async function milliseconds(path: string, ready: string): Promise<number> {
  const { page, context } = await browser.window();
  const begin = performance.now();
  await page.goto(`${site.url}${path}`, { waitUntil: "commit" });
  await page.locator(ready).first().waitFor();
  const took = performance.now() - begin;
  await context.close();
  return took;
}

const [pages, empty]: [number[], number[]] = [[], []];
for (let round = 0; round < ROUNDS; round += 1) {
  pages.push(await milliseconds("/", ".wm-counts a"));
  empty.push(await milliseconds("/health/live", "body"));
}
const [usable, nothing] = [median(pages), median(empty)];
process.stdout.write(`usable after ${Math.round(usable)} ms at the median of ${ROUNDS} (${Math.round(Math.min(...pages))} to ${Math.round(Math.max(...pages))}); nothing at all after ${Math.round(nothing)} ms: ${(usable / nothing).toFixed(1)} times as long\n`);
await browser.close();
await site.close();
