import { describe, expect, it } from "vitest";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { holding, memberOf, openWorld } from "../../support/domain-world.ts";

const CAN = "{ milestones(first: 100) { nodes { title viewerCan { act allowed reason } } } }";

interface Milestones { readonly milestones: { readonly nodes: readonly { readonly title: string; readonly viewerCan: readonly { readonly act: string; readonly allowed: boolean; readonly reason: string | null }[] }[] } }

describe("viewerCan", () => {
  it("says of each act on a record whether the viewer may do it there, and who may", async () => {
    const world = await openWorld();
    const team = await world.given.healthIntegrationTeam();
    const programme = await world.given.programme();
    await world.given.programmeGovernance({ programmeId: programme, healthIntegrationTeamId: team });
    const workstream = await world.given.workstream({ programmeId: programme });
    await world.given.milestone({ title: "Within", programmeId: programme, workstreamId: workstream });
    await world.given.milestone({ title: "Elsewhere" });
    const may = async (viewer: Viewer, act: string): Promise<unknown> => {
      const { milestones } = await world.ask<Milestones>(viewer, CAN);
      return Object.fromEntries(milestones.nodes.map(({ title, viewerCan }) => [title, viewerCan.find((one) => one.act === act)]));
    };
    const yes = { act: "MILESTONE_MEET", allowed: true, reason: null };
    const no = { act: "MILESTONE_MEET", allowed: false, reason: "This takes a lead, a deputy lead or the programme office of what it is done to, or of what that is part of." };
    for (const holdsFor of [programme, workstream, team]) expect(await may(holding("LEAD", holdsFor), "MILESTONE_MEET")).toEqual({ Within: yes, Elsewhere: no });
    expect(await may(holding("LEAD", team), "MILESTONE_REBASELINE")).toMatchObject({ Within: { allowed: false, reason: "This takes the programme office of what it is done to, or of what that is part of." } });
    expect(await may(holding("OFFICE", null), "MILESTONE_MEET")).toEqual({ Within: yes, Elsewhere: yes });
    expect(await may(memberOf(), "MILESTONE_MEET")).toEqual({ Within: no, Elsewhere: no });
    expect(await may(nobody, "MILESTONE_MEET")).toEqual({ Within: { ...no, reason: "Sign in first." }, Elsewhere: { ...no, reason: "Sign in first." } });
  });

  it("asks where the act asks: of a criterion, its workstream's lead supplies the evidence, and its programme's accepts it", async () => {
    const world = await openWorld();
    const programme = await world.given.programme();
    const workstream = await world.given.workstream({ programmeId: programme });
    await world.given.criterion({ workstreamId: workstream });
    const may = async (viewer: Viewer): Promise<unknown> => {
      const { criteria } = await world.ask<{ criteria: { nodes: readonly { readonly viewerCan: readonly { readonly act: string; readonly allowed: boolean; readonly reason: string | null }[] }[] } }>(viewer, "{ criteria { nodes { viewerCan { act allowed reason } } } }");
      return criteria.nodes[0]?.viewerCan.filter(({ act }) => ["CRITERION_SUPPLY", "CRITERION_ACCEPT"].includes(act));
    };
    const supply = { act: "CRITERION_SUPPLY", allowed: true, reason: null };
    expect(await may(holding("LEAD", workstream))).toEqual([{ act: "CRITERION_ACCEPT", allowed: false, reason: "This takes a lead or the programme office of the programme that it is part of, or of what that is part of." }, supply]);
    expect(await may(holding("LEAD", programme))).toEqual([{ act: "CRITERION_ACCEPT", allowed: true, reason: null }, supply]);
  });

  it("says of what is added to a record whether it may be added there", async () => {
    const world = await openWorld();
    const [own, other] = [await world.given.workstream({ name: "Own" }), await world.given.workstream({ name: "Other" })];
    expect(other).not.toBe(own);
    const { workstreams } = await world.ask<{ workstreams: { nodes: readonly { readonly name: string; readonly viewerCan: readonly { readonly act: string; readonly allowed: boolean }[] }[] } }>(holding("LEAD", own), "{ workstreams { nodes { name viewerCan { act allowed } } } }");
    const added = ["MILESTONE_PLAN", "CRITERION_ADD", "RISK_RAISE", "STATUS_REPORT_DRAFT", "MEASURE_RECORD", "TRAINING_PROGRAMME_RECORD"];
    for (const { name, viewerCan } of workstreams.nodes) {
      expect(Object.fromEntries(viewerCan.filter(({ act }) => added.includes(act)).map(({ act, allowed }) => [act, allowed]))).toEqual(Object.fromEntries(added.map((act) => [act, name === "Own"])));
    }
  });

  it("takes as many statements for a long list as for a short one", async () => {
    const world = await openWorld();
    const team = await world.given.healthIntegrationTeam();
    const more = async (count: number): Promise<void> => {
      for (let made = 0; made < count; made += 1) {
        const programme = await world.given.programme();
        await world.given.programmeGovernance({ programmeId: programme, healthIntegrationTeamId: team });
        await world.given.milestone({ programmeId: programme, workstreamId: await world.given.workstream({ programmeId: programme }) });
      }
    };
    await more(1);
    const few = await world.answer(holding("LEAD", team), CAN);
    await more(5);
    const many = await world.answer(holding("LEAD", team), CAN);
    expect(few.errors ?? many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
    // One for each level: milestones, workstreams, their programmes, what governs these, and HITs.
    expect(many.statements).toBeLessThan(8);
    expect((await world.answer(nobody, CAN)).statements).toBe(1);
  });
});
