import type { Window } from "./browser.ts";

type Page = Window["page"];

/** Waits until all that a page asks for is there. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").waitFor();
  await page.locator(".wm-waiting, [aria-busy=true]").first().waitFor({ state: "detached" });
}

/** Turns to another page without leaving the window, as the browser's own buttons do: what was loaded once stays. */
export async function turnTo(page: Page, path: string): Promise<void> {
  // From then on the page that is being left says that another is on its way.
  await page.evaluate(`new Promise((done) => {
    history.pushState(null, "", ${JSON.stringify(path)});
    dispatchEvent(new PopStateEvent("popstate"));
    requestAnimationFrame(() => setTimeout(done));
  })`);
  await settled(page);
}

/** Goes to a page of a site: it is loaded only where the window is not at one already. */
export async function open(page: Page, site: string, path: string): Promise<void> {
  if (page.url().startsWith(`${site}/`) && (await page.locator("#waymark > *").count()) > 0) {
    await turnTo(page, path);
    return;
  }
  await page.goto(`${site}${path}`);
  await settled(page);
}
