import { describe, expect, it } from "vitest";
import { londonDay } from "../../../src/kernel/day.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";
import { does, milestoneMutation, milestoneMutations } from "../../support/milestone-acts.ts";

const today = (): string => londonDay(new Date());

const planned = { firstBaseline: "5 May 2023", baseline: "5 May 2023", forecast: "5 May 2023" };

async function opened(values: Parameters<World["given"]["milestone"]>[0] = {}) {
  const world = await openWorld();
  const system = await world.given.place({ level: "SYSTEM" });
  const programme = await world.given.programme({ systemId: system });
  const id = await world.given.milestone({ ...planned, programmeId: programme, systemId: system, ...values });
  return { world, system, programme, id, lead: holding("LEAD", programme, system), office: holding("OFFICE", system, system) };
}

describe("reforecastMilestone", () => {
  it("moves the forecast, leaves the baseline, and says that it is not done", async () => {
    const { world, id, lead } = await opened();
    expect(await does(world, lead, "reforecastMilestone", { id, expectedVersion: 1, forecast: { text: "5 May 2093" } })).toMatchObject({
      problems: [], milestone: { forecast: { text: "5 May 2093" }, baseline: { text: "5 May 2023" }, firstBaseline: { text: "5 May 2023" }, status: "SCHEDULED", saidNotDoneOn: today(), timing: "UPCOMING", version: 2 },
    });
  });

  it("turns silence past its window into overdue where nobody knows when it will be", async () => {
    const { world, id, lead } = await opened();
    const { milestone } = await world.ask<{ milestone: { timing: string } }>(lead, `query ($id: ID!) { milestone(id: $id) { timing(on: "2093-01-01") } }`, { id });
    expect(milestone.timing).toBe("PAST_DUE_NOT_REPORTED");
    expect(await does(world, lead, "reforecastMilestone", { id, expectedVersion: 1, forecast: { text: "unknown" } }, { on: "2093-01-01" })).toMatchObject({ problems: [], milestone: { timing: "OVERDUE" } });
  });

  it("refuses a date that has passed, and changes nothing by one that was sent back as it was seen", async () => {
    const { world, id, lead } = await opened({ forecast: "5 May 2093" });
    expect(await does(world, lead, "reforecastMilestone", { id, expectedVersion: 1, forecast: { text: "June 2023" } })).toMatchObject({ milestone: null, problems: [{ code: "RULE", path: ["milestone", "forecast"] }] });
    expect(await does(world, lead, "reforecastMilestone", { id, expectedVersion: 1, forecast: { text: "5 May 2093" } })).toMatchObject({ problems: [], milestone: { version: 1, saidNotDoneOn: null } });
  });
});

describe("rebaselineMilestone", () => {
  it("keeps the slip against the first baseline beside the slip against this one", async () => {
    const { world, id, office } = await opened({ forecast: "15 May 2023" });
    const answer = await does(world, office, "rebaselineMilestone", { id, expectedVersion: 1, baseline: { text: "12 May 2023" } }, { reason: "Agreed by the board" });
    expect(answer).toMatchObject({
      problems: [],
      milestone: { firstBaseline: { text: "5 May 2023" }, baseline: { text: "12 May 2023" }, forecast: { text: "15 May 2023" }, slip: { least: 10, most: 10, plain: "10 days later" }, slipFromBaseline: { least: 3, most: 3 } },
    });
    expect(await does(world, office, "meetMilestone", { id, expectedVersion: 2, actual: { text: "12 May 2023" } })).toMatchObject({
      milestone: { slip: { least: 7, most: 7 }, slipFromBaseline: { least: 0, most: 0, plain: "the same day" }, timing: "MET_LATE" },
    });
  });

  it("says why, and is for the office only", async () => {
    const { world, id, lead, office } = await opened();
    const milestone = { id, expectedVersion: 1, baseline: { text: "soonish" } };
    expect(await does(world, office, "rebaselineMilestone", milestone)).toMatchObject({
      milestone: null, problems: [{ code: "INVALID_DATE", path: ["milestone", "baseline", "text"] }, { code: "MISSING_REASON", path: ["reason"] }],
    });
    expect(await world.refused(lead, milestoneMutation("rebaselineMilestone"), { milestone, reason: "I want to" })).toEqual([expect.stringContaining("the programme office")]);
  });
});

describe("what is reported", () => {
  it("is met with an actual date, and its forecast stays", async () => {
    const { world, id, lead } = await opened({ forecast: "June 2023" });
    expect(await does(world, lead, "meetMilestone", { id, expectedVersion: 1, actual: { text: "July 2023" } })).toMatchObject({
      problems: [], milestone: { status: "MET", actual: { text: "July 2023" }, forecast: { text: "June 2023" }, baseline: { text: "5 May 2023" }, timing: "MET_LATE" },
    });
    expect(await does(world, lead, "reforecastMilestone", { id, expectedVersion: 2, forecast: { text: "2093" } })).toMatchObject({ problems: [{ code: "NOT_ALLOWED_NOW", path: ["milestone"] }] });
  });

  it("is met in part with an actual date, and then met", async () => {
    const { world, id, lead } = await opened({ parts: ["Network", "Charter"], metBy: "ALL" });
    expect(await does(world, lead, "partlyMeetMilestone", { id, expectedVersion: 1, actual: { text: "unknown" } })).toMatchObject({ problems: [{ code: "MISSING_FIELD", path: ["milestone", "actual"] }] });
    expect(await does(world, lead, "partlyMeetMilestone", { id, expectedVersion: 1, actual: { text: "May 2023" } })).toMatchObject({ problems: [], milestone: { status: "PARTIALLY_MET", actual: { text: "May 2023" }, timing: "OVERDUE" } });
    expect(await does(world, lead, "meetMilestone", { id, expectedVersion: 2, actual: { text: "June 2023" } })).toMatchObject({ problems: [], milestone: { status: "MET", actual: { text: "June 2023" }, timing: "MET_LATE" } });
  });

  it("is missed, or only said not to be done, on a day", async () => {
    const { world, id, lead } = await opened({ gaps: { saidNotDoneOn: "NOT_STATED", parts: "NOT_APPLICABLE" } });
    expect(await does(world, lead, "sayMilestoneNotDone", { id, expectedVersion: 1, saidOn: "2023-06-10" }, { on: "2023-06-09" })).toMatchObject({
      problems: [], milestone: { status: "SCHEDULED", saidNotDoneOn: "2023-06-10", timing: "PAST_DUE_NOT_REPORTED", gaps: [{ field: "parts" }] },
    });
    expect(await does(world, lead, "missMilestone", { id, expectedVersion: 2 }, { on: "2023-06-10" })).toMatchObject({ problems: [], milestone: { status: "NOT_MET", saidNotDoneOn: today(), timing: "OVERDUE" } });
    expect(await does(world, lead, "sayMilestoneNotDone", { id, expectedVersion: 3, saidOn: "2093-01-01" })).toMatchObject({ problems: [{ code: "NOT_YET", path: ["milestone", "saidOn"] }] });
  });

  it("is cancelled and reopened, each with a reason, and the history keeps the actual date", async () => {
    const { world, id, lead } = await opened();
    expect(await does(world, lead, "cancelMilestone", { id, expectedVersion: 1 })).toMatchObject({ milestone: null, problems: [{ code: "MISSING_REASON", path: ["reason"] }] });
    expect(await does(world, lead, "cancelMilestone", { id, expectedVersion: 1 }, { reason: "No money" })).toMatchObject({ problems: [], milestone: { status: "CANCELLED", timing: "CANCELLED" } });
    expect(await does(world, lead, "meetMilestone", { id, expectedVersion: 2, actual: { text: "May 2023" } })).toMatchObject({ problems: [{ code: "NOT_ALLOWED_NOW" }] });
    expect(await does(world, lead, "reopenMilestone", { id, expectedVersion: 2 })).toMatchObject({ problems: [{ code: "MISSING_REASON", path: ["reason"] }] });
    expect(await does(world, lead, "reopenMilestone", { id, expectedVersion: 2 }, { reason: "Money was found" })).toMatchObject({ problems: [], milestone: { status: "SCHEDULED" } });
    await does(world, lead, "meetMilestone", { id, expectedVersion: 3, actual: { text: "May 2023" } });
    expect(await does(world, lead, "reopenMilestone", { id, expectedVersion: 4 }, { reason: "It was another launch", on: "2093-01-01" })).toMatchObject({
      problems: [], milestone: { status: "SCHEDULED", actual: { text: "unknown" }, saidNotDoneOn: today(), timing: "OVERDUE" },
    });
  });
});

describe("two people", () => {
  it("change different fields of one milestone, and nothing is lost", async () => {
    const { world, id, lead, office } = await opened();
    await does(world, office, "rewordMilestone", { id, expectedVersion: 1, title: "Network launch" });
    await does(world, lead, "reforecastMilestone", { id, expectedVersion: 1, forecast: { text: "2093" } });
    expect(await does(world, lead, "rewordMilestone", { id, expectedVersion: 1, title: "Launch", type: "EVENT" })).toMatchObject({ problems: [], milestone: { title: "Network launch", type: "EVENT", forecast: { text: "2093" } } });
    expect(await does(world, lead, "meetMilestone", { id, expectedVersion: 1, actual: { text: "May 2023" } })).toMatchObject({ problems: [], milestone: { title: "Network launch", status: "MET" } });
  });

  it("change the same field, and the second is told who was first", async () => {
    const { world, id, lead, office } = await opened();
    await does(world, office, "reforecastMilestone", { id, expectedVersion: 1, forecast: { text: "2092" } });
    expect(await does(world, lead, "reforecastMilestone", { id, expectedVersion: 1, forecast: { text: "2093" } })).toMatchObject({
      milestone: null, problems: [{ code: "STALE", path: ["milestone", "expectedVersion"], records: [{ id }], conflict: { fields: ["forecast"], actor: office.accountId } }],
    });
  });

  it("report differently, and the second is told", async () => {
    const { world, id, lead, office } = await opened();
    await does(world, office, "missMilestone", { id, expectedVersion: 1 });
    expect(await does(world, lead, "meetMilestone", { id, expectedVersion: 1, actual: { text: "May 2023" } })).toMatchObject({ problems: [{ code: "STALE", conflict: { fields: ["status"] } }] });
    expect(await does(world, lead, "meetMilestone", { id, expectedVersion: 7, actual: { text: "May 2023" } })).toMatchObject({ problems: [{ code: "NO_SUCH_VERSION" }] });
  });

  it("have their words judged as they stand together", async () => {
    const { world, id, lead, office } = await opened({ parts: ["Network", "Charter"], metBy: "ALL" });
    await does(world, office, "rewordMilestone", { id, expectedVersion: 1, parts: [], metBy: null });
    expect(await does(world, lead, "rewordMilestone", { id, expectedVersion: 1, metBy: "ANY" })).toMatchObject({ problems: [{ code: "STALE", conflict: { fields: ["metBy"] } }] });
    expect(await does(world, lead, "rewordMilestone", { id, expectedVersion: 2, metBy: "ANY" })).toMatchObject({ problems: [{ code: "RULE", path: ["milestone", "metBy"] }] });
  });
});

describe("permission", () => {
  const rest = { forecast: { text: "2093" }, baseline: { text: "2093" }, actual: { text: "May 2023" } };
  const sent: Readonly<Record<string, object>> = {
    reforecastMilestone: { forecast: rest.forecast }, rebaselineMilestone: { baseline: rest.baseline }, meetMilestone: { actual: rest.actual }, partlyMeetMilestone: { actual: rest.actual },
    moveMilestone: { workstream: null },
  };

  it.each(milestoneMutations)("is asked for %s: a reader and another programme's lead have none", async (name) => {
    const { world, system, programme, id } = await opened();
    const elsewhere = await world.given.programme({ systemId: system });
    for (const viewer of [holding("READER", programme, system), holding("LEAD", elsewhere, system)]) {
      expect(await world.refused(viewer, milestoneMutation(name), { milestone: { id, expectedVersion: 1, ...sent[name] }, reason: "So it is" })).toEqual([expect.stringContaining("Nothing was changed")]);
    }
  });

  it("has a deputy, and the lead of the HIT that answers for it", async () => {
    const { world, system, programme, id } = await opened({ ownerHealthIntegrationTeamId: null });
    const team = await world.given.healthIntegrationTeam();
    expect(await does(world, holding("DEPUTY", programme, system), "rewordMilestone", { id, expectedVersion: 1, ownerHealthIntegrationTeam: team })).toMatchObject({ problems: [] });
    expect(await does(world, holding("LEAD", team), "sayMilestoneNotDone", { id, expectedVersion: 2 })).toMatchObject({ problems: [] });
  });
});
