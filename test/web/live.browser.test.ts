import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { milestoneKind } from "../../src/domain/delivery/milestone/table.ts";
import { roleGrantKind } from "../../src/domain/partners/access/table.ts";
import { barriers, sharedBrowser, type TestBrowser, type Window } from "./browser.ts";
import { colleagueAt, type Colleague } from "./colleague.ts";
import { signIn } from "./desk-world.ts";
import { settled } from "./settled.ts";
import { openSite, type Site } from "./site.ts";
import { wireTo } from "./wire.ts";

const LIVE = "Live: what is changed elsewhere appears here by itself.";
const NEWS = /^Live: something here was changed, and was brought up to date at \d\d:\d\d\.$/;

describe("a page that is open", () => {
  let site: Site;
  let browser: TestBrowser;
  let window: Window;
  let colleague: Colleague;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), sharedBrowser()]);
    window = await browser.window({ viewport: { width: 1280, height: 500 } });
    colleague = await colleagueAt(site);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** A page that is loaded, and has begun to follow. */
  async function follow(path: string, url = site.url): Promise<Window> {
    await window.page.goto(`${url}${path}`);
    await window.page.getByText(LIVE).waitFor();
    await settled(window.page);
    return window;
  }

  // Not every browser keeps the place by itself when something comes in above: without it, the page has to.
  it.each(["auto", "none"])("shows what somebody else changed without reloading, and moves neither what one reads nor where one stands (overflow-anchor: %s)", async (anchor) => {
    const { page, complaints } = await follow("/milestones");
    const before = complaints.length;
    await page.evaluate(`document.adoptedStyleSheets = [new CSSStyleSheet()]; document.adoptedStyleSheets[0].insertRule("html, html * { overflow-anchor: ${anchor} }"); window.isTheSame = true;`);
    const link = page.getByRole("link", { name: "Full evaluation" });
    await link.focus();
    await page.evaluate("scrollBy(0, 120)");
    const stoodAt = (await link.boundingBox())?.y;
    expect(await page.evaluate("scrollY")).toBeGreaterThan(100);
    await colleague.plan(`First of all, ${anchor}`, "May 2020");
    await page.getByRole("link", { name: `First of all, ${anchor}` }).waitFor();
    await page.getByRole("status").filter({ hasText: NEWS }).waitFor();
    expect((await link.boundingBox())?.y).toBeCloseTo(stoodAt ?? 0, 0);
    expect(await page.evaluate("document.activeElement?.textContent")).toMatch(/^Full evaluation/);
    expect(await page.evaluate("window.isTheSame")).toBe(true);
    expect(await barriers(page)).toEqual([]);
    expect(complaints.slice(before)).toEqual([]);
  });

  it("keeps open what is open, and leaves whoever stood at something that went where it was", async () => {
    const id = await colleague.plan("A plan to reword", "June 2031");
    const { page } = await follow(`/milestones/${id}`);
    await page.getByRole("button", { name: "Read as at another day" }).click();
    await page.getByLabel("As at the end of").fill("2024-03-31");
    await colleague.reword(id, "A plan reworded");
    await page.getByRole("heading", { level: 1, name: "A plan reworded" }).waitFor();
    expect(await page.getByLabel("As at the end of").inputValue()).toBe("2024-03-31");
    expect(await page.title()).toBe("A plan reworded – Waymark");

    await page.goto(`${site.url}/milestones?due=dates&from=2031-06-01&to=2031-06-30`);
    await page.getByRole("link", { name: "A plan reworded" }).focus();
    await page.getByText(LIVE).waitFor();
    await colleague.postpone(id, "June 2032");
    await page.getByText("No milestone is like this.").waitFor();
    expect(await page.evaluate("document.activeElement?.closest('main') !== null")).toBe(true);
  });

  it("says nothing where what was changed is not on it", async () => {
    const { page } = await follow("/outcomes");
    const asked = page.waitForResponse((response) => response.request().postData()?.includes("query Outcomes") === true);
    await colleague.plan("Seen on another page", "July 2031");
    await (await asked).finished();
    await page.waitForTimeout(50);
    expect(await page.getByText(NEWS).count()).toBe(0);
    await page.getByText(LIVE).waitFor();
  });

  it("goes on by itself where a connection broke off, and has missed nothing", async () => {
    const wire = await wireTo(site.url);
    const { page } = await follow("/milestones", wire.url);
    wire.cut();
    await page.getByRole("status").filter({ hasText: /^Not live since \d\d:\d\d: Waymark does not answer just now/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await colleague.plan("Planned in between", "August 2031");
    wire.mend();
    await page.getByRole("link", { name: "Planned in between" }).waitFor();
    await page.getByRole("status").filter({ hasText: NEWS }).waitFor();
    await wire.close();
  });

  it("says that the device is offline, keeps what was read, and is brought up to date when the connection is back", async () => {
    const { page, context } = await follow("/milestones");
    await context.setOffline(true);
    await page.getByRole("status").filter({ hasText: /^Not live since \d\d:\d\d: this device is offline/ }).waitFor();
    await colleague.plan("Planned while offline", "September 2031");
    await page.getByRole("link", { name: "Full evaluation" }).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    await context.setOffline(false);
    await page.getByRole("link", { name: "Planned while offline" }).waitFor();
  });

  it("follows nothing as at a day, says so, and is up to date back at today", async () => {
    const { page } = await follow("/milestones");
    await page.goto(`${site.url}/milestones?at=2024-03-31`);
    await page.getByText("nothing here changes: it is not live").waitFor();
    await settled(page);
    const streams: string[] = [];
    page.on("request", (request) => { if (request.headers()["accept"] === "text/event-stream") streams.push(request.url()); });
    await colleague.plan("Not known then", "October 2031");
    await page.waitForTimeout(300);
    expect([streams, await page.getByText(LIVE).count()]).toEqual([[], 0]);
    await page.getByRole("link", { name: "Back to today" }).click();
    await page.getByRole("link", { name: "Not known then" }).waitFor();
    await page.getByText(LIVE).waitFor();
  });

  it("lets its connection go while nobody sees it, and catches up when somebody does", async () => {
    const { page } = await follow("/milestones");
    const turn = async (state: string): Promise<unknown> => page.evaluate(`Object.defineProperty(document, "visibilityState", { value: "${state}", configurable: true }); document.dispatchEvent(new Event("visibilitychange"));`);
    const failed = page.waitForEvent("requestfailed", (request) => request.headers()["accept"] === "text/event-stream");
    await turn("hidden");
    await failed;
    await colleague.plan("Planned behind its back", "November 2031");
    await turn("visible");
    await page.getByRole("link", { name: "Planned behind its back" }).waitFor();
    expect(await page.getByText(/^Not live/).count()).toBe(0);
  });

  it("takes away by itself what its reader may not see any more, and says that a sign-in has ended, keeps what was read, and leads to signing in again", async () => {
    // Where there is a key, as for the colleague, there are no links; and it is looked every second, not every fifteen, who has signed out.
    const own = await openSite({ LIMIT_STREAM_BEAT_SECONDS: "1" });
    const { page, context } = window;
    await signIn(window, "lead", own);
    await follow("/milestones?due=2023-24", own.url);
    await own.ledger.commit({ name: "test:hide", actor: "test" }, (draft) => { draft.change(milestoneKind, "ms_61aewyc1fqbgf16h", { audience: "MEMBERS" }); });
    await own.ledger.commit({ name: "test:plan", actor: "test" }, (draft) => { draft.change(milestoneKind, "ms_61aewyc1fqbgf16h", { title: "Psychologist role, for members" }); });
    await page.getByRole("link", { name: "Psychologist role, for members" }).waitFor();
    await own.ledger.commit({ name: "test:end", actor: "test" }, (draft) => { for (const row of draft.graph.run("select id from role_grants", [])) draft.remove(roleGrantKind, String(row["id"])); });
    await page.getByRole("link", { name: "Psychologist role, for members" }).waitFor({ state: "detached" });
    await context.request.post(`${own.url}/sign-out`, { headers: { origin: own.url }, maxRedirects: 0 });
    await page.getByRole("status").filter({ hasText: "Not live: your sign-in has ended. What you see was read before." }).waitFor();
    await page.getByRole("link", { name: "Second network event" }).waitFor();
    expect(await page.getByRole("link", { name: "Sign in again" }).getAttribute("href")).toBe(`/sign-in?to=${encodeURIComponent("/milestones?due=2023-24")}`);
    expect(await barriers(page)).toEqual([]);
    await own.close();
  });
});
