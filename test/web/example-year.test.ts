import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, browserPath, openBrowser, type TestBrowser, type Window } from "./browser.ts";
import { settled } from "./settled.ts";
import { openSite, type Site } from "./site.ts";

describe.skipIf(browserPath === undefined)("the pages over the example year", () => {
  let site: Site;
  let browser: TestBrowser;
  let window: Window;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite({}, "THE_EXAMPLE_YEAR"), openBrowser()]);
    window = await browser.window();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(path: string): Promise<void> {
    await window.page.goto(`${site.url}${path}`);
    await settled(window.page);
  }

  it("show what a board had before it, what changed since, and whether a printed hash is still the ledger's", async () => {
    const { page } = window;
    await open("/packs");
    await page.getByRole("status").filter({ hasText: "6 board packs" }).waitFor();
    await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
    await page.getByText("The ledger has the same").waitFor();
    await settled(page);
    expect(await page.getByRole("link", { name: "Read every page as at that day" }).getAttribute("href")).toMatch(/^\/\?at=\d{4}-\d\d-\d\d$/);
    const hash = (await page.locator(".wm-hash").textContent()) ?? "";
    expect(hash).toMatch(/^[\w-]{43}$/);
    await page.getByLabel("The hash in a printed copy").fill(` ${hash} `);
    await page.getByRole("button", { name: "Compare" }).click();
    await page.getByRole("status").filter({ hasText: "The printed copy and the ledger have the same hash" }).waitFor();
    await page.getByLabel("The hash in a printed copy").fill(hash.replace(/^./, (first) => (first === "A" ? "B" : "A")));
    await page.getByRole("button", { name: "Compare" }).click();
    await page.getByRole("status").filter({ hasText: "The ledger has another hash than this" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const title = (await page.title()).replace(" – Waymark", "");
    await page.locator(".wm-page__lead").getByRole("link").click();
    await page.getByRole("link", { name: title }).waitFor();
  });
});
