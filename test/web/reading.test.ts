import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, browserPath, openBrowser, type TestBrowser, type Window } from "./browser.ts";
import { openSite, type Site } from "./site.ts";

describe.skipIf(browserPath === undefined)("the pages, in a browser", () => {
  let site: Site;
  let browser: TestBrowser;
  let window: Window;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), openBrowser()]);
    window = await browser.window();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it("say where one is, and let nobody be kept out", async () => {
    const { page } = window;
    await page.goto(site.url);
    await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
    expect(await page.title()).toBe("Overview – Waymark");
    expect(await barriers(page)).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
});
