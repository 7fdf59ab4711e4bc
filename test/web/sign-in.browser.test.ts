import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { clientSecret, openIssuer } from "../server/sign-in/issuer.ts";
import { sharedBrowser, type TestBrowser } from "./browser.ts";
import { goTo, openDesk } from "./desk-world.ts";

/** Longer than anybody stays signed in. */
const LONG = 30 * 86_400_000;

/** Says who one is on the pages of the provider, and agrees, until one is back. */
async function passThrough(page: Page, site: string): Promise<void> {
  await page.getByRole("link", { name: "Sign in with North Trust" }).click();
  await page.locator("input[name=login]").fill("ann");
  await page.locator("input[name=password]").fill("any");
  await page.locator("button[type=submit]").click();
  await page.locator("input[name=prompt][value=consent]").waitFor({ state: "attached" });
  await page.locator("button[type=submit]").click();
  await page.waitForURL((url) => url.origin === site);
}

describe("signing in with an OpenID provider, in a browser", () => {
  let browser: TestBrowser;

  beforeAll(async () => { browser = await sharedBrowser(); });
  afterAll(async () => { await browser?.close(); });

  it("comes back to the page, updates, is told when the sign-in has ended, loses nothing, and signs out of both", async () => {
    const issuer = await openIssuer({ ann: { name: "Ann Office", groups: ["office"] } });
    const folder = mkdtempSync(join(tmpdir(), "waymark-sign-in-"));
    onTestFinished(() => { rmSync(folder, { recursive: true }); });
    writeFileSync(join(folder, "sign-in.json"), JSON.stringify([{ name: "north", title: "North Trust", issuer: issuer.url, clientId: "waymark", clientSecret, roles: [{ group: "office", role: "OFFICE" }] }]));
    const desk = await openDesk({ SIGN_IN: join(folder, "sign-in.json") });
    const { url } = desk.site;
    await issuer.serve(url);
    const { id } = await desk.workstream("Libraries");
    const { page, context, complaints } = await browser.window();

    await goTo(page, `${url}/workstreams/${id}/update`, "Update Libraries");
    await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    await passThrough(page, url);
    await page.getByRole("heading", { level: 1, name: "Update Libraries" }).waitFor();
    await page.getByText("Ann Office").waitFor();
    await page.getByLabel("How many people? People trained").fill("40 people");
    await page.getByRole("radio", { name: "No report this time" }).check();
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();

    await page.getByRole("button", { name: "Write another update of it" }).click();
    await page.getByLabel("Summary").fill("Half of the libraries take part.");
    await page.getByRole("radio", { name: "Amber" }).check();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + LONG });
    onTestFinished(() => { vi.useRealTimers(); });
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("alert").filter({ hasText: "Your sign-in has ended" }).getByRole("link", { name: "Sign in" }).click();
    await passThrough(page, url);
    await page.getByRole("status").filter({ hasText: "is here again" }).waitFor();
    expect(await page.getByLabel("Summary").inputValue()).toBe("Half of the libraries take part.");
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    expect(await page.evaluate("Object.keys(localStorage)")).toEqual([]);

    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL((at) => at.origin === issuer.url);
    await page.goto(`${url}/workstreams/${id}`);
    await page.getByRole("link", { name: "Sign in" }).waitFor();
    expect(complaints.filter((line) => line.includes("Content Security Policy"))).toEqual([]);
    await context.close();
    await desk.site.close();
  });
});
