import { describe, expect, it } from "vitest";
import { holding, openWorld } from "../../support/domain-world.ts";

const ANSWER = "milestone { version status firstBaseline { text } baseline { text } forecast { text } actual { text } timing } problems { code path conflict { fields } }";
const CORRECT = `mutation ($milestone: CorrectMilestoneBaselineInput!, $reason: String) { correctMilestoneBaseline(milestone: $milestone, reason: $reason) { ${ANSWER} } }`;
const SILENT = `mutation ($milestone: RecordAsReadInput!) { sayMilestoneNotReported(milestone: $milestone) { ${ANSWER} } }`;

async function planned(values: object = {}) {
  const world = await openWorld();
  const system = await world.given.place({ level: "SYSTEM" });
  const programme = await world.given.programme({ systemId: system });
  const workstream = await world.given.workstream({ programmeId: programme, systemId: system });
  const dates = { firstBaseline: "May 2032", baseline: "May 2032", forecast: "May 2032" };
  const id = await world.given.milestone({ programmeId: programme, workstreamId: workstream, systemId: system, ...dates, ...values });
  return { world, id, office: holding("OFFICE", system, system), lead: holding("LEAD", programme, system), workstreamLead: holding("LEAD", workstream, system) };
}

describe("correctMilestoneBaseline", () => {
  it("sets right what was never agreed, with a reason, and keeps what stood there in the history", async () => {
    const { world, id, office } = await planned();
    const milestone = { id, expectedVersion: 1, firstBaseline: { text: "May 2023" } };
    expect(await world.ask(office, CORRECT, { milestone })).toMatchObject({ correctMilestoneBaseline: { milestone: null, problems: [{ code: "MISSING_REASON", path: ["reason"] }] } });
    const text = "May 2023";
    expect(await world.ask(office, CORRECT, { milestone, reason: "A slip of the pen: the board paper says 2023" })).toMatchObject({
      correctMilestoneBaseline: { milestone: { version: 2, firstBaseline: { text }, baseline: { text }, forecast: { text } }, problems: [] },
    });
    const history = "query ($id: ID!) { milestone(id: $id) { history(first: 1) { nodes { reason changes { field before after } } } } }";
    const told = JSON.stringify(await world.ask(office, history, { id }));
    expect(told).toContain("May 2032");
    expect(told).toContain("A slip of the pen");
  });

  it("says all at once what stands in its way, and is refused to whoever has not seen what stands", async () => {
    const { world, id, office } = await planned();
    expect(await world.ask(office, CORRECT, { milestone: { id, expectedVersion: 1, firstBaseline: { text: "31 February 2023" } } })).toMatchObject({
      correctMilestoneBaseline: { problems: [{ code: "INVALID_DATE", path: ["milestone", "firstBaseline", "text"] }, { code: "MISSING_REASON", path: ["reason"] }] },
    });
    const reason = "The minutes";
    await world.ask(office, CORRECT, { milestone: { id, expectedVersion: 1, firstBaseline: { text: "May 2023" } }, reason });
    expect(await world.ask(office, CORRECT, { milestone: { id, expectedVersion: 1, firstBaseline: { text: "May 2024" } }, reason })).toMatchObject({ correctMilestoneBaseline: { problems: [{ code: "STALE" }] } });
  });

  it("is for the office alone: a lead does not choose what they are measured against", async () => {
    const { world, id, lead, workstreamLead } = await planned();
    const milestone = { id, expectedVersion: 1, firstBaseline: { text: "May 2023" } };
    for (const viewer of [lead, workstreamLead]) expect(await world.refused(viewer, CORRECT, { milestone, reason: "Later suits us" })).toHaveLength(1);
  });
});

describe("sayMilestoneNotReported", () => {
  it("says that nobody answered, makes nothing late, and ends with what is said next", async () => {
    const { world, id, office } = await planned({ firstBaseline: "May 2023", baseline: "May 2023", forecast: "May 2023" });
    expect(await world.ask(office, SILENT, { milestone: { id, expectedVersion: 1 } })).toMatchObject({ sayMilestoneNotReported: { milestone: { status: "NOT_REPORTED", timing: "PAST_DUE_NOT_REPORTED" }, problems: [] } });
    expect(await world.ask(office, SILENT, { milestone: { id, expectedVersion: 2 } })).toMatchObject({ sayMilestoneNotReported: { problems: [{ code: "NOT_ALLOWED_NOW" }] } });
    const SAY = "mutation ($milestone: MissMilestoneInput!) { sayMilestoneNotDone(milestone: $milestone) { milestone { status timing } problems { code } } }";
    expect(await world.ask(office, SAY, { milestone: { id, expectedVersion: 2 } })).toMatchObject({ sayMilestoneNotDone: { milestone: { status: "SCHEDULED" }, problems: [] } });
  });

  it("is refused of what somebody has reported", async () => {
    const { world, id, office } = await planned({ status: "MET", actual: "May 2023" });
    expect(await world.ask(office, SILENT, { milestone: { id, expectedVersion: 1 } })).toMatchObject({ sayMilestoneNotReported: { milestone: null, problems: [{ code: "NOT_ALLOWED_NOW" }] } });
  });

  it("is said by who leads the programme or its office, not by who would have to answer", async () => {
    const { world, id, lead, workstreamLead } = await planned();
    expect(await world.refused(workstreamLead, SILENT, { milestone: { id, expectedVersion: 1 } })).toHaveLength(1);
    expect(await world.ask(lead, SILENT, { milestone: { id, expectedVersion: 1 } })).toMatchObject({ sayMilestoneNotReported: { problems: [] } });
  });
});
