import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharedBrowser, type TestBrowser } from "../../web/browser.ts";
import { openSite, type Site } from "../../web/site.ts";
import { figuresInGraph } from "./in-graph.ts";
import { readOnPage, saidOf } from "./on-page.ts";

/** The figures that are read on the pages are those of the graph; now, and as at the end of a day. */

describe.each([["THE_DOCUMENTS", "2023-03-31"], ["THE_EXAMPLE_YEAR", "2026-06-30"]] as const)("over %s, the pages say what the graph says", (holding, before) => {
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite({}, holding), sharedBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it.each([["now", null], [`as at ${before}`, before]] as const)("%s", async (_, day) => {
    const page = await readOnPage(await browser.window(), site.url, day);
    const said = saidOf(await figuresInGraph(site.url, day));
    expect({ ...page, ratings: page.ratings.map(sorted), bySector: page.bySector.toSorted() }).toEqual({ ...said, bySector: said.bySector.toSorted() });
  });
});

/** The ratings of a line in one order, whichever they are shown in. */
function sorted(line: string): string {
  const [name = "", rest = ""] = line.split(": ");
  return `${name}: ${rest.split("; ").toSorted().join("; ")}`;
}
