import { expect, vi } from "vitest";
import type { Window } from "./browser.ts";

/** Waits until all that a page asks for is there. */
export async function settled(page: Window["page"]): Promise<void> {
  await page.locator("h1").waitFor();
  await vi.waitFor(async () => { expect(await page.locator(".wm-waiting, [aria-busy=true]").count()).toBe(0); }, { timeout: 20_000 });
}

/** Turns to another page without leaving the window, as the browser's own buttons do: what was loaded once stays. */
export async function turnTo(page: Window["page"], path: string): Promise<void> {
  await page.evaluate(`history.pushState(null, "", ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent("popstate"));`);
  // The page before stays until the next has come.
  await page.waitForTimeout(50);
  await settled(page);
}
