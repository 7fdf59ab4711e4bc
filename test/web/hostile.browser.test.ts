import { getTableColumns, getTableName } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { valueKindOf } from "../../src/ledger/value-kind.ts";
import { concepts } from "../../src/schema.ts";
import { sharedBrowser, type TestBrowser, type Window } from "./browser.ts";
import { pagesOfTheDocuments } from "./pages.ts";
import { inThisRound } from "./rounds.ts";
import { open } from "./settled.ts";
import { openSite, type Site } from "./site.ts";

/** In a script, in an attribute, in markup, in an address and in a style: what runs if anything does. */
const HOSTILE = `<img src=x onerror="window.wasRun=1"><script>window.wasRun=1</script>"'><svg onload=window.wasRun=1><style>*{display:none}</style>`;
const ADDRESS = "javascript:window.wasRun=1//";

/** A few pages in each run; all of them where there is time. */
const paths = inThisRound(pagesOfTheDocuments.map(([path]) => path), 5);

const row = z.looseObject({ id: z.string() });

describe("a tracker full of scripts", () => {
  let site: Site;
  let browser: TestBrowser;
  let window: Window;
  const elsewhere: string[] = [];

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), sharedBrowser()]);
    await spoil(site);
    window = await browser.window();
    window.page.on("request", (request) => { if (!request.url().startsWith(site.url)) elsewhere.push(request.url()); });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it.each(paths)("shows at %s what it holds as text, and asks no other place for anything", async (path) => {
    const { page, complaints } = window;
    await open(page, site.url, path);
    expect(await page.evaluate("window.wasRun")).toBeUndefined();
    expect(await page.locator("#waymark :is(script, img, style, iframe, object, embed, svg[onload]), #waymark a[href^='javascript' i]").count()).toBe(0);
    expect([elsewhere, complaints]).toEqual([[], []]);
  });

  it("does show it", async () => {
    await open(window.page, site.url, "/milestones");
    expect((await window.page.locator("main").textContent())?.split(HOSTILE).length).toBeGreaterThan(20);
  });
});

/** Writes into every field of every record that holds words. */
async function spoil({ ledger }: Site): Promise<void> {
  for (const kind of concepts.flatMap((concept) => concept.kinds)) {
    const fields = Object.values(getTableColumns(kind.table)).filter((column) => valueKindOf(column) === "TEXT" && column.generated === undefined).map(({ name }) => name);
    if (fields.length === 0) continue;
    await ledger.commit({ name: "test:spoil", actor: "test" }, (draft) => {
      for (const found of draft.graph.run(`select * from "${getTableName(kind.table)}" limit 900`, []).map((each) => row.parse(each))) {
        draft.change(kind, found.id, Object.fromEntries(fields.filter((field) => typeof found[field] === "string").map((field) => [field, `${field === "address" ? ADDRESS : HOSTILE} ${found.id}`])));
      }
    });
  }
}
