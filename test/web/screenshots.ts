import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { programFile } from "../../src/kernel/program-file.ts";
import { openBrowser } from "./browser.ts";
import { openSite } from "./site.ts";

/** What of the main pages of the example year is taken: on a screen, and as they print. Those with a picture are kept small, for the README. */
const shots = [
  { name: "overview", path: "/", picture: true },
  { name: "programme", path: "Trauma Informed Somerset", picture: false },
  { name: "programme-on-paper", path: "Trauma Informed Somerset", picture: true, onPaper: true },
  { name: "timeline", path: "/milestones?view=timeline", picture: true },
  { name: "milestones", path: "/milestones", picture: false },
  { name: "readiness", path: "/readiness", picture: false },
  { name: "confidence", path: "/confidence", picture: false },
  { name: "funding", path: "/funding", picture: false },
  { name: "pledges", path: "/pledges", picture: false },
  { name: "measures", path: "/measures", picture: false },
  { name: "changes", path: "/changes?from=2026-05-31&to=2026-08-31", picture: false },
  { name: "changes-on-paper", path: "/changes?from=2026-05-31&to=2026-08-31", picture: false, onPaper: true },
  { name: "board-packs", path: "/packs", picture: false },
  { name: "quality", path: "/quality", picture: false },
] as const;

const SCREEN = { width: 1280, height: 900 };
/** A4 at 96 pixels an inch. */
const PAPER = { width: 794, height: 1123 };

const all = programFile("dist/screenshots");
const kept = programFile("src/web/pictures");
for (const folder of [all, kept]) mkdirSync(folder, { recursive: true });

const [site, browser] = await Promise.all([openSite({}, "THE_EXAMPLE_YEAR"), openBrowser()]);
try {
  const { page, context } = await browser.window();
  const session = await context.newCDPSession(page);
  const taken = async (): Promise<Buffer> => Buffer.from((await session.send("Page.captureScreenshot", { format: "webp", quality: 55 })).data, "base64");
  for (const shot of shots) {
    const isOnPaper = "onPaper" in shot;
    await page.setViewportSize(SCREEN);
    await page.emulateMedia({ media: "screen" });
    await open(page, shot.path);
    await page.setViewportSize(isOnPaper ? PAPER : SCREEN);
    if (isOnPaper) await page.emulateMedia({ media: "print" });
    const bytes = await taken();
    writeFileSync(join(all, `${shot.name}.webp`), bytes);
    if (shot.picture) writeFileSync(join(kept, `${shot.name}.webp`), bytes);
    if (isOnPaper) await page.pdf({ preferCSSPageSize: true, path: join(all, `${shot.name}.pdf`) });
    process.stdout.write(`${shot.name}: ${Math.round(bytes.length / 1_000)} kB\n`);
  }
} finally {
  await browser.close();
  await site.close();
}

/** Opens an address, or the page of the programme of that name, and waits until all of it is there. */
async function open(page: Page, to: string): Promise<void> {
  await page.goto(`${site.url}${to.startsWith("/") ? to : "/programmes"}`);
  if (!to.startsWith("/")) await page.getByRole("link", { name: to }).click();
  await page.locator("h1").waitFor();
  while ((await page.locator(".wm-waiting, [aria-busy=true]").count()) > 0) await page.waitForTimeout(100);
  await page.waitForTimeout(500);
}
