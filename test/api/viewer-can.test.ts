import { describe, expect, it } from "vitest";
import { nobody, type Viewer } from "../../src/api/viewer.ts";
import { holding, memberOf, openWorld } from "../support/domain-world.ts";

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
    const yes = { act: "milestone:meet", allowed: true, reason: null };
    const no = { act: "milestone:meet", allowed: false, reason: "This takes a lead, a deputy lead or the programme office of what it is done to, or of what that is part of." };
    for (const holdsFor of [programme, workstream, team]) expect(await may(holding("LEAD", holdsFor), "milestone:meet")).toEqual({ Within: yes, Elsewhere: no });
    expect(await may(holding("LEAD", team), "milestone:rebaseline")).toMatchObject({ Within: { allowed: false, reason: "This takes the programme office of what it is done to, or of what that is part of." } });
    expect(await may(holding("OFFICE", null), "milestone:meet")).toEqual({ Within: yes, Elsewhere: yes });
    expect(await may(memberOf(), "milestone:meet")).toEqual({ Within: no, Elsewhere: no });
    expect(await may(nobody, "milestone:meet")).toEqual({ Within: { ...no, reason: "Sign in first." }, Elsewhere: { ...no, reason: "Sign in first." } });
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
