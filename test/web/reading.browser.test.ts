import { EventEmitter, once } from "node:events";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Request } from "playwright-core";
import { z } from "zod";
import { barriers, sharedBrowser, type TestBrowser, type Window } from "./browser.ts";
import { signIn } from "./desk-world.ts";
import { operationLists } from "./operations.ts";
import { pagesOfTheDocuments } from "./pages.ts";
import { inThisRound, isWholeRound } from "./rounds.ts";
import { open as openIn, settled } from "./settled.ts";
import { openSite, type Site } from "./site.ts";
import { WIDTH_SETTLES } from "./width.ts";

const body = z.object({ query: z.string() });

describe("the pages, in a browser", () => {
  let site: Site;
  let browser: TestBrowser;
  let window: Window;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), sharedBrowser()]);
    window = await browser.window();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Opens a page in the window that the tests share, once all that it asks for is there. */
  async function open(path: string): Promise<void> {
    await openIn(window.page, site.url, path);
  }

  describe("the guides", () => {
    it.each(inThisRound([["/docs", "Guides"], ["/docs/tools", "A first query from your own tool"], ["/docs/settings", "Settings and limits"], ["/docs/codes", "Codes of refusals"], ["/docs/runbook", "Runbook"], ["/docs/data-held", "Data about people"], ["/docs/accessibility", "Accessibility"], ["/docs/schema-changes", "What changed in the schema"]], 3))("at %s are read without a script, keep nobody out, and fit a narrow screen", async (path, heading) => {
      const { page, complaints } = window;
      const before = complaints.length;
      await page.goto(`${site.url}${path}`);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      expect(await page.locator("script").count()).toBe(0);
      expect(await barriers(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      await expect.poll(async () => page.evaluate("document.documentElement.scrollWidth"), WIDTH_SETTLES).toBe(320);
      await page.setViewportSize({ width: 1280, height: 900 });
      expect(complaints.slice(before)).toEqual([]);
    });

    it("are found from every page, and lead from one to the other", async () => {
      await open("/");
      await window.page.getByRole("link", { name: "Guides" }).click();
      await window.page.getByRole("link", { name: "Settings and limits" }).click();
      await window.page.getByRole("link", { name: "Access and sign-in" }).first().click();
      await window.page.getByRole("heading", { level: 1, name: "Access and sign-in" }).waitFor();
      const links = z.array(z.string()).parse(await window.page.evaluate("[...document.querySelectorAll('a[href^=\"/docs\"]')].map((link) => link.href)"));
      const answers = await Promise.all(links.map(async (link) => (await fetch(link)).status));
      expect(new Set(answers)).toEqual(new Set([200]));
    });
  });

  describe("each", () => {
    /** What 1,280 pixels are at 400 per cent. */
    const narrow = { width: 320, height: 640 };
    const wide = { width: 1280, height: 900 };

    beforeAll(async () => { await window.page.setViewportSize(narrow); });
    afterAll(async () => { await window.page.setViewportSize(wide); });

    it.each(pagesOfTheDocuments.map(([path, heading], place) => [path, heading, isWholeRound || place % 3 === 0] as const))("at %s says where one is, keeps nobody out, fits a narrow screen, and has nothing to complain of", async (path, heading, isJudged) => {
      const { page, complaints } = window;
      const before = complaints.length;
      await open(path);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      await settled(page);
      expect(await page.title()).toMatch(/ – Waymark$/);
      expect(await page.getByRole("alert").count()).toBe(0);
      await expect.poll(async () => page.evaluate("document.documentElement.scrollWidth"), WIDTH_SETTLES).toBe(narrow.width);
      expect(isJudged ? await barriers(page) : []).toEqual([]);
      await page.setViewportSize(isWholeRound ? wide : narrow);
      expect(isWholeRound ? await barriers(page) : []).toEqual([]);
      await page.setViewportSize(narrow);
      expect(complaints.slice(before)).toEqual([]);
    });
  });

  it("asks for all that stands on a page once, though it begins to follow what is done meanwhile", async () => {
    const { page, context } = await browser.window();
    const asked: string[] = [];
    page.on("request", (request) => { if (request.url().endsWith("/graphql")) asked.push(body.parse(request.postDataJSON()).query); });
    await page.goto(site.url);
    await page.getByText("Live: what is changed elsewhere appears here by itself.").waitFor();
    await settled(page);
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((query, place) => asked.indexOf(query) !== place)).toEqual([]);
    await context.close();
  });

  describe("reading", () => {
    it.each(["/nowhere", "/milestones/ms_0000000000000000", "/records/xx"])("says at %s that there is nothing", async (path) => {
      await open(path);
      expect(await window.page.title()).toBe("Page not found – Waymark");
      expect(await barriers(window.page)).toEqual([]);
    });

    it("leads from a number to the records behind it, and from a value to the words of its source", async () => {
      const { page } = window;
      await open("/");
      const row = page.getByRole("row", { name: /Past due, not reported/ });
      await row.getByRole("link").click();
      await page.getByRole("status").filter({ hasText: "7 milestones" }).waitFor();
      await page.getByRole("link", { name: "Co-ordinator recruited" }).click();
      await page.getByRole("heading", { level: 1, name: "Co-ordinator recruited" }).waitFor();
      await page.getByRole("button", { name: "Source of First planned" }).click();
      const opened = page.locator(".wm-sources__panel:visible");
      await opened.getByText("April / May 2023").waitFor();
      expect(await opened.textContent()).toContain("Trauma Informed Somerset, line 65");
    });

    it("puts whoever follows a link at the heading, and whoever comes back where they were", async () => {
      const { page } = window;
      await open("/milestones");
      const link = page.getByRole("link", { name: "Full evaluation" });
      await link.scrollIntoViewIfNeeded();
      const before = await page.evaluate("scrollY");
      await link.click();
      await page.getByRole("heading", { level: 1, name: "Full evaluation" }).waitFor();
      await vi.waitFor(async () => { expect(await page.evaluate("document.activeElement?.tagName")).toBe("H1"); });
      expect(await page.evaluate("scrollY")).toBe(0);
      await page.goBack();
      await page.getByRole("heading", { level: 1, name: "Milestones" }).waitFor();
      await vi.waitFor(async () => { expect(await page.evaluate("scrollY")).toBe(before); });
    });

    it("keeps what was chosen in the address: it holds on reload, and the answer is said aloud", async () => {
      const { page } = window;
      await open("/milestones");
      await page.getByLabel("Due", { exact: true }).selectOption("In 2022-23");
      await page.getByLabel("Past due, not reported").check();
      await page.getByRole("status").filter({ hasText: "2 milestones" }).waitFor();
      expect(new URL(page.url()).search).toBe("?due=2022-23&timing=PAST_DUE_NOT_REPORTED");
      await page.reload();
      await page.getByRole("status").filter({ hasText: "2 milestones" }).waitFor();
      expect(await page.getByLabel("Past due, not reported").isChecked()).toBe(true);
      await page.getByRole("button", { name: "Show all" }).click();
      await page.getByRole("status").filter({ hasText: "8 milestones" }).waitFor();
    });

    it("keeps apart what is surely due in a time and what possibly is", async () => {
      const { page } = window;
      await open("/milestones?due=dates&from=2023-05-01&to=2023-06-30");
      expect(await page.locator("caption").allTextContents()).toEqual(["Surely due in this time: 1", "Possibly due in this time, as their dates are not exact: 2"]);
    });

    it("finds a record by another name of it, from every page", async () => {
      const { page } = window;
      await open("/funding");
      await page.getByRole("searchbox", { name: "Search everything" }).fill("Bristol University");
      await page.keyboard.press("Enter");
      await page.getByRole("link", { name: "University of Bristol" }).click();
      await page.getByRole("heading", { level: 1, name: "University of Bristol" }).waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/organisations\/or_/);
    });

    it("works by keyboard alone: past the menu to the content, and through the menu", async () => {
      const { page } = window;
      await page.goto(site.url);
      await settled(page);
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement?.textContent")).toBe("Skip to main content");
      await page.keyboard.press("Enter");
      expect(await page.evaluate("document.activeElement?.id")).toBe("main");
      await page.getByRole("button", { name: "More" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("link", { name: "Teams" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Health integration teams" }).waitFor();
      expect(await page.getByRole("link", { name: "Organisations" }).isVisible()).toBe(false);
    });
  });

  describe("at another time", () => {
    it("reads every page as at the day that is chosen, until one goes back to today", async () => {
      const { page } = window;
      await open("/");
      await page.getByRole("button", { name: "Read as at another day" }).click();
      await page.getByLabel("As at the end of").fill("2023-03-31");
      await page.getByRole("button", { name: "Read as at this day" }).click();
      await page.getByText("As at 31 March 2023.").waitFor();
      // The two milestones of January 2023 are past due; all the others are still to come.
      await page.getByRole("row", { name: /Upcoming/ }).getByRole("link", { name: /^5/ }).click();
      await page.getByRole("status").filter({ hasText: "5 milestones" }).waitFor();
      expect(new URL(page.url()).search).toBe("?at=2023-03-31&timing=UPCOMING");
      await page.getByRole("link", { name: "Co-ordinator recruited" }).click();
      await page.getByRole("heading", { level: 1, name: "Co-ordinator recruited" }).waitFor();
      expect(await page.locator(".wm-page__lead").textContent()).toContain("Upcoming");
      await page.getByRole("link", { name: "Back to today" }).click();
      await page.getByText("Past due, not reported").waitFor();
      expect(new URL(page.url()).search).toBe("");
    });

    it("reads now where the address names a day that is not over", async () => {
      const { page } = window;
      await open("/milestones?at=2999-01-01");
      await page.getByRole("status").filter({ hasText: "8 milestones" }).waitFor();
      expect(await page.getByText("As it stands today").count()).toBe(1);
    });

    it("shows what changed between two days, and hands it out as text for a paper", async () => {
      const { page, context } = window;
      await open("/changes?from=2023-03-31&to=2024-07-05");
      const people = page.getByRole("listitem").filter({ hasText: "96 people" });
      await people.getByText("Before and after").click();
      expect(await people.getByRole("row", { name: /^Counted/ }).textContent()).toContain("Nothing96 people");
      await page.getByRole("button", { name: "As text for a paper" }).click();
      const text = page.getByLabel("The changes as text (Markdown)");
      await text.waitFor();
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.getByRole("button", { name: "Copy" }).click();
      await page.getByRole("status").filter({ hasText: "Copied." }).waitFor();
      const copied = await page.evaluate("navigator.clipboard.readText()");
      expect(copied).toBe(await text.inputValue());
      expect(copied).toMatch(/^# What changed between 31 March 2023 and 5 July 2024/);
    });
  });

  describe("without an answer", () => {
    it("says that one is offline, keeps what was read, and goes on by itself", async () => {
      const { page, context } = window;
      await open("/milestones");
      await page.getByRole("link", { name: "Second network event" }).waitFor();
      await page.getByRole("link", { name: "Second network event" }).hover();
      await context.setOffline(true);
      await page.getByLabel("Upcoming").check();
      await page.getByText("You are offline. What you see is what was read before.").waitFor();
      await page.getByRole("link", { name: "Second network event" }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await context.setOffline(false);
      await page.getByText("No milestone is like this.").waitFor();
      expect(await barriers(page)).toEqual([]);
    });

    it("says what is on its way, and keeps nobody out meanwhile", async () => {
      const { page } = window;
      const gate = new EventEmitter();
      const opened = once(gate, "open");
      await page.route("**/graphql", async (route) => {
        if (route.request().postData()?.includes("query Measures(") === true) await opened;
        return route.continue();
      });
      await page.goto(`${site.url}/measures`);
      await page.getByRole("status").filter({ hasText: "Loading the measures" }).waitFor();
      expect(await barriers(page)).toEqual([]);
      gate.emit("open");
      await page.getByRole("link", { name: "People trained" }).waitFor();
      await page.unroute("**/graphql");
    });

    it("says why where there is no older answer, and asks again when told to", async () => {
      const { page } = window;
      // Only what the page asks for: what follows changes would find out by itself that the server is back.
      await page.route("**/graphql", async (route) => (route.request().postData()?.includes("query Measures(") === true ? route.abort() : route.continue()));
      await page.goto(`${site.url}/measures`);
      await page.getByRole("alert").filter({ hasText: "Waymark does not answer" }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.unroute("**/graphql");
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByRole("link", { name: "People trained" }).waitFor();
    });

    it("leads whoever has to sign in there, and back to the page", async () => {
      const closed = await openSite({ PUBLIC_READ: "false" });
      const { page, context } = window;
      await page.goto(`${closed.url}/milestones?due=2022-23`);
      await page.getByRole("alert").filter({ hasText: "Sign in to read this" }).waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(await page.getByRole("main").getByRole("link", { name: "Sign in" }).getAttribute("href")).toBe(`/sign-in?to=${encodeURIComponent("/milestones?due=2022-23")}`);
      await signIn(window, "lead", closed);
      await page.reload();
      await page.getByRole("status").filter({ hasText: "2 milestones" }).waitFor();
      await context.clearCookies();
      // What follows a server that has gone asks for it again.
      await page.goto("about:blank");
      await closed.close();
    });
  });

  it("sends nothing but the operations that it has registered, and nothing to any other place", async () => {
    const { page } = window;
    const registered = new Set(operationLists().flatMap(({ operations }) => Object.values(operations)));
    const [elsewhere, sent]: [string[], string[]] = [[], []];
    const note = (request: Request): void => {
      if (!request.url().startsWith(site.url)) elsewhere.push(request.url());
      if (request.url() === `${site.url}/graphql`) sent.push(body.parse(request.postDataJSON()).query);
    };
    page.on("request", note);
    await page.goto(`${site.url}/programmes/pr_0msc5d42aypnzgcw`);
    await settled(page);
    page.off("request", note);
    expect(elsewhere).toEqual([]);
    expect(sent.length).toBeGreaterThan(3);
    expect(sent.filter((text) => !registered.has(text))).toEqual([]);
  });

  it("arrives in less than 150 kilobytes, everything on the first page included", async () => {
    const { page, context } = window;
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    await network.send("Network.setCacheDisabled", { cacheDisabled: true });
    let bytes = 0;
    network.on("Network.loadingFinished", ({ encodedDataLength }) => { bytes += encodedDataLength; });
    await page.goto(site.url);
    await settled(page);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(150_000);
    await network.detach();
  });

  it("prints a programme's highlight report on A4", async () => {
    const { page } = window;
    await open("/programmes/pr_0msc5d42aypnzgcw");
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    // Points: 210 by 297 millimetres.
    expect(pdf.toString("latin1")).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d*\]/);
    expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
  });
});
