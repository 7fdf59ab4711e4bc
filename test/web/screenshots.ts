import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { programFile } from "../../src/kernel/program-file.ts";
import { serveFolder } from "../clients/folder.ts";
import { openBrowser, type Window } from "./browser.ts";
import { signIn } from "./desk-world.ts";
import { settled } from "./settled.ts";
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
  { name: "search", path: "/search?words=training", picture: false },
  { name: "overview-at-400-per-cent", path: "/", picture: false, size: { width: 320, height: 1600 } },
  { name: "milestones-at-400-per-cent", path: "/milestones", picture: false, size: { width: 320, height: 1600 } },
  { name: "my-work", path: "/my-work", picture: false, as: "lead" },
  { name: "update", path: "/my-work", to: "Update", picture: false, as: "lead", size: { width: 1280, height: 2600 } },
  { name: "sign", path: "/pledges/pd_nnzh809k7rcj3b3n", to: "Record a signature", picture: false, as: "office", size: { width: 1280, height: 1600 } },
] as const;

const SCREEN = { width: 1280, height: 900 };
/** A4 at 96 pixels an inch. */
const PAPER = { width: 794, height: 1123 };

const all = programFile("dist/screenshots");
const kept = programFile("src/web/pictures");
for (const folder of [all, kept]) mkdirSync(folder, { recursive: true });

const folder = await serveFolder(fileURLToPath(new URL("../clients/dashboard", import.meta.url)));
const [site, browser] = await Promise.all([openSite({ ALLOWED_ORIGINS: folder.url }, "THE_EXAMPLE_YEAR"), openBrowser()]);
try {
  const nobody = await browser.window();
  for (const shot of shots) {
    const window = "as" in shot ? await browser.window() : nobody;
    if ("as" in shot) await signIn(window, shot.as, site);
    const { page } = window;
    const isOnPaper = "onPaper" in shot;
    await page.setViewportSize(SCREEN);
    await page.emulateMedia({ media: "screen" });
    await open(page, shot.path);
    if ("to" in shot) {
      await page.getByRole("link", { name: shot.to }).first().click();
      await standing(page);
    }
    await page.setViewportSize(isOnPaper ? PAPER : "size" in shot ? shot.size : SCREEN);
    if (isOnPaper) await page.emulateMedia({ media: "print" });
    const bytes = await taken(window);
    writeFileSync(join(all, `${shot.name}.webp`), bytes);
    if (shot.picture) writeFileSync(join(kept, `${shot.name}.webp`), bytes);
    if (isOnPaper) await page.pdf({ preferCSSPageSize: true, path: join(all, `${shot.name}.pdf`) });
    process.stdout.write(`${shot.name}: ${Math.round(bytes.length / 1_000)} kB\n`);
  }
  const { page } = nobody;
  await page.setViewportSize(SCREEN);
  await page.goto(folder.url);
  await page.getByLabel("Address of the tracker").fill(site.url);
  await page.getByRole("button", { name: "Show the board" }).click();
  await page.getByText("Live: changes appear by themselves.").waitFor();
  writeFileSync(join(all, "dashboard.webp"), await taken(nobody));
  await page.setViewportSize({ width: 320, height: 1600 });
  writeFileSync(join(all, "dashboard-at-400-per-cent.webp"), await taken(nobody));
} finally {
  await browser.close();
  await site.close();
  await folder.close();
}

async function taken({ page, context }: Window): Promise<Buffer> {
  const session = await context.newCDPSession(page);
  return Buffer.from((await session.send("Page.captureScreenshot", { format: "webp", quality: 55 })).data, "base64");
}

/** Opens an address, or the page of the programme of that name, and waits until all of it is there. */
async function open(page: Page, to: string): Promise<void> {
  await page.goto(`${site.url}${to.startsWith("/") ? to : "/programmes"}`);
  if (!to.startsWith("/")) await page.getByRole("link", { name: to }).click();
  await standing(page);
}

/** Waits until all of a page is there, and what moves has come to rest. */
async function standing(page: Page): Promise<void> {
  await settled(page);
  await page.waitForTimeout(500);
}
