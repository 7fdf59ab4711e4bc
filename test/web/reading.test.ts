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

  it.each([
    ["/", "Overview"],
    ["/programmes", "Programmes"],
    ["/milestones", "Milestones"],
    ["/milestones?view=timeline&due=2023-24", "Milestones"],
    ["/readiness", "Readiness"],
    ["/confidence", "Delivery confidence"],
    ["/nowhere", "Page not found"],
    ["/milestones/ms_0000000000000000", "Page not found"],
  ])("at %s say where one is, keep nobody out, and have nothing to complain of", async (path, heading) => {
    const { page, complaints } = window;
    const before = complaints.length;
    await page.goto(`${site.url}${path}`);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.title()).toBe(`${heading} – Waymark`);
    expect(await barriers(page)).toEqual([]);
    expect(complaints.slice(before).filter((complaint) => !(path === "/nowhere" && complaint.includes("404")))).toEqual([]);
  });
});
