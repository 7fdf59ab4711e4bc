import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { nobody } from "../../src/api/access/viewer.ts";
import { officeOf } from "../support/domain-world.ts";
import { promisesOf } from "../support/given-promises.ts";
import { barriers, sharedBrowser, type TestBrowser, type Window } from "./browser.ts";
import { goTo, monthAfter, openDesk, signedInAs, type DeskSite } from "./desk-world.ts";
import { WIDTH_SETTLES } from "./width.ts";

describe("the desk, in a browser", () => {
  let desk: DeskSite;
  let browser: TestBrowser;
  let lead: Window;
  let office: Window;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([openDesk(), sharedBrowser()]);
    [lead, office] = [await signedInAs("lead", desk, browser), await signedInAs("office", desk, browser)];
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.site.close();
  });

  it("shows what somebody leads, what is due, what has gone quiet, and when the next report is due", async () => {
    const { page, complaints } = lead;
    await desk.workstream("Training");
    await goTo(page, `${desk.site.url}/my-work`, "My work");
    const training = page.getByRole("region", { name: "Training" });
    await training.waitFor();
    const text = await training.textContent();
    for (const said of [`Your next report covers ${monthAfter(-1)}`, "Past due, not reported", "Launch of Training", "Training plan agreed"]) expect(text).toContain(said);
    expect(text).toMatch(/Report (over)?due (was )?due by \d/);
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(async () => page.evaluate("document.documentElement.scrollWidth"), WIDTH_SETTLES).toBe(320);
    await page.setViewportSize({ width: 1280, height: 900 });
    await training.getByRole("link", { name: "Update of Training" }).click();
    await page.getByRole("heading", { level: 1, name: "Update Training" }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("lets a lead hand a report in, and the office return it with a reason and publish it", async () => {
    const { id } = await desk.workstream("Champions");
    const report = await desk.make.statusReport({ systemId: desk.system, audience: "DRAFT", workstreamId: id, status: "DRAFT", title: "Champions this month", period: monthAfter(-1), narrative: "All is well" });
    const address = `${desk.site.url}/reports/${report}`;
    const visible = async (): Promise<unknown> => desk.world.ask(nobody, "query ($id: ID!) { statusReport(id: $id) { status } }", { id: report });

    await goTo(lead.page, address, "Champions this month");
    await lead.page.getByRole("button", { name: "Hand it in to the programme office" }).click();
    await lead.page.getByText("The report is handed in. The programme office has it.").waitFor();
    expect(await lead.page.getByRole("button", { name: "Publish it" }).count()).toBe(0);

    await goTo(office.page, `${desk.site.url}/my-work`, "My work");
    await office.page.getByRole("link", { name: "Champions this month" }).click();
    await office.page.getByRole("button", { name: "Return it" }).click();
    await office.page.getByRole("alert").filter({ hasText: "Say why it is returned and what is to be reworked" }).waitFor();
    expect(await office.page.getByLabel("What is to be reworked").getAttribute("aria-invalid")).toBe("true");
    expect(await barriers(office.page)).toEqual([]);
    await office.page.getByLabel("What is to be reworked").fill("Say who took part");
    // The laptop is closed on it, and opened again.
    await office.page.reload();
    await office.page.getByRole("heading", { name: "Publish or return it" }).waitFor();
    await expect.poll(async () => office.page.getByLabel("What is to be reworked").inputValue()).toBe("Say who took part");
    await office.page.getByRole("button", { name: "Return it" }).click();
    await office.page.getByText("The report is returned to its authors, with your words.").waitFor();

    await goTo(lead.page, address, "Champions this month");
    await lead.page.getByText("Say who took part").first().waitFor();
    await lead.page.getByRole("button", { name: "Hand it in to the programme office" }).click();
    await lead.page.getByText("The report is handed in. The programme office has it.").waitFor();
    expect(await visible()).toEqual({ statusReport: null });

    await office.page.getByRole("button", { name: "Publish it" }).click();
    await office.page.getByText("The report is published. From now on it never changes.").waitFor();
    expect(await barriers(office.page)).toEqual([]);
    expect(await visible()).toEqual({ statusReport: { status: "PUBLISHED" } });
    expect([...lead.complaints, ...office.complaints]).toEqual([]);
  });

  it("keeps an act of which nobody knows whether it arrived, with its key, however often the page is closed", async () => {
    const { page } = lead;
    const { id } = await desk.workstream("Dentists");
    const report = await desk.make.statusReport({ systemId: desk.system, audience: "DRAFT", workstreamId: id, status: "DRAFT", title: "Dentists this month", period: monthAfter(-1), narrative: "All is well" });
    await goTo(page, `${desk.site.url}/reports/${report}`, "Dentists this month");
    const head = desk.site.ledger.head();
    // It arrives and is done, and the answer gets lost.
    await page.route("**/graphql", async (route) => {
      if (route.request().postData()?.includes("mutation") !== true) return route.fallback();
      await route.fetch();
      return route.abort("connectionreset");
    });
    await page.getByRole("button", { name: "Hand it in to the programme office" }).click();
    await page.getByRole("alert").filter({ hasText: "The connection was cut." }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(desk.site.ledger.head()).toBe(head + 1);
    await page.unroute("**/graphql");
    await page.goto(`${desk.site.url}/my-work`);
    await page.getByRole("link", { name: "Go back to where you sent it" }).click();
    await page.getByRole("alert").filter({ hasText: "The connection was cut." }).waitFor();
    await page.getByRole("button", { name: "Send again" }).click();
    await page.getByText("It had arrived the first time; it was not done twice.").waitFor();
    expect(desk.site.ledger.head()).toBe(head + 1);
    await goTo(page, `${desk.site.url}/my-work`, "My work");
    expect(await page.getByText("Sent, and not known whether it arrived").count()).toBe(0);
  });

  it("lets a report on a programme be written, handed in, returned, gone on with and published, with every side that is judged", async () => {
    const { page } = lead;
    const query = "query ($id: ID!) { programme(id: $id) { statusReports(orderBy: LATEST) { nodes { id status narrative judgements { dimension rating rationale } items { nodes { kind statement } } } } } }";
    const stateOf = async (): Promise<unknown> => desk.world.ask(officeOf(desk.system), query, { id: desk.programme });
    await goTo(page, `${desk.site.url}/programmes/${desk.programme}`, "Trauma Informed Somerset");
    await page.getByRole("link", { name: "Write its report" }).click();
    await page.getByRole("heading", { level: 1, name: "Report on Trauma Informed Somerset" }).waitFor();
    await page.getByRole("radio", { name: "Hand it in to the programme office" }).check();
    await page.getByLabel("Which time does it cover?").fill("Sometime");
    await page.getByRole("radio", { name: "Amber" }).check();
    await page.getByLabel("Summary").fill("Two workstreams are late.");
    await page.getByLabel("Not done").fill("The charter is not agreed");
    await page.getByText("Judge time, cost, scope, benefits or risks on their own").click();
    await page.getByLabel("Rating Does it keep to its cost?").selectOption("Red");
    await page.getByLabel("Why? Does it keep to its cost?").fill("The venue costs more");
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("alert").filter({ hasText: "There is a problem" }).getByRole("link", { name: /Sometime/ }).click();
    expect(await page.evaluate("document.activeElement?.id")).toBe("field-report.period");
    await page.getByLabel("Which time does it cover?").fill(monthAfter(-1));
    await page.reload();
    await page.getByRole("status").filter({ hasText: "is here again" }).waitFor();
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    const judgements = [{ dimension: "OVERALL", rating: "Amber", rationale: null }, { dimension: "COST", rating: "Red", rationale: "The venue costs more" }];
    expect(await stateOf()).toMatchObject({ programme: { statusReports: { nodes: [{ status: "SUBMITTED", narrative: "Two workstreams are late.", judgements: expect.arrayContaining(judgements) as unknown, items: { nodes: [{ kind: "NOT_DONE", statement: "The charter is not agreed" }] } }] } } });

    await goTo(office.page, `${desk.site.url}/my-work`, "My work");
    await office.page.getByRole("link", { name: /^Trauma Informed Somerset/ }).first().click();
    await office.page.getByLabel("What is to be reworked").fill("Say which partner");
    await office.page.getByRole("button", { name: "Return it" }).click();
    await office.page.getByText("The report is returned to its authors, with your words.").waitFor();

    await page.getByRole("button", { name: "Write another update of it" }).click();
    await page.getByText("The office returned it: Say which partner").waitFor();
    await page.getByLabel("Rating Does it keep to its cost?").selectOption("Nobody has judged it");
    await page.getByLabel("Rating Does it keep to time?").selectOption("Amber");
    await page.getByLabel("Not done").fill("The charter is not agreed with the council");
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    await page.getByRole("status").getByRole("link", { name: /^Trauma Informed Somerset/ }).click();
    await page.getByRole("button", { name: "Hand it in to the programme office" }).click();
    await page.getByText("The report is handed in. The programme office has it.").waitFor();
    await office.page.getByRole("button", { name: "Publish it" }).click();
    await office.page.getByText("The report is published. From now on it never changes.").waitFor();
    expect(await stateOf()).toMatchObject({ programme: { statusReports: { nodes: [{ status: "PUBLISHED", items: { nodes: [{ statement: "The charter is not agreed with the council" }] } }] } } });
    const sides = z.object({ programme: z.object({ statusReports: z.object({ nodes: z.array(z.object({ judgements: z.array(z.object({ dimension: z.string(), rating: z.string() })) })) }) }) }).parse(await stateOf());
    expect(sides.programme.statusReports.nodes[0]?.judgements.map(({ dimension, rating }) => `${dimension} ${rating}`).toSorted()).toEqual(["OVERALL Amber", "SCHEDULE Amber"]);
  });

  it("asks for a team's report likewise, and only whoever leads it", async () => {
    const { page } = office;
    const team = await desk.world.given.healthIntegrationTeam({ name: "Adversity HIT", systemId: desk.system });
    await goTo(page, `${desk.site.url}/teams/${team}/report`, "Report on Adversity HIT");
    await page.getByRole("radio", { name: "Keep it as a draft" }).check();
    await page.getByLabel("Which time does it cover?").fill(monthAfter(-1));
    await page.getByRole("radio", { name: "Nobody has judged it" }).check();
    await page.getByLabel("Summary").fill("We met");
    await page.getByRole("button", { name: "Save this update" }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    expect(await desk.world.ask(officeOf(desk.system), "query ($id: ID!) { healthIntegrationTeam(id: $id) { statusReports { nodes { status narrative judgements { rating } } } } }", { id: team })).toEqual({ healthIntegrationTeam: { statusReports: { nodes: [{ status: "DRAFT", narrative: "We met", judgements: [] }] } } });
    await goTo(lead.page, `${desk.site.url}/teams/${team}/report`, "Report on Adversity HIT");
    await lead.page.getByRole("heading", { name: "This is for those who lead it" }).waitFor();
    expect(await barriers(lead.page)).toEqual([]);
  });

  it("names, where a workstream may not start, what blocks it, what is missing and who can supply it; and goes on once that is waived", async () => {
    const { page } = lead;
    const [first, then] = [await desk.workstream("Groundwork"), await desk.workstream("Delivery")];
    await desk.world.given.dependency({ systemId: desk.system, predecessorWorkstreamId: first.id, successorWorkstreamId: then.id });
    await goTo(page, `${desk.site.url}/workstreams/${then.id}`, "Delivery");
    await page.getByRole("button", { name: "Start it" }).click();
    const refused = page.getByRole("alert").filter({ hasText: "Nothing was changed" });
    await refused.waitFor();
    expect(await refused.textContent()).toMatch(/Groundwork.*“Groundwork plan agreed” \(Somerset Council can supply it\)/);
    expect(await refused.getByRole("link").allTextContents()).toEqual(["Groundwork", "Groundwork plan agreed"]);
    expect(await page.evaluate("document.activeElement?.getAttribute('role')")).toBe("alert");
    expect(await barriers(page)).toEqual([]);

    await page.getByText("Go on without it").first().click();
    await page.getByRole("button", { name: "Waive it" }).click();
    await page.getByText("Say until which day it may go on without").waitFor();
    await page.getByLabel("Until which day?").fill("2031-03-31");
    await page.getByRole("button", { name: "Waive it" }).click();
    await page.getByRole("alert").filter({ hasText: "Say why it may go on without what has to come first" }).waitFor();
    await page.getByLabel("Why may it go on without?").fill("The board agreed to begin with one service");
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Waive it" }).click();
    await page.getByText("Waived: The board agreed to begin with one service, until 31 March 2031.").waitFor();
    await page.getByRole("button", { name: "Start it" }).click();
    await page.getByRole("status").filter({ hasText: "Done." }).waitFor();
    expect(await desk.world.ask(nobody, "query ($id: ID!) { workstream(id: $id) { status } }", { id: then.id })).toEqual({ workstream: { status: "IN_PROGRESS" } });
  });

  it("lets whoever decides for the programme say that evidence is not enough, and accept it", async () => {
    const { page } = office;
    const { id, criterion } = await desk.workstream("Policies");
    const status = async (): Promise<unknown> => desk.world.ask(nobody, "query ($id: ID!) { node(id: $id) { ... on Criterion { status } } }", { id: criterion });
    const supply = "mutation ($criterion: SupplyCriterionInput!) { supplyCriterion(criterion: $criterion) { problems { message } } }";
    const viewer = { ...officeOf(desk.system), grants: [{ role: "OFFICE", holdsFor: null }] } as const;
    await desk.world.ask(viewer, supply, { criterion: { id: criterion, expectedVersion: 1, evidence: "Minutes" } });
    await goTo(page, `${desk.site.url}/workstreams/${id}`, "Policies");
    await page.getByText("Decide on it").click();
    await page.getByRole("button", { name: "It is not enough" }).click();
    await page.getByRole("alert").filter({ hasText: "Say why this evidence is not enough" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("textbox", { name: "Reason" }).fill("The minutes are of another meeting");
    await page.getByRole("button", { name: "It is not enough" }).click();
    await page.getByText("Decided.").waitFor();
    expect(await status()).toEqual({ node: { status: "OUTSTANDING" } });
    await desk.world.ask(viewer, supply, { criterion: { id: criterion, expectedVersion: 3, evidence: "The plan itself" } });
    await page.getByRole("button", { name: "Accept the evidence" }).click();
    await page.getByText("Accepted").first().waitFor();
    expect(await status()).toEqual({ node: { status: "ACCEPTED" } });
  });

  it("records a body's signature under a pledge with its two actions", async () => {
    const { page, complaints } = office;
    const before = complaints.length;
    const promises = promisesOf(desk.world);
    const of = { systemId: desk.system };
    const pledge = await promises.pledge({ ...of, title: "A pledge for partners", programmeId: desk.programme });
    const version = await promises.version({ ...of, pledgeId: pledge, actionCount: 2, actionMonths: 12, newAllowed: true, continuingAllowed: true });
    await promises.pledgeCommitment({ ...of, pledgeVersionId: version });
    await promises.signer({ ...of, pledgeVersionId: version, authority: "LEADER" });
    const trust = await desk.world.given.organisation({ ...of, name: "Somerset NHS Foundation Trust" });
    await goTo(page, `${desk.site.url}/pledges/${pledge}`, "A pledge for partners");
    await page.getByRole("link", { name: "Record a signature" }).click();
    await page.getByRole("heading", { level: 1, name: /Record a signature/ }).waitFor();
    await page.getByLabel("Which organisation, service, group or board signs?").fill("Foundation Tr");
    await page.getByRole("radio", { name: /Somerset NHS Foundation Trust/ }).check();
    await page.getByLabel("What is to be done? Action 1").fill("Train every manager");
    await page.getByRole("group", { name: "Which sort is it? Action 1" }).getByRole("radio", { name: "It is new" }).check();
    await page.getByRole("group", { name: "Which commitments does it serve? Action 1" }).getByRole("checkbox").check();
    await page.getByRole("button", { name: "Record the signature" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
    await summary.waitFor();
    expect(await barriers(page)).toEqual([]);
    await summary.getByRole("link", { name: /authority/ }).click();
    expect(await page.evaluate("document.activeElement?.id")).toBe("field-authority");
    // What was typed is there again after the laptop was closed.
    await page.reload();
    await page.getByRole("status").filter({ hasText: "is here again" }).waitFor();
    expect(await page.getByLabel("What is to be done? Action 1").inputValue()).toBe("Train every manager");
    await page.getByRole("radio", { name: /^Leader/ }).check();
    await page.getByLabel("What is to be done? Action 2").fill("Keep the reading group going");
    await page.getByRole("group", { name: "Which sort is it? Action 2" }).getByRole("radio", { name: "It goes on with what is being done" }).check();
    await page.getByRole("button", { name: "Record the signature" }).click();
    await page.getByText(/The signature of Somerset NHS Foundation Trust is recorded, with 2 actions due by /).waitFor();
    expect(await barriers(page)).toEqual([]);
    const { pledge: found } = await desk.world.ask<{ readonly pledge: unknown }>(nobody, "query ($id: ID!) { pledge(id: $id) { signatures { nodes { organisation { id } authority actions { statement nature commitments { number } } } } } }", { id: pledge });
    expect(found).toEqual({ signatures: { nodes: [{ organisation: { id: trust }, authority: "LEADER", actions: [
      { statement: "Train every manager", nature: "NEW", commitments: [{ number: 1 }] }, { statement: "Keep the reading group going", nature: "CONTINUING", commitments: [] },
    ] }] } });
    expect(complaints.slice(before)).toEqual([]);
  });
});
