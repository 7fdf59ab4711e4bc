import { expect, vi } from "vitest";
import type { Window } from "./browser.ts";

/** Waits until all that a page asks for is there. */
export async function settled(page: Window["page"]): Promise<void> {
  await page.locator("h1").waitFor();
  await vi.waitFor(async () => { expect(await page.locator(".wm-waiting, [aria-busy=true]").count()).toBe(0); }, { timeout: 20_000 });
}
