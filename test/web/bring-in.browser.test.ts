import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holding } from "../support/domain-world.ts";
import { barriers, sharedBrowser, type TestBrowser, type Window } from "./browser.ts";
import { goTo, openDesk, signedInAs, type DeskSite } from "./desk-world.ts";
import { WIDTH_SETTLES } from "./width.ts";

describe("bringing rows in, in a browser", () => {
  let desk: DeskSite;
  let browser: TestBrowser;
  let office: Window;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([openDesk(), sharedBrowser()]);
    office = await signedInAs("office", desk, browser);
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.site.close();
  });

  const page = (): Window["page"] => office.page;

  async function choose(...rows: readonly string[]): Promise<void> {
    await page().getByLabel("Which file?").setInputFiles({ name: "plan.csv", mimeType: "text/csv", buffer: Buffer.from(["reference,programme,title,type,baseline", ...rows].join("\r\n")) });
  }

  const titles = async (): Promise<readonly string[]> => {
    const { milestones } = await desk.world.ask<{ milestones: { nodes: readonly { readonly title: string }[] } }>(holding("OFFICE", null), "{ milestones(first: 100) { nodes { title } } }");
    return milestones.nodes.map(({ title }) => title);
  };

  it("is offered above a list, with its sheet and its guide, to whoever may do it and to nobody else", async () => {
    await goTo(page(), `${desk.site.url}/milestones`, "Milestones");
    const [sheet] = await Promise.all([page().waitForEvent("download"), page().getByRole("link", { name: "Empty sheet for milestones" }).click()]);
    expect(await readFile(await sheet.path(), "utf8")).toMatch(/^\uFEFFid,reference,/);
    expect((await fetch(`${desk.site.url}/imports/milestones/columns.csv`)).status).toBe(200);
    expect((await fetch(`${desk.site.url}/docs/importing`)).status).toBe(200);
    await page().getByRole("link", { name: "Bring in milestones from a spreadsheet" }).click();
    await page().getByRole("heading", { level: 1, name: "Bring in milestones" }).waitFor();
    const nobody = await browser.window();
    await goTo(nobody.page, `${desk.site.url}/milestones`, "Milestones");
    expect(await nobody.page.getByText("from a spreadsheet").count()).toBe(0);
    await goTo(nobody.page, `${desk.site.url}/bring-in/milestones`, "Bring in milestones");
    await nobody.page.getByRole("heading", { name: "Sign in to bring in milestones" }).waitFor();
    await goTo(nobody.page, `${desk.site.url}/bring-in/secrets`, "Page not found");
  });

  it("is tried row by row, and brought in without the rows that are wrong", async () => {
    await goTo(page(), `${desk.site.url}/bring-in/milestones`, "Bring in milestones");
    await page().getByRole("button", { name: "Try it" }).click();
    await page().getByRole("alert").filter({ hasText: "Choose a file first." }).waitFor();
    await choose("M-1,Trauma Informed Somerset,Charter agreed,DECISION,05/07/2024", "M-2,Trauma Informed Somerset,Party held,PARTY,06/07/2024");
    await page().getByLabel("What is your list called?").fill("our plan");
    await page().getByRole("button", { name: "Try it" }).click();
    await page().getByRole("alert").filter({ hasText: "0 rows new, 0 changed, 0 unchanged, 2 refused. Nothing is written yet." }).waitFor();
    expect(await page().getByRole("row", { name: /^2 / }).textContent()).toContain("baseline_text: “05/07/2024” does not say which is the day");
    expect(await page().getByRole("row", { name: /^3 / }).textContent()).toContain("type: This is one of");
    expect(await barriers(page())).toEqual([]);

    await page().getByLabel("As 05/07/2024, the day first").check();
    expect(await page().getByText("Nothing is written yet").count()).toBe(0);
    await page().getByRole("button", { name: "Try it" }).click();
    await page().getByText("1 row new, 0 changed, 0 unchanged, 1 refused. Nothing is written yet.").waitFor();
    expect(await titles()).not.toContain("Charter agreed");
    await page().getByRole("button", { name: "Bring in 1 row without them" }).click();
    await page().getByRole("status").filter({ hasText: "It is brought in" }).waitFor();
    expect(await titles()).toContain("Charter agreed");
    expect(await titles()).not.toContain("Party held");
    await page().getByText("Row by row").first().click();
    expect(await page().getByRole("row", { name: /^2 New/ }).getByRole("link").getAttribute("href")).toMatch(/^\/records\/ms_/);
    expect(await barriers(page())).toEqual([]);
    await page().setViewportSize({ width: 320, height: 640 });
    await expect.poll(async () => page().evaluate("document.documentElement.scrollWidth"), WIDTH_SETTLES).toBe(320);
    await page().setViewportSize({ width: 1280, height: 900 });
    expect(office.complaints).toEqual([]);
  });

  it("says why a file cannot be read, and that there is nothing to bring in where all is there", async () => {
    await goTo(page(), `${desk.site.url}/bring-in/groups`, "Page not found");
    await goTo(page(), `${desk.site.url}/bring-in/milestones`, "Bring in milestones");
    await page().getByLabel("Which file?").setInputFiles({ name: "plan.csv", mimeType: "text/csv", buffer: Buffer.from("titel\nx\n") });
    await page().getByRole("button", { name: "Try it" }).click();
    await page().getByRole("alert").filter({ hasText: "Did you mean title" }).waitFor();
    await choose("M-1,Trauma Informed Somerset,Charter agreed,DECISION,05/07/2024");
    await page().getByLabel("What is your list called?").fill("our plan");
    await page().getByLabel("As 05/07/2024, the day first").check();
    await page().getByRole("button", { name: "Try it" }).click();
    await page().getByText("There is nothing to bring in").waitFor();
    expect(await page().getByRole("button", { name: /^Bring in/ }).count()).toBe(0);
  });

  it("is done once where the answer does not arrive, and is sent again", async () => {
    await goTo(page(), `${desk.site.url}/bring-in/milestones`, "Bring in milestones");
    await choose("M-3,Trauma Informed Somerset,Sent twice,LAUNCH,May 2030");
    await page().getByLabel("What is your list called?").fill("our plan");
    await page().getByRole("button", { name: "Try it" }).click();
    const bringIn = page().getByRole("button", { name: "Bring in 1 row" });
    await bringIn.waitFor();
    await page().route("**/imports/**", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await bringIn.click();
    await page().getByRole("alert").filter({ hasText: "The connection was cut" }).waitFor();
    expect(await page().getByLabel("Which file?").isDisabled()).toBe(true);
    await page().unroute("**/imports/**");
    await page().getByRole("button", { name: "Send again" }).click();
    await page().getByText("It had arrived the first time; it was not done twice.").waitFor();
    expect((await titles()).filter((title) => title === "Sent twice")).toHaveLength(1);
  });
});
