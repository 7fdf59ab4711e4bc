import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { opened } from "../support/workbook.ts";
import { openBrowser, type TestBrowser, type Window } from "./browser.ts";
import { settled } from "./settled.ts";
import { openSite, type Site } from "./site.ts";

/** Texts, in their order; a sheet of a workbook counts from one, so that its first place is empty. */
const links = z.array(z.string().optional()).transform((all) => all.filter((one) => one !== undefined));

describe("downloads, in a browser", () => {
  let site: Site;
  let browser: TestBrowser;
  let window: Window;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), openBrowser()]);
    window = await browser.window();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** The file behind a link of the page that is open. */
  async function downloaded(name: string): Promise<Buffer> {
    const [download] = await Promise.all([window.page.waitForEvent("download"), window.page.getByRole("link", { name, exact: true }).click()]);
    return readFile(await download.path());
  }

  async function open(path: string): Promise<void> {
    await window.page.goto(`${site.url}${path}`);
    await settled(window.page);
  }

  /** What stands first in each row of the page's tables. */
  async function heads(): Promise<readonly string[]> {
    return links.parse(await window.page.evaluate("[...document.querySelectorAll('tbody th a')].map((link) => link.textContent)")).toSorted();
  }

  const csv = z.array(z.record(z.string(), z.string()));
  const rowsOf = (file: Buffer) => csv.parse(parse(file, { columns: true, bom: true }));

  it.each([
    ["/milestones?due=2022-23&timing=PAST_DUE_NOT_REPORTED&timing=MET_ON_TIME&timing=MET_TIMING_UNCERTAIN", "milestones", "title"],
    ["/milestones?due=dates&from=2022-06-01&to=2023-06-30&words=a", "milestones", "title"],
    ["/milestones?at=2023-03-31&due=2023-24", "milestones", "title"],
    ["/organisations?words=council", "organisations", "name"],
    ["/recommendations?words=train", "recommendations", "statement"],
    ["/teams", "teams", "name"],
  ])("at %s hold the rows that the page shows", async (path, of, column) => {
    await open(path);
    const shown = await heads();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(50);
    const rows = rowsOf(await downloaded(`${of} as CSV`));
    expect(rows.map((row) => row[column] ?? "").toSorted()).toEqual(shown);
  });

  it("come as a workbook of the table, and of everything, as at the day that the page is read for", async () => {
    await open("/milestones?at=2023-03-31&due=2023-24");
    const shown = await heads();
    const sheet = (await opened(await downloaded("milestones as Excel"))).getWorksheet("milestones");
    const title = links.parse(sheet?.getRow(1).values ?? []).indexOf("title") + 1;
    expect(links.parse(sheet?.getColumn(title).values ?? []).slice(1).toSorted()).toEqual(shown);
    await downloaded("Everything as one workbook");
    expect(await window.page.getByRole("link", { name: "Everything as one workbook" }).getAttribute("href")).toBe("/waymark.xlsx?asAt=2023-03-31");
  });

  it.each([
    "/programmes", "/milestones?certainty=CERTAIN&due=90&words=a", "/readiness", "/funding", "/pledges?sector=NHS", "/measures", "/teams?words=a", "/organisations?sector=NHS&words=b", "/recommendations?status=PROPOSED",
    "/outcomes?words=a", "/practice?words=a", "/packs?words=a", "/sources",
  ])("of %s are there, whatever is chosen", async (path) => {
    await open(path);
    const found = links.parse(await window.page.evaluate("[...document.querySelectorAll('.wm-downloads a')].map((link) => link.href)"));
    expect(found.length).toBeGreaterThanOrEqual(3);
    const answers = await Promise.all(found.filter((link) => !link.includes("waymark.xlsx")).map(async (link) => [link, (await fetch(link, { method: "HEAD" })).status]));
    expect(answers).toEqual(answers.map(([link]) => [link, 200]));
  });
});
