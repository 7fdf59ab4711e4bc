import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharedBrowser, type TestBrowser } from "../web/browser.ts";
import { openSite, type Site } from "../web/site.ts";
import { serveFolder, type ServedFolder } from "./folder.ts";

const FOLDER = fileURLToPath(new URL("dashboard", import.meta.url));

describe("where only registered operations are answered, in a browser", () => {
  let folder: ServedFolder;
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    folder = await serveFolder(FOLDER);
    [site, browser] = await Promise.all([openSite({ ALLOWED_ORIGINS: folder.url, OPERATIONS: "registered", OPERATION_LISTS: `${FOLDER}/operations.json` }), sharedBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await folder?.close();
  });

  it("the built-in pages show what they always do", async () => {
    const { page, context, complaints } = await browser.window();
    await page.goto(`${site.url}/milestones`);
    await page.getByRole("link", { name: "Second network event" }).first().waitFor();
    await page.goto(`${site.url}/search?words=network+event`);
    await page.getByRole("link", { name: "Second network event" }).first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("so does a dashboard that is registered, live", async () => {
    const { page, context } = await browser.window();
    await page.goto(folder.url);
    await page.getByLabel("Address of the tracker").fill(site.url);
    await page.getByRole("button", { name: "Show the board" }).click();
    await page.getByText("Live: changes appear by themselves.").waitFor();
    expect(await page.locator("#figures").textContent()).toContain("Past due, not reported");
    await context.close();
  });
});
