import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { z } from "zod";
import { chromiumPath } from "./chromium.ts";

/** A browser that reaches nothing but what a test opens, with an empty profile of its own. */
export interface TestBrowser {
  /** A window of somebody's own: cookies and storage are shared with no other. */
  window(options?: BrowserContextOptions): Promise<Window>;
  close(): Promise<void>;
}

/** A page as one looks at it, with what went wrong in it so far. */
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Mistakes of the page's scripts, refusals by its policy, and what else it complained of. */
  readonly complaints: readonly string[];
}

let shared: Promise<TestBrowser> | null = null;

/** The browser of all files that run in this process, with windows that nobody else sees: it goes when the process does. */
export async function sharedBrowser(): Promise<TestBrowser> {
  shared ??= openBrowser();
  const browser = await shared;
  const opened: Window[] = [];
  return {
    window: async (options) => {
      const one = await browser.window(options);
      opened.push(one);
      return one;
    },
    close: async () => { await Promise.all(opened.map(async ({ context }) => context.close())); },
  };
}

/** Rejects where there is no Chromium, with what to do: whoever opens one asked for it by name. */
export async function openBrowser(): Promise<TestBrowser> {
  const path = chromiumPath;
  if (path === undefined) throw new Error("There is no Chromium, which the tests in a browser open. On Debian: apt-get install chromium; or name one in CHROMIUM.");
  const profile = mkdtempSync(join(tmpdir(), "waymark-browser-"));
  const browser = await chromium.launch({
    executablePath: path,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
    env: { ...process.env, HOME: profile },
  });
  return {
    window: async (options) => windowIn(await browser.newContext({ locale: "en-GB", timezoneId: "Europe/London", viewport: { width: 1280, height: 900 }, ...options })),
    close: async () => {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function windowIn(context: BrowserContext): Promise<Window> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => { if (message.type() === "error" || message.type() === "warning") complaints.push(message.text()); });
  return { page, context, complaints };
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const verdict = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })) })) });

/** Resolves once everything that comes in slowly is there; what moves for ever is not waited for. */
const SETTLED = "Promise.allSettled(document.getAnimations().filter((each) => each.effect.getTiming().iterations !== Infinity).map(({ finished }) => finished)).then(() => null)";

/** What of the page keeps people out, by the rules of WCAG 2.2 AA and good practice, a line for each place. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(SETTLED);
  if ((await page.evaluate("typeof axe")) === "undefined") await page.evaluate(axe);
  const { violations } = verdict.parse(await page.evaluate("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })"));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 200)} ${failureSummary.replaceAll(/\s+/g, " ")}`));
}
