import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calendarAt } from "../support/calendars.ts";
import { barriers, openBrowser, type TestBrowser, type Window } from "./browser.ts";
import { goTo, openDesk, signedInAs, type DeskSite } from "./desk-world.ts";
import { WIDTH_SETTLES } from "./width.ts";

describe("calendars, in a browser", () => {
  let desk: DeskSite;
  let browser: TestBrowser;
  let reader: Window;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([openDesk(), openBrowser()]);
    reader = await signedInAs("reader", desk, browser);
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.site.close();
  });

  it("are subscribed to from a programme's page, at an address that is shown once, and revoked on one's own", async () => {
    const { page, complaints } = reader;
    const programme = `${desk.site.url}/programmes/${desk.programme}`;
    await goTo(page, programme, "Trauma Informed Somerset");
    const card = page.getByRole("region", { name: "Subscribe in Outlook" });
    await card.getByLabel("Where you will use it").fill("Outlook at work");
    await card.getByRole("button", { name: "Make an address" }).click();
    await card.getByText("It is shown this once").waitFor();
    const address = await card.getByLabel("Address of the calendar").inputValue();
    expect(address).toMatch(new RegExp(`^${desk.site.url}/calendars/wmc_[\\w-]{43}\\.ics$`));
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(async () => page.evaluate("document.documentElement.scrollWidth"), WIDTH_SETTLES).toBe(320);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: desk.site.url });
    await card.getByRole("button", { name: "Copy" }).click();
    await card.getByText("Copied.").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(address);
    const { name, events } = await calendarAt(address);
    expect(name).toBe("Trauma Informed Somerset (Waymark)");
    expect(events.map(({ summary }) => summary)).toContain("Launch of Principles");

    await goTo(page, programme, "Trauma Informed Somerset");
    await card.getByText("You have an address for this already.").waitFor();
    expect(await page.content()).not.toContain("/calendars/");
    await goTo(page, `${desk.site.url}/my-work`, "My work");
    const mine = page.getByRole("region", { name: "Your calendars" });
    expect(await mine.getByRole("row", { name: /Trauma Informed Somerset/ }).textContent()).toContain("Outlook at work");
    expect(await barriers(page)).toEqual([]);
    await mine.getByRole("button", { name: "Revoke the address of Trauma Informed Somerset, Outlook at work" }).click();
    await mine.getByText("It is revoked, and shows nothing any more.").waitFor();
    // The list is asked for anew once it is done.
    await expect.poll(async () => mine.getByRole("row").count(), { timeout: 5_000 }).toBe(0);
    expect((await fetch(address)).status).toBe(404);
    expect(complaints).toEqual([]);
  });

  it("are offered for a HIT, an organisation and a board too, and to nobody who is not signed in", async () => {
    const board = await desk.world.given.group({ name: "Trauma Board", kind: "BOARD" });
    const team = await desk.world.given.healthIntegrationTeam({ name: "Adversity HIT" });
    const organisation = await desk.world.given.organisation({ name: "Second Step" });
    const nobody = await browser.window();
    for (const [path, heading] of [[`/groups/${board}`, "Trauma Board"], [`/teams/${team}`, "Adversity HIT"], [`/organisations/${organisation}`, "Second Step"]] as const) {
      await goTo(reader.page, `${desk.site.url}${path}`, heading);
      await reader.page.getByRole("button", { name: "Make an address" }).waitFor();
      await goTo(nobody.page, `${desk.site.url}${path}`, heading);
      await nobody.page.getByRole("link", { name: "Sign in" }).first().waitFor();
      expect(await nobody.page.getByText("Subscribe in Outlook").count()).toBe(0);
    }
  });
});
