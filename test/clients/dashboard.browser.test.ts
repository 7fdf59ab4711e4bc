import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { milestoneKind } from "../../src/domain/delivery/milestone/table.ts";
import { accessKeyKind } from "../../src/domain/partners/access/table.ts";
import { makeKey } from "../../src/domain/partners/access/signing-in.ts";
import { readDay } from "../../src/kernel/day.ts";
import { barriers, sharedBrowser, type TestBrowser, type Window } from "../web/browser.ts";
import { colleagueAt, type Colleague } from "../web/colleague.ts";
import { openSite, type Site } from "../web/site.ts";
import { wireTo, type Wire } from "../web/wire.ts";
import { serveFolder, type ServedFolder } from "./folder.ts";

const FOLDER = fileURLToPath(new URL("dashboard", import.meta.url));

describe("the dashboard, at an origin of its own", () => {
  let folder: ServedFolder;
  let site: Site;
  let browser: TestBrowser;
  let window: Window;
  const addresses: string[] = [];
  let colleague: Colleague;
  let key: { readonly id: string; readonly secret: string };

  beforeAll(async () => {
    folder = await serveFolder(FOLDER);
    [site, browser] = await Promise.all([openSite({ ALLOWED_ORIGINS: folder.url, PUBLIC_READ: "false" }), sharedBrowser()]);
    window = await browser.window();
    window.page.on("request", (request) => addresses.push(request.url()));
    colleague = await colleagueAt(site);
    key = await makeKey(site.ledger, { name: "Board dashboard", role: "READER", holdsFor: null, expiresOn: readDay("2099-01-01"), actor: "test" });
    await colleague.plan("Planned for the board", "May 2040");
    await site.ledger.commit({ name: "test:hide", actor: "test" }, (draft) => { draft.change(milestoneKind, "ms_61aewyc1fqbgf16h", { audience: "MEMBERS" }); });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await folder?.close();
  });

  /** The dashboard, in which somebody has said where from, and shown a key: nobody was there before. */
  async function enter(tracker: string, secret: string): Promise<Window> {
    if (window.page.url().startsWith(folder.url)) await window.page.evaluate("sessionStorage.clear()");
    await window.page.goto(folder.url);
    addresses.length = 0;
    await window.page.getByLabel("Address of the tracker").fill(tracker);
    await window.page.getByLabel("Read key").fill(secret);
    await window.page.getByRole("button", { name: "Show the board" }).click();
    return window;
  }

  it("shows what is due, readiness and funding as the key opens them, and keeps nobody out on any screen", async () => {
    const { page, complaints } = await enter(site.url, key.secret);
    await page.getByText("Live: changes appear by themselves.").waitFor();
    expect(await page.locator("#figures").textContent()).toContain("Past due, not reported7");
    await page.getByRole("listitem").filter({ hasText: "Psychologist role advertised or procured" }).waitFor();
    await page.getByRole("listitem").filter({ hasText: "Planned for the board" }).getByText("Upcoming May 2040.").waitFor();
    await page.getByRole("listitem").filter({ hasText: "Service delivery" }).getByText("Has to wait").waitFor();
    expect(await page.locator("#funding tr").allTextContents()).toEqual(["Year not determinednonenone1 award"]);
    expect(await page.getByRole("link", { name: "Planned for the board" }).getAttribute("href")).toMatch(new RegExp(`^${site.url}/milestones/ms_`));
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(complaints).toEqual([]);
  });

  it("keeps the key out of every address and after a reload, and forgets it when told to", async () => {
    const { page, context } = await enter(site.url, key.secret);
    await page.getByText("Live:").waitFor();
    await page.reload();
    await page.getByText("Live:").waitFor();
    expect([...addresses, ...folder.asked, page.url()].filter((address) => address.includes("wmk_"))).toEqual([]);
    expect(new Set(addresses.map((address) => new URL(address).origin))).toEqual(new Set([folder.url, site.url]));
    expect(await context.cookies()).toEqual([]);
    await page.getByRole("button", { name: "Forget the key and leave" }).click();
    expect(await page.getByLabel("Read key").inputValue()).toBe("");
    expect(await page.evaluate("JSON.stringify({ ...sessionStorage, ...localStorage })")).toBe("{}");
    await page.getByRole("heading", { name: "Funding" }).waitFor({ state: "hidden" });
  });

  it("is live: a change appears, nobody loses their place, and a cut is said and mended", async () => {
    const wire: Wire = await wireTo(site.url);
    const { page } = await enter(wire.url, key.secret);
    const link = page.getByRole("link", { name: "Planned for the board" });
    await link.focus();
    await colleague.plan("Comes before it", "April 2040");
    await page.getByRole("link", { name: "Comes before it" }).waitFor();
    await page.getByRole("status").filter({ hasText: /^Live: changed at \d\d:\d\d\.$/ }).waitFor();
    expect(await page.evaluate("document.activeElement?.textContent")).toBe("Planned for the board");
    wire.cut();
    await page.getByRole("status").filter({ hasText: /^Not live since \d\d:\d\d/ }).waitFor();
    await link.waitFor();
    await colleague.plan("<img src=x onerror=alert(1)>", "March 2040");
    wire.mend();
    await page.getByRole("link", { name: "<img src=x onerror=alert(1)>" }).waitFor();
    expect(await page.locator("main img").count()).toBe(0);
    await wire.close();
  });

  it.each([
    ["a key that opens nothing", "wmk_nothing", "This key opens nothing here"],
    ["no key where one is needed", "", "This server is not open to everybody"],
  ])("says what is wrong with %s, and asks again", async (_, secret, words) => {
    const { page } = await enter(site.url, secret);
    await page.getByRole("alert").filter({ hasText: words }).waitFor();
    expect(await page.getByRole("heading", { name: "Due next" }).isVisible()).toBe(false);
    expect(await barriers(page)).toEqual([]);
  });

  it("is told nothing by a tracker that does not name its origin, and says what that tracker has to allow", async () => {
    const closed = await openSite();
    const { page } = await enter(closed.url, "");
    await page.getByRole("alert").filter({ hasText: `does not let pages at ${folder.url} ask it: its ALLOWED_ORIGINS has to name that.` }).waitFor();
    expect(await page.getByRole("heading", { name: "Due next" }).isVisible()).toBe(false);
    await closed.close();
  });

  it("shows nothing more once its key is revoked", async () => {
    const { id, secret } = await makeKey(site.ledger, { name: "For a day", role: "READER", holdsFor: null, expiresOn: readDay("2099-01-01"), actor: "test" });
    const { page } = await enter(site.url, secret);
    await page.getByText("Live:").waitFor();
    await site.ledger.commit({ name: "test:revoke", actor: "test" }, (draft) => { draft.change(accessKeyKind, id, { revokedOn: "2024-07-01" }); });
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("heading", { name: "Due next" }).isVisible()).toBe(false);
  });
});
