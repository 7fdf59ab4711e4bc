import { describe, expect, it } from "vitest";
import type { Viewer } from "../../../src/api/access/viewer.ts";
import { holding, openWorld } from "../../support/domain-world.ts";
import { deliveryOf } from "../../support/given-delivery.ts";

const SAID = `risk { id version title kind likelihood impact response plan status raised { text } reviewDue { text status } reviewedOn closed { text status } closeReason audience ownerGroup { name } }
  problems { code message path records { id } conflict { fields } }`;
const RAISE = `mutation ($risk: RaiseRiskInput!) { raiseRisk(risk: $risk) { ${SAID} } }`;
const REVIEW = `mutation ($risk: ReviewRiskInput!) { reviewRisk(risk: $risk) { ${SAID} } }`;
const CLOSE = `mutation ($risk: CloseRiskInput!, $reason: String) { closeRisk(risk: $risk, reason: $reason) { ${SAID} } }`;
const REOPEN = `mutation ($risk: RecordAsReadInput!, $reason: String) { reopenRisk(risk: $risk, reason: $reason) { ${SAID} } }`;

async function programmeWorld() {
  const world = await openWorld();
  const system = await world.given.place({ level: "SYSTEM" });
  const programme = await world.given.programme({ systemId: system });
  const workstream = await world.given.workstream({ programmeId: programme, systemId: system });
  const group = await world.given.group({ name: "Board" });
  const made = await deliveryOf(world).risk({ programmeId: programme, workstreamId: workstream, systemId: system, ownerGroupId: group, likelihood: "HIGH", impact: "LOW" });
  return { world, system, programme, workstream, group, made, lead: holding("LEAD", workstream, system) };
}

describe("raiseRisk", () => {
  it("raises one about a workstream, for its lead", async () => {
    const { world, programme, workstream, group, lead } = await programmeWorld();
    const risk = { programme, workstream, title: "No trainer", kind: "RISK", cause: "Post vacant", effect: "No courses", impact: "HIGH", response: "REDUCE", plan: "Borrow one", ownerGroup: group };
    expect(await world.ask(lead, RAISE, { risk })).toMatchObject({
      raiseRisk: { risk: { title: "No trainer", status: "OPEN", version: 1, likelihood: null, impact: "HIGH", closed: { status: "NOT_APPLICABLE" }, audience: "PUBLIC", ownerGroup: { name: "Board" } }, problems: [] },
    });
    expect(await world.ask(lead, RAISE, { risk: { ...risk, audience: "MEMBERS" } })).toMatchObject({ raiseRisk: { risk: { audience: "MEMBERS" }, problems: [] } });
  });

  it("refuses one without an owner, with two, and about what is another programme's, all at once", async () => {
    const { world, programme, group, lead, workstream } = await programmeWorld();
    const milestone = await world.given.milestone({ programmeId: await world.given.programme() });
    const risk = { programme, workstream, title: "No trainer", kind: "RISK" };
    expect(await world.ask(lead, RAISE, { risk: { ...risk, title: " ", ownerGroup: group, ownerOrganisation: await world.given.organisation() } })).toMatchObject({
      raiseRisk: { risk: null, problems: [{ code: "RULE", path: ["risk", "ownerGroup"] }, { code: "INVALID_TEXT", path: ["risk", "title"] }] },
    });
    expect(await world.ask(lead, RAISE, { risk: { ...risk, milestone } })).toMatchObject({
      raiseRisk: { risk: null, problems: [{ code: "MISSING_FIELD" }, { code: "RULE", path: ["risk", "milestone"] }] },
    });
  });

  it("is not for readers, nor for the lead of something else", async () => {
    const { world, system, programme, group } = await programmeWorld();
    const risk = { programme, title: "No trainer", kind: "RISK", ownerGroup: group };
    expect(await world.refused(holding("READER", programme, system), RAISE, { risk })).toEqual([expect.stringContaining("a lead")]);
    expect(await world.refused(holding("LEAD", await world.given.programme(), system), RAISE, { risk })).toHaveLength(1);
    expect(await world.refused(holding("STEWARD", null, system), RAISE, { risk })).toHaveLength(1);
  });
});

describe("reviewRisk", () => {
  it("merges what two people say of different sides, and refuses what they say of the same", async () => {
    const { world, made, lead, system, programme } = await programmeWorld();
    const deputy = holding("DEPUTY", programme, system);
    expect(await world.ask(lead, REVIEW, { risk: { id: made, expectedVersion: 1, likelihood: "LOW", impact: "LOW", reviewedOn: "2024-07-01" } })).toMatchObject({
      reviewRisk: { risk: { version: 2, likelihood: "LOW", reviewedOn: "2024-07-01" }, problems: [] },
    });
    expect(await world.ask(deputy, REVIEW, { risk: { id: made, expectedVersion: 1, plan: "Hire a hall", likelihood: "HIGH", reviewedOn: "2024-06-30" } })).toMatchObject({
      reviewRisk: { risk: { version: 3, likelihood: "LOW", plan: "Hire a hall", reviewedOn: "2024-07-01" }, problems: [] },
    });
    expect(await world.ask(deputy, REVIEW, { risk: { id: made, expectedVersion: 1, likelihood: "VERY_HIGH", response: "ACCEPT" } })).toMatchObject({
      reviewRisk: { risk: null, problems: [{ code: "STALE", path: ["risk", "expectedVersion"], conflict: { fields: ["likelihood"] } }] },
    });
    expect(await world.ask(lead, `query ($id: ID!) { risk(id: $id) { version response } }`, { id: made })).toEqual({ risk: { version: 3, response: null } });
  });

  it("is for lead, deputy and office", async () => {
    const { world, made, system, programme } = await programmeWorld();
    const look = async (viewer: Viewer, expectedVersion: number, reviewedOn: string) => world.ask(viewer, REVIEW, { risk: { id: made, expectedVersion, reviewedOn } });
    expect(await look(holding("DEPUTY", programme, system), 1, "2024-07-01")).toMatchObject({ reviewRisk: { risk: { version: 2 } } });
    expect(await look(holding("OFFICE", system, system), 2, "2024-07-02")).toMatchObject({ reviewRisk: { risk: { version: 3 } } });
    await expect(look(holding("READER", programme, system), 3, "2024-07-03")).rejects.toThrow("Nothing was changed");
  });
});

describe("closeRisk and reopenRisk", () => {
  it("say how it ended and why it is one again, and refuse to be done without a reason", async () => {
    const { world, made, lead } = await programmeWorld();
    const risk = { id: made, expectedVersion: 1 };
    expect(await world.ask(lead, CLOSE, { risk, reason: " " })).toMatchObject({
      closeRisk: { risk: null, problems: [{ code: "MISSING_REASON", path: ["reason"] }] },
    });
    expect(await world.ask(lead, CLOSE, { risk: { ...risk, closed: { text: "June 2024" } }, reason: "A hall was found" })).toMatchObject({
      closeRisk: { risk: { version: 2, status: "CLOSED", closed: { text: "June 2024" }, closeReason: "A hall was found" }, problems: [] },
    });
    expect(await world.ask(lead, CLOSE, { risk, reason: "Again" })).toMatchObject({ closeRisk: { problems: [{ code: "STALE" }] } });
    expect(await world.ask(lead, REVIEW, { risk: { id: made, expectedVersion: 2, impact: "HIGH" } })).toMatchObject({ reviewRisk: { problems: [{ code: "NOT_ALLOWED_NOW" }] } });
    const again = { id: made, expectedVersion: 2 };
    expect(await world.ask(lead, REOPEN, { risk: again })).toMatchObject({ reopenRisk: { risk: null, problems: [{ code: "MISSING_REASON", path: ["reason"] }] } });
    expect(await world.ask(lead, REOPEN, { risk: again, reason: "The hall burnt down" })).toMatchObject({
      reopenRisk: { risk: { version: 3, status: "OPEN", closed: { status: "NOT_APPLICABLE" }, closeReason: null }, problems: [] },
    });
    expect(await world.ask(lead, REOPEN, { risk: { ...again, expectedVersion: 3 }, reason: "Again" })).toMatchObject({ reopenRisk: { problems: [{ code: "NOT_ALLOWED_NOW" }] } });
  });

  it("are not for readers, and do not tell of a risk that is hidden", async () => {
    const { world, made, programme, system } = await programmeWorld();
    const hidden = await deliveryOf(world).risk({ programmeId: programme, systemId: system, audience: "MEMBERS" });
    const reader = holding("READER", programme);
    expect(await world.refused(reader, CLOSE, { risk: { id: made, expectedVersion: 1 }, reason: "Done" })).toHaveLength(1);
    expect(await world.refused(reader, REOPEN, { risk: { id: made, expectedVersion: 1 }, reason: "Not done" })).toHaveLength(1);
    expect(await world.ask(reader, CLOSE, { risk: { id: hidden, expectedVersion: 1 }, reason: "Done" })).toMatchObject({ closeRisk: { problems: [{ code: "NOT_FOUND", records: [] }] } });
  });
});
