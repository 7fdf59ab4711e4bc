import { describe, expect, it } from "vitest";
import { holding, memberOf, openWorld } from "../../support/domain-world.ts";

const PLAN = `mutation ($milestone: PlanMilestoneInput!, $dryRun: Boolean) { planMilestone(milestone: $milestone, dryRun: $dryRun) {
  milestone { id version title status baseline { text } forecast { text } } entry isRepeat problems { code message path records { id } conflict { fields } }
} }`;

describe("planMilestone", () => {
  it("records a milestone whose date is baseline and first forecast", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const programme = await world.given.programme({ systemId: system });
    const lead = holding("LEAD", programme, system);
    const milestone = { programme, title: "Launch", type: "LAUNCH", baseline: { text: "January 2025" } };
    const planned = { title: "Launch", status: "SCHEDULED", version: 1, baseline: { text: "January 2025" }, forecast: { text: "January 2025" } };
    expect(await world.ask(lead, PLAN, { milestone, dryRun: true })).toMatchObject({ planMilestone: { milestone: planned, entry: null, problems: [] } });
    expect(await world.ask(lead, "{ milestones { totalCount } }")).toEqual({ milestones: { totalCount: 0 } });
    expect(await world.ask(lead, PLAN, { milestone })).toMatchObject({ planMilestone: { milestone: planned, isRepeat: false, problems: [] } });
    expect(await world.ask(lead, "{ milestones { totalCount } }")).toEqual({ milestones: { totalCount: 1 } });
  });

  it("is for its lead, deputy and office", async () => {
    const world = await openWorld();
    const programme = await world.given.programme();
    const milestone = { programme, title: "Launch", type: "LAUNCH", baseline: { text: "January 2025" } };
    expect(await world.refused(holding("READER", programme), PLAN, { milestone })).toEqual([expect.stringContaining("a lead")]);
    expect(await world.refused(holding("LEAD", await world.given.programme()), PLAN, { milestone })).toHaveLength(1);
    expect(await world.refused(memberOf(), PLAN, { milestone })).toHaveLength(1);
  });

  it("says all at once what stands in the way", async () => {
    const world = await openWorld();
    const programme = await world.given.programme();
    const workstream = await world.given.workstream({ programmeId: await world.given.programme() });
    const milestone = { programme, workstream, title: " ", type: "LAUNCH", baseline: { text: "31 February 2025" } };
    expect(await world.ask(holding("OFFICE", null), PLAN, { milestone })).toMatchObject({
      planMilestone: { milestone: null, problems: [{ code: "INVALID_DATE", path: ["milestone", "baseline", "text"] }, { code: "RULE", path: ["milestone", "workstream"] }, { code: "INVALID_TEXT", path: ["milestone", "title"] }] },
    });
  });

  it("names an owner whom the planner may see, and is for whom it says", async () => {
    const world = await openWorld();
    const programme = await world.given.programme();
    const [team, hidden] = [await world.given.healthIntegrationTeam({ name: "Weight HIT" }), await world.given.organisation({ audience: "DRAFT" })];
    const milestone = { programme, title: "Launch", type: "LAUNCH", baseline: { text: "January 2025" }, parts: ["Network", "Charter"], metBy: "ALL", audience: "DRAFT" };
    const lead = holding("LEAD", programme);
    const hiddenOwner = await world.ask<{ planMilestone: { problems: unknown } }>(lead, PLAN, { milestone: { ...milestone, ownerOrganisation: hidden } });
    expect(hiddenOwner.planMilestone.problems).toEqual([expect.objectContaining({ code: "NOT_FOUND", path: ["milestone", "ownerOrganisation"] })]);
    expect(await world.ask(lead, PLAN, { milestone: { ...milestone, audience: "PUBLIC", ownerHealthIntegrationTeam: team } })).toMatchObject({ planMilestone: { problems: [] } });
    const planned = await world.ask(lead, "{ milestones { nodes { audience parts metBy ownerHealthIntegrationTeam { name } } } }");
    expect(planned).toEqual({ milestones: { nodes: [{ audience: "PUBLIC", parts: ["Network", "Charter"], metBy: "ALL", ownerHealthIntegrationTeam: { name: "Weight HIT" } }] } });
  });
});
