import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { addresses } from "../../src/web/addresses.ts";
import { barriers, sharedBrowser, type TestBrowser, type Window } from "./browser.ts";
import { inThisRound } from "./rounds.ts";
import { open as openIn, settled, turnTo } from "./settled.ts";
import { openSite, type Site } from "./site.ts";
import { WIDTH_SETTLES } from "./width.ts";

const tileList = z.array(z.object({ count: z.number(), to: z.string() }));
const linkList = z.array(z.object({ words: z.string(), to: z.string() }));
const linkLines = z.array(z.object({ words: z.string(), to: z.string().nullable() }));

describe("the pages over the example year", () => {
  let site: Site;
  let browser: TestBrowser;
  let window: Window;
  const elsewhere: string[] = [];

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite({}, "THE_EXAMPLE_YEAR"), sharedBrowser()]);
    window = await browser.window();
    window.page.on("request", (request) => { if (!request.url().startsWith(site.url)) elsewhere.push(request.url()); });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(path: string): Promise<void> {
    await openIn(window.page, site.url, path);
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

  it.each(inThisRound(Object.values(addresses).filter((path) => !path.includes(":")), 6))("at %s keep nobody out, on a wide screen and on a narrow one, in forced colours and without motion, and ask no other place", async (path) => {
    const { page, complaints } = window;
    await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    await open(path);
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate("document.getAnimations().filter(({ effect }) => effect.getTiming().duration > 1).length")).toBe(0);
    // What 1,280 pixels are at 400 per cent.
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(async () => page.evaluate("document.documentElement.scrollWidth"), WIDTH_SETTLES).toBe(320);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ forcedColors: null, reducedMotion: null });
    expect([elsewhere, complaints]).toEqual([[], []]);
  });

  /** Every link on the page whose words count something: how many, and where it leads. A sum counts the awards that it adds up, known and not. */
  async function figures(): Promise<{ readonly words: string; readonly count: number; readonly to: string }[]> {
    const links = linkList.parse(await window.page.evaluate("[...document.querySelectorAll('main a')].map((link) => ({ words: link.textContent, to: link.getAttribute('href') }))"));
    return links.flatMap(({ words, to }) => {
      const counts = [...words.matchAll(/(?:^|from |of |; )(\d+)(?: more)?(?: award| application|$| \w)/g)].map(([, number]) => Number(number));
      // A day, a year and a name may begin with a number, and count nothing.
      return counts.length === 0 || /^\/(?:milestones|reports|programmes|records)\//.test(to) ? [] : [{ words, count: counts.reduce((sum, number) => sum + number, 0), to }];
    });
  }

  /** How many things are listed, on all pages of the list. */
  async function listed(): Promise<number> {
    const { page } = window;
    let all = await listedHere();
    for (const next = page.locator("main a[rel=next]"); (await next.count()) > 0; all += await listedHere()) {
      await turnTo(window.page, (await next.getAttribute("href")) ?? "");
    }
    return all;
  }

  /** How many things the page lists: rows of its tables, or lines of its lists where it has no table. */
  async function listedHere(): Promise<number> {
    const { page } = window;
    // Signatories are counted there, and listed with each of their signatures.
    const signatures = page.locator("main table", { has: page.locator("caption", { hasText: /^Signatures$/ }) });
    if ((await signatures.count()) > 0) return new Set(await signatures.locator("tbody th").allTextContents()).size;
    const rows = await page.locator("main table:not(.wm-counts, .wm-money) tbody tr, main .wm-tracks > li").count();
    // The awards stand there once more, by who gives them.
    const twice = await page.locator("main table", { has: page.locator("caption", { hasText: ": by source" }) }).locator("tbody tr").count();
    return rows === 0 ? page.locator("main ul.wm-entries > li").count() : rows - twice;
  }

  it("open from each figure of the overview exactly what it counts", async () => {
    await open("/");
    const all = await figures();
    expect(all.length).toBeGreaterThan(30);
    const opened = [];
    for (const { words, count, to } of inThisRound(all, 4)) {
      await turnTo(window.page, to);
      opened.push([words, to, count, await listed()]);
    }
    expect(opened.filter(([, , counted, found]) => counted !== found)).toEqual([]);
  });

  it("open from each finding about the data exactly what it counts", async () => {
    const { page } = window;
    await open("/quality");
    const tiles = tileList.parse(await page.evaluate("[...document.querySelectorAll('.wm-tile')].map((tile) => ({ count: Number(tile.querySelector('.wm-tile__number').textContent.replace(',', '')), to: tile.getAttribute('href') }))"));
    expect(tiles.length).toBe(7);
    const opened = [];
    for (const { count, to } of inThisRound(tiles, 3)) {
      await turnTo(page, to);
      opened.push([to, count, await listed()]);
    }
    expect(opened.filter(([, counted, found]) => counted !== found)).toEqual([]);
  });

  it("open from each figure of the pledges exactly what it counts", async () => {
    await open("/pledges");
    const all = await figures();
    expect(all.length).toBeGreaterThan(5);
    const opened = [];
    for (const { words, count, to } of inThisRound(all, 4)) {
      await turnTo(window.page, to);
      opened.push([words, to, count, await listed()]);
    }
    expect(opened.filter(([, , counted, found]) => counted !== found)).toEqual([]);
  });

  it("open from each year of the funding exactly the awards that it counts, and from each total that is stated what states it", async () => {
    const { page } = window;
    await open("/funding");
    const years = page.locator("table", { has: page.locator("caption", { hasText: "Funding by financial year" }) }).locator("tbody tr");
    const lines = linkLines.parse(await page.evaluate("[...[...document.querySelectorAll('table')].find((table) => table.caption?.textContent === 'Funding by financial year').tBodies[0].rows].map((row) => ({ words: row.textContent, to: row.querySelector('th a')?.getAttribute('href') ?? null }))"))
      .map(({ words, to }) => ({ to, count: [...words.matchAll(/(\d+) awards?/g)].reduce((sum, [, count]) => sum + Number(count), 0) }));
    expect(lines.map(({ to, count }) => [to !== null, count])).toEqual([[false, 0], [true, 1], [true, 2]]);
    const opened = [];
    for (const { to } of lines.filter((line) => line.to !== null)) {
      await turnTo(page, to ?? "");
      opened.push(await listed());
    }
    expect(opened).toEqual([1, 2]);
    await open("/funding");
    await years.getByRole("link", { name: "£15,450" }).click();
    await page.getByText("£15,450").first().waitFor();
  });

  it.each(["Trauma Informed Somerset", "Trauma-Informed Systems Programme"])("open from each figure of the programme page of %s exactly what it counts", async (name) => {
    const { page } = window;
    await open("/programmes");
    await page.getByRole("link", { name }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await settled(page);
    const all = await figures();
    expect(all.length).toBeGreaterThan(0);
    for (const { words, count, to } of inThisRound(all, 4)) {
      await turnTo(window.page, to);
      expect([words, to, await listed()]).toEqual([words, to, count]);
    }
  });
});
