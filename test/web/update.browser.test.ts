import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { nobody } from "../../src/api/access/viewer.ts";
import { officeOf } from "../support/domain-world.ts";
import { barriers, sharedBrowser, type TestBrowser, type Window } from "./browser.ts";
import { goTo, monthAfter, openDesk, signedInAs, signIn, type DeskSite, type LedWorkstream } from "./desk-world.ts";
import { WIDTH_SETTLES } from "./width.ts";

const among = (...all: readonly object[]): unknown => expect.arrayContaining(all.map((one): unknown => expect.objectContaining(one)));

describe("the monthly update, in a browser", () => {
  let desk: DeskSite;
  let browser: TestBrowser;
  let window: Window;
  let second: Window;
  /** A window in which different people sign in and out, one after the other. */
  let passing: Window;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([openDesk(), sharedBrowser()]);
    [window, second, passing] = [await signedInAs("lead", desk, browser), await signedInAs("deputy lead", desk, browser), await browser.window()];
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.site.close();
  });

  /** A workstream of its own, with its form open. */
  async function formOf(name: string, { page } = window): Promise<LedWorkstream> {
    const workstream = await desk.workstream(name);
    await openForm(workstream, name, page);
    return workstream;
  }

  async function openForm({ id }: LedWorkstream, name: string, page = window.page): Promise<void> {
    await goTo(page, `${desk.site.url}/workstreams/${id}/update`, `Update ${name}`);
    await page.getByRole("button", { name: "Save this update" }).waitFor();
  }

  async function stateOf({ id }: LedWorkstream): Promise<unknown> {
    return desk.world.ask(officeOf(desk.system), `query ($id: ID!) { workstream(id: $id) {
      status milestones { nodes { title status version forecast { text } actual { text } } } criteria { nodes { status evidence evidenceAddress } }
      measures { nodes { latestActual { value { text } } } } risks { nodes { title status likelihood } }
      statusReports(orderBy: LATEST) { nodes { status narrative period { text } judgements { rating rationale } items { nodes { kind statement } } } }
    } }`, { id });
  }

  /** The lead expects the launch in three months; meanwhile their deputy has said four. */
  async function clash(name: string): Promise<LedWorkstream> {
    const { page } = window;
    const workstream = await formOf(name);
    await page.getByLabel(`What is new about Launch of ${name}`).selectOption("It is expected on another date");
    await page.getByLabel("When is it expected now?").fill(monthAfter(3));
    await page.getByLabel("How many people? People trained").fill("40 people");
    await page.getByRole("radio", { name: "No report this time" }).check();
    await openForm(workstream, name, second.page);
    await second.page.getByLabel(`What is new about Launch of ${name}`).selectOption("It is expected on another date");
    await second.page.getByLabel("When is it expected now?").fill(monthAfter(4));
    await second.page.getByRole("radio", { name: "No report this time" }).check();
    await second.page.getByRole("button", { name: "Save this update" }).click();
    await second.page.getByRole("heading", { name: "Saved" }).waitFor();
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("heading", { name: "Somebody else has changed this too" }).waitFor();
    return workstream;
  }

  async function kept(): Promise<unknown> {
    return window.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('waymark:typed:')).length");
  }

  it("says everything about a month on one page, begins with last month's report, and saves it as one entry", async () => {
    const { page, complaints } = window;
    const workstream = await formOf("Training");
    expect(await page.getByLabel("Which time does it cover?").inputValue()).toBe(monthAfter(-1));
    expect(await page.getByLabel("Summary").inputValue()).toBe("Two partners were late.");
    expect(await page.getByLabel("Next", { exact: true }).inputValue()).toBe("Open tier 1");
    expect(await page.getByRole("radio", { name: "Amber" }).isChecked()).toBe(false);
    // Last month's words are not handed in unread: how it is judged is said anew, and where nothing is said nothing is sent.
    const before = desk.site.ledger.head();
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("alert").getByRole("link", { name: "Say how confident you are, or that nobody has judged it" }).waitFor();
    await page.getByRole("radio", { name: "No report this time" }).check();
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("alert").filter({ hasText: "There is nothing to save yet." }).waitFor();
    expect(desk.site.ledger.head()).toBe(before);
    await page.getByRole("radio", { name: "Hand it in to the programme office" }).check();
    await page.getByLabel("What is new about Launch of Training").selectOption("It was reached");
    await page.getByLabel("When was it reached?").fill(monthAfter(-1));
    await page.getByRole("button", { name: "Add a milestone" }).click();
    await page.getByLabel("What is to be reached?").fill("Second course");
    await page.getByLabel("By when?").fill(monthAfter(4));
    await page.getByLabel("Evidence that Training plan agreed").fill("Minutes of the board");
    await page.getByLabel("Where it can be read").fill("https://example.org/minutes");
    await page.getByLabel("How many people? People trained").fill("over 40 people");
    await page.getByLabel("What is new about No trainer for Training").selectOption("Looked at: it is different");
    await page.getByLabel("How likely is it?").selectOption("High");
    await page.getByRole("radio", { name: "Green" }).check();
    await page.getByLabel("Why?", { exact: true }).fill("All partners are in");
    await page.getByLabel("Summary").fill("All partners are in.");
    await page.getByLabel("Achieved").fill("The launch was held\n\nTier 1 is open");
    expect(await barriers(page)).toEqual([]);
    const head = desk.site.ledger.head();
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(desk.site.ledger.head()).toBe(head + 1);
    expect(await kept()).toBe(0);
    expect(await stateOf(workstream)).toMatchObject({ workstream: {
      milestones: { nodes: among({ title: "Launch of Training", status: "MET" }, { title: "Second course", status: "SCHEDULED" }) },
      criteria: { nodes: [{ status: "SUPPLIED", evidence: "Minutes of the board", evidenceAddress: "https://example.org/minutes" }] },
      measures: { nodes: [{ latestActual: { value: { text: "over 40 people" } } }] }, risks: { nodes: [{ likelihood: "HIGH" }] },
      statusReports: { nodes: among({
        status: "SUBMITTED", narrative: "All partners are in.", judgements: [{ rating: "Green", rationale: "All partners are in" }],
        items: { nodes: [{ kind: "ACHIEVED", statement: "The launch was held" }, { kind: "ACHIEVED", statement: "Tier 1 is open" }, { kind: "NEXT", statement: "Open tier 1" }] },
      }) },
    } });
    expect(await desk.world.ask(nobody, "query ($id: ID!) { workstream(id: $id) { statusReports { totalCount } } }", { id: workstream.id })).toEqual({ workstream: { statusReports: { totalCount: 1 } } });
    expect(complaints).toEqual([]);
  });

  it("goes on with a report that is begun: what is changed, what is taken out and what is new", async () => {
    const { page } = window;
    const workstream = await desk.workstream("Champions");
    const of = { systemId: desk.system, audience: "DRAFT" } as const;
    const report = await desk.make.statusReport({ ...of, workstreamId: workstream.id, status: "RETURNED", returnReason: "Say who was there", title: "Champions", period: monthAfter(-1), narrative: "We met" });
    for (const [position, statement] of [[1, "First"], [2, "Second"], [3, "Third"]] as const) await desk.make.statusReportItem({ ...of, reportId: report, kind: "NEXT", statement, position });
    await desk.make.judgement({ ...of, reportId: report, judged: monthAfter(-1) });
    await openForm(workstream, "Champions");
    await page.getByText("The office returned it: Say who was there").waitFor();
    await page.getByLabel("Summary").fill("We met with all partners");
    await page.getByLabel("Next", { exact: true }).fill("First\nSecond, with more");
    await page.getByLabel("Achieved").fill("A meeting");
    await page.getByRole("radio", { name: "Green" }).check();
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    expect(await stateOf(workstream)).toMatchObject({ workstream: { statusReports: { nodes: [
      { status: "SUBMITTED", narrative: "We met with all partners", judgements: [{ rating: "Green" }], items: { nodes: [{ statement: "First" }, { statement: "Second, with more" }, { kind: "ACHIEVED", statement: "A meeting" }] } }, { status: "PUBLISHED" },
    ] } } });
  });

  it("says at each field what stands in the way, leads there, and loses nothing", async () => {
    const { page } = window;
    const workstream = await formOf("Policies");
    await page.getByLabel("What is new about Launch of Policies").selectOption("It is expected on another date");
    await page.getByLabel("When is it expected now?").fill("31 February 2031");
    await page.getByLabel("What is new about No trainer for Policies").selectOption("It is over");
    await page.getByLabel("Where it can be read").fill("minutes.docx");
    await page.getByRole("radio", { name: "No report this time" }).check();
    const head = desk.site.ledger.head();
    await page.getByRole("button", { name: "Save this update" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
    await summary.waitFor();
    expect(await page.evaluate("document.activeElement?.getAttribute('role')")).toBe("alert");
    expect(await page.title()).toMatch(/^Error: Update Policies/);
    expect(await barriers(page)).toEqual([]);
    expect(desk.site.ledger.head()).toBe(head);
    const date = page.getByLabel("When is it expected now?");
    for (const field of [date, page.getByLabel("Evidence that Policies plan agreed"), page.getByRole("textbox", { name: "Reason" })]) expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator(`#${(await date.getAttribute("aria-describedby"))?.split(" ").at(-1)?.replaceAll(".", String.raw`\.`)}`).textContent()).toMatch(/^Error: .*31 February 2031/);
    await summary.getByRole("link", { name: /^Launch of Policies: / }).click();
    expect(await page.evaluate("document.activeElement?.id")).toBe(await date.getAttribute("id"));
    await date.fill(monthAfter(3));
    await page.getByLabel("Evidence that Policies plan agreed").fill("Minutes");
    await page.getByLabel("Where it can be read").fill("https://example.org/minutes");
    await page.getByRole("textbox", { name: "Reason" }).fill("A trainer was found");
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    expect(await stateOf(workstream)).toMatchObject({ workstream: { milestones: { nodes: [{ status: "SCHEDULED", forecast: { text: monthAfter(3) } }] }, risks: { nodes: [{ status: "CLOSED" }] } } });
  });

  it("is refused where something has to come first: what is missing, and who can supply it", async () => {
    const { page } = window;
    const [first, then] = [await desk.workstream("Groundwork"), await desk.workstream("Delivery")];
    await desk.world.given.dependency({ systemId: desk.system, predecessorWorkstreamId: first.id, successorWorkstreamId: then.id });
    await openForm(then, "Delivery");
    await page.getByLabel("How does it go on?").selectOption("It starts");
    await page.getByRole("radio", { name: "No report this time" }).check();
    await page.getByRole("button", { name: "Save this update" }).click();
    const link = page.getByRole("alert").getByRole("link", { name: /Groundwork.*“Groundwork plan agreed” \(Somerset Council can supply it\)/ });
    await link.click();
    expect(await page.evaluate("document.activeElement?.id")).toBe("field-status");
  });

  describe("and a change by somebody else from a second browser", () => {
    it("is settled record by record where there are several, and loses no line of either", async () => {
      const { page } = window;
      const workstream = await desk.workstream("Markets");
      const of = { systemId: desk.system, audience: "DRAFT" } as const;
      const report = await desk.make.statusReport({ ...of, workstreamId: workstream.id, status: "DRAFT", title: "Markets", period: monthAfter(-1), narrative: "We met" });
      await desk.make.statusReportItem({ ...of, reportId: report, kind: "NEXT", statement: "Meet again" });
      await desk.make.judgement({ ...of, reportId: report, judged: monthAfter(-1) });
      await openForm(workstream, "Markets");
      await page.getByLabel("Summary").fill("We met twice");
      await page.getByLabel("Next", { exact: true }).fill("Meet in May\nWrite to traders");
      await page.getByRole("radio", { name: "Green" }).check();
      await page.getByRole("radio", { name: "Keep it as a draft" }).check();
      await openForm(workstream, "Markets", second.page);
      await second.page.getByLabel("Summary").fill("We met once");
      await second.page.getByLabel("Next", { exact: true }).fill("Meet in June");
      await second.page.getByRole("radio", { name: "Red" }).check();
      await second.page.getByRole("radio", { name: "Keep it as a draft" }).check();
      await second.page.getByRole("button", { name: "Save this update" }).click();
      await second.page.getByRole("heading", { name: "Saved" }).waitFor();
      await page.getByRole("button", { name: "Save this update" }).click();
      await page.getByRole("table", { name: /^Markets: changed by Local deputy lead/ }).waitFor();
      await page.getByRole("group", { name: "Which do you keep? Markets", exact: true }).getByRole("radio", { name: "Mine" }).check();
      await page.getByRole("group", { name: /^Which do you keep\? Markets, rating/ }).getByRole("radio", { name: "Mine" }).check();
      expect(await page.getByRole("button", { name: "Save with these choices" }).isDisabled()).toBe(true);
      await page.getByRole("group", { name: /^Which do you keep\? Markets, one line/ }).getByRole("radio", { name: "Theirs" }).check();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole("button", { name: "Save with these choices" }).click();
      await page.getByRole("heading", { name: "Saved" }).waitFor();
      expect(await stateOf(workstream)).toMatchObject({ workstream: { statusReports: { nodes: [
        { status: "DRAFT", narrative: "We met twice", judgements: [{ rating: "Green" }], items: { nodes: [{ statement: "Meet in June" }, { statement: "Write to traders" }] } }, {},
      ] } } });
    });

    it("shows both sides, by whom and when, and keeps one's own with one choice", async () => {
      const { page } = window;
      const workstream = await clash("Housing");
      const sides = page.getByRole("table", { name: /^Launch of Housing: changed by Local deputy lead on / });
      expect(await sides.getByRole("row").nth(1).locator("th, .wm-table__value").allTextContents()).toEqual(["Forecast", monthAfter(-1), monthAfter(4), monthAfter(3)]);
      expect(await barriers(page)).toEqual([]);
      // What 1,280 pixels are at 400 per cent.
      await page.setViewportSize({ width: 320, height: 640 });
      await expect.poll(async () => page.evaluate("document.documentElement.scrollWidth"), WIDTH_SETTLES).toBe(320);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.getByRole("button", { name: "Keep mine and save" }).click();
      await page.getByRole("heading", { name: "Saved" }).waitFor();
      expect(await stateOf(workstream)).toMatchObject({ workstream: { milestones: { nodes: [{ version: 3, forecast: { text: monthAfter(3) } }] }, measures: { nodes: [{ latestActual: { value: { text: "40 people" } } }] } } });
    });

    it("keeps theirs likewise, and saves the rest", async () => {
      const { page } = window;
      const workstream = await clash("Schools");
      await page.getByRole("button", { name: "Keep theirs and save the rest" }).click();
      await page.getByRole("heading", { name: "Saved" }).waitFor();
      expect(await stateOf(workstream)).toMatchObject({ workstream: { milestones: { nodes: [{ version: 2, forecast: { text: monthAfter(4) } }] }, measures: { nodes: [{ latestActual: { value: { text: "40 people" } } }] } } });
    });
  });

  describe("survives", () => {
    it("a connection that is cut while saving: it is sent again, and saved once", async () => {
      const { page } = window;
      const workstream = await formOf("Prisons");
      await page.getByRole("button", { name: "Add a milestone" }).click();
      await page.getByLabel("What is to be reached?").fill("First course");
      await page.getByLabel("By when?").fill(monthAfter(5));
      await page.getByRole("radio", { name: "No report this time" }).check();
      const head = desk.site.ledger.head();
      // It arrives and is done, and the answer gets lost.
      await page.route("**/graphql", async (route) => {
        if (route.request().postData()?.includes("mutation") !== true) return route.fallback();
        await route.fetch();
        return route.abort("connectionreset");
      });
      await page.getByRole("button", { name: "Save this update" }).click();
      await page.getByRole("heading", { name: "The connection was cut while saving" }).waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(desk.site.ledger.head()).toBe(head + 1);
      // The laptop is closed on it, and opened again.
      await page.unroute("**/graphql");
      await page.reload();
      await page.getByRole("heading", { name: "The connection was cut while saving" }).waitFor();
      expect(await page.getByLabel("What is to be reached?").isDisabled()).toBe(true);
      await page.getByRole("button", { name: "Send again" }).click();
      await page.getByText("It had arrived the first time; it was not saved twice.").waitFor();
      expect(desk.site.ledger.head()).toBe(head + 1);
      expect(await stateOf(workstream)).toMatchObject({ workstream: { milestones: { nodes: [{ title: "Launch of Prisons" }, { title: "First course" }] } } });
    });

    it("being offline: it is sent by itself once the connection is back", async () => {
      const { page, context } = window;
      const workstream = await formOf("Transport");
      await page.getByLabel("How many people? People trained").fill("52 people");
      await page.getByRole("radio", { name: "No report this time" }).check();
      await context.setOffline(true);
      await page.getByRole("button", { name: "Save this update" }).click();
      await page.getByRole("heading", { name: "You are offline" }).waitFor();
      await context.setOffline(false);
      await page.getByRole("heading", { name: "Saved" }).waitFor();
      expect(await stateOf(workstream)).toMatchObject({ workstream: { measures: { nodes: [{ latestActual: { value: { text: "52 people" } } }] } } });
    });

    it("a sign-in that ended: what was typed is kept for that person, and there again after signing in", async () => {
      const { page, context } = passing;
      await signIn(passing, "lead", desk.site);
      const workstream = await formOf("Libraries", passing);
      await page.getByLabel("Summary").fill("Half of the libraries take part.");
      await page.getByRole("radio", { name: "Amber" }).check();
      await context.clearCookies();
      await context.addCookies([{ name: "waymark", value: "a-sign-in-of-long-ago", url: desk.site.url, httpOnly: true, sameSite: "Lax" }]);
      await page.getByRole("button", { name: "Save this update" }).click();
      await page.getByRole("alert").filter({ hasText: "Your sign-in has ended" }).waitFor();
      await page.getByRole("status").filter({ hasText: "Your sign-in has ended. What was saved stays" }).waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(await page.getByRole("alert").getByRole("link", { name: "Sign in" }).getAttribute("href")).toBe(`/sign-in?to=${encodeURIComponent(`/workstreams/${workstream.id}/update`)}`);
      await page.reload();
      await page.getByRole("heading", { name: "Sign in to update Libraries" }).waitFor();
      expect(await barriers(page)).toEqual([]);
      // A colleague at the same browser finds nothing of it.
      await signIn(passing, "deputy lead", desk.site);
      await page.reload();
      await page.getByRole("button", { name: "Save this update" }).waitFor();
      expect(await page.getByLabel("Summary").inputValue()).toBe("Two partners were late.");
      await signIn(passing, "lead", desk.site);
      await page.goto(desk.site.url);
      await page.getByText("Local lead").waitFor();
      await page.getByRole("link", { name: "My work" }).click();
      await page.getByRole("link", { name: "Go on with your update of Libraries" }).click();
      await page.getByRole("status").filter({ hasText: /What you typed until .* is here again/ }).waitFor();
      expect(await page.getByLabel("Summary").inputValue()).toBe("Half of the libraries take part.");
      expect(await barriers(page)).toEqual([]);
      // Signing out lets go of it, also where the browser takes no word for it from the server, as without https.
      await page.route("**/sign-out", async (route) => route.fulfill({ contentType: "text/html", body: "<h1>Signed out</h1>" }));
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.getByRole("heading", { name: "Signed out" }).waitFor();
      expect(await page.evaluate("Object.keys(localStorage)")).toEqual([]);
      await page.unroute("**/sign-out");
    });
  });

  it("goes by keyboard alone, from my work to what is saved", async () => {
    const { page } = window;
    const workstream = await desk.workstream("Allotments");
    await goTo(page, `${desk.site.url}/my-work`, "My work");
    const press = async (key: string): Promise<void> => { await page.keyboard.press(key); };
    const label = async (): Promise<string> => String(await page.evaluate("((at) => at?.labels?.[0]?.textContent ?? at?.textContent)(document.activeElement)"));
    const tabTo = async (wanted: RegExp): Promise<void> => {
      for (let step = 0; step < 150; step += 1) {
        await press("Tab");
        if (wanted.test(await label())) return;
      }
      throw new Error(`The Tab key leads to nothing that is called ${wanted.source}.`);
    };
    await page.getByRole("link", { name: "Update of Allotments" }).waitFor();
    await tabTo(/^Update of Allotments$/);
    await press("Enter");
    await page.getByRole("heading", { level: 1, name: "Update Allotments" }).waitFor();
    await page.getByRole("button", { name: "Save this update" }).waitFor();
    await tabTo(/^What is new about Launch of Allotments/);
    await page.keyboard.type("It was reached");
    await tabTo(/^When was it reached/);
    await page.keyboard.type(monthAfter(-1));
    await tabTo(/^How many people/);
    await page.keyboard.type("12 people");
    await tabTo(/^Hand it in/);
    await tabTo(/^Green/);
    await press("ArrowDown");
    await tabTo(/^Why/);
    await page.keyboard.type("Facilitators are few");
    await tabTo(/^Save this update$/);
    await press("Enter");
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    expect(await page.evaluate("document.activeElement?.textContent")).toMatch(/^Saved/);
    await vi.waitFor(async () => {
      expect(await stateOf(workstream)).toMatchObject({ workstream: {
        milestones: { nodes: [{ status: "MET" }] }, measures: { nodes: [{ latestActual: { value: { text: "12 people" } } }] },
        statusReports: { nodes: [{ status: "SUBMITTED", judgements: [{ rating: "Amber", rationale: "Facilitators are few" }] }, {}] },
      } });
    });
  });

  it("goes on with a report that a colleague has begun meanwhile, and keeps what was typed", async () => {
    const { page } = window;
    const workstream = await formOf("Museums");
    await page.getByLabel("Summary").fill("Three museums take part");
    await page.getByRole("radio", { name: "Amber" }).check();
    await desk.make.statusReport({ systemId: desk.system, audience: "DRAFT", workstreamId: workstream.id, status: "DRAFT", title: "Museums, begun", period: monthAfter(-1), narrative: "Museums" });
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("alert").getByRole("link", { name: /^The report: / }).waitFor();
    await page.getByRole("button", { name: "Go on with that report" }).click();
    expect(await page.getByLabel("Summary").inputValue()).toBe("Three museums take part");
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    expect(await stateOf(workstream)).toMatchObject({ workstream: { statusReports: { nodes: [{ status: "SUBMITTED", narrative: "Three museums take part", judgements: [{ rating: "Amber" }] }, {}] } } });
  });

  it("lets go of what nobody came back for, and of all that was typed when somebody signs out on any page", async () => {
    const { page } = passing;
    await signIn(passing, "lead", desk.site);
    await page.goto(`${desk.site.url}/search`);
    await page.getByText("Local lead").waitFor();
    const typed = async (): Promise<unknown> => page.evaluate("Object.keys(localStorage)");
    await page.evaluate("localStorage.setItem('waymark:typed:ac_1:update:ws_1', JSON.stringify({ value: {}, at: '2020-01-01T00:00:00Z' })); localStorage.setItem('waymark:typed:ac_1:update:ws_2', JSON.stringify({ value: {}, at: new Date().toISOString() }))");
    await page.reload();
    await page.getByText("Local lead").waitFor();
    expect(await typed()).toEqual(["waymark:typed:ac_1:update:ws_2"]);
    await page.goto(`${desk.site.url}/sign-in`);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await typed()).toEqual([]);
  });

  it("is for those who lead it: others are told so, and who can change that", async () => {
    const { page } = passing;
    await signIn(passing, "reader", desk.site);
    const workstream = await desk.workstream("Parks");
    await goTo(page, `${desk.site.url}/workstreams/${workstream.id}/update`, "Update Parks");
    await page.getByRole("heading", { name: "This is for those who lead it" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await goTo(page, `${desk.site.url}/my-work`, "My work");
    await page.getByRole("heading", { name: "Nothing waits for you" }).waitFor();
  });
});
