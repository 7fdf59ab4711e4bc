import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nobody } from "../../src/api/viewer.ts";
import { officeOf } from "../support/domain-world.ts";
import { promisesOf } from "../support/given-promises.ts";
import { barriers, browserPath, sharedBrowser, type TestBrowser, type Window } from "./browser.ts";
import { goTo, monthAfter, openDesk, signedInAs, type DeskSite } from "./desk-world.ts";

describe.skipIf(browserPath === undefined)("the desk, in a browser", () => {
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
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
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
